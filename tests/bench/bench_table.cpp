// Prints what the measuring programs wished for and got, as a table.
//
//     bench_table FILE.json...
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>

int main(int argc, char** argv) {
    int kept = 0;
    int all = 0;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i]);
        const auto json = nlohmann::json::parse(file, nullptr, false);
        if (!json.is_object()) {
            fmt::print("{}: unreadable\n", argv[i]);
            continue;
        }
        if (!json.contains("ratios")) {
            continue; // a program that has nothing to compare
        }
        for (const auto& ratio : json["ratios"]) {
            const auto name = ratio.value("name", std::string());
            if (ratio["value"].is_null()) {
                fmt::print("{:60} not measured: {}\n", name, ratio.value("why", std::string()));
                continue;
            }
            const bool holds = ratio.value("holds", false);
            ++all;
            kept += holds ? 1 : 0;
            fmt::print("{:60} {:>9.3g} {:3} {} {:.3g}: {}\n", name, ratio["value"].get<double>(),
                       ratio.value("unit", std::string()), ratio.value("wished", std::string()),
                       ratio["target"].get<double>(), holds ? "yes" : "NO");
        }
    }
    fmt::print("{} of {} hold.\n", kept, all);
    return 0;
}

#pragma once

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>

// Known answers: files made by other programs (tests/golden/README.md).
namespace tessera::test {

// TESSERA_GOLDEN_DIR, or the copy in the source tree.
inline std::filesystem::path goldenDir() {
    const char* chosen = std::getenv("TESSERA_GOLDEN_DIR");
    return chosen != nullptr && *chosen != '\0' ? std::filesystem::path(chosen)
                                                : std::filesystem::path(TESSERA_GOLDEN_DEFAULT);
}

inline nlohmann::ordered_json readJson(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        qFatal("cannot read %s", file.c_str());
    }
    return nlohmann::ordered_json::parse(in);
}

// A number, or one of the strings "NaN", "Infinity", "-Infinity".
inline double number(const nlohmann::ordered_json& value) {
    if (!value.is_string()) {
        return value.get<double>();
    }
    const auto text = value.get<std::string>();
    if (text == "Infinity") {
        return std::numeric_limits<double>::infinity();
    }
    if (text == "-Infinity") {
        return -std::numeric_limits<double>::infinity();
    }
    return std::numeric_limits<double>::quiet_NaN();
}

inline bool near(double a, double b, double tolerance) {
    return (std::isnan(a) && std::isnan(b)) || a == b || std::fabs(a - b) <= tolerance;
}

} // namespace tessera::test

#include "app/cli/data_commands.h"

#include "app/cli/data_text.h"
#include "app/cli/input_text.h"
#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "app/composition/run_export.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <system_error>

namespace tessera::cli {

namespace {

nlohmann::ordered_json entriesJson(const std::vector<CatalogEntry>& entries) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& entry : entries) {
        json.push_back({{"id", entry.id}, {"description", entry.description}});
    }
    return json;
}

std::string entriesText(const std::string& title, const std::vector<CatalogEntry>& entries) {
    TextTable table({title, "what it does"}, 2);
    for (const auto& entry : entries) {
        table.add({entry.id, entry.description});
    }
    return table.text();
}

// A path that exists, or looks like one; else a name.
bool isFile(const std::string& data) {
    std::error_code error;
    return data.find_first_of("/.") != std::string::npos || std::filesystem::exists(data, error);
}

} // namespace

int listData(const CommandContext& context) {
    const auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    const auto catalog = (*engine)->catalog();
    if (context.json) {
        nlohmann::ordered_json json;
        json["data"] = nlohmann::ordered_json::array();
        for (const auto& each : catalog.datasets) {
            json["data"].push_back({{"id", each.id},
                                    {"description", each.description},
                                    {"input", inputJson(each.input)},
                                    {"classes", each.classes},
                                    {"samples", each.samples},
                                    {"splits", splitsJson(each.defaultSplits)}});
        }
        json["shifts"] = entriesJson(catalog.shifts);
        json["tasks"] = entriesJson(catalog.tasks);
        return print(app::jsonText(json));
    }
    TextTable table({"data", "inputs", "what it is", "classes", "samples"}, 3);
    for (const auto& each : catalog.datasets) {
        table.add({each.id, inputText(each.input), each.description, std::to_string(each.classes),
                   std::to_string(each.samples)});
    }
    return print(table.text() +
                 "\nFiles: CSV, NumPy (.npy, .npz), IDX, SafeTensors, each also "
                 "gzipped, or a folder with a folder of images for each class.\n\n" +
                 entriesText("shift", catalog.shifts) + "\n" + entriesText("task", catalog.tasks));
}

int describeData(const CommandContext& context, const DataInfoOptions& options) {
    const auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    DataSpec spec;
    (isFile(options.data) ? (void)(spec.file = options.data) : (void)(spec.name = options.data));
    spec.reading = options.reading;
    spec.shift = options.shift;
    const auto about = (*engine)->describeData(spec, context.stop);
    if (!about) {
        return refuse(context, about.error());
    }
    if (*about == nullptr) {
        return kExitCancelled;
    }
    return print(context.json ? app::jsonText(dataJson(options.data, spec, **about))
                              : dataText(options.data, spec, **about));
}

} // namespace tessera::cli

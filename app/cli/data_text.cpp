#include "app/cli/data_text.h"

#include "app/cli/input_text.h"
#include "app/cli/sample_picture.h"
#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "core/experiment/experiment_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tessera::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostNameBytes = 40;
constexpr std::size_t kMostClasses = 50, kMostColumns = 20, kMostDropped = 10, kMostShown = 4;

// As an experiment file holds it, so that it can be copied from here into one.
Json readingJson(const DataReading& reading) {
    Experiment experiment;
    experiment.data.reading = reading;
    const auto json = experiment::toJson(experiment);
    const auto data = json.find("data");
    return data != json.end() && data->contains("reading") ? (*data)["reading"] : Json::object();
}

std::string dataLine(const char* name, const std::string& text) {
    return fmt::format("{:<10} {}\n", name, text);
}

std::string more(std::size_t all, std::size_t listed) {
    return all > listed ? fmt::format("  and {} more\n", all - listed) : std::string();
}

std::string classesText(const DataDescription& about) {
    TextTable table({"class", "samples"}, 1);
    const auto listed = std::min(about.classes.size(), kMostClasses);
    for (std::size_t i = 0; i < listed; ++i) {
        table.add(
            {shown(about.classes[i].name, kMostNameBytes), std::to_string(about.classes[i].count)});
    }
    return "\n" + table.text() + more(about.classes.size(), listed);
}

std::string columnsText(const DataDescription& about) {
    if (about.columns.empty()) {
        return {};
    }
    TextTable table({"column", "holds", "different"}, 2);
    const auto listed = std::min(about.columns.size(), kMostColumns);
    for (std::size_t i = 0; i < listed; ++i) {
        const auto& column = about.columns[i];
        table.add({shown(column.name, kMostNameBytes),
                   !column.numeric   ? "text"
                   : column.constant ? "one number"
                                     : "numbers",
                   std::to_string(column.different)});
    }
    return "\n" + table.text() + more(about.columns.size(), listed);
}

std::string droppedText(const DataDescription& about) {
    if (about.droppedCount == 0) {
        return {};
    }
    std::string text = fmt::format("\nleft out: {}\n", about.droppedCount);
    const auto listed = std::min(about.dropped.size(), kMostDropped);
    for (std::size_t i = 0; i < listed; ++i) {
        text += fmt::format("  {}: {}\n", shown(about.dropped[i].place, 2 * kMostNameBytes),
                            shown(about.dropped[i].reason, 4 * kMostNameBytes));
    }
    return text + more(static_cast<std::size_t>(about.droppedCount), listed);
}

std::string samplesText(const char* title, const std::vector<DataSample>& samples,
                        const DataDescription& about) {
    std::vector<TitledPicture> pictures;
    for (std::size_t i = 0; i < std::min(samples.size(), kMostShown); ++i) {
        const auto& sample = samples[i];
        const bool named =
            sample.label && static_cast<std::size_t>(*sample.label) < about.classes.size();
        pictures.push_back({named
                                ? shown(about.classes[static_cast<std::size_t>(*sample.label)].name,
                                        kMostNameBytes)
                                : "-",
                            samplePicture(sample, about.input, about.smallest, about.largest)});
    }
    return pictures.empty() ? std::string() : fmt::format("\n{}\n", title) + sideBySide(pictures);
}

Json samplesJson(const std::vector<DataSample>& samples) {
    auto json = Json::array();
    for (const auto& sample : samples) {
        json.push_back({{"label", sample.label ? Json(*sample.label) : Json(nullptr)},
                        {"values", sample.values}});
    }
    return json;
}

} // namespace

Json splitsJson(const SplitSpec& splits) {
    return {{"source_train", splits.sourceTrain},
            {"reference", splits.reference},
            {"validation", splits.validation},
            {"test", splits.test}};
}

std::string dataText(const std::string& name, const DataSpec& spec, const DataDescription& about) {
    const auto& splits = about.defaultSplits;
    std::string text =
        dataLine("data", shown(name)) + dataLine("format", about.format) +
        dataLine("inputs", inputText(about.input)) +
        dataLine("samples", std::to_string(about.samples)) +
        dataLine("classes", std::to_string(about.classes.size())) +
        dataLine("numbers", fmt::format("{:.4g} to {:.4g}, as networks see them", about.smallest,
                                        about.largest)) +
        dataLine("memory", fmt::format("{:.1f} MB", static_cast<double>(about.bytes) / (1 << 20))) +
        dataLine("parts",
                 fmt::format("{} source-train, {} reference, {} validation, {} "
                             "test, unless an experiment says otherwise",
                             splits.sourceTrain, splits.reference, splits.validation, splits.test));
    if (!spec.file.empty()) {
        text += dataLine(
            "reading",
            shown(readingJson(about.reading).dump(-1, ' ', false, Json::error_handler_t::replace)));
    }
    for (const auto& array : about.arrays) {
        text += dataLine("array", shown(array));
    }
    for (const auto& warning : about.warnings) {
        text += dataLine("warning", shown(asSentence(warning)));
    }
    text += classesText(about) + columnsText(about) + droppedText(about) +
            samplesText("the first samples", about.preview, about);
    if (!spec.shift.kind.empty()) {
        text += samplesText(
            fmt::format("with {} of strength {}", spec.shift.kind, spec.shift.strength).c_str(),
            about.shifted, about);
    }
    return text;
}

Json dataJson(const std::string& name, const DataSpec& spec, const DataDescription& about) {
    Json json = {{"data", name},
                 {"format", about.format},
                 {"input", inputJson(about.input)},
                 {"samples", about.samples},
                 {"smallest", about.smallest},
                 {"largest", about.largest},
                 {"bytes", about.bytes},
                 {"splits", splitsJson(about.defaultSplits)}};
    json["classes"] = Json::array();
    for (const auto& each : about.classes) {
        json["classes"].push_back({{"name", each.name}, {"samples", each.count}});
    }
    json["dropped"] = {{"count", about.droppedCount}, {"first", Json::array()}};
    for (const auto& each : about.dropped) {
        json["dropped"]["first"].push_back({{"place", each.place}, {"reason", each.reason}});
    }
    json["columns"] = Json::array();
    for (const auto& column : about.columns) {
        json["columns"].push_back({{"name", column.name},
                                   {"numeric", column.numeric},
                                   {"constant", column.constant},
                                   {"different", column.different}});
    }
    json["arrays"] = about.arrays;
    json["warnings"] = about.warnings;
    json["reading"] = spec.file.empty() ? Json(nullptr) : readingJson(about.reading);
    json["preview"] = samplesJson(about.preview);
    json["shifted"] = samplesJson(about.shifted);
    return json;
}

} // namespace tessera::cli

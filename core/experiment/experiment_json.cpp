#include "core/experiment/experiment_json.h"

#include "core/experiment/defaults.h"
#include "core/experiment/experiment_fields.h"
#include "core/experiment/json_object_reader.h"
#include "core/experiment/json_object_writer.h"
#include "core/experiment/json_text.h"
#include "core/experiment/labels.h"
#include "core/format/file_io.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

using Json = nlohmann::ordered_json;

// A newer file has keys that this program cannot know; listing them as mistakes would mislead.
bool isNewer(const Json& json) {
    const auto schema = json.is_object() ? json.find("schema") : json.end();
    return schema != json.end() && schema->is_number_integer() && *schema > Experiment::kSchema;
}

Experiment readFields(const Json& json, ProblemList& problems) {
    Experiment experiment;
    experiment.controls = defaultControls();
    JsonObjectReader fields(json, "", problems);
    describe(fields, experiment);
    fields.finish();
    return experiment;
}

void resolve(std::filesystem::path& file, const std::filesystem::path& folder) {
    if (!file.empty() && file.is_relative()) {
        file = (folder / file).lexically_normal();
    }
}

} // namespace

Json toJson(const Experiment& experiment) {
    Json json;
    JsonObjectWriter fields(json);
    describe(fields, experiment);
    return json;
}

Result<Experiment> fromJson(const Json& json) {
    if (isNewer(json)) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the experiment has schema {} and this program knows schemas up to "
                                "{}; use a newer version of the program",
                                json.at("schema").dump(), Experiment::kSchema));
    }
    ProblemList problems;
    auto experiment = readFields(json, problems);
    if (!problems.empty()) {
        return fail(ErrorCode::InvalidArgument, problems.text());
    }
    if (experiment.data.name.empty()) {
        experiment.data.name = experiment.data.file.stem().string();
    }
    if (experiment.name.empty()) {
        experiment.name = defaultName(experiment);
    }
    return experiment;
}

std::vector<std::string> problemsOf(const Experiment& experiment) {
    // By way of the text, in which names that are not UTF-8 have become so.
    const auto json = parseJsonText(experimentText(experiment));
    if (!json) {
        return {json.error().detail};
    }
    ProblemList problems;
    readFields(*json, problems);
    return problems.sentences();
}

std::string experimentText(const Experiment& experiment) {
    // A path or name that is not UTF-8 must not throw: it is shown with replacement characters.
    return toJson(experiment).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<Experiment> parseExperiment(std::string_view text) {
    const auto json = parseJsonText(text);
    return json ? fromJson(*json) : fail(json.error());
}

Result<Experiment> readExperiment(const std::filesystem::path& path) {
    const auto bytes = format::readFile(path, kMaxFileBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto experiment =
        parseExperiment({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!experiment) {
        return fail(experiment.error().within(path.string()));
    }
    for (auto* file : {&experiment->source.network.file, &experiment->receiver.network.file,
                       &experiment->data.file}) {
        resolve(*file, path.parent_path());
    }
    if (auto& task = experiment->data.task; task.namesFile()) {
        std::filesystem::path file = task.data;
        resolve(file, path.parent_path());
        task.data = file.string();
    }
    return experiment;
}

} // namespace tessera::experiment

#include "core/experiment/study_json.h"

#include "core/experiment/defaults.h"
#include "core/experiment/experiment_fields.h"
#include "core/experiment/experiment_json.h"
#include "core/experiment/json_object_reader.h"
#include "core/experiment/json_object_writer.h"
#include "core/experiment/json_text.h"
#include "core/experiment/study_problems.h"
#include "core/format/file_io.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kNoShift = "none";
inline constexpr Choices<SamePairs, 2> kSamePairs{
    {{"keep", SamePairs::Keep}, {"skip", SamePairs::Skip}}};

// What a base says of its two networks, and the base itself.
struct SourceBase {
    TrainSpec train;
};
struct ReceiverBase {
    ReceiverState state = ReceiverState::Untrained;
    TrainSpec train;
};
struct Base {
    int threads = 1;
    SourceBase source;
    ReceiverBase receiver;
    DataSpec data;
    TransferSpec transfer;
};

template <class Fields, Described<SourceBase> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.object("train", spec.train);
}

template <class Fields, Described<ReceiverBase> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.choice("state", spec.state, kReceiverStates);
    fields.object("train", spec.train);
}

template <class Fields, Described<Base> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.integer("threads", spec.threads, {0, kMostThreads});
    fields.object("source", spec.source);
    fields.object("receiver", spec.receiver);
    fields.object("data", spec.data, Presence::Required);
    fields.object("transfer", spec.transfer);
}

Base baseOf(const Experiment& experiment) {
    return {experiment.threads,
            {experiment.source.train},
            {experiment.receiver.state, experiment.receiver.train},
            experiment.data,
            experiment.transfer};
}

void apply(Base base, Experiment& experiment) {
    experiment.threads = base.threads;
    experiment.source.train = std::move(base.source.train);
    experiment.receiver.state = base.receiver.state;
    experiment.receiver.train = std::move(base.receiver.train);
    experiment.data = std::move(base.data);
    experiment.transfer = std::move(base.transfer);
    if (experiment.data.name.empty()) {
        experiment.data.name = experiment.data.file.stem().string();
    }
}

NetworkSpec readNetwork(const Json& item, const std::string& place, ProblemList& problems) {
    NetworkSpec network;
    JsonObjectReader fields(item, place, problems);
    describe(fields, network);
    fields.finish();
    return network;
}

StudyPair readPair(const Json& item, const std::string& place, ProblemList& problems) {
    if (!item.is_array() || item.size() != 2) {
        problems.add(place + " must be an array of two networks: the source and the receiver");
        return {};
    }
    return {readNetwork(item[0], place + "[0]", problems),
            readNetwork(item[1], place + "[1]", problems)};
}

// A method's own keys; `transfer` has the base's values where the method says nothing.
StudyMethod readMethod(const Json& item, const std::string& place, const Experiment& base,
                       ProblemList& problems) {
    StudyMethod method{{}, base.transfer, std::nullopt};
    if (item.is_string() && !item.get_ref<const std::string&>().empty()) {
        method.transfer.mode = ModeId(item.get<std::string>());
        method.label = method.transfer.mode.value;
        return method;
    }
    std::string mode;
    JsonObjectReader fields(item, place, problems);
    fields.text("label", method.label);
    fields.text("mode", mode);
    if (!mode.empty()) {
        method.transfer.mode = ModeId(mode);
    }
    fields.object("transfer", method.transfer);
    if (item.is_object() && item.contains("controls")) {
        fields.list("controls", method.controls.emplace());
    }
    fields.finish();
    if (!mode.empty() && method.transfer.mode.value != mode) {
        problems.add(
            fmt::format("{}.transfer.mode is not {}.mode; keep one of them", place, place));
    }
    if (method.label.empty()) {
        method.label = method.transfer.mode.value;
    }
    return method;
}

ShiftSpec readShift(const Json& item, const std::string& place, ProblemList& problems) {
    ShiftSpec shift;
    JsonObjectReader fields(item, place, problems);
    describe(fields, shift);
    fields.finish();
    return shift.kind == kNoShift ? ShiftSpec{} : shift;
}

TaskSpec readTask(const Json& item, const std::string& place, ProblemList& problems) {
    TaskSpec task;
    JsonObjectReader fields(item, place, problems);
    describe(fields, task);
    fields.finish();
    return task.kind == kNoShift ? TaskSpec{} : task;
}

StudySpec readStudyFields(const Json& json, ProblemList& problems) {
    StudySpec study;
    study.base.controls = defaultControls();
    int schema = StudySpec::kSchema; // newer ones have been refused before this
    JsonObjectReader fields(json, "", problems);
    fields.integer("schema", schema, {StudySpec::kSchema, StudySpec::kSchema});
    fields.text("name", study.name, Presence::Required);
    auto base = baseOf(study.base);
    fields.object("base", base, Presence::Required);
    apply(std::move(base), study.base);
    fields.objects("sources", study.sources);
    fields.objects("receivers", study.receivers);
    fields.choice("same_pairs", study.samePairs, kSamePairs);
    fields.items("pairs", [&](const Json& item, const std::string& place) {
        study.pairs.push_back(readPair(item, place, problems));
    });
    fields.items("methods", [&](const Json& item, const std::string& place) {
        study.methods.push_back(readMethod(item, place, study.base, problems));
    });
    fields.naturals("seeds", study.seeds);
    fields.integers("reference_sizes", study.referenceSizes, {1, kMostSamples});
    fields.items("shifts", [&](const Json& item, const std::string& place) {
        study.shifts.push_back(readShift(item, place, problems));
    });
    fields.items("tasks", [&](const Json& item, const std::string& place) {
        study.tasks.push_back(readTask(item, place, problems));
    });
    fields.list("controls", study.base.controls);
    fields.finish();
    return study;
}

void fillIn(StudySpec& study) {
    if (study.receivers.empty() && study.pairs.empty()) {
        study.receivers = study.sources;
    }
    if (study.methods.empty()) {
        const auto& transfer = study.base.transfer;
        study.methods.push_back({transfer.mode.value, transfer, std::nullopt});
    }
    if (study.seeds.empty()) {
        study.seeds = defaultSeeds();
    }
}

template <class Spec>
Json described(const Spec& spec) {
    Json json;
    JsonObjectWriter fields(json);
    describe(fields, spec);
    return json;
}

// What of `changed` is not the same in `original`.
Json differenceOf(const Json& changed, const Json& original) {
    Json difference = Json::object();
    for (const auto& [key, value] : changed.items()) {
        const auto same = original.find(key);
        if (same == original.end() || (*same != value && !value.is_object())) {
            difference[key] = value;
        } else if (*same != value) {
            difference[key] = differenceOf(value, *same);
        }
    }
    return difference;
}

Json methodJson(const StudyMethod& method, const TransferSpec& base) {
    Json json = {{"label", method.label}, {"mode", method.transfer.mode.value}};
    auto changes = differenceOf(described(method.transfer), described(base));
    changes.erase("mode");
    if (!changes.empty()) {
        json["transfer"] = std::move(changes);
    }
    if (method.controls) {
        Json controls;
        JsonObjectWriter(controls).list("controls", *method.controls);
        json.update(controls);
    }
    return json;
}

} // namespace

std::vector<std::uint64_t> defaultSeeds() {
    return {1, 2, 3};
}

Json toJson(const StudySpec& study) {
    Json json;
    JsonObjectWriter fields(json);
    fields.integer("schema", StudySpec::kSchema, {StudySpec::kSchema, StudySpec::kSchema});
    fields.text("name", study.name);
    fields.object("base", baseOf(study.base));
    if (study.pairs.empty()) {
        fields.objects("sources", study.sources);
        fields.objects("receivers", study.receivers);
    } else {
        for (const auto& pair : study.pairs) {
            json["pairs"].push_back(
                Json::array({described(pair.source), described(pair.receiver)}));
        }
    }
    fields.choice("same_pairs", study.samePairs, kSamePairs);
    for (const auto& method : study.methods) {
        json["methods"].push_back(methodJson(method, study.base.transfer));
    }
    fields.naturals("seeds", study.seeds);
    if (!study.referenceSizes.empty()) {
        fields.integers("reference_sizes", study.referenceSizes, {1, kMostSamples});
    }
    for (const auto& shift : study.shifts) {
        json["shifts"].push_back(shift.kind.empty() ? Json{{"kind", kNoShift}} : described(shift));
    }
    for (const auto& task : study.tasks) {
        json["tasks"].push_back(task.kind.empty() ? Json{{"kind", kNoShift}} : described(task));
    }
    fields.list("controls", study.base.controls);
    return json;
}

Result<StudySpec> studyFromJson(const Json& json) {
    if (!json.is_object()) {
        return fail(ErrorCode::InvalidArgument, "a study must be a JSON object");
    }
    const auto schema = json.find("schema");
    if (schema != json.end() && schema->is_number_integer() && *schema > StudySpec::kSchema) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the study has schema {} and this program knows schemas up to {}; "
                                "use a newer version of the program",
                                schema->dump(), StudySpec::kSchema));
    }
    ProblemList problems;
    auto study = readStudyFields(json, problems);
    if (problems.empty()) {
        fillIn(study);
        for (auto& problem : problemsOf(study)) {
            problems.add(std::move(problem));
        }
    }
    if (!problems.empty()) {
        return fail(ErrorCode::InvalidArgument, problems.text());
    }
    return study;
}

std::string studyText(const StudySpec& study) {
    return toJson(study).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<StudySpec> parseStudy(std::string_view text) {
    const auto json = parseJsonText(text);
    return json ? studyFromJson(*json) : fail(json.error());
}

Result<StudySpec> readStudy(const std::filesystem::path& path) {
    const auto bytes = format::readFile(path, kMaxFileBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto study = parseStudy({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!study) {
        return fail(study.error().within(path.string()));
    }
    const auto resolve = [&](std::filesystem::path& file) {
        if (!file.empty() && file.is_relative()) {
            file = (path.parent_path() / file).lexically_normal();
        }
    };
    for (auto* networks : {&study->sources, &study->receivers}) {
        for (auto& network : *networks) {
            resolve(network.file);
        }
    }
    for (auto& pair : study->pairs) {
        resolve(pair.source.file);
        resolve(pair.receiver.file);
    }
    resolve(study->base.data.file);
    const auto resolveTask = [&](TaskSpec& task) {
        if (task.namesFile()) {
            std::filesystem::path file = task.data;
            resolve(file);
            task.data = file.string();
        }
    };
    resolveTask(study->base.data.task);
    for (auto& task : study->tasks) {
        resolveTask(task);
    }
    return study;
}

} // namespace tessera::experiment

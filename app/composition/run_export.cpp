#include "app/composition/run_export.h"

#include "core/experiment/experiment_json.h"
#include "core/store/run_json.h"

#include <fmt/format.h>

#include <cmath>

namespace tessera::app {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json controlJson(const RunRecord& run, const char* id) {
    for (const auto& control : run.summary.controls) {
        if (control.id.value == id) {
            return numberJson(control.accuracy);
        }
    }
    return nullptr;
}

Json secondsJson(const StageSeconds& seconds) {
    return {{"total", numberJson(seconds.total)},
            {"fingerprint", numberJson(seconds.fingerprint)},
            {"collect", numberJson(seconds.collect)},
            {"hub", numberJson(seconds.hub)},
            {"transfer", numberJson(seconds.transfer)},
            {"finetune", numberJson(seconds.finetune)},
            {"measure", numberJson(seconds.measure)},
            {"package", numberJson(seconds.package)}};
}

Json tokenPath(const RunRecord& run) {
    for (const auto& artifact : run.artifacts) {
        if (artifact.kind == "token") {
            return artifact.path.generic_string();
        }
    }
    return nullptr;
}

} // namespace

Json numberJson(std::optional<double> value) {
    if (!value) {
        return nullptr;
    }
    if (std::isnan(*value)) {
        return "NaN";
    }
    if (std::isinf(*value)) {
        return *value > 0 ? "Infinity" : "-Infinity";
    }
    return *value;
}

Json runJson(const RunRecord& run, const std::string& store) {
    const auto& summary = run.summary;
    Json json;
    json["id"] = run.id.value;
    json["name"] = run.name;
    json["state"] = runStateName(run.state);
    json["mode"] = run.experiment.transfer.mode.value;
    json["hub"] = run.experiment.transfer.hub.kind.value;
    json["seed"] = run.experiment.seed;
    json["source"] = run.sourceLabel;
    json["receiver"] = run.receiverLabel;
    json["data"] = run.experiment.data.name;
    json["source_accuracy"] = numberJson(summary.sourceAccuracy);
    json["accuracy_before"] = numberJson(summary.accuracyBefore);
    json["accuracy_after"] = numberJson(summary.accuracyAfter);
    json["interval"] = summary.interval ? Json::array({summary.interval->lo, summary.interval->hi})
                                        : Json(nullptr);
    json["agreement"] = numberJson(summary.agreement);
    json["recovery"] = numberJson(summary.recovery);
    json["drift"] = {{"output", numberJson(summary.drift.output)},
                     {"hub_error", numberJson(summary.drift.hubError)},
                     {"hub", numberJson(summary.drift.hub)},
                     {"layer", numberJson(summary.drift.layer)}};
    json["shift"] = {{"score", numberJson(summary.shift.score)},
                     {"threshold", numberJson(summary.shift.threshold)},
                     {"p_value", numberJson(summary.shift.pValue)}};
    json["controls"] = {{"untrained_source", controlJson(run, "untrained_source")},
                        {"shuffled_targets", controlJson(run, "shuffled_targets")},
                        {"readout_only", controlJson(run, "readout_only")}};
    json["gradient_steps"] = orNull(summary.gradientSteps);
    json["labels_used"] = orNull(summary.labelsUsed);
    json["seconds"] = secondsJson(summary.seconds);
    json["token"] = tokenPath(run);
    json["store"] = store;
    return json;
}

std::string jsonText(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string exportJson(const RunRecord& run, const std::vector<MetricSample>& samples,
                       const std::string& store) {
    auto json = runJson(run, store);
    json["experiment"] = run.experimentReadable
                             ? experiment::toJson(run.experiment)
                             : nlohmann::ordered_json(nullptr); // of another version
    json["environment"] = store::toJson(run.environment);
    json["summary"] = store::toJson(run.summary);
    json["started"] = run.startedAt;
    json["finished"] = run.finishedAt;
    json["tags"] = run.tags;
    json["note"] = run.note;
    json["samples"] = nlohmann::ordered_json::array();
    for (const auto& sample : samples) {
        json["samples"].push_back({{"series", sample.series},
                                   {"layer", sample.layer},
                                   {"step", sample.step},
                                   {"value", numberJson(sample.value)}});
    }
    return jsonText(json);
}

// Series and layer names hold no comma or quote.
std::string exportCsv(const std::vector<MetricSample>& samples) {
    std::string text = "series,layer,step,value\n";
    for (const auto& sample : samples) {
        text += fmt::format("{},{},{},{}\n", sample.series, sample.layer, sample.step,
                            sample.value ? fmt::format("{}", *sample.value) : std::string());
    }
    return text;
}

} // namespace tessera::app

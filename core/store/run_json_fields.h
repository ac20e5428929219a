#pragma once

#include "core/api/run.h"

#include <type_traits>

// What a run measured, as a table of keys and members. It serves all directions: `Archive` writes,
// reads JSON or reads text (run_json.cpp, run_json_text.cpp).
namespace tessera::store {

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, DriftFigures>
void fields(Archive& io, Value& v) {
    io("output", v.output);
    io("hub_error", v.hubError);
    io("hub", v.hub);
    io("layer", v.layer);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, ControlFigure>
void fields(Archive& io, Value& v) {
    io("id", v.id);
    io("accuracy", v.accuracy);
    io("p_value", v.pValue);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, ShiftFigures>
void fields(Archive& io, Value& v) {
    io("score", v.score);
    io("threshold", v.threshold);
    io("p_value", v.pValue);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, StageSeconds>
void fields(Archive& io, Value& v) {
    io("total", v.total);
    io("fingerprint", v.fingerprint);
    io("collect", v.collect);
    io("hub", v.hub);
    io("transfer", v.transfer);
    io("finetune", v.finetune);
    io("measure", v.measure);
    io("package", v.package);
    io("prepare", v.prepare);
    io("controls", v.controls);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, HubFigures>
void fields(Archive& io, Value& v) {
    io("round_trip_source", v.roundTripSource);
    io("round_trip_receiver", v.roundTripReceiver);
    io("lost_variance", v.lostVariance);
    io("rank", v.rank);
    io("effective_rank", v.effectiveRank);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, PrivacyStatement>
void fields(Archive& io, Value& v) {
    io("epsilon", v.epsilon);
    io("delta", v.delta);
    io("clip", v.clip);
    io("sensitivity", v.sensitivity);
    io("sigma", v.sigma);
    io("mu", v.mu);
    io("release_size", v.releaseSize);
    io("noise_to_signal", v.noiseToSignal);
    io("unit", v.unit);
    io("neighbouring", v.neighbouring);
    io("population_hash", v.populationHash);
    io("split_hash", v.splitHash);
    io("not_covered", v.notCovered);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, RunSummary>
void fields(Archive& io, Value& v) {
    io("source_accuracy", v.sourceAccuracy);
    io("accuracy_before", v.accuracyBefore);
    io("accuracy_after", v.accuracyAfter);
    io("interval", v.interval);
    io("agreement", v.agreement);
    io("recovery", v.recovery);
    io("test_size", v.testSize);
    io("drift", v.drift);
    io("shift", v.shift);
    io("controls", v.controls);
    io("gradient_steps", v.gradientSteps);
    io("labels_used", v.labelsUsed);
    io("seconds", v.seconds);
    io("peak_memory_bytes", v.peakMemoryBytes);
    io("token_bytes", v.tokenBytes);
    io("hub", v.hub);
    io("privacy", v.privacy);
    io("source_hash", v.sourceHash);
    io("receiver_hash", v.receiverHash);
    io("metrics_hash", v.metricsHash);
}

} // namespace tessera::store

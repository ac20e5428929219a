#pragma once

#include "core/transfer/mode_registry.h"
#include "core/transfer/validation_monitor.h"
#include "tests/support/recording_sink.h"
#include "tests/support/toy_task.h"

#include <memory>
#include <set>
#include <string>

// What the tests of this folder share.
namespace tessera::test {

// Trained once: a source that knows the toy task.
inline zoo::NetworkPtr toySource() {
    static const auto trained = [] {
        auto network = toyNetwork("mlp", 12, 3);
        teach(*network, toyData().sourceTrain);
        return network;
    }();
    return must(trained->copy());
}

// A transfer on the toy task; change what a test is about, then run.
struct Bench {
    data::SplitData data = toyData();
    zoo::NetworkPtr source = toySource();
    zoo::NetworkPtr receiver = toyNetwork("mlp", 10, 5);
    TransferSpec spec;
    std::uint64_t seed = 1;
    bool labelSpacesAgree = true;
    bool shuffleSource = false;
    bool measureCurves = true;
    std::int64_t snapshotRows = 0;
    tap::RowSpacePtr space;
    privacy::SourceKnowledge sourceKnowledge = privacy::SourceKnowledge::FixedWithoutRelease;
    RecordingSink sink;
    std::stop_source stop;

    Bench() { spec.hub.dim = 32; }

    [[nodiscard]] transfer::TransferInput input() {
        transfer::TransferInput input{*source, *receiver, "teacher", "pupil", data, spec, seed};
        input.labelSpacesAgree = labelSpacesAgree;
        input.shuffleSource = shuffleSource;
        input.measureCurves = measureCurves;
        input.snapshotRows = snapshotRows;
        input.space = space;
        input.sourceKnowledge = sourceKnowledge;
        return input;
    }
    [[nodiscard]] Result<transfer::TransferOutcome> run(const std::string& mode = "A") {
        return must(transfer::findMode(ModeId(mode)))->run(input(), sink, stop.get_token());
    }
};

// All that a network says, in memory.
inline transfer::Signals signalsOf(zoo::Network& network, const torch::Tensor& inputs) {
    transfer::SignalPlan plan;
    plan.layers = true;
    plan.layerRows = inputs.size(0);
    plan.layerMoments = true;
    return must(transfer::collectSignals(network, inputs, plan, {}));
}

inline torch::Tensor rowsOf(const tap::RowStore& rows) {
    return must(rows.first(rows.count()));
}

// Sets all weights to 0 and all biases to `bias`: the same features for every input.
inline void kill(zoo::Network& network, double bias) {
    const torch::NoGradGuard noGrad;
    for (auto& parameter : network.named_parameters()) {
        parameter.value().fill_(parameter.key().ends_with("bias") ? bias : 0.0);
    }
}

} // namespace tessera::test

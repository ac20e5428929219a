#include "core/experiment/defaults.h"

#include "core/experiment/labels.h"

#include <array>

namespace tessera::experiment {

namespace {

ArchitectureSpec architecture(const char* family, int width, int depth) {
    ArchitectureSpec spec;
    spec.family = ArchitectureId(family);
    spec.width = width;
    spec.depth = depth;
    return spec;
}

} // namespace

std::vector<ControlId> defaultControls() {
    return {ControlId("untrained_source"), ControlId("shuffled_targets"),
            ControlId("readout_only")};
}

RateSchedule resolvedSchedule(const TransferSpec& transfer) {
    if (transfer.mode == ModeId("reference")) {
        return RateSchedule::Constant;
    }
    if (transfer.schedule != RateSchedule::Auto) {
        return transfer.schedule;
    }
    return transfer.mode == TransferSpec().mode ? RateSchedule::OneCycle : RateSchedule::Constant;
}

std::vector<Experiment> demoExperiments(int seeds) {
    const std::array sources{architecture("mlp", 128, 4), architecture("conv", 64, 2)};
    const std::array others{architecture("transformer", 64, 2), architecture("lstm", 64, 2)};
    std::vector<Experiment> experiments;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (const auto& source : sources) {
            // Each source also teaches the other source's architecture.
            std::vector<ArchitectureSpec> receivers(others.begin(), others.end());
            receivers.push_back(source == sources[0] ? sources[1] : sources[0]);
            for (const auto& receiver : receivers) {
                Experiment experiment;
                experiment.seed = static_cast<std::uint64_t>(seed);
                experiment.source.network.architecture = source;
                experiment.receiver.network.architecture = receiver;
                experiment.data.name = "digits";
                experiment.controls = defaultControls();
                experiment.name = defaultName(experiment);
                experiments.push_back(experiment);
            }
        }
    }
    return experiments;
}

} // namespace tessera::experiment

#pragma once

#include "core/zoo/script_network.h"
#include "core/zoo/script_probe.h"

namespace tessera::zoo {

// What a ScriptNetwork knows besides its weights.
struct ScriptPlan {
    static constexpr std::size_t kOutputIsFeature = static_cast<std::size_t>(-1);

    InputSpec input;
    int classes = 0;
    ScriptLayout layout;
    std::vector<TapPoint> points;                            // as tapPoints() gives them
    std::map<std::string, std::vector<std::int64_t>> shapes; // of one sample, by tap
    std::size_t featureTap = kOutputIsFeature;               // in layout.taps
    bool featureIsHidden = false;                            // that tap has no name of its own
    bool recordsOutput = false;                              // there is a tap "output"
    std::int64_t featureWidth = 0;
    bool hasHead = false;
    std::map<std::string, ScriptNetwork::Seen> seen;
    std::vector<std::string> warnings;
};

// Tries the network and decides what its taps, its feature and its head are. Codes of
// probeScript(); InvalidArgument: there is no tap `feature`.
[[nodiscard]] Result<ScriptPlan> planTaps(torch::jit::Module& module, const TappedGraph& graph,
                                          const InputSpec& input, const std::string& feature);

} // namespace tessera::zoo

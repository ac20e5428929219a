#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/zoo/network.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace tessera::jobs {

// What a network from a file is needed for.
struct LoadRequest {
    const NetworkSpec& spec;
    std::string role;       // "source" or "receiver", for sentences
    InputSpec input;        // the data's
    int classes = 0;        // the data's
    std::uint64_t seed = 0; // of a replaced head, and of what a network draws itself
};

// The network of a file: a checkpoint, a state dict with its architecture, or TorchScript, with the
// head, feature and frozen submodules that the spec asks for. It is used as it is, not trained.
// Null if stopped. NotFound, Io, Corrupt, Unsupported; InvalidArgument: it does not do what the
// spec or the data ask for.
[[nodiscard]] Result<zoo::NetworkPtr> loadNetwork(const LoadRequest& request, EventSink& events,
                                                  const std::stop_token& stop);

// The parameters of these submodules do not learn. InvalidArgument: there is no such submodule, or
// nothing would be left that learns. For networks of the zoo; their running statistics go on.
[[nodiscard]] Result<void> freezeParameters(zoo::Network& network,
                                            const std::vector<std::string>& submodules);

// Writes a network that has learned: "STEM.pt" for TorchScript, "STEM.safetensors" for one of the
// zoo. Io.
[[nodiscard]] Result<std::filesystem::path> saveNetwork(const zoo::Network& network,
                                                        const std::filesystem::path& folder,
                                                        const std::string& stem);

} // namespace tessera::jobs

#pragma once

#include "core/format/named_array.h"
#include "core/zoo/network.h"

#include <string>

namespace tessera::zoo {

// All parameters and buffers, in order of registration, by PyTorch's names.
[[nodiscard]] format::ArrayFile stateOf(const Network& network);

// Copies arrays into the network by name. Every tensor of the network must be there with its
// shape; names that are only an alias (Network::aliases) are accepted and must agree in shape.
// InvalidArgument names what is missing, unexpected or of another shape; the network is then
// unchanged.
[[nodiscard]] Result<void> loadState(Network& network, const format::ArrayFile& state);

// SHA-256 over names, shapes and bytes of the state: equal hashes, equal networks.
[[nodiscard]] std::string weightsHash(const Network& network);

// Whether all parameters and buffers are finite.
[[nodiscard]] bool isFinite(const Network& network);

// An independent copy with equal weights.
[[nodiscard]] Result<NetworkPtr> cloneNetwork(const Network& network);

// Checkpoints: SafeTensors with the recipe in the metadata key "twb.recipe".
// Io if it cannot be written (then nothing is left behind).
[[nodiscard]] Result<void> saveCheckpoint(const Network& network,
                                          const std::filesystem::path& file);
// NotFound, Io, Corrupt, Unsupported; InvalidArgument if the tensors do not fit the recipe.
[[nodiscard]] Result<NetworkPtr> loadCheckpoint(const std::filesystem::path& file);

// Tensors of a PyTorch state dict (.pt, or .safetensors without a recipe) into a given recipe.
[[nodiscard]] Result<NetworkPtr> loadStateDict(const std::filesystem::path& file,
                                               const Recipe& recipe);

} // namespace tessera::zoo

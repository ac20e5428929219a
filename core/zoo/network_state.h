#pragma once

#include "core/format/named_array.h"
#include "core/zoo/zoo_network.h"

#include <string>
#include <vector>

namespace tessera::zoo {

// All parameters and buffers, in order of registration, by PyTorch's names.
[[nodiscard]] format::ArrayFile stateOf(const Network& network);

// How the tensors of a file meet those of a network: what is missing, what nobody knows, and what
// has another shape ("NAME: [2,3] instead of [2,4]").
struct StateDifference {
    std::vector<std::string> missing, unexpected, misshapen;
    [[nodiscard]] bool empty() const {
        return missing.empty() && unexpected.empty() && misshapen.empty();
    }
    [[nodiscard]] std::size_t size() const {
        return missing.size() + unexpected.size() + misshapen.size();
    }
};
[[nodiscard]] StateDifference compareState(const Network& network, const format::ArrayFile& state);
// "3 missing (a, b, c); 1 unexpected (d)": the first names of each kind.
[[nodiscard]] std::string differenceText(const StateDifference& difference);

// Copies arrays into the network by name. Every tensor of the network must be there with its
// shape; names that are only an alias (Network::aliases) are accepted and must agree in shape.
// InvalidArgument names what is missing, unexpected or of another shape; the network is then
// unchanged.
[[nodiscard]] Result<void> loadState(Network& network, const format::ArrayFile& state);

// SHA-256 over names, shapes and bytes of the state: equal hashes, equal networks.
[[nodiscard]] std::string weightsHash(const Network& network);

// Whether all parameters and buffers are finite.
[[nodiscard]] bool isFinite(const Network& network);

// Copies all parameters and buffers between two networks of the same shapes.
void copyState(const Network& from, Network& to);

// Checkpoints: SafeTensors with the recipe in the metadata key "twb.recipe".
// Io if it cannot be written (then nothing is left behind).
[[nodiscard]] Result<void> saveCheckpoint(const ZooNetwork& network,
                                          const std::filesystem::path& file);
// NotFound, Io, Corrupt, Unsupported; InvalidArgument if the tensors do not fit the recipe.
[[nodiscard]] Result<ZooNetworkPtr> loadCheckpoint(const std::filesystem::path& file);

// Tensors of a PyTorch state dict (.pt, or .safetensors without a recipe) into a given recipe, and
// what the names all began with on top of that ("module.", "model.": wrappers of training code).
struct StateDict {
    format::ArrayFile arrays;
    std::string strippedPrefix; // empty: none
};
// NotFound, Io, Corrupt, Unsupported.
[[nodiscard]] Result<StateDict> readStateFile(const std::filesystem::path& file);
// How many classes it has the head decides, unless the architecture names another number. Codes of
// readStateFile(), buildNetwork() and loadState().
[[nodiscard]] Result<ZooNetworkPtr> loadStateDict(const std::filesystem::path& file,
                                                  const Recipe& recipe);

} // namespace tessera::zoo

#pragma once

#include "core/zoo/zoo_network.h"

#include <string>
#include <vector>

namespace tessera::zoo {

// One architecture of the zoo. Adding one is a pair of files, a line in zoo_registry.cpp, a test.
struct Family {
    ArchitectureId id;
    std::string description;
    Result<ZooNetworkPtr> (*build)(const Recipe&);
    double (*parameters)(const Recipe&); // trainable numbers, without building
    // What this family cannot be, beside what none can; null: nothing. The others rely on it.
    Result<void> (*check)(const Recipe&) = nullptr;
};

[[nodiscard]] const std::vector<Family>& families();

// Trainable numbers of a recipe that checkRecipe() accepts.
[[nodiscard]] double parameterCount(const Recipe& recipe);

// Builds a network with freshly drawn weights. Same recipe and seed, same weights.
// NotFound for an unknown family; InvalidArgument for a recipe that cannot be built.
[[nodiscard]] Result<ZooNetworkPtr> buildNetwork(const Recipe& recipe, std::uint64_t seed);

// The checks of buildNetwork() without building: family, ranges, memory.
[[nodiscard]] Result<void> checkRecipe(const Recipe& recipe);

} // namespace tessera::zoo

#pragma once

#include "core/api/snapshot.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

// What each unit of a layer does over the samples of a snapshot. Plain values; what is not finite
// is skipped and counted.
namespace tessera {

// What the values of a layer tell of the function that made them.
enum class LayerBounds {
    None,      // negative values, some beyond -1 or 1: nothing to rest or saturate at
    Rectified, // no negative value: a ReLU or its like, which rests at 0
    Tanh,      // negative values, none beyond -1 or 1, and 0.95 of that is reached
    Sigmoid,   // inside (0, 1), 0 and 1 excluded, and both 0.05 and 0.95 are reached
};

struct UnitFigures {
    std::int64_t finite = 0; // values that count; the others are missing
    // Nothing, if no value is finite.
    std::optional<double> mean;
    std::optional<double> variance; // population
    std::optional<double> least;
    std::optional<double> greatest;
    // Share of the finite values at rest: at most 0 in a rectified layer; of a dead unit all. In
    // other layers a unit that is not dead is never at rest.
    std::optional<double> restShare;
    // Share of the finite values within 5% of an end: beyond -0.95 or 0.95 in a tanh layer, below
    // 0.05 or above 0.95 in a sigmoid layer. Nothing: the layer has no ends.
    std::optional<double> saturatedShare;
    // Never departs from a constant: all finite values, two or more, lie within a millionth of the
    // span of the whole layer. In a rectified layer that holds the units that are always 0.
    bool dead = false;
    bool saturated = false; // not dead, and saturatedShare is at least 0.95
    // The samples with its greatest values, greatest first, at most kTopSamples; a dead unit has
    // none.
    std::vector<int> top;
};

struct UnitStatistics {
    static constexpr std::size_t kTopSamples = 5;

    LayerBounds bounds = LayerBounds::None;
    std::int64_t samples = 0;
    std::int64_t missing = 0; // values that are not finite
    std::vector<UnitFigures> units;
    std::optional<int> dead;      // units; nothing: one sample tells nothing
    std::optional<int> saturated; // units; nothing: that, or the layer has no ends
};

} // namespace tessera

namespace tessera::stats {

// `layer`: (samples, units). Two passes in float64, the variance about the mean. Pure, on any
// thread but the window's, which asks Analysis; what is returned after a stop is of no use.
[[nodiscard]] UnitStatistics unitStatistics(const Matrix& layer, const std::stop_token& stop);

} // namespace tessera::stats

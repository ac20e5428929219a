#pragma once

#include "core/api/snapshot.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

// How the values of layers are spread. Plain values; what is not finite is skipped and counted.
namespace tessera {

// The values of all units of a layer, over all samples or some.
struct Distribution {
    std::int64_t count = 0;                      // finite values
    std::int64_t missing = 0;                    // values that are not finite
    std::optional<double> least, greatest, mean; // nothing: no value is finite
    std::optional<double> deviation;             // population
    // Of each bin: share of the finite values over the width of the bin, so that all bins together
    // hold an area of 1. Empty without bins.
    std::vector<double> density;
};

// Layers on the same bins. Null pointers where there is nothing to show.
struct LayerValues {
    const Matrix* source = nullptr;
    const Matrix* before = nullptr; // the receiver's, before it learned
    const Matrix* now = nullptr;    // the receiver's
    friend bool operator==(const LayerValues&, const LayerValues&) = default;
};

struct DistributionSet {
    std::vector<double> edges; // of even bins, ascending; empty: no value is finite
    std::optional<Distribution> source, before, now;

    [[nodiscard]] int bins() const { return static_cast<int>(edges.size()) - 1; }
    // The bin of a value within the edges.
    [[nodiscard]] std::optional<int> binOf(double value) const;
    // The least density above 0 of all; nothing: there is none.
    [[nodiscard]] std::optional<double> leastDensity() const;
};

inline constexpr int kMostBins = 64;

struct DistributionRequest {
    LayerValues layers;                      // which outlive the work
    std::optional<std::vector<int>> samples; // whose values count; nothing: all. Those beyond the
                                             // rows are left out
    // Of even bins, ascending. Empty: from the least to the greatest value of all layers, at most
    // kMostBins bins, fewer for few values; equal values stand in the middle of three.
    std::vector<double> edges;
};

} // namespace tessera

namespace tessera::stats {

// Two passes in float64 for the figures, one for the densities. Pure, on any thread but the
// window's, which asks Analysis; what is returned after a stop is of no use.
[[nodiscard]] DistributionSet distributions(const DistributionRequest& request,
                                            const std::stop_token& stop);

} // namespace tessera::stats

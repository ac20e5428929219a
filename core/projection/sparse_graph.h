#pragma once

#include "core/projection/neighbours.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tessera::projection {

// A weight for each pair of points that are neighbours. Rows one after another, their columns
// rising; no point is its own neighbour. As many rows as points.
struct SparseGraph {
    std::vector<std::size_t> starts; // of each row, and the end of the last one
    std::vector<std::int32_t> columns;
    std::vector<float> weights;

    [[nodiscard]] std::int64_t count() const {
        return static_cast<std::int64_t>(starts.empty() ? 0 : starts.size() - 1);
    }
};

// Weights between all pairs of which one is among the other's neighbours. `weights` (count * k) are
// those of a row's neighbours; join(w_ij, w_ji) gives the pair's, 0 standing for "not a neighbour",
// and must not depend on the order.
[[nodiscard]] SparseGraph symmetricGraph(const Neighbours& neighbours,
                                         const std::vector<float>& weights,
                                         float (*join)(float, float));

} // namespace tessera::projection

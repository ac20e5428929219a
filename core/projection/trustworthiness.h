#pragma once

#include "core/api/snapshot.h"
#include "core/api/watch.h"

#include <cstdint>
#include <optional>

namespace tessera::projection {

struct TrustworthinessRequest {
    std::int64_t k = 12; // neighbours in the picture that are judged; fewer than half the points
    // Rows that are judged at most, evenly spread; each one against all points. 0 = all.
    std::int64_t mostRows = 0;
    int threads = 1;
};

// How far neighbours in the picture are neighbours indeed (Venna and Kaski 2001), 0..1 and 1 if all
// are: T = 1 - 2 / (m k (2n - 3k - 1)) sum_i sum_j max(0, r(i, j) - k) for m judged rows i of n, j
// the k nearest of i in `xy`, r(i, j) = 1 + how many points are nearer to i than j in `points`.
// With m = n that of scikit-learn, where distances differ; equally far points go by index. Rows
// that are not finite in either do not take part. Not measured: k < 1, 2k >= n, different numbers
// of rows, or stopped.
[[nodiscard]] std::optional<double> trustworthiness(const Matrix& points, const Matrix& xy,
                                                    const TrustworthinessRequest& request = {},
                                                    const Watch& watch = {});

} // namespace tessera::projection

#pragma once

#include "core/api/snapshot.h"
#include "core/api/watch.h"

#include <array>
#include <optional>
#include <vector>

namespace tessera::projection {

// The plane through the mean in which the points vary most (Pearson 1901).
struct PrincipalPlane {
    std::vector<double> mean;
    std::array<std::vector<double>, 2> axes; // of unit length, at right angles; zeros if there is
                                             // no such variance. The largest component (the first
                                             // of equals) is positive.
    std::array<double, 2> variances{};       // along the axes, divided by n
};

// In float64, and the same for any number of threads. `points` are finite, of one row and column at
// least. Nothing if stopped.
[[nodiscard]] std::optional<PrincipalPlane> principalPlane(const Matrix& points, int threads,
                                                           const Watch& watch = {});

// Coordinates in the plane, (n, 2).
[[nodiscard]] std::vector<float> coordinatesIn(const PrincipalPlane& plane, const Matrix& points,
                                               int threads);

} // namespace tessera::projection

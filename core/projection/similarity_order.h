#pragma once

#include "core/api/snapshot.h"
#include "core/api/watch.h"

#include <vector>

namespace tessera::projection {

// As Analysis::rowsBySimilarity(): row indices from high to low along the first principal axis
// (pca2.h), on the calling thread. What is not finite counts as its column's mean; where nothing
// varies, the rows stay as they are. Empty if stopped.
[[nodiscard]] std::vector<int> rowsBySimilarity(const Matrix& points, const Watch& watch);

} // namespace tessera::projection

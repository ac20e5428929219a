#pragma once

#include "core/api/snapshot.h"
#include "core/api/watch.h"

#include <cstdint>

namespace tessera::projection {

struct PlacementRequest {
    std::int64_t k = 5; // neighbours, >= 1; fewer if there are fewer references
    std::uint64_t seed = 1;
    int threads = 1;
};

// Where further points belong in a picture that was made without them, such as the receiver's in
// the source's: at the mean of the positions `xy` (n, 2) of the k `references` (n, d) that are
// nearest to each of the `queries` (m, d) in the original space. (m, 2); NaN for queries that are
// not finite, and for all where no reference is finite and has a position, or the widths or numbers
// of rows differ. Empty if stopped.
[[nodiscard]] Matrix placeAmong(const Matrix& references, const Matrix& xy, const Matrix& queries,
                                const PlacementRequest& request = {}, const Watch& watch = {});

} // namespace tessera::projection

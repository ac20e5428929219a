#pragma once

#include "core/api/snapshot.h"
#include "core/api/watch.h"

#include <cstdint>
#include <vector>

namespace tessera::projection {

// The k nearest points of each of `count` rows, nearest first, equally near ones by index.
struct Neighbours {
    std::int64_t count = 0;
    std::int64_t k = 0;
    std::vector<std::int32_t> indices; // count * k
    std::vector<float> distances;      // count * k, Euclidean

    [[nodiscard]] std::int32_t index(std::int64_t row, std::int64_t place) const {
        return indices[static_cast<std::size_t>(row * k + place)];
    }
    [[nodiscard]] float distance(std::int64_t row, std::int64_t place) const {
        return distances[static_cast<std::size_t>(row * k + place)];
    }
};

struct NeighbourSearch {
    std::int64_t k = 1; // fewer if there are fewer points
    std::uint64_t seed = 1;
    int threads = 1;
    // All distances are computed for up to so many points. Above, a graph finds nearly all of the
    // neighbours (HNSW, Malkov and Yashunin 2020) in a time that grows hardly more than n.
    std::int64_t exactUpTo = 20'000;
};

// Of each point among the others. `points` are finite. The same for any number of threads.
// Nothing (k = 0) if stopped, or for fewer than two points. May throw std::bad_alloc.
[[nodiscard]] Neighbours nearestNeighbours(const Matrix& points, const NeighbourSearch& search,
                                           const Watch& watch = {});

// Of each query among the points; both finite and of the same width.
[[nodiscard]] Neighbours nearestAmong(const Matrix& points, const Matrix& queries,
                                      const NeighbourSearch& search, const Watch& watch = {});

} // namespace tessera::projection

#include "core/projection/placement.h"

#include "core/projection/finite_rows.h"
#include "core/projection/neighbours.h"

#include <algorithm>
#include <vector>

namespace tessera::projection {

Matrix placeAmong(const Matrix& references, const Matrix& xy, const Matrix& queries,
                  const PlacementRequest& request, const Watch& watch) {
    const auto placed = finiteRows(queries);
    const auto nowhere = spreadTo({}, queries.rows, {}, 2);
    if (references.rows != xy.rows || xy.columns != 2 || references.columns != queries.columns ||
        request.k < 1) {
        return nowhere;
    }
    const auto drawn = finiteRows(xy);
    const auto drawnReferences = rowsAt(references, drawn);
    const auto kept = finiteRows(drawnReferences);
    auto points = rowsAt(drawnReferences, kept);
    auto asked = rowsAt(queries, placed);
    const float largest = std::max(largestOf(points), largestOf(asked));
    bringIntoRange(points, largest);
    bringIntoRange(asked, largest);
    const auto positions = rowsAt(rowsAt(xy, drawn), kept);
    if (points.rows == 0 || placed.empty()) {
        return nowhere;
    }
    NeighbourSearch search;
    search.k = request.k;
    search.seed = request.seed;
    search.threads = request.threads;
    const auto nearest = nearestAmong(points, asked, search, watch);
    if (nearest.k == 0) {
        return {};
    }
    std::vector<float> means;
    for (std::int64_t row = 0; row < nearest.count; ++row) {
        for (std::int64_t axis = 0; axis < 2; ++axis) {
            double sum = 0;
            for (std::int64_t place = 0; place < nearest.k; ++place) {
                sum += positions.at(nearest.index(row, place), axis);
            }
            means.push_back(static_cast<float>(sum / static_cast<double>(nearest.k)));
        }
    }
    return spreadTo(placed, queries.rows, means, 2);
}

} // namespace tessera::projection

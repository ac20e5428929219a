#include "core/projection/trustworthiness.h"

#include "core/projection/distances.h"
#include "core/projection/finite_rows.h"
#include "core/projection/neighbours.h"
#include "core/projection/parallel.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace tessera::projection {

namespace {

constexpr std::int64_t kPiece = PointPanels::kRows; // rows in a piece of work

// Squared distances of up to kRows rows to all points, a row after another.
std::vector<float> distancesOf(const PointPanels& panels, const Matrix& points,
                               const std::vector<std::int64_t>& rows) {
    PointPanels::Rows from;
    for (std::size_t r = 0; r < from.size(); ++r) {
        from[r] = points.values.data() + rows[std::min(r, rows.size() - 1)] * points.columns;
    }
    const auto count = static_cast<std::size_t>(panels.count());
    std::vector<float> result(rows.size() * count);
    PointPanels::Distances distances;
    for (std::int64_t panel = 0; panel < panels.panels(); ++panel) {
        panels.squared(from, panel, distances);
        const auto start = static_cast<std::size_t>(panel * PointPanels::kPanel);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            std::copy_n(distances[r].begin(),
                        std::min<std::size_t>(PointPanels::kPanel, count - start),
                        result.begin() + static_cast<std::ptrdiff_t>(r * count + start));
        }
    }
    return result;
}

// Points that are nearer than point `j`, equally near ones by index; infinity stands for the row
// itself.
std::int64_t nearerThan(const float* distances, std::int64_t count, std::int64_t j) {
    const float limit = distances[j];
    std::int32_t nearer = 0;
    for (std::int64_t l = 0; l < j; ++l) {
        nearer += distances[l] <= limit ? 1 : 0;
    }
    for (auto l = j; l < count; ++l) {
        nearer += distances[l] < limit ? 1 : 0;
    }
    return nearer;
}

std::vector<std::int64_t> judgedRows(std::int64_t count, std::int64_t most) {
    const auto judged = most > 0 ? std::min(most, count) : count;
    std::vector<std::int64_t> rows;
    for (std::int64_t i = 0; i < judged; ++i) {
        rows.push_back(i * count / judged);
    }
    return rows;
}

} // namespace

std::optional<double> trustworthiness(const Matrix& points, const Matrix& xy,
                                      const TrustworthinessRequest& request, const Watch& watch) {
    if (points.rows != xy.rows) {
        return std::nullopt;
    }
    const auto drawn = finiteRows(xy);
    const auto drawnPoints = rowsAt(points, drawn);
    const auto kept = finiteRows(drawnPoints);
    auto originals = rowsAt(drawnPoints, kept);
    auto picture = rowsAt(rowsAt(xy, drawn), kept);
    bringIntoRange(originals, largestOf(originals));
    bringIntoRange(picture, largestOf(picture));
    const auto n = originals.rows;
    const auto k = request.k;
    if (k < 1 || 2 * k >= n) {
        return std::nullopt;
    }
    const auto judged = judgedRows(n, request.mostRows);
    NeighbourSearch search;
    search.k = k + 1; // since each is its own nearest
    search.threads = request.threads;
    search.exactUpTo = n;
    const auto shown = nearestAmong(picture, rowsAt(picture, judged), search, watch);
    if (shown.k == 0) {
        return std::nullopt;
    }
    const PointPanels panels(originals);
    const auto rows = static_cast<std::int64_t>(judged.size());
    std::vector<double> penalties(judged.size());
    parallelFor(request.threads, rows, kPiece, [&](std::int64_t first, std::int64_t last) {
        if (watch.stopRequested()) {
            return;
        }
        auto distances = distancesOf(panels, originals,
                                     std::vector(judged.begin() + first, judged.begin() + last));
        for (auto i = first; i < last; ++i) {
            float* from = distances.data() + (i - first) * n;
            const auto self = judged[static_cast<std::size_t>(i)];
            from[self] = std::numeric_limits<float>::infinity();
            std::int64_t seen = 0;
            for (std::int64_t place = 0; place <= k && seen < k; ++place) {
                const auto j = shown.index(i, place);
                if (j != self) {
                    ++seen;
                    const auto rank = 1 + nearerThan(from, n, j);
                    penalties[static_cast<std::size_t>(i)] +=
                        static_cast<double>(std::max<std::int64_t>(0, rank - k));
                }
            }
        }
    });
    if (watch.stopRequested()) {
        return std::nullopt;
    }
    const double sum = std::accumulate(penalties.begin(), penalties.end(), 0.0);
    return 1 - 2 * sum / (static_cast<double>(rows * k) * static_cast<double>(2 * n - 3 * k - 1));
}

} // namespace tessera::projection

#include "core/projection/neighbours.h"

#include "core/projection/distances.h"
#include "core/projection/neighbour_graph.h"
#include "core/projection/parallel.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tessera::projection {

namespace {

constexpr std::int64_t kPiece = 32; // rows in a piece of work
constexpr std::int64_t kNobody = -1;
constexpr std::size_t kCacheBytes = 1 << 18; // of points that all rows of a piece go through

using Found = std::pair<float, std::int32_t>; // squared distance, index: ordered as wanted

// The k smallest so far, the largest on top.
class Nearest {
public:
    explicit Nearest(std::int64_t k) : m_k(static_cast<std::size_t>(k)) { m_heap.reserve(m_k + 1); }

    // Candidates come with rising indices, so an equally near one never displaces another.
    void offer(float distance, std::int32_t index) {
        if (m_heap.size() == m_k) {
            if (!(distance < m_heap.front().first)) {
                return;
            }
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
        m_heap.emplace_back(distance, index);
        std::push_heap(m_heap.begin(), m_heap.end());
    }
    // In order. Nothing can be offered afterwards.
    const std::vector<Found>& sorted() {
        std::sort_heap(m_heap.begin(), m_heap.end());
        return m_heap;
    }

private:
    std::size_t m_k;
    std::vector<Found> m_heap;
};

// The nearest points of up to kPiece rows, begin..end - 1 of `queries`.
class PieceSearch {
public:
    PieceSearch(const PointPanels& points, const Matrix& queries, std::int64_t begin,
                std::int64_t end, std::int64_t k)
        : m_points(points), m_queries(queries), m_begin(begin), m_end(end),
          m_nearest(static_cast<std::size_t>(end - begin), Nearest(k)) {}

    // `amongThemselves`: the queries are the points, and none is its own neighbour.
    void run(bool amongThemselves) {
        const auto panelBytes =
            static_cast<std::size_t>(m_points.dimensions() * PointPanels::kPanel) * sizeof(float);
        const auto atOnce =
            static_cast<std::int64_t>(std::max<std::size_t>(1, kCacheBytes / panelBytes));
        for (std::int64_t first = 0; first < m_points.panels(); first += atOnce) {
            const auto last = std::min(m_points.panels(), first + atOnce);
            for (auto row = m_begin; row < m_end; row += PointPanels::kRows) {
                for (auto panel = first; panel < last; ++panel) {
                    offer(row, panel, amongThemselves);
                }
            }
        }
    }

    std::vector<Nearest>& nearest() { return m_nearest; }

private:
    // The points of one panel to up to kRows rows from `first` on.
    void offer(std::int64_t first, std::int64_t panel, bool amongThemselves) {
        const auto last = std::min(m_end, first + PointPanels::kRows);
        PointPanels::Rows rows;
        for (std::int64_t r = 0; r < PointPanels::kRows; ++r) { // the last row again, if need be
            rows[static_cast<std::size_t>(r)] =
                m_queries.values.data() + std::min(first + r, last - 1) * m_queries.columns;
        }
        PointPanels::Distances distances;
        m_points.squared(rows, panel, distances);
        const auto start = panel * PointPanels::kPanel;
        const auto filled = std::min(PointPanels::kPanel, m_points.count() - start);
        for (auto row = first; row < last; ++row) {
            const auto& from = distances[static_cast<std::size_t>(row - first)];
            auto& best = m_nearest[static_cast<std::size_t>(row - m_begin)];
            const auto self = amongThemselves ? row - start : kNobody;
            for (std::int64_t l = 0; l < filled; ++l) {
                if (l != self) {
                    best.offer(from[static_cast<std::size_t>(l)],
                               static_cast<std::int32_t>(start + l));
                }
            }
        }
    }

    const PointPanels& m_points;
    const Matrix& m_queries;
    std::int64_t m_begin, m_end;
    std::vector<Nearest> m_nearest;
};

Neighbours exactNeighbours(const Matrix& points, const Matrix* queries,
                           const NeighbourSearch& search, const Watch& watch) {
    const Matrix& rows = queries != nullptr ? *queries : points;
    Neighbours result{rows.rows, search.k, {}, {}};
    const auto size = static_cast<std::size_t>(rows.rows * search.k);
    result.indices.resize(size);
    result.distances.resize(size);
    const PointPanels panels(points);
    SharedProgress progress(watch, rows.rows);
    parallelFor(search.threads, rows.rows, kPiece, [&](std::int64_t begin, std::int64_t end) {
        if (watch.stopRequested()) {
            return;
        }
        PieceSearch piece(panels, rows, begin, end, search.k);
        piece.run(queries == nullptr);
        auto at = static_cast<std::size_t>(begin * search.k);
        for (auto& row : piece.nearest()) {
            for (const auto& [distance, index] : row.sorted()) {
                result.indices[at] = index;
                result.distances[at++] = std::sqrt(distance);
            }
        }
        progress.add(end - begin);
    });
    return watch.stopRequested() ? Neighbours{} : result;
}

Neighbours find(const Matrix& points, const Matrix* queries, NeighbourSearch search,
                const Watch& watch) {
    const auto others = queries != nullptr ? points.rows : points.rows - 1;
    search.k = std::min(search.k, others);
    if (search.k < 1 || watch.stopRequested()) {
        return {};
    }
    if (points.rows > search.exactUpTo) {
        return neighboursByGraph(points, queries, search, watch);
    }
    return exactNeighbours(points, queries, search, watch);
}

} // namespace

Neighbours nearestNeighbours(const Matrix& points, const NeighbourSearch& search,
                             const Watch& watch) {
    return find(points, nullptr, search, watch);
}

Neighbours nearestAmong(const Matrix& points, const Matrix& queries, const NeighbourSearch& search,
                        const Watch& watch) {
    return find(points, &queries, search, watch);
}

} // namespace tessera::projection

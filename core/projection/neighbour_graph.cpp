#include "core/projection/neighbour_graph.h"

#include "core/projection/lanes.h"
#include "core/projection/parallel.h"

// Without its functions for one processor or another, which would decide the last bits, and which
// it defines in a header.
#define NO_MANUAL_VECTORIZATION
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>

namespace tessera::projection {

namespace {

constexpr std::size_t kLinks = 16;             // M of the paper
constexpr std::size_t kBuildCandidates = 150;  // efConstruction
constexpr std::size_t kFewestCandidates = 100; // ef
constexpr std::int64_t kPiece = 64;            // rows in a piece of work

using Found = std::pair<float, std::int32_t>;

float squaredDistance(const void* a, const void* b, const void* dimensions) {
    const auto* left = static_cast<const float*>(a);
    const auto* right = static_cast<const float*>(b);
    const auto count = *static_cast<const std::size_t*>(dimensions);
    Lanes sums{};
    std::size_t k = 0;
    for (; k + kLanes <= count; k += kLanes) {
        Lanes x;
        Lanes y;
        load(x, left + k);
        load(y, right + k);
        const Lanes difference = x - y;
        sums += difference * difference;
    }
    float sum = sumOf(sums);
    for (; k < count; ++k) {
        sum += (left[k] - right[k]) * (left[k] - right[k]);
    }
    return sum;
}

class Euclidean : public hnswlib::SpaceInterface<float> {
public:
    explicit Euclidean(std::int64_t dimensions)
        : m_dimensions(static_cast<std::size_t>(dimensions)) {}
    std::size_t get_data_size() override { return m_dimensions * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return squaredDistance; }
    void* get_dist_func_param() override { return &m_dimensions; }

private:
    std::size_t m_dimensions;
};

const float* rowOf(const Matrix& points, std::int64_t row) {
    return points.values.data() + row * points.columns;
}

// Points that are equal, together.
class EqualPoints {
public:
    explicit EqualPoints(const Matrix& points)
        : m_order(static_cast<std::size_t>(points.rows)),
          m_group(static_cast<std::size_t>(points.rows)) {
        std::iota(m_order.begin(), m_order.end(), 0);
        const auto rowsOf = [&](std::int32_t i) {
            return std::span(rowOf(points, i), static_cast<std::size_t>(points.columns));
        };
        std::sort(m_order.begin(), m_order.end(), [&](std::int32_t a, std::int32_t b) {
            const auto x = rowsOf(a);
            const auto y = rowsOf(b);
            const auto [at, other] = std::mismatch(x.begin(), x.end(), y.begin());
            return at == x.end() ? a < b : *at < *other;
        });
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const auto x = rowsOf(m_order[i]);
            if (i == 0 || !std::equal(x.begin(), x.end(), rowsOf(m_order[i - 1]).begin())) {
                m_starts.push_back(i);
            }
            m_group[static_cast<std::size_t>(m_order[i])] = m_starts.size() - 1;
        }
        m_starts.push_back(m_order.size());
    }

    [[nodiscard]] std::size_t groups() const { return m_starts.size() - 1; }
    [[nodiscard]] std::size_t groupOf(std::int64_t point) const {
        return m_group[static_cast<std::size_t>(point)];
    }
    // By rising index.
    [[nodiscard]] std::span<const std::int32_t> members(std::size_t group) const {
        return std::span(m_order).subspan(m_starts[group], m_starts[group + 1] - m_starts[group]);
    }
    // Whether the point is the first of its group.
    [[nodiscard]] bool leads(std::int64_t point) const {
        return members(groupOf(point)).front() == point;
    }

private:
    std::vector<std::int32_t> m_order; // groups one after another
    std::vector<std::size_t> m_group;
    std::vector<std::size_t> m_starts;
};

class Graph {
public:
    Graph(const Matrix& points, const NeighbourSearch& search)
        : m_points(points), m_equal(points), m_space(points.columns),
          m_graph(&m_space, m_equal.groups(), kLinks, kBuildCandidates, search.seed & 0x7fffffff),
          m_k(static_cast<std::size_t>(search.k)) {
        m_graph.setEf(std::max(kFewestCandidates, 2 * m_k));
    }

    // One point after another: the graph depends on their order. False if stopped.
    bool build(const Watch& watch, SharedProgress& progress) {
        for (std::int64_t i = 0; i < m_points.rows; ++i) {
            if (watch.stopRequested()) {
                return false;
            }
            if (m_equal.leads(i)) {
                m_graph.addPoint(rowOf(m_points, i), m_equal.groupOf(i));
            }
            if (i % kPiece == kPiece - 1) {
                progress.add(kPiece);
            }
        }
        return true;
    }

    // The nearest points of `row`, without point `self` (-1: none).
    [[nodiscard]] std::vector<Found> nearest(const float* row, std::int64_t self) const {
        std::vector<Found> found;
        const auto wanted = std::min(m_k + 1, m_equal.groups());
        for (auto groups = m_graph.searchKnn(row, wanted); !groups.empty(); groups.pop()) {
            const auto& [distance, group] = groups.top();
            take(distance, group, self, found);
        }
        if (found.size() < m_k) { // not all points can be reached in the graph from everywhere
            found.clear();
            for (std::size_t group = 0; group < m_equal.groups(); ++group) {
                const auto dimensions = static_cast<std::size_t>(m_points.columns);
                take(squaredDistance(row, rowOf(m_points, m_equal.members(group).front()),
                                     &dimensions),
                     group, self, found);
            }
        }
        std::sort(found.begin(), found.end());
        found.resize(m_k);
        return found;
    }

private:
    void take(float distance, std::size_t group, std::int64_t self,
              std::vector<Found>& found) const {
        const auto members = m_equal.members(group);
        for (const auto member : members.first(std::min(members.size(), m_k + 1))) {
            if (member != self) {
                found.emplace_back(distance, member);
            }
        }
    }

    const Matrix& m_points;
    EqualPoints m_equal;
    Euclidean m_space;
    hnswlib::HierarchicalNSW<float> m_graph;
    std::size_t m_k;
};

} // namespace

Neighbours neighboursByGraph(const Matrix& points, const Matrix* queries,
                             const NeighbourSearch& search, const Watch& watch) try {
    const Matrix& rows = queries != nullptr ? *queries : points;
    SharedProgress progress(watch, points.rows + rows.rows);
    Graph graph(points, search);
    if (!graph.build(watch, progress)) {
        return {};
    }
    Neighbours result{rows.rows, search.k, {}, {}};
    const auto size = static_cast<std::size_t>(rows.rows * search.k);
    result.indices.resize(size);
    result.distances.resize(size);
    parallelFor(search.threads, rows.rows, kPiece, [&](std::int64_t first, std::int64_t last) {
        for (auto row = first; row < last && !watch.stopRequested(); ++row) {
            auto at = static_cast<std::size_t>(row * search.k);
            for (const auto& [distance, index] :
                 graph.nearest(rowOf(rows, row), queries != nullptr ? -1 : row)) {
                result.indices[at] = index;
                result.distances[at++] = std::sqrt(distance);
            }
        }
        progress.add(last - first);
    });
    return watch.stopRequested() ? Neighbours{} : result;
} catch (const std::runtime_error&) {
    throw std::bad_alloc(); // what hnswlib says of memory that it does not get
}

} // namespace tessera::projection

#include "core/projection/sparse_graph.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tessera::projection {

namespace {

using Entry = std::pair<std::int32_t, float>; // column, weight

// Where rows of these lengths begin.
std::vector<std::size_t> startsOf(const std::vector<std::size_t>& lengths) {
    std::vector<std::size_t> starts = {0};
    starts.reserve(lengths.size() + 1);
    for (const auto length : lengths) {
        starts.push_back(starts.back() + length);
    }
    return starts;
}

struct Rows {
    std::vector<std::size_t> starts;
    std::vector<Entry> entries;
};

Rows transposed(const Neighbours& neighbours, const std::vector<float>& weights) {
    std::vector<std::size_t> lengths(static_cast<std::size_t>(neighbours.count));
    for (const auto column : neighbours.indices) {
        ++lengths[static_cast<std::size_t>(column)];
    }
    Rows rows{startsOf(lengths), std::vector<Entry>(weights.size())};
    auto next = rows.starts;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto column = static_cast<std::size_t>(neighbours.indices[i]);
        rows.entries[next[column]++] = {
            static_cast<std::int32_t>(static_cast<std::int64_t>(i) / neighbours.k), weights[i]};
    }
    return rows; // rows were gone through in order, so that columns rise
}

} // namespace

SparseGraph symmetricGraph(const Neighbours& neighbours, const std::vector<float>& weights,
                           float (*join)(float, float)) {
    const auto back = transposed(neighbours, weights);
    SparseGraph graph;
    graph.starts.push_back(0);
    graph.columns.reserve(2 * weights.size());
    graph.weights.reserve(2 * weights.size());
    std::vector<Entry> own;
    constexpr auto kEnd = std::numeric_limits<std::int32_t>::max();
    for (std::int64_t row = 0; row < neighbours.count; ++row) {
        own.clear();
        for (std::int64_t place = 0; place < neighbours.k; ++place) {
            own.emplace_back(neighbours.index(row, place),
                             weights[static_cast<std::size_t>(row * neighbours.k + place)]);
        }
        std::sort(own.begin(), own.end());
        auto there = own.cbegin();
        auto here = back.entries.cbegin() +
                    static_cast<std::ptrdiff_t>(back.starts[static_cast<std::size_t>(row)]);
        const auto last =
            back.entries.cbegin() +
            static_cast<std::ptrdiff_t>(back.starts[static_cast<std::size_t>(row) + 1]);
        while (there != own.cend() || here != last) {
            const auto left = there != own.cend() ? there->first : kEnd;
            const auto right = here != last ? here->first : kEnd;
            const auto column = std::min(left, right);
            const float to = left == column ? (there++)->second : 0.0F;
            const float from = right == column ? (here++)->second : 0.0F;
            graph.columns.push_back(column);
            graph.weights.push_back(join(to, from));
        }
        graph.starts.push_back(graph.columns.size());
    }
    return graph;
}

} // namespace tessera::projection

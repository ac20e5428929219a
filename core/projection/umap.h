#pragma once

#include "core/api/projection.h"
#include "core/projection/random.h"
#include "core/projection/sparse_graph.h"

#include <cstdint>
#include <utility>
#include <vector>

// UMAP (McInnes, Healy and Melville 2018) as in umap-learn, with one difference: it begins with the
// plane of principal axes, not with the eigenvectors of the graph.
namespace tessera::projection {

// Of the curve 1 / (1 + a d^2b), which says how near two points count that are d apart in the
// picture.
struct UmapCurve {
    double a = 1;
    double b = 1;
};

// The least squares fit to 1 for d < minDistance and exp(-(d - minDistance) / spread) beyond, at
// 300 places from 0 to 3 spread (Levenberg 1944, Marquardt 1963).
[[nodiscard]] UmapCurve fitUmapCurve(double minDistance, double spread);

// Weights of pairs: w_j = exp(-max(0, d_j - rho) / sigma) for a point's neighbours, rho the
// distance of the nearest one that is not at the point itself, sigma searched so that the sum over
// the neighbours is log2(k + 1); then a + b - a b of both directions.
[[nodiscard]] SparseGraph umapGraph(const Neighbours& neighbours, int threads);

// The powers of the curve as a table over the squared distance, 32 straight pieces for each
// doubling: right to some parts in a thousand, and several times as fast as pow(). Immutable.
class UmapForces {
public:
    explicit UmapForces(const UmapCurve& curve);

    // 2ab d^(2b-2) / (1 + a d^2b) for a squared distance d^2 >= 0: times (y_j - y_i), the way
    // towards a neighbour.
    [[nodiscard]] float attraction(float distance2) const {
        return lookUp(m_attraction, distance2);
    }
    // 2b / ((0.001 + d^2) (1 + a d^2b)): times (y_i - y_j), the way from another point.
    [[nodiscard]] float repulsion(float distance2) const { return lookUp(m_repulsion, distance2); }

private:
    [[nodiscard]] static float lookUp(const std::vector<float>& table, float distance2);

    std::vector<float> m_attraction, m_repulsion;
};

// Stochastic descent: in each epoch, pairs are drawn near as often as their weight says, and for
// each of them some points at random are pushed away. On one thread, since each step builds upon
// the last. Bound to one thread at a time.
class UmapLayout {
public:
    // `start` (n, 2). Pairs that would not be drawn once in all epochs are left out.
    UmapLayout(const SparseGraph& graph, std::vector<float> start, const UmapSettings& settings,
               int epochs, std::uint64_t seed);

    // Does one epoch. False: coordinates left the range of numbers.
    [[nodiscard]] bool step();

    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] const std::vector<float>& xy() const { return m_xy; }

private:
    struct Pair {
        std::uint32_t from = 0, to = 0;
        float period = 1; // epochs from one time to the next
        float next = 1;
    };

    void pull(const Pair& pair, float rate);
    void push(std::uint32_t from, float rate);

    UmapForces m_forces;
    int m_negativeSamples;
    int m_epochs;
    int m_done = 0;
    std::uint32_t m_count;
    std::vector<Pair> m_pairs;
    std::vector<float> m_xy;
    Random m_random;
};

} // namespace tessera::projection

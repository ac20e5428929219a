#pragma once

#include "core/api/projection.h"
#include "core/projection/quad_tree.h"
#include "core/projection/sparse_graph.h"

#include <cstdint>
#include <vector>

// t-SNE (van der Maaten and Hinton 2008): places points y_i in the plane so that the chances
// q_ij ~ 1 / (1 + |y_i - y_j|^2) resemble the chances p_ij of being neighbours,
// KL(P || Q) = sum p_ij ln(p_ij / q_ij) -> min.
namespace tessera::projection {

// p_ij = (p_j|i + p_i|j) / 2n from the chances of each point's neighbours (perplexity.h).
[[nodiscard]] SparseGraph tsneAffinities(const Neighbours& neighbours, double perplexity,
                                         int threads);

// Neighbours that are looked at for a perplexity: three times as many.
[[nodiscard]] std::int64_t tsneNeighbours(double perplexity);

// A quarter of the gradient of KL(P || Q), its P times `exaggeration`:
//   sum_j p_ij q_ij (y_i - y_j) - 1/Z sum_j q_ij^2 (y_i - y_j),  q_ij = 1 / (1 + |y_i - y_j|^2),
// Z = sum over all pairs of q; the second sum through a QuadTree. Bound to one thread at a time.
class TsneGradient {
public:
    // `affinities` must outlive it.
    TsneGradient(const SparseGraph& affinities, double theta, int threads)
        : m_affinities(affinities), m_theta(theta), m_threads(threads) {}

    // At `xy` (n, 2), finite. Valid until the next call.
    [[nodiscard]] const std::vector<float>& at(const std::vector<float>& xy, double exaggeration);

private:
    const SparseGraph& m_affinities;
    double m_theta;
    int m_threads;
    Repulsion m_repulsion;
    std::vector<float> m_gradient;
};

// The descent: momentum, and a gain for each coordinate that grows by 0.2 while the direction stays
// and shrinks by a fifth where it turns (Jacobs 1988). Bound to one thread at a time.
class TsneLayout {
public:
    // `start` (n, 2). `affinities` must outlive it.
    TsneLayout(const SparseGraph& affinities, std::vector<float> start,
               const TsneSettings& settings, int threads);

    // Does one iteration. False: coordinates left the range of numbers, and nothing was changed.
    [[nodiscard]] bool step();

    [[nodiscard]] int done() const { return m_done; }
    // Its mean is 0.
    [[nodiscard]] const std::vector<float>& xy() const { return m_xy; }

private:
    TsneSettings m_settings;
    TsneGradient m_gradient;
    float m_rate;
    int m_done = 0;
    std::vector<float> m_xy;
    std::vector<float> m_moved; // the last step
    std::vector<float> m_gains;
};

} // namespace tessera::projection

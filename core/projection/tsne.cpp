#include "core/projection/tsne.h"

#include "core/projection/parallel.h"
#include "core/projection/perplexity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace tessera::projection {

namespace {

constexpr std::int64_t kPiece = 256; // points in a piece of work
constexpr float kGainUp = 0.2F;
constexpr float kGainDown = 0.8F;
constexpr float kLeastGain = 0.01F;

float rateFor(const TsneSettings& settings, std::size_t points) {
    if (settings.learningRate > 0) {
        return static_cast<float>(settings.learningRate);
    }
    return static_cast<float>(std::max(static_cast<double>(points) / 12, 50.0));
}

// Moves the mean to 0. False, with nothing moved, if a coordinate is not finite.
bool centre(std::vector<float>& xy) {
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < xy.size(); i += 2) {
        x += xy[i];
        y += xy[i + 1];
    }
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return false;
    }
    const auto points = static_cast<double>(std::max<std::size_t>(xy.size() / 2, 1));
    const auto meanX = static_cast<float>(x / points);
    const auto meanY = static_cast<float>(y / points);
    for (std::size_t i = 0; i < xy.size(); i += 2) {
        xy[i] -= meanX;
        xy[i + 1] -= meanY;
    }
    return true;
}

} // namespace

std::int64_t tsneNeighbours(double perplexity) {
    return static_cast<std::int64_t>(std::ceil(3 * perplexity));
}

SparseGraph tsneAffinities(const Neighbours& neighbours, double perplexity, int threads) {
    auto graph = symmetricGraph(neighbours, neighbourChances(neighbours, perplexity, threads),
                                [](float a, float b) { return a + b; });
    const float scale = 1.0F / (2.0F * static_cast<float>(neighbours.count));
    for (float& weight : graph.weights) {
        weight *= scale;
    }
    return graph;
}

const std::vector<float>& TsneGradient::at(const std::vector<float>& xy, double exaggeration) {
    const QuadTree tree(xy);
    tree.repulsion(m_theta, m_threads, m_repulsion);
    const double sum = std::accumulate(m_repulsion.weights.begin(), m_repulsion.weights.end(), 0.0);
    // Where all are so far apart that no weight is left, neither is any force.
    const auto z = std::max(static_cast<float>(sum), std::numeric_limits<float>::min());
    const auto exaggerated = static_cast<float>(exaggeration);
    m_gradient.resize(xy.size());
    parallelFor(
        m_threads, m_affinities.count(), kPiece, [&](std::int64_t first, std::int64_t last) {
            for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last);
                 ++i) {
                const float x = xy[2 * i];
                const float y = xy[2 * i + 1];
                float sumX = 0;
                float sumY = 0;
                for (auto e = m_affinities.starts[i]; e < m_affinities.starts[i + 1]; ++e) {
                    const auto j = 2 * static_cast<std::size_t>(m_affinities.columns[e]);
                    const float dx = x - xy[j];
                    const float dy = y - xy[j + 1];
                    const float pull = m_affinities.weights[e] / (1.0F + dx * dx + dy * dy);
                    sumX += pull * dx;
                    sumY += pull * dy;
                }
                m_gradient[2 * i] = exaggerated * sumX - m_repulsion.forces[2 * i] / z;
                m_gradient[2 * i + 1] = exaggerated * sumY - m_repulsion.forces[2 * i + 1] / z;
            }
        });
    return m_gradient;
}

TsneLayout::TsneLayout(const SparseGraph& affinities, std::vector<float> start,
                       const TsneSettings& settings, int threads)
    : m_settings(settings), m_gradient(affinities, settings.theta, threads),
      m_rate(rateFor(settings, start.size() / 2)), m_xy(std::move(start)), m_moved(m_xy.size()),
      m_gains(m_xy.size(), 1.0F) {
    centre(m_xy);
}

bool TsneLayout::step() {
    const bool early = m_done < m_settings.exaggeratedIterations;
    const auto momentum =
        static_cast<float>(early ? m_settings.firstMomentum : m_settings.momentum);
    const auto& gradient = m_gradient.at(m_xy, early ? m_settings.exaggeration : 1.0);
    auto next = m_xy;
    for (std::size_t i = 0; i < next.size(); ++i) {
        const bool turns = (gradient[i] > 0) == (m_moved[i] > 0);
        m_gains[i] = std::max(turns ? m_gains[i] * kGainDown : m_gains[i] + kGainUp, kLeastGain);
        m_moved[i] = momentum * m_moved[i] - m_rate * m_gains[i] * gradient[i];
        next[i] += m_moved[i];
    }
    if (!centre(next)) {
        return false;
    }
    m_xy = std::move(next);
    ++m_done;
    return true;
}

} // namespace tessera::projection

#include "core/projection/perplexity.h"

#include "core/projection/parallel.h"

#include <algorithm>
#include <cmath>

namespace tessera::projection {

namespace {

constexpr int kMostHalvings = 200;
constexpr double kTolerance = 1e-6; // of the entropy
constexpr std::int64_t kPiece = 64;

double squared(float distance) {
    return static_cast<double>(distance) * static_cast<double>(distance);
}

struct Sums {
    double weights = 0;
    double weighted = 0; // sum of w_j g_j

    // H = ln sum w + b sum(w g) / sum w, with w_j = exp(-b g_j): shifting all d^2 by one number
    // changes no p_j.
    [[nodiscard]] double entropy(double beta) const {
        return std::log(weights) + beta * weighted / weights;
    }
};

// The gaps g_j = d_j^2 - min d^2.
Sums sumsAt(std::span<const float> distances, double nearest, double beta) {
    Sums sums;
    for (const float distance : distances) {
        const double gap = squared(distance) - nearest;
        const double weight = std::exp(-beta * gap);
        sums.weights += weight;
        sums.weighted += weight * gap;
    }
    return sums;
}

} // namespace

double matchPerplexity(std::span<const float> distances, double perplexity,
                       std::span<float> chances) {
    if (distances.empty()) {
        return 0;
    }
    const double nearest = squared(*std::min_element(distances.begin(), distances.end()));
    const double target = std::log(perplexity);
    const double gaps = sumsAt(distances, nearest, 0).weighted;
    double beta = gaps > 0 ? static_cast<double>(distances.size()) / gaps : 0;
    double low = 0;
    double high = 0; // 0: not yet known
    for (int i = 0; i < kMostHalvings && beta > 0 && std::isfinite(beta); ++i) {
        const double excess = sumsAt(distances, nearest, beta).entropy(beta) - target;
        if (std::fabs(excess) < kTolerance) {
            break;
        }
        (excess > 0 ? low : high) = beta;
        const double next = high > 0 ? (low + high) / 2 : 2 * beta;
        if (!std::isfinite(next)) {
            break;
        }
        beta = next;
    }
    const double sum = sumsAt(distances, nearest, beta).weights;
    for (std::size_t j = 0; j < distances.size(); ++j) {
        chances[j] = static_cast<float>(std::exp(-beta * (squared(distances[j]) - nearest)) / sum);
    }
    return beta;
}

double usablePerplexity(double wanted, std::int64_t points) {
    return std::max(1.0, std::min(wanted, static_cast<double>(points - 1) / 3));
}

std::vector<float> neighbourChances(const Neighbours& neighbours, double perplexity, int threads) {
    std::vector<float> chances(neighbours.distances.size());
    const auto k = static_cast<std::size_t>(neighbours.k);
    parallelFor(threads, neighbours.count, kPiece, [&](std::int64_t first, std::int64_t last) {
        for (auto row = static_cast<std::size_t>(first); row < static_cast<std::size_t>(last);
             ++row) {
            matchPerplexity(std::span(neighbours.distances).subspan(row * k, k), perplexity,
                            std::span(chances).subspan(row * k, k));
        }
    });
    return chances;
}

} // namespace tessera::projection

#include "core/projection/umap.h"

#include "core/projection/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>

namespace tessera::projection {

namespace {

constexpr std::int64_t kPiece = 64; // points in a piece of work
constexpr float kMostForce = 4;     // of a single pair, in each coordinate

// --- The weights ---------------------------------------------------------------------------------

constexpr int kHalvings = 64;
constexpr double kSigmaTolerance = 1e-5;
constexpr double kLeastScale = 1e-3; // of sigma, against the mean distance

double meanOf(std::span<const float> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(std::max<std::size_t>(values.size(), 1));
}

double nearestElsewhere(std::span<const float> distances) {
    const auto at = std::find_if(distances.begin(), distances.end(), [](float d) { return d > 0; });
    return at == distances.end() ? 0.0 : *at;
}

double weightOf(double distance, double rho, double sigma) {
    return distance <= rho || sigma == 0 ? 1.0 : std::exp(-(distance - rho) / sigma);
}

double matchSigma(std::span<const float> distances, double rho, double meanOfAll) {
    const double target = std::log2(static_cast<double>(distances.size() + 1));
    const double mean = meanOf(distances);
    double low = 0;
    double high = 0; // 0: not yet known
    double sigma = mean;
    for (int i = 0; i < kHalvings && sigma > 0; ++i) {
        const double sum =
            std::accumulate(distances.begin(), distances.end(), 0.0, [&](double before, float d) {
                return before + weightOf(d, rho, sigma);
            });
        if (std::fabs(sum - target) < kSigmaTolerance) {
            break;
        }
        (sum > target ? high : low) = sigma;
        sigma = high > 0 ? (low + high) / 2 : 2 * sigma;
    }
    return std::max(sigma, kLeastScale * (rho > 0 ? mean : meanOfAll));
}

// --- The curve -----------------------------------------------------------------------------------

constexpr int kCurvePlaces = 300;

// Half the sum of squares, its gradient and the matrix of Gauss and Newton, at ln a and ln b: both
// are positive. In units of the spread.
struct CurveFit {
    double error = 0;
    double gradient[2] = {};
    double matrix[2][2] = {};
};

CurveFit fitAt(const UmapCurve& curve, double minDistance) {
    CurveFit fit;
    for (int i = 0; i < kCurvePlaces; ++i) {
        const double d = 3.0 * i / (kCurvePlaces - 1);
        const double wanted = d < minDistance ? 1 : std::exp(minDistance - d);
        const double power = d > 0 ? curve.a * std::pow(d, 2 * curve.b) : 0;
        const double value = 1 / (1 + power);
        const double residual = value - wanted;
        const double common = -value * value * power;
        const double slope[2] = {common, d > 0 ? common * 2 * curve.b * std::log(d) : 0};
        fit.error += residual * residual / 2;
        for (int r = 0; r < 2; ++r) {
            fit.gradient[r] += slope[r] * residual;
            for (int c = 0; c < 2; ++c) {
                fit.matrix[r][c] += slope[r] * slope[c];
            }
        }
    }
    return fit;
}

} // namespace

UmapCurve fitUmapCurve(double minDistance, double spread) {
    constexpr int kMostSteps = 200;
    UmapCurve curve;
    auto fit = fitAt(curve, minDistance / spread);
    double damping = 1e-3;
    for (int i = 0; i < kMostSteps && damping < 1e12; ++i) {
        const double first = fit.matrix[0][0] * (1 + damping);
        const double second = fit.matrix[1][1] * (1 + damping);
        const double cross = fit.matrix[0][1];
        const double determinant = first * second - cross * cross;
        const UmapCurve next = {
            curve.a * std::exp((cross * fit.gradient[1] - second * fit.gradient[0]) / determinant),
            curve.b * std::exp((cross * fit.gradient[0] - first * fit.gradient[1]) / determinant)};
        const auto tried = fitAt(next, minDistance / spread);
        if (tried.error < fit.error) { // false for NaN as well
            curve = next;
            fit = tried;
            damping /= 10;
        } else {
            damping *= 10;
        }
    }
    curve.a /= std::pow(spread, 2 * curve.b);
    return curve;
}

SparseGraph umapGraph(const Neighbours& neighbours, int threads) {
    const double meanOfAll = meanOf(neighbours.distances);
    const auto k = static_cast<std::size_t>(neighbours.k);
    std::vector<float> weights(neighbours.distances.size());
    parallelFor(threads, neighbours.count, kPiece, [&](std::int64_t first, std::int64_t last) {
        for (auto row = static_cast<std::size_t>(first); row < static_cast<std::size_t>(last);
             ++row) {
            const auto distances = std::span(neighbours.distances).subspan(row * k, k);
            const double rho = nearestElsewhere(distances);
            const double sigma = matchSigma(distances, rho, meanOfAll);
            for (std::size_t j = 0; j < k; ++j) {
                weights[row * k + j] = static_cast<float>(weightOf(distances[j], rho, sigma));
            }
        }
    });
    return symmetricGraph(neighbours, weights, [](float a, float b) { return a + b - a * b; });
}

// --- The table -----------------------------------------------------------------------------------

namespace {

// A float's bits are the doubling it is in, then its place in there: the first five bits of the
// place choose the piece, the others the place in the piece.
constexpr int kFractionBits = 23 - 5;
constexpr float kLeast = 0x1p-32F;
constexpr float kMost = 0x1p24F;

std::uint32_t pieceOf(float distance2) {
    return std::bit_cast<std::uint32_t>(distance2) >> kFractionBits;
}

} // namespace

UmapForces::UmapForces(const UmapCurve& curve) {
    const auto [a, b] = curve;
    for (auto piece = pieceOf(kLeast); piece <= pieceOf(kMost) + 1; ++piece) {
        const double d2 = std::bit_cast<float>(piece << kFractionBits);
        const double power = std::pow(d2, b);
        m_attraction.push_back(static_cast<float>(2 * a * b * power / d2 / (1 + a * power)));
        m_repulsion.push_back(static_cast<float>(2 * b / ((0.001 + d2) * (1 + a * power))));
    }
}

float UmapForces::lookUp(const std::vector<float>& table, float distance2) {
    const auto bits = std::bit_cast<std::uint32_t>(std::clamp(distance2, kLeast, kMost));
    const auto piece = (bits >> kFractionBits) - pieceOf(kLeast);
    const auto fraction = static_cast<float>(bits & ((1U << kFractionBits) - 1)) *
                          (1.0F / static_cast<float>(1U << kFractionBits));
    return table[piece] + fraction * (table[piece + 1] - table[piece]);
}

// --- The descent ---------------------------------------------------------------------------------

UmapLayout::UmapLayout(const SparseGraph& graph, std::vector<float> start,
                       const UmapSettings& settings, int epochs, std::uint64_t seed)
    : m_forces(fitUmapCurve(settings.minDistance, settings.spread)),
      m_negativeSamples(settings.negativeSamples), m_epochs(epochs),
      m_count(static_cast<std::uint32_t>(graph.count())), m_xy(std::move(start)),
      m_random(seed, "projection.umap") {
    const float most = graph.weights.empty()
                           ? 0.0F
                           : *std::max_element(graph.weights.begin(), graph.weights.end());
    for (std::uint32_t row = 0; row < m_count; ++row) {
        for (auto e = graph.starts[row]; e < graph.starts[row + 1]; ++e) {
            const float period = most / graph.weights[e];
            if (period <= static_cast<float>(std::max(epochs, 1))) { // false for weights of 0
                const auto column = static_cast<std::uint32_t>(graph.columns[e]);
                m_pairs.push_back({row, column, period, period});
            }
        }
    }
}

void UmapLayout::pull(const Pair& pair, float rate) {
    float* from = m_xy.data() + 2 * static_cast<std::size_t>(pair.from);
    float* to = m_xy.data() + 2 * static_cast<std::size_t>(pair.to);
    const float dx = to[0] - from[0];
    const float dy = to[1] - from[1];
    const float force = m_forces.attraction(dx * dx + dy * dy);
    const float x = rate * std::clamp(force * dx, -kMostForce, kMostForce);
    const float y = rate * std::clamp(force * dy, -kMostForce, kMostForce);
    from[0] += x;
    from[1] += y;
    to[0] -= x;
    to[1] -= y;
}

void UmapLayout::push(std::uint32_t from, float rate) {
    const auto other = m_random.below(m_count);
    float* at = m_xy.data() + 2 * static_cast<std::size_t>(from);
    const float* away = m_xy.data() + 2 * static_cast<std::size_t>(other);
    const float dx = at[0] - away[0]; // 0 for the point itself
    const float dy = at[1] - away[1];
    const float force = m_forces.repulsion(dx * dx + dy * dy);
    at[0] += rate * std::clamp(force * dx, -kMostForce, kMostForce);
    at[1] += rate * std::clamp(force * dy, -kMostForce, kMostForce);
}

bool UmapLayout::step() {
    const auto epoch = static_cast<float>(m_done);
    const float rate = 1.0F - epoch / static_cast<float>(std::max(m_epochs, 1));
    for (Pair& pair : m_pairs) {
        if (pair.next > epoch) {
            continue;
        }
        pair.next += pair.period;
        pull(pair, rate);
        for (int i = 0; i < m_negativeSamples; ++i) {
            push(pair.from, rate);
        }
    }
    ++m_done;
    return std::all_of(m_xy.begin(), m_xy.end(), [](float value) { return std::isfinite(value); });
}

} // namespace tessera::projection

#include "core/stats/kendall.h"

#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/erf.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace tessera::stats {

namespace {

constexpr std::size_t kMostExact = 33;

// Sums over the groups of equal values.
struct Ties {
    double pairs = 0.0;   // t(t-1)
    double triples = 0.0; // t(t-1)(t-2)
    double spread = 0.0;  // t(t-1)(2t+5)
};

Ties tiesOf(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    Ties ties;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto last = std::upper_bound(first, sorted.end(), *first);
        const auto t = static_cast<double>(last - first);
        ties.pairs += t * (t - 1.0);
        ties.triples += t * (t - 1.0) * (t - 2.0);
        ties.spread += t * (t - 1.0) * (2.0 * t + 5.0);
        first = last;
    }
    return ties;
}

int sign(double value) {
    return (value > 0.0 ? 1 : 0) - (value < 0.0 ? 1 : 0);
}

std::int64_t concordance(std::span<const double> x, std::span<const double> y) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            sum += sign(x[i] - x[j]) * sign(y[i] - y[j]);
        }
    }
    return sum;
}

// P(at most `inversions` of a random permutation of n), from the distribution of their number: the
// k-th value adds 0 to k - 1 inversions, each with probability 1/k.
double fewInversions(std::size_t n, std::size_t inversions) {
    std::vector<double> probability(inversions + 1, 0.0);
    probability[0] = 1.0;
    for (std::size_t k = 2; k <= n; ++k) {
        double window = 0.0;
        std::vector<double> next(inversions + 1, 0.0);
        for (std::size_t i = 0; i <= inversions; ++i) {
            window += probability[i] - (i >= k ? probability[i - k] : 0.0);
            next[i] = window / static_cast<double>(k);
        }
        probability = std::move(next);
    }
    double sum = 0.0;
    for (const double p : probability) {
        sum += p;
    }
    return sum;
}

double normalP(double score, std::size_t count, const Ties& x, const Ties& y) {
    const auto n = static_cast<double>(count);
    const double m = n * (n - 1.0);
    double variance = (m * (2.0 * n + 5.0) - x.spread - y.spread) / 18.0;
    variance += x.pairs * y.pairs / (2.0 * m);
    if (count > 2) {
        variance += x.triples * y.triples / (9.0 * m * (n - 2.0));
    }
    return boost::math::erfc(std::fabs(score) / std::sqrt(variance) *
                             boost::math::constants::one_div_root_two<double>());
}

bool areFinite(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

} // namespace

Result<KendallTau> kendallTau(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a rank correlation needs as many values on both sides, not {} "
                                "and {}",
                                x.size(), y.size()));
    }
    KendallTau result;
    result.count = x.size();
    if (x.size() < 2 || !areFinite(x) || !areFinite(y)) {
        return result;
    }
    const Ties tiesX = tiesOf(x);
    const Ties tiesY = tiesOf(y);
    const double all = static_cast<double>(x.size()) * static_cast<double>(x.size() - 1);
    if (tiesX.pairs == all || tiesY.pairs == all) {
        return result;
    }
    const auto score = concordance(x, y);
    const double tau = 2.0 * static_cast<double>(score) /
                       (std::sqrt(all - tiesX.pairs) * std::sqrt(all - tiesY.pairs));
    result.tau = std::clamp(tau, -1.0, 1.0);
    result.exact = tiesX.pairs == 0.0 && tiesY.pairs == 0.0 && x.size() <= kMostExact;
    if (!result.exact) {
        result.pValue = normalP(static_cast<double>(score), x.size(), tiesX, tiesY);
        return result;
    }
    const auto pairs = static_cast<std::int64_t>(x.size() * (x.size() - 1) / 2);
    const auto fewer = static_cast<std::size_t>((pairs - std::abs(score)) / 2);
    result.pValue = std::min(1.0, 2.0 * fewInversions(x.size(), fewer));
    return result;
}

} // namespace tessera::stats

#include "core/stats/bootstrap.h"

#include "core/stats/random.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::stats {

namespace {

bool allFinite(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

bool allEqual(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
}

bool usable(const BootstrapOptions& options) {
    return options.resamples > 0 && options.level > 0.0 && options.level < 1.0;
}

// n^n if that is at most `most`.
std::optional<std::size_t> resamplesOf(std::size_t n, std::size_t most) {
    std::size_t all = 1;
    for (std::size_t i = 0; i < n; ++i) {
        if (all > most / n) {
            return std::nullopt;
        }
        all *= n;
    }
    return all;
}

std::vector<double> everyResample(std::span<const double> values, const Statistic& statistic,
                                  std::size_t all) {
    const std::size_t n = values.size();
    std::vector<double> drawn(n);
    std::vector<double> results(all);
    for (std::size_t index = 0; index < all; ++index) {
        std::size_t rest = index;
        for (auto& value : drawn) {
            value = values[rest % n];
            rest /= n;
        }
        results[index] = statistic(drawn);
    }
    return results;
}

std::vector<double> randomResamples(std::span<const double> values, const Statistic& statistic,
                                    const BootstrapOptions& options) {
    Random random(options.seed);
    std::vector<double> drawn(values.size());
    std::vector<double> results(options.resamples);
    for (auto& result : results) {
        for (auto& value : drawn) {
            value = values[random.below(values.size())];
        }
        result = statistic(drawn);
    }
    return results;
}

double acceleration(std::span<const double> values, const Statistic& statistic) {
    std::vector<double> left(values.begin() + 1, values.end()); // without the i-th
    std::vector<double> jackknife(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        jackknife[i] = statistic(left);
        if (i + 1 < values.size()) {
            left[i] = values[i];
        }
    }
    const double mean = arithmeticMean(jackknife);
    double squares = 0.0;
    double cubes = 0.0;
    for (const double value : jackknife) {
        const double d = mean - value;
        squares += d * d;
        cubes += d * d * d;
    }
    return squares > 0.0 ? cubes / (6.0 * std::pow(squares, 1.5)) : 0.0;
}

// The quantile that BCa reads instead of alpha.
double corrected(double alpha, double z0, double a) {
    const boost::math::normal normal;
    const double z = z0 + boost::math::quantile(normal, alpha);
    return boost::math::cdf(normal, z0 + z / (1.0 - a * z));
}

double biasOf(std::span<const double> sorted, double observed) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), observed);
    const auto count = static_cast<double>(sorted.size());
    const double below = static_cast<double>(first - sorted.begin());
    const double share = (below + 0.5 * static_cast<double>(last - first)) / count;
    return boost::math::quantile(boost::math::normal(),
                                 std::clamp(share, 0.5 / count, 1.0 - 0.5 / count));
}

} // namespace

double arithmeticMean(std::span<const double> values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? std::numeric_limits<double>::quiet_NaN()
                          : sum / static_cast<double>(values.size());
}

double sortedQuantile(std::span<const double> sorted, double q) {
    if (sorted.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto lower = static_cast<std::size_t>(std::floor(position));
    const auto upper = std::min(lower + 1, sorted.size() - 1);
    return sorted[lower] + (position - std::floor(position)) * (sorted[upper] - sorted[lower]);
}

std::optional<Interval> bootstrapInterval(std::span<const double> values,
                                          const Statistic& statistic,
                                          const BootstrapOptions& options) {
    if (values.size() < 2 || !allFinite(values) || !usable(options)) {
        return std::nullopt;
    }
    const double observed = statistic(values);
    if (allEqual(values)) {
        return Interval{observed, observed};
    }
    const auto all = resamplesOf(values.size(), options.resamples);
    auto results =
        all ? everyResample(values, statistic, *all) : randomResamples(values, statistic, options);
    std::sort(results.begin(), results.end());
    double lower = (1.0 - options.level) / 2.0;
    double upper = 1.0 - lower;
    if (options.kind == BootstrapKind::BiasCorrected) {
        const double z0 = biasOf(results, observed);
        const double a = acceleration(values, statistic);
        lower = corrected(lower, z0, a);
        upper = corrected(upper, z0, a);
    }
    return Interval{sortedQuantile(results, lower), sortedQuantile(results, upper)};
}

std::optional<Interval> stratifiedInterval(std::span<const std::vector<double>> strata,
                                           const Statistic& statistic,
                                           const BootstrapOptions& options) {
    std::size_t count = 0;
    for (const auto& stratum : strata) {
        if (stratum.size() < 2 || !allFinite(stratum)) {
            return std::nullopt;
        }
        count += stratum.size();
    }
    if (count == 0 || !usable(options)) {
        return std::nullopt;
    }
    Random random(options.seed);
    std::vector<double> drawn(count);
    std::vector<double> results(options.resamples);
    for (auto& result : results) {
        auto next = drawn.begin();
        for (const auto& stratum : strata) {
            for (std::size_t i = 0; i < stratum.size(); ++i) {
                *next++ = stratum[random.below(stratum.size())];
            }
        }
        result = statistic(drawn);
    }
    std::sort(results.begin(), results.end());
    const double lower = (1.0 - options.level) / 2.0;
    return Interval{sortedQuantile(results, lower), sortedQuantile(results, 1.0 - lower)};
}

double interquartileMean(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t cut = sorted.size() / 4;
    return arithmeticMean(std::span(sorted).subspan(cut, sorted.size() - 2 * cut));
}

} // namespace tessera::stats

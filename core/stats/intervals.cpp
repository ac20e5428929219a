#include "core/stats/intervals.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tessera::stats {

namespace {

// False for NaN too.
bool isLevel(double level) {
    return level > 0.0 && level < 1.0;
}

// The upper quantile that leaves (1 - level)/2 on each side; asked for through the complement,
// which keeps its digits for levels close to 1.
template <class Distribution>
double twoSidedQuantile(const Distribution& distribution, double level) {
    return boost::math::quantile(boost::math::complement(distribution, (1.0 - level) / 2.0));
}

std::optional<Interval> tInterval(const Summary& summary, double level) {
    if (!summary.standardError || !isLevel(level)) {
        return std::nullopt;
    }
    const boost::math::students_t distribution(static_cast<double>(summary.count - 1));
    const double reach = twoSidedQuantile(distribution, level) * *summary.standardError;
    return Interval{*summary.mean - reach, *summary.mean + reach};
}

} // namespace

std::optional<Interval> wilsonInterval(std::int64_t successes, std::int64_t trials, double level) {
    if (trials <= 0 || successes < 0 || successes > trials || !isLevel(level)) {
        return std::nullopt;
    }
    const double n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double z = twoSidedQuantile(boost::math::normal(), level);
    const double scale = 1.0 + z * z / n;
    const double centre = (p + z * z / (2.0 * n)) / scale;
    const double reach = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / scale;
    // The ends are exactly 0 and 1 for none and all; rounding must not leave the unit interval.
    return Interval{successes == 0 ? 0.0 : std::max(0.0, centre - reach),
                    successes == trials ? 1.0 : std::min(1.0, centre + reach)};
}

Summary summarise(std::span<const double> values) {
    Summary summary;
    summary.count = values.size();
    if (values.empty() ||
        !std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); })) {
        return summary;
    }
    const double n = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    const double mean = sum / n;
    summary.mean = mean;
    if (values.size() < 2) {
        return summary;
    }
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    // The mean of equal values can be one rounding step off them, which is no spread.
    const bool allEqual =
        std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
    summary.deviation = allEqual ? 0.0 : std::sqrt(squares / (n - 1.0));
    summary.standardError = *summary.deviation / std::sqrt(n);
    return summary;
}

std::optional<Interval> meanInterval(std::span<const double> values, double level) {
    return tInterval(summarise(values), level);
}

Result<PairedComparison> comparePairs(std::span<const double> first, std::span<const double> second,
                                      double level) {
    if (first.size() != second.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a paired comparison needs as many values on both sides, not {} "
                                "and {}; compare only what both have",
                                first.size(), second.size()));
    }
    if (!isLevel(level)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the level {} is not between 0 and 1; 0.95 is usual", level));
    }
    std::vector<double> differences(first.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        differences[i] = first[i] - second[i];
        largest = std::max({largest, std::fabs(first[i]), std::fabs(second[i])});
    }
    PairedComparison comparison;
    comparison.difference = summarise(differences);
    comparison.interval = tInterval(comparison.difference, level);
    if (!comparison.difference.standardError) {
        return comparison;
    }
    // 0.9 - 0.8 and 0.8 - 0.7 differ in their last bit: a spread that small is the subtraction's.
    const double rounding = 4.0 * std::numeric_limits<double>::epsilon() * largest;
    if (*comparison.difference.deviation > rounding) {
        const boost::math::students_t distribution(static_cast<double>(first.size() - 1));
        const double t = *comparison.difference.mean / *comparison.difference.standardError;
        comparison.pValue =
            2.0 * boost::math::cdf(boost::math::complement(distribution, std::fabs(t)));
    }
    return comparison;
}

} // namespace tessera::stats

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/api/run.h"

// Bootstrap intervals (Efron 1979). Pure functions, safe on any thread; the same seed gives the
// same interval. With five values or fewer there are at most 3125 resamples, all of which are
// taken, so that the interval is exact and depends on no seed.
namespace tessera::stats {

enum class BootstrapKind {
    Percentile,    // the quantiles (1 -+ level)/2 of the resampled statistic (Efron 1979)
    BiasCorrected, // BCa (Efron 1987), see below
};

struct BootstrapOptions {
    BootstrapKind kind = BootstrapKind::BiasCorrected;
    std::size_t resamples = 10'000;
    double level = 0.95;
    std::uint64_t seed = 1;
};

// Of values that the function may not keep.
using Statistic = std::function<double(std::span<const double>)>;

[[nodiscard]] double arithmeticMean(std::span<const double> values); // NaN for none

// The q-quantile of sorted values, linear between them (Hyndman and Fan 1996, type 7).
[[nodiscard]] double sortedQuantile(std::span<const double> sorted, double q); // NaN for none

// Interval of a statistic of independent values. BCa replaces the quantile alpha by
//   Phi(z0 + (z0 + z)/(1 - a (z0 + z))),  z = Phi^-1(alpha),
//   z0 = Phi^-1(share of resamples below the statistic, ties counted half),
//   a = sum d_i^3 / (6 (sum d_i^2)^1.5), d_i = mean of the jackknife values - the i-th of them;
// a share of 0 or 1 is moved inwards by half a resample. Equal values give an interval of no width.
// Empty for fewer than two values, for values that are not finite, without resamples and for a
// level outside (0, 1). For a mean over few seeds it is too narrow: by sqrt((n-1)/n) and by using
// no t quantile; use meanInterval where normal values can be assumed.
[[nodiscard]] std::optional<Interval> bootstrapInterval(std::span<const double> values,
                                                        const Statistic& statistic,
                                                        const BootstrapOptions& options = {});

// Percentile interval of a statistic of all values of all strata together (Agarwal et al. 2021):
// each resample draws within every stratum as many values as it has. `kind` is not used. Empty as
// above, and if a stratum has fewer than two values: it would seem to have no spread.
[[nodiscard]] std::optional<Interval>
stratifiedInterval(std::span<const std::vector<double>> strata, const Statistic& statistic,
                   const BootstrapOptions& options = {});

// Mean of the values without the floor(n/4) smallest and largest: the interquartile mean (Agarwal
// et al. 2021), which a few failures or triumphs do not move as they move the mean. Of three values
// or fewer, and so of nothing that is cut, it is their mean. NaN for none.
[[nodiscard]] double interquartileMean(std::span<const double> values);

} // namespace tessera::stats

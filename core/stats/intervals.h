#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/api/result.h"
#include "core/api/run.h"
#include "core/api/wilson.h" // wilsonInterval(), which views need as well

// Intervals and paired comparisons of figures measured over test items or over seeds. Pure
// functions, safe on any thread. Whatever cannot be measured (no items, one seed, NaN among the
// values) is empty, never 0.
namespace tessera::stats {

struct Summary {
    std::size_t count = 0;
    std::optional<double> mean;          // from one value on
    std::optional<double> deviation;     // sample standard deviation (divides by n - 1), n >= 2
    std::optional<double> standardError; // deviation / sqrt(n), n >= 2
};

// Sums in two passes, so that a large common offset costs no digits. All fields but the count are
// empty if a value is not finite.
[[nodiscard]] Summary summarise(std::span<const double> values);

// Interval of a mean, mean -+ t se (Student 1908); t = the quantile of (1 + level)/2 with n - 1
// degrees of freedom. Equal values give an interval of no width. Empty for fewer than two values.
[[nodiscard]] std::optional<Interval> meanInterval(std::span<const double> values,
                                                   double level = 0.95);

struct PairedComparison {
    Summary difference; // of first - second
    std::optional<Interval> interval;
    // Two-sided, of "the mean difference is 0". Empty for fewer than two pairs, and where all
    // differences are equal (up to rounding): without a spread there is no test.
    std::optional<double> pValue;
};

// Paired t test (Student 1908) of values that belong together by position, such as two methods on
// the same seeds. InvalidArgument if the lengths differ or the level is outside (0, 1).
[[nodiscard]] Result<PairedComparison>
comparePairs(std::span<const double> first, std::span<const double> second, double level = 0.95);

} // namespace tessera::stats

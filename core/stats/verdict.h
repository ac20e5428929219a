#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/api/run.h"
#include "core/stats/intervals.h"

// What may be said about a difference, in words. English, as everything that core writes.
namespace tessera::stats {

// Of two accuracies as fractions, first - second, over seeds.
struct Difference {
    std::size_t count = 0;            // seeds that have both
    std::optional<double> mean;       // from one seed on
    std::optional<Interval> interval; // from two on
    std::optional<double> pValue;     // from two on, with a spread
    std::optional<double> pHolm;      // corrected over the family it was tested in
};

[[nodiscard]] Difference differenceOf(const PairedComparison& comparison);

enum class Finding {
    NotMeasured,        // no seed has both, or a value is not finite
    OneSeed,            // n = 1: no interval over seeds, so nothing is claimed
    Identical,          // equal on every seed
    NoSpread,           // differ by the same amount on every seed: no test is possible
    NotDistinguishable, // the interval covers 0, or the p-value is above alpha
    Better,
    Worse,
};

// The p-value that counts is the corrected one where there is one. A difference is real only if its
// interval leaves out 0 and its p-value is at most alpha.
[[nodiscard]] Finding findingOf(const Difference& difference, double alpha = 0.05);

// "better than X by 3.1 points [1.2, 5.0], p = 0.004 (Holm), n = 5",
// "not distinguishable from X (difference 0.4 points [-0.9, 1.7], p = 0.41 (Holm), n = 5)",
// "1.2 points above X on the only seed: n = 1, no interval over seeds", ...
[[nodiscard]] std::string differenceWords(const Difference& difference, std::string_view other,
                                          double alpha = 0.05);

// "p = 0.004", "p < 0.001".
[[nodiscard]] std::string pWords(double pValue);

} // namespace tessera::stats

#pragma once

#include <string>
#include <string_view>

#include "core/api/difference.h" // which views need as well
#include "core/stats/intervals.h"

// What may be said about a difference, in words. English, as everything that core writes.
namespace tessera::stats {

// Of two accuracies as fractions.
[[nodiscard]] Difference differenceOf(const PairedComparison& comparison);

// "better than X by 3.1 points [1.2, 5.0], p = 0.004 (Holm), n = 5",
// "not distinguishable from X (difference 0.4 points [-0.9, 1.7], p = 0.41 (Holm), n = 5)",
// "1.2 points above X on the only seed: n = 1, no interval over seeds", ...
[[nodiscard]] std::string differenceWords(const Difference& difference, std::string_view other,
                                          double alpha = 0.05);

// "p = 0.004", "p < 0.001".
[[nodiscard]] std::string pWords(double pValue);

} // namespace tessera::stats

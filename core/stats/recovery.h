#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tessera::stats {

// Accuracies of one run on its test set, as fractions.
struct RunAccuracies {
    double source = 0.0;
    double before = 0.0; // of the receiver, before the transfer
    double after = 0.0;  // of the receiver, after it
};

// How much of the distance to its source a receiver made up:
//   recovery = (after - before) / (source - before), of means over the runs, uncapped:
// above 1 the receiver is better than its source, below 0 it lost.
// Empty if source - before is not above 0 or is under two standard errors, since the quotient is
// noise then. The standard error is that of the mean of the paired differences source - before over
// two runs or more, and for a single run sqrt(p1 (1-p1)/n + p2 (1-p2)/n) of its two binomial
// accuracies on n = testSize items. Also empty without runs or with a NaN among the accuracies, and
// for a single run without test items.
[[nodiscard]] std::optional<double> recovery(std::span<const RunAccuracies> runs,
                                             std::int64_t testSize);

} // namespace tessera::stats

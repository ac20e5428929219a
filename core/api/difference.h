#pragma once

#include "core/api/run.h"

#include <cstddef>
#include <optional>

namespace tessera::stats {

// Of two values of the same kind, first - second, over seeds.
struct Difference {
    std::size_t count = 0;            // seeds that have both
    std::optional<double> mean;       // from one seed on
    std::optional<Interval> interval; // from two on
    std::optional<double> pValue;     // from two on, with a spread
    std::optional<double> pHolm;      // corrected over the family it was tested in
};

enum class Finding {
    NotMeasured,        // no seed has both, or a value is not finite
    OneSeed,            // n = 1: no interval over seeds, so nothing is claimed
    Identical,          // equal on every seed
    NoSpread,           // differ by the same amount on every seed: no test is possible
    NotDistinguishable, // the interval covers 0, or the p-value is above alpha
    Better,             // the first is larger
    Worse,              // the first is smaller
};

// The p-value that counts is the corrected one where there is one. A difference is real only if its
// interval leaves out 0 and its p-value is at most alpha. Safe on any thread.
[[nodiscard]] Finding findingOf(const Difference& difference, double alpha = 0.05);

} // namespace tessera::stats

#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/api/result.h"

namespace tessera::stats {

struct KendallTau {
    std::size_t count = 0;        // of points
    std::optional<double> tau;    // tau-b, -1 to 1
    std::optional<double> pValue; // two-sided, of "no association"
    bool exact = false;           // whether pValue is
};

// Kendall's rank correlation with ties (Kendall 1945):
//   tau_b = (C - D) / sqrt((n0 - n1)(n0 - n2)),
// C, D = concordant and discordant pairs of points, n0 = n(n-1)/2, n1, n2 = pairs tied in x, in y.
// p: exact from the number of permutations with as few inversions (Kendall 1938) for at most 33
// points without ties; otherwise normal, C - D having under independence the variance
//   (v0 - vt - vu)/18 + t1 u1/(2 n(n-1)) + t2 u2/(9 n(n-1)(n-2)),
// v0 = n(n-1)(2n+5), vt = sum t(t-1)(2t+5), t1 = sum t(t-1), t2 = sum t(t-1)(t-2) over the groups
// of t values tied in x; u for y (Kendall 1970). With few points and ties that is a rough figure.
// tau and p are empty for fewer than two points, where x or y is constant, and with a value that
// is not finite. InvalidArgument if the lengths differ.
[[nodiscard]] Result<KendallTau> kendallTau(std::span<const double> x, std::span<const double> y);

} // namespace tessera::stats

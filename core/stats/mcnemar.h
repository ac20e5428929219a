#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/api/result.h"

namespace tessera::stats {

struct McNemar {
    std::int64_t onlyFirst = 0;   // items that only the first got right
    std::int64_t onlySecond = 0;  // items that only the second got right
    std::optional<double> pValue; // two-sided; 1 without discordant pairs, empty without items
};

// Exact two-sided McNemar test (McNemar 1947) of two classifiers on the same items, by position:
//   p = min(1, 2 P(X <= min(b, c))), X ~ Binomial(b + c, 1/2),
// b = onlyFirst, c = onlySecond. No normal approximation, so small test sets are safe.
// InvalidArgument if the lengths differ.
[[nodiscard]] Result<McNemar> mcnemar(const std::vector<bool>& firstCorrect,
                                      const std::vector<bool>& secondCorrect);

} // namespace tessera::stats

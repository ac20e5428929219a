#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tessera::stats {

// Step-down correction of a family of p-values (Holm 1979), by position: with the m measured ones
// sorted upwards, p(i) <- min(1, max over j <= i of (m - j + 1) p(j)). Holds the probability of any
// false finding in the family, whatever the tests' dependence. What is empty, NaN or outside 0..1
// was not tested: it stays empty and does not count in m.
[[nodiscard]] std::vector<std::optional<double>>
holmAdjusted(std::span<const std::optional<double>> pValues);

} // namespace tessera::stats

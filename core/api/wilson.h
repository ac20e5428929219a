#pragma once

#include "core/api/run.h"

#include <cstdint>
#include <optional>

namespace tessera::stats {

// Wilson's score interval for `successes` of `trials` (Wilson 1927):
//   (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n),
// p = successes/trials, n = trials, z = the normal quantile of (1 + level)/2. Safe on any thread.
// Empty for no trials, for counts outside 0..trials and for a level outside (0, 1).
[[nodiscard]] std::optional<Interval> wilsonInterval(std::int64_t successes, std::int64_t trials,
                                                     double level = 0.95);

} // namespace tessera::stats

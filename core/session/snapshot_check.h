#pragma once

#include "core/api/snapshot.h"

#include <optional>
#include <string>

namespace tessera::session {

// More classes than this are a damaged file; who draws them may count on it.
inline constexpr std::int32_t kMaxShownClasses = 65'536;

// What contradicts core/api/snapshot.h in these snapshots, as the end of a sentence ("the labels
// are not as many as the inputs"), or nothing. Both must be there, with at least one sample, and
// speak of the same samples and source. Values may be anything, also not finite; classes, shares,
// steps and drifts must be in their ranges.
[[nodiscard]] std::optional<std::string> problemOf(const RunSnapshots& snapshots);

} // namespace tessera::session

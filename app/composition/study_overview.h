#pragma once

#include "core/api/study_desk.h"
#include "core/stats/study_summary.h"

#include <span>

namespace tessera::app {

// The rows of a study and their summary as a window shows them.
[[nodiscard]] StudyOverview overviewOf(std::span<const StudyRow> rows,
                                       const stats::StudySummary& summary);

} // namespace tessera::app

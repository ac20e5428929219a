#pragma once

#include "core/api/study_desk.h"
#include "core/experiment/study_rows.h"
#include "core/stats/study_summary.h"

#include <span>

namespace tessera::app {

// The rows of a study, their summary and the runs that are in no row as a window shows them.
// `failures` has what failed first, then whatever else is done and in no figure.
[[nodiscard]] StudyOverview overviewOf(std::span<const StudyRow> rows,
                                       const stats::StudySummary& summary,
                                       std::span<const experiment::RepeatedRun> repeated);

} // namespace tessera::app

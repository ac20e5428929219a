#pragma once

#include <vector>

#include "core/experiment/study_report_figures.h"
#include "core/experiment/study_report_tables.h"

// How the chosen method of a study fares as the domain, or the source's task, shifts.
namespace tessera::experiment {

// Per kind of shift and of task change, over its strength: accuracy of the source, the receiver
// before and after, and the controls; agreement with the source; output drift. Means over pairs
// with intervals over seeds. None where the study has one strength only.
[[nodiscard]] std::vector<ReportFigure> shiftFigures(const stats::StudySummary& summary);

// The same as numbers, and in how many runs the check before the transfer warned.
[[nodiscard]] std::vector<ReportTable> shiftTables(const stats::StudySummary& summary);

} // namespace tessera::experiment

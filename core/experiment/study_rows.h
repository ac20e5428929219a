#pragma once

#include <string>
#include <vector>

#include "core/api/run.h"
#include "core/api/study.h"
#include "core/stats/study_summary.h"

namespace tessera::experiment {

// A row a cell, in the cells' order, with what `runs` (of one study, oldest first) say of it: the
// latest run that is done, else the latest that runs, else the latest.
[[nodiscard]] std::vector<StudyRow> studyRows(const std::vector<StudyCell>& cells,
                                              const std::vector<RunRecord>& runs);

// How many of the runs belong to none of the cells: the recipe has changed since.
[[nodiscard]] std::size_t runsOfOtherCells(const std::vector<StudyCell>& cells,
                                           const std::vector<RunRecord>& runs);

// A run that came to an end and is in no row, for another one of the same cell is.
struct RepeatedRun {
    std::size_t cell = 0; // place in the cells
    RunId run;
    std::string reason; // one sentence without its full stop
};
// In the order of the runs. What was cancelled or interrupted is not among them: it was meant to be
// done again.
[[nodiscard]] std::vector<RepeatedRun> repeatedRuns(const std::vector<StudyCell>& cells,
                                                    const std::vector<RunRecord>& runs);

// Names all runs that are in none of the rows, whatever became of them, in `summary`, which is that
// of studyRows(cells, runs).
void addExtraRuns(const std::vector<StudyCell>& cells, const std::vector<RunRecord>& runs,
                  stats::StudySummary& summary);

// All that is known of every row, as CSV (RFC 4180, point for decimals). Accuracies are fractions;
// what was not measured is an empty field; infinities are "inf" and "-inf".
[[nodiscard]] std::string studyRowsCsv(const std::vector<StudyRow>& rows);

} // namespace tessera::experiment

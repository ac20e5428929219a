#pragma once

#include "core/api/events.h"
#include "core/api/run.h"

#include <string>
#include <vector>

// Plain text tables of runs for a terminal. What was not measured is a dash.
namespace tessera::cli {

// A run and its curves.
struct ReportedRun {
    RunRecord record;
    std::vector<MetricSample> samples;
};

// First value of a curve of the whole run, at step 0. Empty if not measured.
[[nodiscard]] std::optional<double> atStart(const std::vector<MetricSample>& samples,
                                            const std::string& series);

// Accuracies with interval, agreement and controls; drifts from start to end; seconds per stage.
[[nodiscard]] std::string accuracyTable(const std::vector<ReportedRun>& runs);
[[nodiscard]] std::string driftTable(const std::vector<ReportedRun>& runs);
[[nodiscard]] std::string secondsTable(const std::vector<ReportedRun>& runs);

// Means over runs with 95% intervals, and the paired difference to every control: does the
// transfer beat it, or can it not be told apart?
[[nodiscard]] std::string summaryText(const std::vector<ReportedRun>& runs);

// Per control of one run: the difference and whether it is real (exact McNemar test, level 0.05).
[[nodiscard]] std::string verdicts(const RunRecord& run);

// One line per run, for lists.
[[nodiscard]] std::string listTable(const std::vector<RunRecord>& runs);

// Everything about one run.
// `composedPrivacy`: a sentence on all releases of the data set.
[[nodiscard]] std::string runText(const ReportedRun& run, const std::string& composedPrivacy);

} // namespace tessera::cli

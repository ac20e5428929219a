#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/stats/study_summary.h"

// The figures of a study's report, made from its summary.
namespace tessera::experiment {

struct ReportFigure {
    std::string svg;
    std::string caption;
};

// Accuracy of each method with its interval, one figure a setting.
[[nodiscard]] std::vector<ReportFigure> methodFigures(const stats::StudySummary& summary);

// Differences of the chosen method in that setting with their intervals; empty without any.
[[nodiscard]] ReportFigure differenceFigure(const stats::StudySummary& summary,
                                            std::size_t setting);

// Accuracy against the strength of a shift or of a change of the source's task, and against the
// size of the reference set, where the study has several of either and all else is equal.
[[nodiscard]] std::vector<ReportFigure> curveFigures(const stats::StudySummary& summary);

// Pairs by methods, one table a setting: HTML, each cell with its number and a tint.
[[nodiscard]] std::string heatTables(const stats::StudySummary& summary);

} // namespace tessera::experiment

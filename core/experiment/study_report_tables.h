#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/stats/study_summary.h"

// The tables of a study's report as text, to be written as HTML or LaTeX. A table without rows has
// nothing to say and is left out by its readers.
namespace tessera::experiment {

enum class ColumnKind { Text, Number };

struct ReportColumn {
    std::string title;
    ColumnKind kind = ColumnKind::Text;
};

struct ReportRow {
    std::vector<std::string> fields; // as many as columns
    std::string setting;             // what the row stands under; empty where there is but one
};

struct ReportTable {
    std::string id; // "methods": for anchors and labels
    std::string caption;
    std::vector<ReportColumn> columns;
    std::vector<ReportRow> rows; // those of one setting beside each other
};

[[nodiscard]] ReportTable methodTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable comparisonTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable familyTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable groupTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable pairComparisonTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable itemTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable controlTable(const stats::StudySummary& summary);
// How the rate went over the steps, which is never Auto; nothing for a method that learns by none.
[[nodiscard]] std::optional<RateSchedule> usedSchedule(const stats::StudyBudget& budget);
// "one cycle", "constant"; a dash for a method that learns by no steps.
[[nodiscard]] std::string rateText(const stats::StudyBudget& budget);
[[nodiscard]] ReportTable budgetTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable associationTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable failedTable(const stats::StudySummary& summary);
[[nodiscard]] ReportTable leftOutTable(const stats::StudySummary& summary);
// Runs of the study that are in no row, each beside the one that counts instead.
[[nodiscard]] ReportTable extraRunsTable(const stats::StudySummary& summary);

// The label of a method, control or other thing that is compared with.
[[nodiscard]] std::string rivalText(stats::Against against, const std::string& other);

[[nodiscard]] std::string htmlTable(const ReportTable& table);
[[nodiscard]] std::string latexTable(const ReportTable& table);

} // namespace tessera::experiment

#include "core/experiment/study_report.h"

#include "core/experiment/study_report_shift.h"
#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"
#include "core/experiment/study_report_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::experiment {

namespace {

// A comment may not end early: a line end in it would begin text.
std::string comment(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return "% " + text + "\n";
}

std::string itemised(const std::vector<std::string>& sentences) {
    std::string latex;
    for (const auto& sentence : sentences) {
        latex += "  \\item " + latexEscaped(sentence) + "\n";
    }
    return latex.empty() ? latex : "\\begin{itemize}\n" + latex + "\\end{itemize}\n";
}

} // namespace

std::string studyLatex(const stats::StudySummary& summary, const StudyAbout& about) {
    auto latex = comment("Study: " + (about.name.empty() ? "unnamed" : about.name)) +
                 comment("Needs \\usepackage{booktabs} and \\usepackage[T1]{fontenc}.");
    for (const auto& sentence : askedSentences(summary, about)) {
        latex += comment(sentence);
    }
    for (const auto& line : leftOutLines(summary)) {
        latex += comment(line);
    }
    for (const auto& table : {methodTable(summary), familyTable(summary), comparisonTable(summary),
                              budgetTable(summary), associationTable(summary), groupTable(summary),
                              itemTable(summary), extraRunsTable(summary)}) {
        if (!table.rows.empty()) {
            latex.append("\n").append(latexTable(table));
        }
    }
    for (const auto& table : shiftTables(summary)) {
        latex.append("\n").append(latexTable(table));
    }
    for (std::size_t setting = 0; setting < summary.grouping.settings.size(); ++setting) {
        const auto findings = itemised(findingSentences(summary, setting));
        if (!findings.empty()) {
            latex.append("\n")
                .append(comment(summary.grouping.settings[setting].label))
                .append(findings);
        }
    }
    return latex;
}

} // namespace tessera::experiment

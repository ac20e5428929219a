#include "core/experiment/study_report.h"

#include "core/experiment/study_report_figures.h"
#include "core/experiment/study_report_shift.h"
#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"
#include "core/experiment/study_report_words.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

using stats::StudySummary;

constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
body { font: 15px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1b1b1b;
  background: #ffffff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin-bottom: 0.25rem; }
h2 { font-size: 1.25rem; margin-top: 2.25rem; border-bottom: 1px solid #b5b5b5; }
nav ul { columns: 2; }
nav a, h1 + p { color: #1b1b1b; }
figure { margin: 1.25rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption, caption { text-align: left; color: #404040; font-size: 0.87rem; }
caption { padding-bottom: 0.4rem; }
.wide { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; border-top: 2px solid #1b1b1b;
  border-bottom: 2px solid #1b1b1b; font-size: 0.87rem; }
caption { caption-side: top; }
thead th { border-bottom: 1px solid #1b1b1b; vertical-align: bottom; }
th, td { text-align: left; padding: 0.2rem 0.6rem; vertical-align: top; }
th[scope="row"] { font-weight: normal; }
.setting th { padding-top: 0.6rem; font-style: italic; font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
.heat td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
dt { font-weight: bold; margin-top: 0.6rem; }
dd { margin-left: 1.2rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8rem; background: #f4f4f4;
  padding: 0.75rem; }
@page { margin: 16mm 14mm; }
@media print {
  body { font-size: 9.5pt; max-width: none; margin: 0; padding: 0; }
  nav { display: none; }
  h2, h3, dt, .setting { break-after: avoid; }
  figure { margin: 0.75rem 0; }
  figure svg { max-width: 78%; }
  figcaption, caption { font-size: 8pt; }
  .wide { overflow: visible; margin: 0.75rem 0; }
  table { font-size: 7pt; }
  th, td { padding: 0.08rem 0.25rem; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
)";

struct Section {
    const char* id;
    const char* title;
    std::string body;
};

std::string paragraphs(const std::vector<std::string>& sentences) {
    std::string html;
    for (const auto& sentence : sentences) {
        html += fmt::format("<p>{}</p>\n", xmlEscaped(sentence));
    }
    return html;
}

std::string bullets(const std::vector<std::string>& sentences) {
    std::string html;
    for (const auto& sentence : sentences) {
        html += fmt::format("<li>{}</li>\n", xmlEscaped(sentence));
    }
    return html.empty() ? html : "<ul>\n" + html + "</ul>\n";
}

std::string figuresHtml(const std::vector<ReportFigure>& figures) {
    std::string html;
    for (const auto& figure : figures) {
        if (figure.svg.empty()) {
            continue;
        }
        html += fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n", figure.svg,
                            xmlEscaped(figure.caption));
    }
    return html;
}

// Setting by setting, where there are several.
std::string foundHtml(const StudySummary& summary) {
    const auto& settings = summary.grouping.settings;
    std::string html;
    for (std::size_t setting = 0; setting < settings.size(); ++setting) {
        if (settings.size() > 1) {
            html += fmt::format("<h3>{}</h3>\n", xmlEscaped(settings[setting].label));
        }
        html += bullets(findingSentences(summary, setting)) +
                figuresHtml({differenceFigure(summary, setting)});
    }
    return html;
}

// The table, or a sentence where it has no rows.
std::string tableOr(const ReportTable& table, std::string_view otherwise) {
    return table.rows.empty() ? fmt::format("<p>{}</p>\n", otherwise) : htmlTable(table);
}

std::string tableIfAny(const ReportTable& table) {
    return table.rows.empty() ? std::string() : htmlTable(table);
}

std::string shiftHtml(const StudySummary& summary) {
    auto html = figuresHtml(shiftFigures(summary));
    for (const auto& table : shiftTables(summary)) {
        html += htmlTable(table);
    }
    return html.empty() ? "<p>All runs have one strength of shift.</p>\n" : html;
}

std::string notesHtml(const std::vector<StudyMethodNote>& notes) {
    std::string html;
    for (const auto& note : notes) {
        html += fmt::format("<dt>{}</dt>\n<dd>{}", xmlEscaped(note.label),
                            note.sentence.empty() ? "No description is known."
                                                  : xmlEscaped(note.sentence) + ".");
        html += note.citation.empty() ? "" : fmt::format(" {}.", xmlEscaped(note.citation));
        html += "</dd>\n";
    }
    return html.empty() ? html : "<dl>\n" + html + "</dl>\n";
}

std::string methodsHtml(const StudyAbout& about) {
    auto html = notesHtml(about.methods);
    if (!about.controls.empty()) {
        html += "<h3>Controls</h3>\n" + notesHtml(about.controls);
    }
    return html.empty() ? "<p>Nothing is known of the methods.</p>\n" : html;
}

std::string environmentHtml(const StudyAbout& about) {
    ReportTable table{
        "environment-values", "What the runs ran on.", {{"Part", {}}, {"Value", {}}}, {}};
    for (const auto& note : about.environment) {
        table.rows.push_back({{note.name, fmt::format("{}", fmt::join(note.values, "; "))}, {}});
    }
    return tableOr(table, "No run has recorded its environment.");
}

std::string checklistHtml(const StudySummary& summary, const StudyAbout& about) {
    std::string html = "<p>Points of the NeurIPS checklist in our words, and what this report says "
                       "on them.</p>\n<dl>\n";
    for (const auto& item : checklistItems(summary, about)) {
        html += fmt::format("<dt>{}</dt>\n<dd>{}</dd>\n", xmlEscaped(item.point),
                            xmlEscaped(item.answer));
    }
    return html + "</dl>\n";
}

std::vector<Section> sectionsOf(const StudySummary& summary, const StudyAbout& about) {
    std::vector<Section> sections{
        {"asked", "What was asked", paragraphs(askedSentences(summary, about))},
        {"found", "What was found",
         foundHtml(summary) + tableOr(comparisonTable(summary), "There is nothing to compare.")},
        {"results", "Results",
         figuresHtml(methodFigures(summary)) +
             tableOr(methodTable(summary), "No run has been measured.") +
             tableIfAny(familyTable(summary)) + figuresHtml(curveFigures(summary)) +
             heatTables(summary)},
        {"shift", "Domain shift", shiftHtml(summary)},
        {"control", "Controls",
         paragraphs(controlSentences(summary)) + tableIfAny(controlTable(summary))},
        {"budget", "Budgets", tableOr(budgetTable(summary), "No run has been measured.")},
        {"counts", "Seeds and counts",
         paragraphs(countSentences(summary)) + tableIfAny(groupTable(summary))},
        {"by-pair", "Differences by pair",
         tableOr(pairComparisonTable(summary), "There is nothing to compare.") +
             tableIfAny(itemTable(summary))},
        {"drift", "Drift and gain",
         paragraphs({summary.associationWords}) + tableIfAny(associationTable(summary))},
        {"failures", "Failed and left out",
         tableOr(failedTable(summary), "No run failed.") +
             tableOr(leftOutTable(summary), "No other run of the recipe is left out.") +
             paragraphs({extraRunsSentence(summary)}) + tableIfAny(extraRunsTable(summary))},
        {"limits", "Limits", bullets(limitSentences(summary, about))},
        {"method-notes", "Methods", methodsHtml(about)},
        {"environment", "Environment", environmentHtml(about)},
        {"checklist", "Checklist", checklistHtml(summary, about)},
    };
    if (!about.recipe.empty()) {
        sections.push_back(
            {"recipe", "Recipe", fmt::format("<pre>{}</pre>\n", xmlEscaped(about.recipe))});
    }
    return sections;
}

} // namespace

std::string studyHtml(const StudySummary& summary, const StudyAbout& about) {
    const auto name = xmlEscaped(about.name.empty() ? "Study" : about.name);
    // Nothing is loaded, from nowhere, and the page says so to the browser.
    auto html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
        name, kStyle);
    if (!about.writtenAt.empty()) {
        html += fmt::format("<p>Written {}</p>\n", xmlEscaped(about.writtenAt));
    }
    const auto sections = sectionsOf(summary, about);
    html += "<nav aria-label=\"Sections\"><ul>\n";
    for (const auto& section : sections) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.title);
    }
    html += "</ul></nav>\n<main>\n";
    for (const auto& section : sections) {
        html += fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n{}</section>\n", section.id,
                            section.title, section.body);
    }
    return html + "</main>\n</body>\n</html>\n";
}

} // namespace tessera::experiment

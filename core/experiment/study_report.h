#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/api/engine.h"
#include "core/api/study.h"
#include "core/stats/study_summary.h"

// The report of a study: a page to read, tables for a paper, numbers for a program. Pure functions
// of values, English, numbers in the C locale. Whatever was not measured is a dash, never 0.
namespace tessera::experiment {

// What a method or control does, for people.
struct StudyMethodNote {
    std::string label;
    std::string sentence; // empty: not known
    std::string citation; // empty: nobody's
};

// All values that a part of the environment had over the runs.
struct StudyEnvironmentNote {
    std::string name;
    std::vector<std::string> values; // more than one: the runs were not made alike
};

struct StudyAbout {
    std::string name;
    std::string question;  // what the study is to find out; may be empty
    std::string writtenAt; // ISO 8601, UTC
    std::string recipe;    // the study's JSON, so that it can be repeated; empty: not known
    std::vector<StudyMethodNote> methods;
    std::vector<StudyMethodNote> controls;
    std::vector<StudyEnvironmentNote> environment;
};

// From the rows and what the engine's catalogue says of methods and controls.
[[nodiscard]] StudyAbout aboutStudy(std::string name, std::span<const StudyRow> rows,
                                    const stats::StudySummary& summary, const Catalog& catalog);

// Authors, title, place and year of what a mode implements; empty for none.
[[nodiscard]] std::string_view methodCitation(std::string_view modeId);

// One page that needs no other file and no network: figures are inline SVG, there are no scripts.
// Well-formed XML as well as HTML 5. Prints on A4 and letter.
[[nodiscard]] std::string studyHtml(const stats::StudySummary& summary, const StudyAbout& about);

// Tables to \input into a paper that uses the package booktabs.
[[nodiscard]] std::string studyLatex(const stats::StudySummary& summary, const StudyAbout& about);

// All figures of the summary, one a row (RFC 4180, with CRLF); the column `part` says what the row
// is of, and an empty field is "not measured" or "does not apply". Accuracies and differences are
// fractions.
[[nodiscard]] std::string studyCsv(const stats::StudySummary& summary);

} // namespace tessera::experiment

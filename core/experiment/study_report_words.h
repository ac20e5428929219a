#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/experiment/study_report.h"

// The sentences of a study's report that follow from its figures.
namespace tessera::experiment {

// What was compared, on what, how often, and how many of the runs are in the figures.
[[nodiscard]] std::vector<std::string> askedSentences(const stats::StudySummary& summary,
                                                      const StudyAbout& about);

// How many runs of the study are in no row, and why.
[[nodiscard]] std::string extraRunsSentence(const stats::StudySummary& summary);

// A line a run that is in no figure: which one, and why.
[[nodiscard]] std::vector<std::string> leftOutLines(const stats::StudySummary& summary);

// One a comparison of the chosen method in that setting: "A is better than kd by ...".
[[nodiscard]] std::vector<std::string> findingSentences(const stats::StudySummary& summary,
                                                        std::size_t setting);

// Whether the chosen method beats its controls, one sentence a setting.
[[nodiscard]] std::vector<std::string> controlSentences(const stats::StudySummary& summary);

// The seeds of the study that have a measured run, sorted.
[[nodiscard]] std::vector<std::uint64_t> measuredSeeds(const stats::StudySummary& summary);

// Seeds, test items, and how intervals and tests are made.
[[nodiscard]] std::vector<std::string> countSentences(const stats::StudySummary& summary);

// What the figures do not show.
[[nodiscard]] std::vector<std::string> limitSentences(const stats::StudySummary& summary,
                                                      const StudyAbout& about);

// A point of the reproducibility checklist of NeurIPS, in our words, and what the report says on
// it.
struct ChecklistItem {
    std::string point;
    std::string answer;
};
[[nodiscard]] std::vector<ChecklistItem> checklistItems(const stats::StudySummary& summary,
                                                        const StudyAbout& about);

} // namespace tessera::experiment

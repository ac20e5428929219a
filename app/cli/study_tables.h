#pragma once

#include "core/stats/study_summary.h"

#include <optional>
#include <string>

// What a study came to, for a terminal: grouped by everything but the seed, N
// always shown. What was not measured is a dash.
namespace tessera::cli {

// A line a method and setting: means over the pairs with the 95% t interval over seeds.
[[nodiscard]] std::string methodTable(const stats::StudySummary& summary);

// A line a method, pair and setting.
[[nodiscard]] std::string pairTable(const stats::StudySummary& summary);

// A line a method, setting and family of receivers.
[[nodiscard]] std::string familyTable(const stats::StudySummary& summary);

// A line a pair and setting, a column for each thing that the chosen method is compared with over
// test items; empty if no answers are known.
[[nodiscard]] std::string itemTable(const stats::StudySummary& summary);

// The chosen method against everything else, in words.
[[nodiscard]] std::string comparisonText(const stats::StudySummary& summary);

// The runs that failed, with their reasons; empty if none did.
[[nodiscard]] std::string failureText(const stats::StudySummary& summary);

// The runs that are left out because another run of the same experiment counts; empty if there are
// none.
[[nodiscard]] std::string repeatedText(const stats::StudySummary& summary);
// How many runs no cell asks for, a line for each reason; empty: none.
[[nodiscard]] std::string foreignText(const stats::StudySummary& summary);

// "12 of 20 runs are done, 1 failed, 7 are not done"
[[nodiscard]] std::string countText(const stats::StudySummary& summary);

// The mean over the pairs of what a group has per pair.
[[nodiscard]] std::optional<double> meanOverPairs(const stats::StudySummary& summary,
                                                  const stats::StudyAggregate& aggregate,
                                                  stats::Estimate stats::StudyGroup::*figure);

} // namespace tessera::cli

#pragma once

#include "core/stats/study_summary.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

// What a study came to, for a terminal and for programs: grouped by everything but the seed, N
// always shown. What was not measured is a dash or null.
namespace tessera::cli {

// A line a method and setting: means over the pairs with the 95% t interval over seeds.
[[nodiscard]] std::string methodTable(const stats::StudySummary& summary);

// A line a method, pair and setting.
[[nodiscard]] std::string pairTable(const stats::StudySummary& summary);

// The chosen method against everything else, in words.
[[nodiscard]] std::string comparisonText(const stats::StudySummary& summary);

// The runs that failed, with their reasons; empty if none did.
[[nodiscard]] std::string failureText(const stats::StudySummary& summary);

// "12 of 20 runs are done, 1 failed, 7 are not done"
[[nodiscard]] std::string countText(const stats::StudySummary& summary);

// {runs: {asked, measured, failed, unfinished, unmeasured}, methods: [...], comparisons: [...],
// rows: [...]}
[[nodiscard]] nlohmann::ordered_json studyJson(const std::vector<StudyRow>& rows,
                                               const stats::StudySummary& summary);

} // namespace tessera::cli

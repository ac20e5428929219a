#pragma once

#include "core/stats/study_summary.h"

#include <nlohmann/json.hpp>

#include <vector>

// What a study came to, for programs. What was not measured is null, accuracies and differences are
// fractions.
namespace tessera::cli {

// {level, seeds, test_items, runs: {asked, measured, failed, unfinished, unmeasured, repeated},
// methods, families, pairs, comparisons, pair_comparisons, drifts, drift_words, budgets, failed,
// repeated, extra_runs, environment, rows}: means with intervals by method, by method and family of
// receivers, and by method and pair; the chosen method against everything else over all pairs and
// pair by pair, over seeds and over test items; Kendall's tau of each drift; what the methods were
// given and cost; which runs are in no figure; and a row for every run.
[[nodiscard]] nlohmann::ordered_json studyJson(const std::vector<StudyRow>& rows,
                                               const stats::StudySummary& summary);

} // namespace tessera::cli

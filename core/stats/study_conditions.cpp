#include "core/stats/study_parts.h"

#include <algorithm>

namespace tessera::stats {

namespace {

Estimate estimateOver(std::span<const MeasuredRow> rows, double level, const Figure& figure) {
    return estimateOf(seedMeans(cellsOf(rows, figure)), level);
}

StudyCondition conditionOf(std::span<const MeasuredRow> rows, double level) {
    StudyCondition condition;
    condition.method = rows.front().place.method;
    condition.setting = rows.front().place.setting;
    condition.runs = rows.size();
    condition.pairs = pairMeans(cellsOf(rows, &RunSummary::accuracyAfter)).size();
    condition.source = estimateOver(rows, level, &RunSummary::sourceAccuracy);
    condition.before = estimateOver(rows, level, &RunSummary::accuracyBefore);
    condition.after = estimateOver(rows, level, &RunSummary::accuracyAfter);
    condition.agreement = estimateOver(rows, level, &RunSummary::agreement);
    condition.outputDrift =
        estimateOver(rows, level, [](const RunSummary& summary) { return summary.drift.output; });
    condition.controls = controlEstimates(
        rows, [&](const Figure& accuracy) { return estimateOver(rows, level, accuracy); });
    for (const auto& row : rows) {
        const auto& shift = row.row->summary.shift;
        condition.checked += shift.pValue ? 1U : 0U;
        condition.warned += shift.warns() ? 1U : 0U;
    }
    return condition;
}

} // namespace

void addConditions(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   StudySummary& summary) {
    const auto parts = rowsBy<std::pair<std::size_t, std::size_t>>(
        rows, [](const auto& row) { return std::pair(row.place.setting, row.place.method); });
    for (const auto& [key, mine] : parts) {
        summary.conditions.push_back(conditionOf(mine, choices.level));
    }
}

} // namespace tessera::stats

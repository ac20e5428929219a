#include "core/stats/study_parts.h"

#include <algorithm>

namespace tessera::stats {

namespace {

void widen(Range& range, const std::optional<double>& value) {
    const auto measured = measuredValue(value);
    if (!measured) {
        return;
    }
    range.least = range.count == 0 ? *measured : std::min(range.least, *measured);
    range.most = range.count == 0 ? *measured : std::max(range.most, *measured);
    ++range.count;
    range.mean += (*measured - range.mean) / static_cast<double>(range.count);
}

std::optional<double> asNumber(const std::optional<std::int64_t>& value) {
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

} // namespace

void addBudgets(std::span<const MeasuredRow> rows, StudySummary& summary) {
    std::map<std::size_t, StudyBudget> budgets;
    for (const auto& row : rows) {
        auto& budget = budgets[row.place.method];
        budget.method = row.place.method;
        budget.transfer = row.row->cell.experiment.transfer; // methods are told apart by it
        const auto& run = row.row->summary;
        widen(budget.gradientSteps, asNumber(run.gradientSteps));
        widen(budget.labelsUsed, asNumber(run.labelsUsed));
        widen(budget.seconds, run.seconds.total);
        widen(budget.peakMemoryBytes, asNumber(run.peakMemoryBytes));
        widen(budget.tokenBytes, asNumber(run.tokenBytes));
        widen(summary.testItems, asNumber(run.testSize));
    }
    for (const auto& [method, budget] : budgets) {
        summary.budgets.push_back(budget);
    }
}

} // namespace tessera::stats

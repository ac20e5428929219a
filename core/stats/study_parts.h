#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/stats/study_summary.h"

// The steps of summariseStudy. They see the rows that count: done, measured, one per cell.
namespace tessera::stats {

struct MeasuredRow {
    const StudyRow* row = nullptr;
    StudyPlace place;
};

// Values by pair and seed.
using Cells = std::map<std::pair<std::size_t, std::uint64_t>, double>;

// A finite value, or nothing.
[[nodiscard]] std::optional<double> measuredValue(const std::optional<double>& value);

[[nodiscard]] Estimate estimateOf(std::span<const double> values, double level);

// One value per seed: the mean over pairs of its cells, each minus its pair's mean over seeds, plus
// the mean of all pairs' means. With all cells filled, that is the mean over the seed's pairs.
[[nodiscard]] std::vector<double> seedMeans(const Cells& cells);

// Mean over seeds per pair.
[[nodiscard]] std::map<std::size_t, double> pairMeans(const Cells& cells);

void addGroups(std::span<const MeasuredRow> rows, const StudyChoices& choices,
               StudySummary& summary);
void addAggregates(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   StudySummary& summary);
void addComparisons(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                    StudySummary& summary);
void addAssociations(std::span<const MeasuredRow> rows, StudySummary& summary);
void addBudgets(std::span<const MeasuredRow> rows, StudySummary& summary);

} // namespace tessera::stats

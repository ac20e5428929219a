#pragma once

#include <functional>
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

// The rows by something that is the same for some of them, each in its order.
template <class Key, class Of>
std::map<Key, std::vector<MeasuredRow>> rowsBy(std::span<const MeasuredRow> rows, const Of& of) {
    std::map<Key, std::vector<MeasuredRow>> parts;
    for (const auto& row : rows) {
        parts[of(row)].push_back(row);
    }
    return parts;
}

// A finite value, or nothing.
[[nodiscard]] std::optional<double> measuredValue(const std::optional<double>& value);

[[nodiscard]] Estimate estimateOf(std::span<const double> values, double level);

// A figure of a run, where it was measured.
using Figure = std::function<std::optional<double>(const RunSummary&)>;

[[nodiscard]] std::optional<double> changeOf(const RunSummary& summary); // after - before

[[nodiscard]] Cells cellsOf(std::span<const MeasuredRow> rows, const Figure& figure);

// One value per seed: the mean over pairs of its cells, each minus its pair's mean over seeds, plus
// the mean of all pairs' means. With all cells filled, that is the mean over the seed's pairs.
[[nodiscard]] std::vector<double> seedMeans(const Cells& cells);

// How much of the way to their sources the receivers made, over all of the rows.
[[nodiscard]] std::optional<double> recoveryOver(std::span<const MeasuredRow> rows);

// Mean over seeds per pair.
[[nodiscard]] std::map<std::size_t, double> pairMeans(const Cells& cells);

// What `estimate` makes of the accuracy of each control that any of the rows has.
[[nodiscard]] std::vector<ControlEstimate>
controlEstimates(std::span<const MeasuredRow> rows,
                 const std::function<Estimate(const Figure& accuracy)>& estimate);

void addGroups(std::span<const MeasuredRow> rows, const StudyChoices& choices,
               StudySummary& summary);
void addAggregates(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   StudySummary& summary);
void addFamilies(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                 StudySummary& summary);
void addConditions(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   StudySummary& summary);
void addComparisons(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                    StudySummary& summary);
// A row of the chosen method and the row of another one on the same cell; null: there is none.
struct RowPair {
    const StudyRow* mine = nullptr;
    const StudyRow* other = nullptr;
};

// What a pair is compared with, and the difference that the accuracies gave.
struct ItemQuestion {
    Against against = Against::Method;
    std::string other;
    Difference difference;
};

// The rows' test items, where both sides are known; of a control of a single run without them, the
// p-value that the run has. Nothing: not known.
[[nodiscard]] std::optional<ItemComparison>
itemsOf(std::span<const RowPair> rows, const ItemQuestion& question, const StudyChoices& choices);

// After addComparisons(): what the items of its pairs say.
void addItemVerdicts(StudySummary& summary);
void addAssociations(std::span<const MeasuredRow> rows, StudySummary& summary);
void addBudgets(std::span<const MeasuredRow> rows, StudySummary& summary);

} // namespace tessera::stats

#include "core/stats/study_parts.h"

#include "core/stats/holm.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tessera::stats {

namespace {

using CellKey = std::pair<std::size_t, std::uint64_t>; // pair, seed
constexpr std::string_view kUntouched = "none";        // id of the mode that transfers nothing
using RowCells = std::map<CellKey, const StudyRow*>;

// What the chosen method is compared with, in the order in which it is reported.
struct Rival {
    Against against = Against::Method;
    std::string other;
    std::size_t method = 0; // Against::Method
    friend bool operator==(const Rival&, const Rival&) = default;
};

// The rival's accuracy on the cell of `mine`.
std::optional<double> accuracyOf(const Rival& rival, const StudyRow& mine, const StudyRow* other) {
    switch (rival.against) {
    case Against::Method:
        return other == nullptr ? std::nullopt : other->summary.accuracyAfter;
    case Against::Control:
        for (const auto& control : mine.summary.controls) {
            if (control.id.value == rival.other) {
                return control.accuracy;
            }
        }
        return std::nullopt;
    case Against::Before:
        return mine.summary.accuracyBefore;
    }
    return std::nullopt;
}

struct Setting {
    std::map<std::size_t, RowCells> methods;
};

class Comparer {
public:
    Comparer(const StudyChoices& choices, StudySummary& summary)
        : m_choices(choices), m_summary(summary) {}

    void compare(std::size_t setting, const Setting& rows) {
        const auto chosen = rows.methods.find(m_summary.chosen);
        if (chosen == rows.methods.end()) {
            return;
        }
        for (const auto& rival : rivalsIn(rows, chosen->second)) {
            const auto other = rows.methods.find(rival.method);
            const RowCells none;
            const bool isMethod = rival.against == Against::Method;
            compareWith(setting, rival, chosen->second, isMethod ? other->second : none);
        }
    }

    void correct();

private:
    std::vector<Rival> rivalsIn(const Setting& rows, const RowCells& mine) const;
    void compareWith(std::size_t setting, const Rival& rival, const RowCells& mine,
                     const RowCells& theirs);
    void comparePair(std::size_t setting, std::size_t pair, const Rival& rival,
                     const RowCells& mine, const RowCells& theirs, const Cells& differences);
    Difference differenceOver(std::vector<double> differences) const;
    void countPairs(StudyComparison& comparison) const;

    const StudyChoices& m_choices;
    StudySummary& m_summary;
};

std::vector<Rival> Comparer::rivalsIn(const Setting& rows, const RowCells& mine) const {
    std::vector<Rival> rivals;
    bool hasUntouched = false; // a method that leaves the receiver as it was
    for (const auto& [method, cells] : rows.methods) {
        if (method != m_summary.chosen) {
            rivals.push_back({Against::Method, m_summary.grouping.methods[method], method});
        }
        const auto& mode = cells.begin()->second->cell.experiment.transfer.mode.value;
        hasUntouched = hasUntouched || mode == kUntouched;
    }
    bool hasBefore = false;
    for (const auto& [key, row] : mine) {
        for (const auto& control : row->summary.controls) {
            const Rival rival{Against::Control, control.id.value, 0};
            if (std::find(rivals.begin(), rivals.end(), rival) == rivals.end()) {
                rivals.push_back(rival);
            }
        }
        hasBefore = hasBefore || measuredValue(row->summary.accuracyBefore);
    }
    if (hasBefore && !hasUntouched) { // else the same comparison twice
        rivals.push_back({Against::Before, "receiver before", 0});
    }
    return rivals;
}

Difference Comparer::differenceOver(std::vector<double> differences) const {
    // Accuracies are counts over items: a spread this small is the subtractions' rounding.
    constexpr double kRounding = 1e-12;
    const auto [least, most] = std::minmax_element(differences.begin(), differences.end());
    if (least != differences.end() && *most - *least < kRounding) {
        const double value = *least;
        std::fill(differences.begin(), differences.end(), value);
    }
    // Zeros on the other side, since the differences are already paired.
    const std::vector<double> zeros(differences.size(), 0.0);
    const auto comparison = comparePairs(differences, zeros, m_choices.level);
    return comparison ? differenceOf(*comparison) : Difference{};
}

void Comparer::compareWith(std::size_t setting, const Rival& rival, const RowCells& mine,
                           const RowCells& theirs) {
    Cells differences;
    for (const auto& [key, row] : mine) {
        const auto other = theirs.find(key);
        const auto theirValue =
            measuredValue(accuracyOf(rival, *row, other == theirs.end() ? nullptr : other->second));
        if (theirValue) {
            differences[key] = *row->summary.accuracyAfter - *theirValue;
        }
    }
    StudyComparison comparison;
    comparison.setting = setting;
    comparison.against = rival.against;
    comparison.other = rival.other;
    comparison.unmatched = mine.size() - differences.size();
    comparison.difference = differenceOver(seedMeans(differences));
    const auto pairs = pairMeans(differences);
    comparison.pairs = pairs.size();
    m_summary.comparisons.push_back(std::move(comparison));
    for (const auto& [pair, mean] : pairs) {
        comparePair(setting, pair, rival, mine, theirs, differences);
    }
}

// Of one pair, the chosen method's rows with what stands against them, if anything does.
std::vector<RowPair> pairedRows(std::size_t pair, const RowCells& mine, const RowCells& theirs) {
    std::vector<RowPair> rows;
    for (const auto& [key, row] : mine) {
        if (key.first == pair) {
            const auto other = theirs.find(key);
            rows.push_back({row, other == theirs.end() ? nullptr : other->second});
        }
    }
    return rows;
}

void Comparer::comparePair(std::size_t setting, std::size_t pair, const Rival& rival,
                           const RowCells& mine, const RowCells& theirs, const Cells& differences) {
    std::vector<double> values;
    for (const auto& [key, value] : differences) {
        if (key.first == pair) {
            values.push_back(value);
        }
    }
    StudyPairComparison comparison;
    comparison.setting = setting;
    comparison.pair = pair;
    comparison.against = rival.against;
    comparison.other = rival.other;
    comparison.difference = differenceOver(std::move(values));
    comparison.items = itemsOf(pairedRows(pair, mine, theirs),
                               {rival.against, rival.other, comparison.difference}, m_choices);
    m_summary.pairComparisons.push_back(std::move(comparison));
}

void Comparer::countPairs(StudyComparison& comparison) const {
    for (const auto& pair : m_summary.pairComparisons) {
        if (pair.setting != comparison.setting || pair.against != comparison.against ||
            pair.other != comparison.other) {
            continue;
        }
        comparison.pairsBetter += pair.finding == Finding::Better ? 1 : 0;
        comparison.pairsWorse += pair.finding == Finding::Worse ? 1 : 0;
    }
    comparison.pairsOpen = comparison.pairs - comparison.pairsBetter - comparison.pairsWorse;
}

template <class Comparison>
void correctFamily(std::vector<Comparison>& family) {
    std::vector<std::optional<double>> pValues;
    for (const auto& comparison : family) {
        pValues.push_back(comparison.difference.pValue);
    }
    const auto adjusted = holmAdjusted(pValues);
    for (std::size_t i = 0; i < family.size(); ++i) {
        auto& comparison = family[i];
        comparison.difference.pHolm = adjusted[i];
        comparison.finding = findingOf(comparison.difference);
        const bool isControl = comparison.against == Against::Control;
        comparison.words = differenceWords(comparison.difference,
                                           (isControl ? "its control " : "") + comparison.other);
    }
}

void Comparer::correct() {
    correctFamily(m_summary.comparisons);
    correctFamily(m_summary.pairComparisons);
    for (auto& comparison : m_summary.comparisons) {
        countPairs(comparison);
    }
}

} // namespace

void addComparisons(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                    StudySummary& summary) {
    std::map<std::size_t, Setting> settings;
    for (const auto& row : rows) {
        settings[row.place.setting]
            .methods[row.place.method][{row.place.pair, row.row->cell.experiment.seed}] = row.row;
    }
    Comparer comparer(choices, summary);
    for (const auto& [setting, cells] : settings) {
        comparer.compare(setting, cells);
    }
    comparer.correct();
}

} // namespace tessera::stats

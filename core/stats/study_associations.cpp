#include "core/stats/study_parts.h"

#include "core/stats/holm.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tessera::stats {

namespace {

constexpr std::array kDrifts{
    DriftFigure{"output drift", &DriftFigures::output},
    DriftFigure{"hub error", &DriftFigures::hubError},
    DriftFigure{"hub drift", &DriftFigures::hub},
    DriftFigure{"layer drift", &DriftFigures::layer},
};

// With fewer pairs no order at all has a two-sided p-value of 0.05 or less: 2/4! = 0.083.
constexpr std::size_t kFewestPairs = 5;

// Of the runs of one method in one setting that have both the drift and the change.
KendallTau tauOf(std::span<const MeasuredRow* const> rows, const DriftFigure& drift) {
    Cells drifts, changes;
    for (const auto* row : rows) {
        const auto& summary = row->row->summary;
        const auto value = measuredValue(summary.drift.*drift.value);
        const auto before = measuredValue(summary.accuracyBefore);
        if (value && before) {
            const std::pair key{row->place.pair, row->row->cell.experiment.seed};
            drifts[key] = *value;
            changes[key] = *summary.accuracyAfter - *before;
        }
    }
    std::vector<double> x, y;
    for (const auto& [pair, mean] : pairMeans(drifts)) {
        x.push_back(mean);
    }
    for (const auto& [pair, mean] : pairMeans(changes)) {
        y.push_back(mean);
    }
    return *kendallTau(x, y); // as many of both, always
}

std::string associationWords(const StudySummary& summary) {
    std::string found;
    std::size_t tested = 0;
    std::size_t most = 0;
    for (const auto& association : summary.associations) {
        most = std::max(most, association.tau.count);
        tested += association.pHolm ? 1 : 0;
        if (association.pHolm && *association.pHolm <= 0.05) {
            found += fmt::format(
                "{}{} of {} ({}; tau = {:.2f}, {}, {} pairs)", found.empty() ? "" : "; ",
                association.drift, summary.grouping.methods[association.method],
                summary.grouping.settings[association.setting].label, *association.tau.tau,
                pWords(*association.pHolm), association.tau.count);
        }
    }
    if (tested == 0) {
        return "No drift could be set against the change of accuracy: that needs two pairs or more "
               "with a measured drift.";
    }
    if (!found.empty()) {
        return fmt::format("What goes with the change of accuracy over the pairs (Holm over {} "
                           "correlations): {}. A correlation over pairs is no cause.",
                           tested, found);
    }
    if (most < kFewestPairs) {
        return fmt::format(
            "With {} pairs no rank correlation can reach p = 0.05, so nothing can be "
            "said about what a drift predicts.",
            most);
    }
    return fmt::format("No drift goes distinguishably with the change of accuracy over the pairs "
                       "({} rank correlations, Holm): none of them predicts who gains.",
                       tested);
}

} // namespace

std::span<const DriftFigure> driftFigures() {
    return kDrifts;
}

void addAssociations(std::span<const MeasuredRow> rows, StudySummary& summary) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<const MeasuredRow*>> byMethod;
    for (const auto& row : rows) {
        byMethod[{row.place.setting, row.place.method}].push_back(&row);
    }
    std::vector<std::optional<double>> pValues;
    for (const auto& [key, mine] : byMethod) {
        for (const auto& drift : kDrifts) {
            const auto tau = tauOf(mine, drift);
            if (tau.count > 0) {
                summary.associations.push_back({key.second, key.first, drift.name, tau, {}});
                pValues.push_back(tau.pValue);
            }
        }
    }
    const auto adjusted = holmAdjusted(pValues);
    for (std::size_t i = 0; i < adjusted.size(); ++i) {
        summary.associations[i].pHolm = adjusted[i];
    }
    summary.associationWords = associationWords(summary);
}

} // namespace tessera::stats

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

constexpr double kTauAlpha = 0.05;

// The smallest p-value that `tested` correlations leave to one over this many pairs: if the orders
// agree wholly, 2/n! (Kendall 1938), corrected after Holm as the smallest of all.
double leastP(std::size_t pairs, std::size_t tested) {
    double p = 2.0 * static_cast<double>(tested);
    for (std::size_t n = 2; n <= pairs; ++n) {
        p /= static_cast<double>(n);
    }
    return p;
}

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
        if (association.pHolm && *association.pHolm <= kTauAlpha) {
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
    if (leastP(most, tested) > kTauAlpha) {
        return fmt::format("With {} {} no order could make one of {} rank {} reach p = 0.05 after "
                           "Holm's correction, so nothing can be said about what a drift predicts.",
                           most, most == 1 ? "pair" : "pairs", tested,
                           tested == 1 ? "correlation" : "correlations");
    }
    const auto unable = static_cast<std::size_t>(std::count_if(
        summary.associations.begin(), summary.associations.end(), [&](const auto& association) {
            return association.pHolm && leastP(association.tau.count, tested) > kTauAlpha;
        }));
    auto words = fmt::format("No drift goes distinguishably with the change of accuracy over the "
                             "pairs ({} rank correlations, Holm): none is shown to predict who "
                             "gains.",
                             tested);
    if (unable > 0) {
        words += fmt::format(" {} of them had too few pairs to show it.", unable);
    }
    return words;
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

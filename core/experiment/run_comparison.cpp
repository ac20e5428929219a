#include "core/api/run_comparison.h"

#include "core/stats/bootstrap.h"
#include "core/stats/holm.h"
#include "core/stats/intervals.h"
#include "core/stats/verdict.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tessera {

namespace {

// One number a seed: networks that share a seed are not independent.
std::vector<double> seedMeans(const std::map<std::uint64_t, std::vector<double>>& bySeed) {
    std::vector<double> means;
    for (const auto& [seed, values] : bySeed) {
        means.push_back(*stats::summarise(values).mean);
    }
    return means;
}

GroupFigures figuresOf(const RunGroup& group, const std::vector<RunRecord>& runs,
                       RunMeasure measure) {
    GroupFigures figures;
    std::vector<double> values;
    std::map<std::uint64_t, std::vector<double>> bySeed;
    for (const auto& member : group.runs) {
        if (const auto value = measureOf(runs[member.run].summary, measure)) {
            figures.values.push_back({member.run, *value});
            values.push_back(*value);
            bySeed[member.seed].push_back(*value);
        } else {
            ++figures.unmeasured;
        }
    }
    const auto means = seedMeans(bySeed);
    figures.seeds = means.size();
    figures.mean = stats::summarise(means).mean;
    figures.interval = stats::meanInterval(means);
    if (values.size() >= GroupFigures::kFewestOfABox) {
        std::sort(values.begin(), values.end());
        const auto quantile = [&](double q) { return stats::sortedQuantile(values, q); };
        figures.box = FiveNumbers{values.front(), quantile(0.25), quantile(0.5), quantile(0.75),
                                  values.back()};
    }
    return figures;
}

// Where groups differ in their networks, a seed alone makes a pair.
std::size_t partOf(const GroupedRun& run, RunGrouping grouping) {
    return grouping == RunGrouping::SeedAndNetworks ? run.networks : 0;
}

GroupComparison compareGroups(const RunGroups& groups, const std::vector<RunRecord>& runs,
                              RunGrouping grouping, RunMeasure measure, std::size_t first,
                              std::size_t second) {
    using Key = std::pair<std::size_t, std::uint64_t>;
    std::map<Key, MeasuredRun> partners;
    for (const auto& run : groups.groups[second].runs) {
        if (const auto value = measureOf(runs[run.run].summary, measure)) {
            partners.emplace(Key{partOf(run, grouping), run.seed}, MeasuredRun{run.run, *value});
        }
    }
    GroupComparison comparison;
    comparison.first = first;
    comparison.second = second;
    std::map<std::uint64_t, std::vector<double>> ours, theirs;
    for (const auto& run : groups.groups[first].runs) {
        const auto value = measureOf(runs[run.run].summary, measure);
        const auto partner = partners.find(Key{partOf(run, grouping), run.seed});
        if (!value || partner == partners.end()) {
            comparison.unmatched += value ? 1 : 0;
            continue;
        }
        comparison.pairs.push_back({run.run, partner->second.run, *value, partner->second.value});
        ours[run.seed].push_back(*value);
        theirs[run.seed].push_back(partner->second.value);
    }
    if (const auto compared = stats::comparePairs(seedMeans(ours), seedMeans(theirs))) {
        comparison.difference = stats::differenceOf(*compared);
    }
    return comparison;
}

} // namespace

std::optional<double> measureOf(const RunSummary& summary, RunMeasure measure) {
    std::optional<double> value;
    switch (measure) {
    case RunMeasure::Accuracy:
        value = summary.accuracyAfter;
        break;
    case RunMeasure::Change:
        if (summary.accuracyAfter && summary.accuracyBefore) {
            value = *summary.accuracyAfter - *summary.accuracyBefore;
        }
        break;
    case RunMeasure::Agreement:
        value = summary.agreement;
        break;
    case RunMeasure::OutputDrift:
        value = summary.drift.output;
        break;
    case RunMeasure::HubError:
        value = summary.drift.hubError;
        break;
    case RunMeasure::HubDrift:
        value = summary.drift.hub;
        break;
    case RunMeasure::LayerDrift:
        value = summary.drift.layer;
        break;
    }
    return value && std::isfinite(*value) ? value : std::nullopt;
}

RunComparison compareRuns(const std::vector<RunRecord>& runs, RunGrouping grouping,
                          RunMeasure measure, std::size_t reference) {
    RunComparison result;
    result.groups = groupRuns(runs, grouping);
    for (const auto& group : result.groups.groups) {
        result.figures.push_back(figuresOf(group, runs, measure));
    }
    std::vector<std::optional<double>> pValues;
    for (std::size_t other = 0;
         reference < result.groups.groups.size() && other < result.groups.groups.size(); ++other) {
        if (other != reference) {
            result.comparisons.push_back(
                compareGroups(result.groups, runs, grouping, measure, reference, other));
            pValues.push_back(result.comparisons.back().difference.pValue);
        }
    }
    const auto corrected = stats::holmAdjusted(pValues);
    for (std::size_t i = 0; i < corrected.size(); ++i) {
        result.comparisons[i].difference.pHolm = corrected[i];
    }
    return result;
}

} // namespace tessera

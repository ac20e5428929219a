#include "core/stats/study_parts.h"

#include "core/api/seed.h"
#include "core/stats/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tessera::stats {

namespace {

std::uint64_t seedOf(const MeasuredRow& row) {
    return row.row->cell.experiment.seed;
}

template <class Read>
Estimate estimateOver(std::span<const MeasuredRow> rows, double level, Read read) {
    std::vector<double> values;
    for (const auto& row : rows) {
        if (const auto value = measuredValue(read(row.row->summary))) {
            values.push_back(*value);
        }
    }
    return estimateOf(values, level);
}

std::optional<double> controlOf(const RunSummary& summary, const ControlId& id) {
    for (const auto& control : summary.controls) {
        if (control.id == id) {
            return control.accuracy;
        }
    }
    return std::nullopt;
}

std::optional<Interval> itemInterval(const MeasuredRow& row, double level) {
    const auto& summary = row.row->summary;
    if (!summary.testSize) {
        return std::nullopt;
    }
    const auto items = static_cast<double>(*summary.testSize);
    return wilsonInterval(std::llround(*summary.accuracyAfter * items), *summary.testSize, level);
}

StudyGroup groupOf(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   const StudyGrouping& grouping) {
    StudyGroup group;
    group.place = rows.front().place;
    std::vector<double> values;
    for (const auto& row : rows) {
        group.seeds.push_back(seedOf(row));
        values.push_back(*row.row->summary.accuracyAfter);
    }
    std::set_difference(grouping.seeds.begin(), grouping.seeds.end(), group.seeds.begin(),
                        group.seeds.end(), std::back_inserter(group.missingSeeds));
    const double level = choices.level;
    group.source = estimateOver(rows, level, [](const auto& s) { return s.sourceAccuracy; });
    group.before = estimateOver(rows, level, [](const auto& s) { return s.accuracyBefore; });
    group.after = estimateOf(values, level);
    group.change = estimateOver(rows, level, changeOf);
    group.agreement = estimateOver(rows, level, [](const auto& s) { return s.agreement; });
    group.recovery = recoveryOver(rows);
    group.bootstrap = bootstrapInterval(
        values, arithmeticMean,
        {BootstrapKind::BiasCorrected, choices.resamples, level,
         deriveSeed(choices.seed, fmt::format("study.group.{}.{}.{}", group.place.method,
                                              group.place.pair, group.place.setting))});
    if (rows.size() == 1) {
        group.wilson = itemInterval(rows.front(), level);
    }
    group.controls = controlEstimates(
        rows, [&](const Figure& accuracy) { return estimateOver(rows, level, accuracy); });
    return group;
}

StudyAggregate aggregateOf(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                           const StudyGrouping& grouping) {
    StudyAggregate aggregate;
    aggregate.method = rows.front().place.method;
    aggregate.setting = rows.front().place.setting;
    aggregate.runs = rows.size();
    aggregate.missing = grouping.pairs.size() * grouping.seeds.size() - aggregate.runs;
    const auto after = cellsOf(rows, &RunSummary::accuracyAfter);
    const double level = choices.level;
    aggregate.after = estimateOf(seedMeans(after), level);
    aggregate.change = estimateOf(seedMeans(cellsOf(rows, changeOf)), level);
    aggregate.agreement = estimateOf(seedMeans(cellsOf(rows, &RunSummary::agreement)), level);
    aggregate.recovery = recoveryOver(rows);
    std::vector<double> means;
    for (const auto& [pair, mean] : pairMeans(after)) {
        means.push_back(mean);
    }
    aggregate.pairs = means.size();
    constexpr std::size_t kFewestPairs = 3;
    if (means.size() >= kFewestPairs) {
        aggregate.overPairs = meanInterval(means, choices.level);
    }
    std::map<std::size_t, std::vector<double>> byPair;
    std::vector<double> all;
    for (const auto& [key, value] : after) {
        byPair[key.first].push_back(value);
        all.push_back(value);
    }
    std::vector<std::vector<double>> strata;
    for (auto& [pair, values] : byPair) {
        strata.push_back(std::move(values));
    }
    aggregate.iqm = interquartileMean(all);
    aggregate.iqmInterval =
        stratifiedInterval(strata, interquartileMean,
                           {BootstrapKind::Percentile, choices.resamples, choices.level,
                            deriveSeed(choices.seed, "study.aggregate")});
    return aggregate;
}

} // namespace

std::vector<ControlEstimate>
controlEstimates(std::span<const MeasuredRow> rows,
                 const std::function<Estimate(const Figure& accuracy)>& estimate) {
    std::vector<ControlEstimate> controls;
    for (const auto& row : rows) {
        for (const auto& control : row.row->summary.controls) {
            const bool known =
                std::any_of(controls.begin(), controls.end(),
                            [&](const auto& other) { return other.id == control.id; });
            if (!known) {
                controls.push_back({control.id, estimate([&](const RunSummary& summary) {
                                        return controlOf(summary, control.id);
                                    })});
            }
        }
    }
    return controls;
}

std::optional<double> measuredValue(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<double> changeOf(const RunSummary& summary) {
    const auto before = measuredValue(summary.accuracyBefore);
    const auto after = measuredValue(summary.accuracyAfter);
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

Cells cellsOf(std::span<const MeasuredRow> rows, const Figure& figure) {
    Cells cells;
    for (const auto& row : rows) {
        if (const auto value = measuredValue(figure(row.row->summary))) {
            cells[{row.place.pair, seedOf(row)}] = *value;
        }
    }
    return cells;
}

Estimate estimateOf(std::span<const double> values, double level) {
    const auto summary = summarise(values);
    return {summary.count, summary.mean, summary.deviation, meanInterval(values, level)};
}

std::map<std::size_t, double> pairMeans(const Cells& cells) {
    std::map<std::size_t, std::vector<double>> byPair;
    for (const auto& [key, value] : cells) {
        byPair[key.first].push_back(value);
    }
    std::map<std::size_t, double> means;
    for (const auto& [pair, values] : byPair) {
        means[pair] = arithmeticMean(values);
    }
    return means;
}

std::vector<double> seedMeans(const Cells& cells) {
    const auto means = pairMeans(cells);
    std::map<std::size_t, int> seeds; // of each pair
    for (const auto& [key, value] : cells) {
        ++seeds[key.first];
    }
    double grand = 0.0;
    for (const auto& [pair, mean] : means) {
        grand += mean / static_cast<double>(means.size());
    }
    std::map<std::uint64_t, std::vector<double>> bySeed;
    for (const auto& [key, value] : cells) {
        if (seeds.at(key.first) > 1) { // one alone does not vary, and would hide that others do
            bySeed[key.second].push_back(value - means.at(key.first));
        }
    }
    if (bySeed.empty() && !cells.empty()) {
        return {grand};
    }
    std::vector<double> values;
    for (const auto& [seed, deviations] : bySeed) {
        values.push_back(grand + arithmeticMean(deviations));
    }
    return values;
}

void addGroups(std::span<const MeasuredRow> rows, const StudyChoices& choices,
               StudySummary& summary) {
    // The rows are sorted by place, so each group is one stretch of them.
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last < rows.size() && rows[last].place == rows[first].place) {
            ++last;
        }
        summary.groups.push_back(
            groupOf(rows.subspan(first, last - first), choices, summary.grouping));
        first = last;
    }
}

void addAggregates(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                   StudySummary& summary) {
    const auto parts = rowsBy<std::pair<std::size_t, std::size_t>>(
        rows, [](const auto& row) { return std::pair(row.place.setting, row.place.method); });
    for (const auto& [key, mine] : parts) {
        summary.aggregates.push_back(aggregateOf(mine, choices, summary.grouping));
    }
}

} // namespace tessera::stats

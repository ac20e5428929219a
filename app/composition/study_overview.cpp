#include "app/composition/study_overview.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tessera::app {

namespace {

static_assert(static_cast<int>(StudyFinding::NotMeasured) ==
                  static_cast<int>(stats::Finding::NotMeasured) &&
              static_cast<int>(StudyFinding::Worse) == static_cast<int>(stats::Finding::Worse));

StudyFigure figureOf(const stats::Estimate& estimate) {
    return {estimate.count, estimate.mean, estimate.interval};
}

StudyGap gapOf(const stats::Difference& difference, stats::Finding finding) {
    return {{difference.count, difference.mean, difference.interval},
            difference.pHolm,
            static_cast<StudyFinding>(finding)};
}

void count(const StudyRow& row, StudyTableRow& line) {
    ++line.asked;
    line.done += row.state == RunState::Done ? 1 : 0;
    line.failed += row.state == RunState::Failed ? 1 : 0;
    line.running += row.state == RunState::Running || row.state == RunState::Cancelling ? 1 : 0;
}

// Also of what has not been measured yet: a table says what is still to come.
std::vector<StudyTableRow> linesOf(std::span<const StudyRow> rows,
                                   const stats::StudyGrouping& grouping) {
    std::vector<StudyTableRow> lines;
    std::map<stats::StudyPlace, std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& place = grouping.places[i];
        const auto [at, isNew] = places.emplace(place, lines.size());
        if (isNew) {
            lines.emplace_back();
            lines.back().method = place.method;
            lines.back().pair = place.pair;
            lines.back().setting = place.setting;
        }
        auto& line = lines[at->second];
        count(rows[i], line);
        if (rows[i].run) {
            line.runs.push_back(*rows[i].run);
        }
    }
    return lines;
}

void addFigures(const stats::StudySummary& summary, std::vector<StudyTableRow>& lines) {
    std::map<stats::StudyPlace, const stats::StudyGroup*> groups;
    for (const auto& group : summary.groups) {
        groups[group.place] = &group;
    }
    for (auto& line : lines) {
        const auto group = groups.find({line.method, line.pair, line.setting});
        if (group != groups.end()) {
            line.source = figureOf(group->second->source);
            line.before = figureOf(group->second->before);
            line.after = figureOf(group->second->after);
            line.change = figureOf(group->second->change);
        }
    }
}

// In the line of the method that is compared with; of the receiver before, in that of the compared
// one. Controls have no lines.
std::optional<stats::StudyPlace> placeOf(const stats::StudyPairComparison& comparison,
                                         const stats::StudySummary& summary) {
    const auto& methods = summary.grouping.methods;
    switch (comparison.against) {
    case stats::Against::Method: {
        const auto found = std::find(methods.begin(), methods.end(), comparison.other);
        return stats::StudyPlace{static_cast<std::size_t>(found - methods.begin()), comparison.pair,
                                 comparison.setting};
    }
    case stats::Against::Before:
        return stats::StudyPlace{summary.chosen, comparison.pair, comparison.setting};
    case stats::Against::Control:
        break;
    }
    return std::nullopt;
}

void addGaps(const stats::StudySummary& summary, std::vector<StudyTableRow>& lines) {
    std::map<stats::StudyPlace, StudyGap> gaps;
    for (const auto& comparison : summary.pairComparisons) {
        if (const auto place = placeOf(comparison, summary)) {
            gaps[*place] = gapOf(comparison.difference, comparison.finding);
        }
    }
    for (auto& line : lines) {
        const auto gap = gaps.find({line.method, line.pair, line.setting});
        if (gap != gaps.end()) {
            line.gap = gap->second;
        }
    }
}

std::vector<StudyRival> rivalsOf(const stats::StudySummary& summary) {
    std::vector<StudyRival> rivals;
    for (const auto& comparison : summary.comparisons) {
        auto& rival = rivals.emplace_back();
        rival.setting = comparison.setting;
        rival.pairs = comparison.pairs;
        rival.gap = gapOf(comparison.difference, comparison.finding);
        switch (comparison.against) {
        case stats::Against::Method:
            rival.kind = StudyRival::Kind::Method;
            rival.name = comparison.other;
            break;
        case stats::Against::Control:
            rival.kind = StudyRival::Kind::Control;
            rival.name = comparison.other;
            break;
        case stats::Against::Before:
            rival.kind = StudyRival::Kind::Before;
            break;
        }
    }
    return rivals;
}

} // namespace

StudyOverview overviewOf(std::span<const StudyRow> rows, const stats::StudySummary& summary,
                         std::span<const experiment::RepeatedRun> repeated) {
    StudyOverview overview;
    const auto& grouping = summary.grouping;
    overview.methods = grouping.methods;
    overview.pairs = grouping.pairs;
    for (const auto& setting : grouping.settings) {
        overview.settings.push_back(setting.label);
    }
    overview.compared = summary.chosen;
    overview.rows = linesOf(rows, grouping);
    addFigures(summary, overview.rows);
    addGaps(summary, overview.rows);
    for (const auto& line : overview.rows) {
        overview.asked += line.asked;
        overview.done += line.done;
        overview.failed += line.failed;
        overview.running += line.running;
    }
    for (const auto& aggregate : summary.aggregates) {
        overview.averages.push_back({aggregate.method, aggregate.setting, aggregate.pairs,
                                     aggregate.runs, aggregate.missing, figureOf(aggregate.after),
                                     figureOf(aggregate.change)});
    }
    overview.rivals = rivalsOf(summary);
    for (const auto* remarks : {&summary.failed, &summary.unmeasured, &summary.repeated}) {
        for (const auto& remark : *remarks) {
            overview.failures.push_back({remark.place.method, remark.place.pair,
                                         remark.place.setting, remark.seed, RunId(remark.run),
                                         remark.reason});
        }
    }
    for (const auto& run : repeated) { // a row a cell, in the cells' order
        const auto& place = grouping.places[run.cell];
        overview.failures.push_back({place.method, place.pair, place.setting,
                                     rows[run.cell].cell.experiment.seed, run.run, run.reason});
    }
    return overview;
}

} // namespace tessera::app

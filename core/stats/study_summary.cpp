#include "core/stats/study_summary.h"

#include "core/stats/study_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace tessera::stats {

namespace {

StudyRemark remarkOn(const StudyRow& row, const StudyPlace& place, std::string reason) {
    return {place, row.cell.experiment.seed, row.run ? row.run->value : "", std::move(reason)};
}

std::string stateWords(const StudyRow& row) {
    switch (row.state) {
    case RunState::Queued:
        return row.run ? "is waiting" : "was not started";
    case RunState::Running:
        return "is still running";
    case RunState::Cancelling:
    case RunState::Cancelled:
        return "was cancelled";
    case RunState::Interrupted:
        return "was interrupted";
    case RunState::Done:
    case RunState::Failed:
        break;
    }
    return {};
}

// Whether the row counts; else it is on one of the lists.
bool sorted(const StudyRow& row, const StudyPlace& place, StudySummary& summary) {
    if (row.state == RunState::Failed) {
        summary.failed.push_back(
            remarkOn(row, place, row.failure.empty() ? "no reason was recorded" : row.failure));
        return false;
    }
    if (row.state != RunState::Done) {
        summary.unfinished.push_back(remarkOn(row, place, stateWords(row)));
        return false;
    }
    if (!measuredValue(row.summary.accuracyAfter)) {
        summary.unmeasured.push_back(remarkOn(row, place, "has no accuracy"));
        return false;
    }
    return true;
}

// Of a row whose place and seed another row has already.
std::string repeatedWords(const StudyRow& row, const StudyRow& counted) {
    if (!row.run || !counted.run) {
        return "repeats a cell that is already counted";
    }
    return *row.run == *counted.run
               ? std::string("asks for the same experiment as another cell, whose run is counted")
               : fmt::format("repeats {}, which is the one that counts", counted.run->value);
}

std::vector<MeasuredRow> sortRows(std::span<const StudyRow> rows, StudySummary& summary) {
    std::vector<MeasuredRow> measured;
    std::map<std::pair<StudyPlace, std::uint64_t>, const StudyRow*> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& place = summary.grouping.places[i];
        if (!sorted(rows[i], place, summary)) {
            continue;
        }
        const auto [counted, isNew] =
            seen.emplace(std::pair(place, rows[i].cell.experiment.seed), &rows[i]);
        if (!isNew) {
            summary.repeated.push_back(
                remarkOn(rows[i], place, repeatedWords(rows[i], *counted->second)));
            continue;
        }
        measured.push_back({&rows[i], place});
    }
    summary.measured = measured.size();
    // The order of the rows must not decide an interval that is drawn at random.
    std::sort(measured.begin(), measured.end(), [](const auto& a, const auto& b) {
        return std::tie(a.place, a.row->cell.experiment.seed) <
               std::tie(b.place, b.row->cell.experiment.seed);
    });
    return measured;
}

Result<std::size_t> chosenMethod(const StudyGrouping& grouping, const std::string& label) {
    if (label.empty() || grouping.methods.empty()) {
        return 0;
    }
    const auto found = std::find(grouping.methods.begin(), grouping.methods.end(), label);
    if (found == grouping.methods.end()) {
        return fail(ErrorCode::NotFound,
                    fmt::format("no run of this study has the method '{}'; choose from {}", label,
                                fmt::join(grouping.methods, ", ")));
    }
    return static_cast<std::size_t>(found - grouping.methods.begin());
}

} // namespace

Result<StudySummary> summariseStudy(std::span<const StudyRow> rows, const StudyChoices& choices) {
    if (!(choices.level > 0.0 && choices.level < 1.0)) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the level {} is not between 0 and 1; 0.95 is usual", choices.level));
    }
    if (choices.resamples == 0) {
        return fail(ErrorCode::InvalidArgument, "a bootstrap needs resamples; 10,000 are usual");
    }
    StudySummary summary;
    summary.rows = rows.size();
    summary.level = choices.level;
    summary.taughtFrom = choices.taughtFrom;
    summary.grouping = groupRows(rows);
    const auto chosen = chosenMethod(summary.grouping, choices.method);
    if (!chosen) {
        return fail(chosen.error());
    }
    summary.chosen = *chosen;
    const auto measured = sortRows(rows, summary);
    addGroups(measured, choices, summary);
    addAggregates(measured, choices, summary);
    addFamilies(measured, choices, summary);
    addConditions(measured, choices, summary);
    addComparisons(measured, choices, summary);
    addItemVerdicts(summary);
    addAssociations(measured, summary);
    addBudgets(measured, summary);
    return summary;
}

} // namespace tessera::stats

#include "app/cli/study_tables.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "app/composition/run_export.h"
#include "core/experiment/study_expansion.h"
#include "core/stats/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tessera::cli {

namespace {

using Json = nlohmann::ordered_json;
using stats::Estimate;
using stats::StudySummary;

constexpr const char* kLegend =
    "n counts seeds; change is in points, with the 95% t interval over seeds";
constexpr const char* kOneSeed = "; n = 1: no interval over seeds";

bool hasSettings(const StudySummary& summary) {
    return summary.grouping.settings.size() > 1;
}

// "mlp 64d/2L > conv 64d/2L, digits" and the like, as far as there is more than one.
std::string placeText(const StudySummary& summary, const stats::StudyPlace& place) {
    const auto& grouping = summary.grouping;
    auto text = grouping.pairs[place.pair] + ", " + grouping.methods[place.method];
    return hasSettings(summary) ? text + ", " + grouping.settings[place.setting].label : text;
}

std::string pointsText(const Estimate& change) {
    return change.mean ? fmt::format("{:+.1f}", 100.0 * *change.mean) : "-";
}

std::string intervalText(const std::optional<Interval>& interval) {
    return interval ? fmt::format("[{:+.1f}, {:+.1f}]", 100.0 * interval->lo, 100.0 * interval->hi)
                    : "-";
}

std::string legend(bool oneSeed) {
    return fmt::format("{}{}\n", kLegend, oneSeed ? kOneSeed : "");
}

// The mean over the pairs of what a group has per pair.
std::optional<double> meanOverPairs(const StudySummary& summary,
                                    const stats::StudyAggregate& aggregate,
                                    Estimate stats::StudyGroup::*figure) {
    std::vector<double> means;
    for (const auto& group : summary.groups) {
        if (group.place.method == aggregate.method && group.place.setting == aggregate.setting &&
            (group.*figure).mean) {
            means.push_back(*(group.*figure).mean);
        }
    }
    return stats::summarise(means).mean;
}

Json intervalJson(const std::optional<Interval>& interval) {
    return interval ? Json::array({app::numberJson(interval->lo), app::numberJson(interval->hi)})
                    : Json(nullptr);
}

Json estimateJson(const Estimate& estimate) {
    return {{"mean", app::numberJson(estimate.mean)},
            {"interval", intervalJson(estimate.interval)},
            {"n", estimate.count}};
}

Json aggregateJson(const StudySummary& summary, const stats::StudyAggregate& aggregate) {
    const auto& grouping = summary.grouping;
    Json json = {{"method", grouping.methods[aggregate.method]},
                 {"setting", grouping.settings[aggregate.setting].label},
                 {"pairs", aggregate.pairs},
                 {"runs", aggregate.runs},
                 {"missing", aggregate.missing}};
    json["source_accuracy"] =
        app::numberJson(meanOverPairs(summary, aggregate, &stats::StudyGroup::source));
    json["accuracy_before"] =
        app::numberJson(meanOverPairs(summary, aggregate, &stats::StudyGroup::before));
    json["accuracy_after"] = estimateJson(aggregate.after);
    json["change"] = estimateJson(aggregate.change);
    json["interval_over_pairs"] = intervalJson(aggregate.overPairs);
    json["interquartile_mean"] = app::numberJson(aggregate.iqm);
    return json;
}

Json comparisonJson(const StudySummary& summary, const stats::StudyComparison& comparison) {
    constexpr std::array kAgainst = {"method", "control", "before"};
    const auto& difference = comparison.difference;
    Json json = {{"method", summary.grouping.methods[summary.chosen]},
                 {"against", kAgainst[static_cast<std::size_t>(comparison.against)]},
                 {"other", comparison.other},
                 {"setting", summary.grouping.settings[comparison.setting].label}};
    json["difference"] = {{"mean", app::numberJson(difference.mean)},
                          {"interval", intervalJson(difference.interval)},
                          {"n", difference.count}};
    json["p"] = app::numberJson(difference.pValue);
    json["p_holm"] = app::numberJson(difference.pHolm);
    json["words"] = comparison.words;
    return json;
}

Json rowJson(const StudyRow& row) {
    const auto& experiment = row.cell.experiment;
    const auto& summary = row.summary;
    Json json = {{"cell", row.cell.index},
                 {"hash", row.cell.hash},
                 {"method", row.cell.method},
                 {"mode", experiment.transfer.mode.value},
                 {"source", row.cell.sourceLabel},
                 {"receiver", row.cell.receiverLabel},
                 {"data", experiment.data.name},
                 {"shift", experiment::shiftLabel(experiment.data.shift)},
                 {"reference_size", experiment.data.splits.reference},
                 {"seed", experiment.seed}};
    json["run"] = row.run ? Json(row.run->value) : Json(nullptr);
    json["state"] = row.run ? runStateName(row.state) : "missing";
    json["failure"] = row.failure.empty() ? Json(nullptr) : Json(row.failure);
    json["source_accuracy"] = app::numberJson(summary.sourceAccuracy);
    json["accuracy_before"] = app::numberJson(summary.accuracyBefore);
    json["accuracy_after"] = app::numberJson(summary.accuracyAfter);
    json["agreement"] = app::numberJson(summary.agreement);
    json["metrics_hash"] = summary.metricsHash.empty() ? Json(nullptr) : Json(summary.metricsHash);
    return json;
}

} // namespace

std::string methodTable(const StudySummary& summary) {
    std::vector<std::string> header = {"method"};
    if (hasSettings(summary)) {
        header.emplace_back("setting");
    }
    const auto left = header.size();
    for (const auto* name : {"pairs", "n", "runs", "missing", "source %", "before %", "after %",
                             "change", "95% interval"}) {
        header.emplace_back(name);
    }
    TextTable table(header, left);
    for (const auto& aggregate : summary.aggregates) {
        std::vector<std::string> row = {shown(summary.grouping.methods[aggregate.method])};
        if (hasSettings(summary)) {
            row.push_back(shown(summary.grouping.settings[aggregate.setting].label));
        }
        const std::vector<std::string> figures = {
            std::to_string(aggregate.pairs),
            std::to_string(aggregate.after.count),
            std::to_string(aggregate.runs),
            std::to_string(aggregate.missing),
            percent(meanOverPairs(summary, aggregate, &stats::StudyGroup::source)),
            percent(meanOverPairs(summary, aggregate, &stats::StudyGroup::before)),
            percent(aggregate.after.mean),
            pointsText(aggregate.change),
            intervalText(aggregate.change.interval)};
        row.insert(row.end(), figures.begin(), figures.end());
        table.add(row);
    }
    return table.text() + legend(std::any_of(summary.aggregates.begin(), summary.aggregates.end(),
                                             [](const auto& of) { return of.after.count == 1; }));
}

std::string pairTable(const StudySummary& summary) {
    TextTable table({"source > receiver, method", "n", "source %", "before %", "after %", "change",
                     "95% interval"},
                    1);
    for (const auto& group : summary.groups) {
        table.add({shown(placeText(summary, group.place)), std::to_string(group.after.count),
                   percent(group.source.mean), percent(group.before.mean),
                   percent(group.after.mean), pointsText(group.change),
                   intervalText(group.change.interval)});
    }
    return table.text() + legend(std::any_of(summary.groups.begin(), summary.groups.end(),
                                             [](const auto& of) { return of.after.count == 1; }));
}

std::string comparisonText(const StudySummary& summary) {
    if (summary.comparisons.empty()) {
        return {};
    }
    auto text = fmt::format("{}, of the same pairs and seeds:\n",
                            shown(summary.grouping.methods[summary.chosen]));
    for (const auto& comparison : summary.comparisons) {
        text += fmt::format("  {}", shown(comparison.words));
        if (hasSettings(summary)) {
            text +=
                fmt::format(", in {}", shown(summary.grouping.settings[comparison.setting].label));
        }
        text +=
            fmt::format("; {} {}\n", comparison.pairs, comparison.pairs == 1 ? "pair" : "pairs");
    }
    return text;
}

std::string failureText(const StudySummary& summary) {
    std::string text;
    for (const auto& remark : summary.failed) {
        text += fmt::format("failed: {}, seed {}: {}\n", shown(placeText(summary, remark.place)),
                            remark.seed, shown(remark.reason));
    }
    return text;
}

std::string countText(const StudySummary& summary) {
    auto text = fmt::format("{} of {} {} done", summary.measured, summary.rows,
                            summary.rows == 1 ? "run is" : "runs are");
    const auto add = [&](std::size_t count, const char* what) {
        if (count > 0) {
            text += fmt::format(", {} {}", count, what);
        }
    };
    add(summary.failed.size(), "failed");
    add(summary.unfinished.size(), "not done");
    add(summary.unmeasured.size(), "without an accuracy");
    return text;
}

Json studyJson(const std::vector<StudyRow>& rows, const StudySummary& summary) {
    Json json;
    json["runs"] = {{"asked", summary.rows},
                    {"measured", summary.measured},
                    {"failed", summary.failed.size()},
                    {"unfinished", summary.unfinished.size()},
                    {"unmeasured", summary.unmeasured.size()}};
    json["methods"] = Json::array();
    for (const auto& aggregate : summary.aggregates) {
        json["methods"].push_back(aggregateJson(summary, aggregate));
    }
    json["comparisons"] = Json::array();
    for (const auto& comparison : summary.comparisons) {
        json["comparisons"].push_back(comparisonJson(summary, comparison));
    }
    json["rows"] = Json::array();
    for (const auto& row : rows) {
        json["rows"].push_back(rowJson(row));
    }
    return json;
}

} // namespace tessera::cli

#include "app/cli/study_tables.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"
#include "core/stats/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tessera::cli {

namespace {

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

std::string studyIntervalText(const std::optional<Interval>& interval) {
    return interval ? fmt::format("[{:+.1f}, {:+.1f}]", 100.0 * interval->lo, 100.0 * interval->hi)
                    : "-";
}

std::string legend(bool oneSeed) {
    return fmt::format("{}{}\n", kLegend, oneSeed ? kOneSeed : "");
}

} // namespace

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

std::string methodTable(const StudySummary& summary) {
    std::vector<std::string> header = {"method"};
    if (hasSettings(summary)) {
        header.emplace_back("setting");
    }
    const auto left = header.size();
    for (const auto* name : {"pairs", "n", "runs", "missing", "source %", "before %", "after %",
                             "change", "95% interval", "agreement %"}) {
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
            studyIntervalText(aggregate.change.interval),
            percent(aggregate.agreement.mean)};
        row.insert(row.end(), figures.begin(), figures.end());
        table.add(row);
    }
    return table.text() + legend(std::any_of(summary.aggregates.begin(), summary.aggregates.end(),
                                             [](const auto& of) { return of.after.count == 1; }));
}

std::string pairTable(const StudySummary& summary) {
    TextTable table({"source > receiver, method", "n", "source %", "before %", "after %", "change",
                     "95% interval", "agreement %"},
                    1);
    for (const auto& group : summary.groups) {
        table.add({shown(placeText(summary, group.place)), std::to_string(group.after.count),
                   percent(group.source.mean), percent(group.before.mean),
                   percent(group.after.mean), pointsText(group.change),
                   studyIntervalText(group.change.interval), percent(group.agreement.mean)});
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
        if (!comparison.itemWords.empty()) {
            text += fmt::format("    {}\n", comparison.itemWords);
        }
    }
    return text;
}

std::string familyTable(const StudySummary& summary) {
    std::vector<std::string> header = {"method"};
    if (hasSettings(summary)) {
        header.emplace_back("setting");
    }
    header.emplace_back("receivers");
    const auto left = header.size();
    for (const auto* name : {"pairs", "n", "before %", "after %", "change", "95% interval",
                             "agreement %", "recovery"}) {
        header.emplace_back(name);
    }
    TextTable table(header, left);
    for (const auto& family : summary.families) {
        std::vector<std::string> row = {shown(summary.grouping.methods[family.method])};
        if (hasSettings(summary)) {
            row.push_back(shown(summary.grouping.settings[family.setting].label));
        }
        const std::vector<std::string> figures = {
            shown(family.receiver),
            std::to_string(family.pairs),
            std::to_string(family.after.count),
            percent(family.before.mean),
            percent(family.after.mean),
            pointsText(family.change),
            studyIntervalText(family.change.interval),
            percent(family.agreement.mean),
            family.recovery ? fmt::format("{:.2f}", *family.recovery) : "-"};
        row.insert(row.end(), figures.begin(), figures.end());
        table.add(row);
    }
    return table.text();
}

std::string itemTable(const StudySummary& summary) {
    std::vector<std::string> rivals; // in the order of the comparisons
    std::map<std::pair<std::size_t, std::size_t>, std::map<std::string, std::string>> cells;
    for (const auto& pair : summary.pairComparisons) {
        if (!pair.items || !pair.items->difference) {
            continue;
        }
        if (std::find(rivals.begin(), rivals.end(), pair.other) == rivals.end()) {
            rivals.push_back(pair.other);
        }
        const bool told =
            pair.itemFinding == stats::Finding::Better || pair.itemFinding == stats::Finding::Worse;
        cells[{pair.setting, pair.pair}][pair.other] =
            fmt::format("{:+.1f}{}", 100.0 * *pair.items->difference, told ? "*" : " ");
    }
    if (rivals.empty()) {
        return {};
    }
    auto header = rivals;
    header.insert(header.begin(), "source > receiver");
    TextTable table(header, 1);
    for (const auto& [place, figures] : cells) {
        auto name = summary.grouping.pairs[place.second];
        if (hasSettings(summary)) {
            name += ", " + summary.grouping.settings[place.first].label;
        }
        std::vector<std::string> row = {shown(name)};
        for (const auto& rival : rivals) {
            const auto found = figures.find(rival);
            row.push_back(found == figures.end() ? "-" : found->second);
        }
        table.add(row);
    }
    return fmt::format("{} minus the others over the same test items, in points; * differs, after "
                       "Holm over the pairs:\n{}",
                       shown(summary.grouping.methods[summary.chosen]), table.text());
}

std::string failureText(const StudySummary& summary) {
    std::string text;
    for (const auto& remark : summary.failed) {
        text += fmt::format("failed: {}, seed {}: {}\n", shown(placeText(summary, remark.place)),
                            remark.seed, shown(remark.reason));
    }
    return text;
}

std::string repeatedText(const StudySummary& summary) {
    std::vector<std::string> runs;
    for (const auto& extra : summary.extraRuns) {
        if (!extra.counted.empty()) {
            runs.push_back(shown(extra.run));
        }
    }
    return runs.empty() ? std::string()
                        : fmt::format("{} left out, for another run of the same experiment counts: "
                                      "{}\n",
                                      runs.size() == 1 ? "1 run is"
                                                       : fmt::format("{} runs are", runs.size()),
                                      fmt::join(runs, ", "));
}

std::string foreignText(const StudySummary& summary) {
    std::size_t foreign = 0;
    std::size_t unreadable = 0;
    for (const auto& extra : summary.extraRuns) {
        foreign += extra.counted.empty() && extra.readable ? 1 : 0;
        unreadable += extra.readable ? 0 : 1;
    }
    std::string text;
    if (foreign > 0) {
        text += fmt::format("{} of this study {} to no cell of its recipe as it is now\n",
                            foreign == 1 ? "1 run" : fmt::format("{} runs", foreign),
                            foreign == 1 ? "belongs" : "belong");
    }
    if (unreadable > 0) {
        text += unreadable == 1
                    ? "1 run of this study has a recipe that this version cannot read\n"
                    : fmt::format("{} runs of this study have recipes that this version cannot "
                                  "read\n",
                                  unreadable);
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
    add(summary.repeated.size(), "the same as another one");
    return text;
}

} // namespace tessera::cli

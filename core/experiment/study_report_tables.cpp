#include "core/experiment/study_report_tables.h"

#include "core/experiment/defaults.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace tessera::experiment {

namespace {

using stats::StudySummary;

constexpr auto kNumber = ColumnKind::Number;

std::string levelText(const StudySummary& summary) {
    return fmt::format("{:g}%", 100.0 * summary.level);
}

std::string count(std::size_t value) {
    return fmt::format("{}", value);
}

// Sorts rows by setting, and names the settings where the study has several.
class Builder {
public:
    Builder(const StudySummary& summary, std::string id, std::string caption,
            std::vector<ReportColumn> columns)
        : m_summary(summary), m_table{std::move(id), std::move(caption), std::move(columns), {}},
          m_settings(summary.grouping.settings.size()) {}

    void add(std::size_t setting, std::vector<std::string> fields) {
        const bool several = m_settings.size() > 1;
        m_settings[setting].push_back(
            {std::move(fields),
             several ? m_summary.grouping.settings[setting].label : std::string()});
    }

    [[nodiscard]] ReportTable table() {
        for (auto& rows : m_settings) {
            m_table.rows.insert(m_table.rows.end(), std::make_move_iterator(rows.begin()),
                                std::make_move_iterator(rows.end()));
            rows.clear();
        }
        return m_table;
    }

private:
    const StudySummary& m_summary;
    ReportTable m_table;
    std::vector<std::vector<ReportRow>> m_settings; // by place of the setting
};

std::string seedsText(const std::vector<std::uint64_t>& seeds) {
    return seeds.empty() ? "none" : fmt::format("{}", fmt::join(seeds, ", "));
}

// "0.93": of the way; a dash for nothing.
std::string shareText(const std::optional<double>& share) {
    return share ? fmt::format("{:.2f}", *share) : std::string(kDash);
}

std::string verdictText(const stats::PairVerdicts& verdicts) {
    return verdicts.known() == 0
               ? std::string(kDash)
               : fmt::format("{}, {}, {}", verdicts.better, verdicts.open, verdicts.worse);
}

const std::string& methodOf(const StudySummary& summary, std::size_t at) {
    return summary.grouping.methods[at];
}

void addRemarks(const StudySummary& summary, const std::vector<stats::StudyRemark>& remarks,
                Builder& builder) {
    for (const auto& remark : remarks) {
        builder.add(remark.place.setting,
                    {methodOf(summary, remark.place.method),
                     summary.grouping.pairs[remark.place.pair], fmt::format("{}", remark.seed),
                     remark.run.empty() ? std::string(kDash) : remark.run, remark.reason});
    }
}

} // namespace

std::string rivalText(stats::Against against, const std::string& other) {
    return against == stats::Against::Control ? "control " + other : other;
}

ReportTable methodTable(const StudySummary& summary) {
    const auto level = levelText(summary);
    Builder builder(
        summary, "methods",
        fmt::format(
            "Accuracy of the receiver on the test set in percent and its change in points: "
            "mean over pairs of networks, {} t interval over seeds with the pairs as they "
            "are. \"Over pairs\" is the t interval of the means of three pairs or more. IQM is the "
            "interquartile mean over all runs with a bootstrap interval, stratified by "
            "pair. Agreement is with the source on the test set, in percent; recovery is the share "
            "of the way to the source's accuracy, of means over all runs. \"Missing\" counts pairs "
            "and seeds without a measured run.",
            level),
        {{"Method", {}},
         {"Pairs", kNumber},
         {"Seeds", kNumber},
         {"Runs", kNumber},
         {"Missing", kNumber},
         {"Accuracy", kNumber},
         {"Change", kNumber},
         {"Agreement", kNumber},
         {"Recovery", kNumber},
         {"Over pairs", kNumber},
         {"IQM", kNumber}});
    for (const auto& aggregate : summary.aggregates) {
        const auto iqm = aggregate.iqmInterval
                             ? fmt::format(" {}", intervalText(aggregate.iqmInterval))
                             : std::string();
        builder.add(aggregate.setting,
                    {methodOf(summary, aggregate.method), count(aggregate.pairs),
                     count(aggregate.after.count), count(aggregate.runs), count(aggregate.missing),
                     estimateText(aggregate.after), changeText(aggregate.change),
                     estimateText(aggregate.agreement), shareText(aggregate.recovery),
                     intervalText(aggregate.overPairs), percentText(aggregate.iqm) + iqm});
    }
    return builder.table();
}

ReportTable comparisonTable(const StudySummary& summary) {
    const auto chosen = summary.grouping.methods.empty() ? "" : methodOf(summary, summary.chosen);
    Builder builder(
        summary, "differences",
        fmt::format("{} minus what it is compared with, in points of accuracy on the test set, of "
                    "the same pair and seed: mean with {} t interval over seeds, two-sided paired "
                    "t test, corrected after Holm over the {} of this table. A difference is "
                    "called real only if its interval leaves out zero and its corrected p-value "
                    "is at most 0.05. The last two columns count pairs of networks by themselves: "
                    "over seeds, and over test items (table of items).",
                    chosen, levelText(summary),
                    countText(summary.comparisons.size(), "comparison", "comparisons")),
        {{"Against", {}},
         {"Pairs", kNumber},
         {"Seeds", kNumber},
         {"Unmatched", kNumber},
         {"Difference", kNumber},
         {"p", kNumber},
         {"p (Holm)", kNumber},
         {"Finding", {}},
         {"Better, open, worse", kNumber},
         {"The same over items", kNumber}});
    for (const auto& comparison : summary.comparisons) {
        const auto& difference = comparison.difference;
        builder.add(comparison.setting,
                    {rivalText(comparison.against, comparison.other), count(comparison.pairs),
                     count(difference.count), count(comparison.unmatched),
                     differenceText(difference), pText(difference.pValue), pText(difference.pHolm),
                     findingText(comparison.finding),
                     fmt::format("{}, {}, {}", comparison.pairsBetter, comparison.pairsOpen,
                                 comparison.pairsWorse),
                     verdictText(comparison.itemPairs)});
    }
    return builder.table();
}

ReportTable familyTable(const StudySummary& summary) {
    Builder builder(
        summary, "families",
        fmt::format("The same by the architecture of the receivers: percent and points, means over "
                    "pairs with the {} t interval over seeds.",
                    levelText(summary)),
        {{"Receivers", {}},
         {"Method", {}},
         {"Pairs", kNumber},
         {"Seeds", kNumber},
         {"Source", kNumber},
         {"Before", kNumber},
         {"After", kNumber},
         {"Change", kNumber},
         {"Agreement", kNumber},
         {"Recovery", kNumber}});
    auto families = summary.families;
    std::stable_sort(families.begin(), families.end(), [](const auto& a, const auto& b) {
        return std::tie(a.setting, a.receiver) < std::tie(b.setting, b.receiver);
    });
    for (const auto& family : families) {
        builder.add(family.setting,
                    {family.receiver, methodOf(summary, family.method), count(family.pairs),
                     count(family.after.count), percentText(family.source.mean),
                     percentText(family.before.mean), estimateText(family.after),
                     changeText(family.change), estimateText(family.agreement),
                     shareText(family.recovery)});
    }
    return builder.table();
}

ReportTable groupTable(const StudySummary& summary) {
    Builder builder(
        summary, "groups",
        fmt::format("Every method on every pair of networks (source > receiver), grouped by "
                    "everything but the seed: accuracy in percent with the {} t interval over the "
                    "seeds, and beside it the BCa bootstrap interval, or for a single seed "
                    "Wilson's interval over the test items. Agreement is with the source.",
                    levelText(summary)),
        {{"Pair", {}},
         {"Method", {}},
         {"Seeds", kNumber},
         {"Missing seeds", {}},
         {"Source", kNumber},
         {"Before", kNumber},
         {"After", kNumber},
         {"Bootstrap or Wilson", kNumber},
         {"Change", kNumber},
         {"Agreement", kNumber},
         {"Recovery", kNumber}});
    auto groups = summary.groups;
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.place.pair < b.place.pair; });
    for (const auto& group : groups) {
        const auto extra =
            group.wilson ? intervalText(group.wilson) + " (items)" : intervalText(group.bootstrap);
        builder.add(group.place.setting,
                    {summary.grouping.pairs[group.place.pair],
                     methodOf(summary, group.place.method), count(group.after.count),
                     seedsText(group.missingSeeds), percentText(group.source.mean),
                     percentText(group.before.mean), estimateText(group.after), extra,
                     changeText(group.change), estimateText(group.agreement),
                     shareText(group.recovery)});
    }
    return builder.table();
}

ReportTable pairComparisonTable(const StudySummary& summary) {
    Builder builder(
        summary, "pairs",
        fmt::format("The same differences pair by pair, corrected after Holm over the {} of this "
                    "table.",
                    countText(summary.pairComparisons.size(), "comparison", "comparisons")),
        {{"Pair", {}},
         {"Against", {}},
         {"Seeds", kNumber},
         {"Difference", kNumber},
         {"p", kNumber},
         {"p (Holm)", kNumber},
         {"Finding", {}}});
    for (const auto& comparison : summary.pairComparisons) {
        builder.add(comparison.setting,
                    {summary.grouping.pairs[comparison.pair],
                     rivalText(comparison.against, comparison.other),
                     count(comparison.difference.count), differenceText(comparison.difference),
                     pText(comparison.difference.pValue), pText(comparison.difference.pHolm),
                     findingText(comparison.finding)});
    }
    return builder.table();
}

ReportTable itemTable(const StudySummary& summary) {
    Builder builder(
        summary, "items",
        "Differences over test items. \"Seeds and items\": two-stage bootstrap of seeds, then of "
        "the items of each, which are taken as independent. \"Items\": exact McNemar test of the "
        "items that only one side got right, summed over seeds; it speaks of these networks, not "
        "of others that different seeds would give. \"Seeds\": paired t test over the seeds' "
        "differences, since a bootstrap of few seeds claims too readily. The finding rests on the "
        "larger p-value of seeds and items and of seeds, or for a single seed on that of items, "
        "and then it is about that seed only; corrected after Holm over the pairs of each "
        "comparison.",
        {{"Pair", {}},
         {"Against", {}},
         {"Seeds", kNumber},
         {"Only first", kNumber},
         {"Only second", kNumber},
         {"Seeds and items", kNumber},
         {"p of seeds and items", kNumber},
         {"p of seeds", kNumber},
         {"p of items", kNumber},
         {"p (Holm)", kNumber},
         {"Finding", {}}});
    for (const auto& comparison : summary.pairComparisons) {
        if (!comparison.items) {
            continue;
        }
        const auto& items = *comparison.items;
        const bool counted = items.items > 0; // else only the p-value is known
        const auto shown = [&](std::int64_t value) {
            return counted ? fmt::format("{}", value) : std::string(kDash);
        };
        const auto interval =
            items.interval ? fmt::format(" {}", intervalText(items.interval)) : std::string();
        builder.add(comparison.setting,
                    {summary.grouping.pairs[comparison.pair],
                     rivalText(comparison.against, comparison.other), count(items.seeds),
                     shown(items.onlyFirst), shown(items.onlySecond),
                     pointsText(items.difference) + interval, pText(items.pValue),
                     pText(items.pSeeds), pText(items.pItems), pText(comparison.itemsHolm),
                     findingText(comparison.itemFinding)});
    }
    return builder.table();
}

ReportTable controlTable(const StudySummary& summary) {
    Builder builder(summary, "controls",
                    fmt::format("Controls beside the method that they control: accuracy in percent "
                                "with the {} t interval over seeds.",
                                levelText(summary)),
                    {{"Pair", {}},
                     {"Method", {}},
                     {"Method's accuracy", kNumber},
                     {"Control", {}},
                     {"Seeds", kNumber},
                     {"Control's accuracy", kNumber}});
    for (const auto& group : summary.groups) {
        for (const auto& control : group.controls) {
            builder.add(group.place.setting,
                        {summary.grouping.pairs[group.place.pair],
                         methodOf(summary, group.place.method), estimateText(group.after),
                         control.id.value, count(control.accuracy.count),
                         estimateText(control.accuracy)});
        }
    }
    return builder.table();
}

std::optional<RateSchedule> usedSchedule(const stats::StudyBudget& budget) {
    const auto& steps = budget.gradientSteps;
    const bool bySteps = steps.count == 0 || steps.most > 0.0;
    return bySteps ? std::optional(resolvedSchedule(budget.transfer)) : std::nullopt;
}

std::string rateText(const stats::StudyBudget& budget) {
    const auto schedule = usedSchedule(budget);
    if (!schedule) {
        return std::string(kDash);
    }
    return *schedule == RateSchedule::OneCycle ? "one cycle" : "constant";
}

ReportTable budgetTable(const StudySummary& summary) {
    constexpr double kMebibyte = 1024.0 * 1024.0;
    ReportTable table{"budgets",
                      "What each method was given and what it cost, over all its measured runs. "
                      "Seconds are those of the transfer, without training the source and without "
                      "controls. Labels are those of the reference set that the method read. "
                      "Rate: how it went over the steps, whatever the recipe left open.",
                      {{"Method", {}},
                       {"Runs", kNumber},
                       {"Gradient steps", kNumber},
                       {"Rate", {}},
                       {"Labels used", kNumber},
                       {"Seconds", kNumber},
                       {"Peak memory, MiB", kNumber},
                       {"Token, KiB", kNumber}},
                      {}};
    for (const auto& budget : summary.budgets) {
        std::size_t runs = 0;
        for (const auto& group : summary.groups) {
            runs += group.place.method == budget.method ? group.after.count : 0;
        }
        table.rows.push_back(
            {{methodOf(summary, budget.method), count(runs), rangeText(budget.gradientSteps, 0),
              rateText(budget), rangeText(budget.labelsUsed, 0), rangeText(budget.seconds, 2),
              rangeText(budget.peakMemoryBytes, 0, kMebibyte),
              rangeText(budget.tokenBytes, 1, 1024.0)},
             {}});
    }
    return table;
}

ReportTable associationTable(const StudySummary& summary) {
    Builder builder(
        summary, "drifts",
        "Kendall's rank correlation (tau-b) over the pairs between each drift at the end of a run "
        "and the change of accuracy, both as means over seeds. A negative tau: the smaller the "
        "drift, the larger the gain. Corrected after Holm over this table.",
        {{"Method", {}},
         {"Drift", {}},
         {"Pairs", kNumber},
         {"tau", kNumber},
         {"p", kNumber},
         {"p (Holm)", kNumber},
         {"Test", {}}});
    for (const auto& association : summary.associations) {
        const auto& tau = association.tau;
        builder.add(association.setting,
                    {methodOf(summary, association.method), association.drift, count(tau.count),
                     tau.tau ? fmt::format("{:.2f}", *tau.tau) : std::string(kDash),
                     pText(tau.pValue), pText(association.pHolm),
                     !tau.pValue ? "not possible"
                     : tau.exact ? "exact"
                                 : "normal approximation"});
    }
    return builder.table();
}

ReportTable failedTable(const StudySummary& summary) {
    Builder builder(summary, "failed", "Runs that failed, with their reason.",
                    {{"Method", {}}, {"Pair", {}}, {"Seed", kNumber}, {"Run", {}}, {"Reason", {}}});
    addRemarks(summary, summary.failed, builder);
    return builder.table();
}

ReportTable leftOutTable(const StudySummary& summary) {
    Builder builder(summary, "left-out", "Other runs that are in no figure of this report.",
                    {{"Method", {}}, {"Pair", {}}, {"Seed", kNumber}, {"Run", {}}, {"Why", {}}});
    for (const auto* remarks : {&summary.unfinished, &summary.unmeasured, &summary.repeated}) {
        addRemarks(summary, *remarks, builder);
    }
    return builder.table();
}

ReportTable extraRunsTable(const StudySummary& summary) {
    ReportTable table{"repeated",
                      "Other runs of the study, which are in no figure of this report either. Runs "
                      "of one experiment have the same hash; of these the latest that is done "
                      "counts, or else the latest that is not over, or else the latest.",
                      {{"Method", {}},
                       {"Pair", {}},
                       {"Setting", {}},
                       {"Seed", kNumber},
                       {"Left out", {}},
                       {"Counted", {}},
                       {"Why", {}}},
                      {}};
    const std::string dash(kDash);
    for (const auto& run : summary.extraRuns) {
        const auto& place = run.place;
        const auto& grouping = summary.grouping;
        table.rows.push_back(
            run.counted.empty()
                ? ReportRow{{dash, dash, dash, dash, run.run, dash, run.reason}, {}}
                : ReportRow{{grouping.methods[place.method], grouping.pairs[place.pair],
                             grouping.settings[place.setting].label, fmt::format("{}", run.seed),
                             run.run, run.counted, run.reason},
                            {}});
    }
    return table;
}

} // namespace tessera::experiment

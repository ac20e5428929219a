#include "app/cli/study_json.h"

#include "app/cli/study_tables.h"
#include "app/composition/run_export.h"
#include "core/experiment/study_expansion.h"
#include "core/experiment/study_report_tables.h"

#include <array>
#include <map>
#include <set>

namespace tessera::cli {

namespace {

using app::numberJson;
using Json = nlohmann::ordered_json;
using stats::Estimate;
using stats::StudySummary;

const char* againstName(stats::Against against) {
    constexpr std::array kNames = {"method", "control", "before"};
    return kNames[static_cast<std::size_t>(against)];
}

// In the order of Finding. Frozen.
const char* findingName(stats::Finding finding) {
    constexpr std::array kNames = {"not_measured",        "one_seed", "identical", "no_spread",
                                   "not_distinguishable", "better",   "worse"};
    return kNames[static_cast<std::size_t>(finding)];
}

Json intervalJson(const std::optional<Interval>& interval) {
    return interval ? Json::array({numberJson(interval->lo), numberJson(interval->hi)})
                    : Json(nullptr);
}

Json estimateJson(const Estimate& estimate) {
    return {{"mean", numberJson(estimate.mean)},
            {"interval", intervalJson(estimate.interval)},
            {"n", estimate.count}};
}

Json rangeJson(const stats::Range& range) {
    if (range.count == 0) {
        return nullptr;
    }
    return {{"mean", numberJson(range.mean)},
            {"least", numberJson(range.least)},
            {"most", numberJson(range.most)},
            {"runs", range.count}};
}

Json methodJson(const StudySummary& summary, const stats::StudyAggregate& aggregate) {
    const auto& grouping = summary.grouping;
    Json json = {{"method", grouping.methods[aggregate.method]},
                 {"setting", grouping.settings[aggregate.setting].label},
                 {"pairs", aggregate.pairs},
                 {"runs", aggregate.runs},
                 {"missing", aggregate.missing}};
    json["source_accuracy"] =
        numberJson(meanOverPairs(summary, aggregate, &stats::StudyGroup::source));
    json["accuracy_before"] =
        numberJson(meanOverPairs(summary, aggregate, &stats::StudyGroup::before));
    json["accuracy_after"] = estimateJson(aggregate.after);
    json["change"] = estimateJson(aggregate.change);
    json["agreement"] = estimateJson(aggregate.agreement);
    json["recovery"] = numberJson(aggregate.recovery);
    json["interval_over_pairs"] = intervalJson(aggregate.overPairs);
    json["interquartile_mean"] = numberJson(aggregate.iqm);
    json["interquartile_mean_interval"] = intervalJson(aggregate.iqmInterval);
    return json;
}

Json conditionJson(const StudySummary& summary, const stats::StudyCondition& condition) {
    const auto& grouping = summary.grouping;
    const auto& setting = grouping.settings[condition.setting];
    const auto& data = setting.recipe.data;
    const auto strength = [](const auto& spec) {
        return spec.kind.empty() ? Json(0.0) : Json(spec.strength);
    };
    Json json = {{"method", grouping.methods[condition.method]},
                 {"setting", setting.label},
                 {"shift", {{"kind", data.shift.kind}, {"strength", strength(data.shift)}}},
                 {"task", {{"kind", data.task.kind}, {"strength", strength(data.task)}}},
                 {"pairs", condition.pairs},
                 {"runs", condition.runs},
                 {"source_accuracy", estimateJson(condition.source)},
                 {"accuracy_before", estimateJson(condition.before)},
                 {"accuracy_after", estimateJson(condition.after)},
                 {"agreement", estimateJson(condition.agreement)},
                 {"output_drift", estimateJson(condition.outputDrift)},
                 {"controls", Json::object()},
                 {"checked", condition.checked},
                 {"warned", condition.warned}};
    for (const auto& control : condition.controls) {
        json["controls"][control.id.value] = estimateJson(control.accuracy);
    }
    return json;
}

Json familyJson(const StudySummary& summary, const stats::StudyFamily& family) {
    const auto& grouping = summary.grouping;
    return {{"method", grouping.methods[family.method]},
            {"setting", grouping.settings[family.setting].label},
            {"receiver", family.receiver},
            {"pairs", family.pairs},
            {"runs", family.runs},
            {"source_accuracy", estimateJson(family.source)},
            {"accuracy_before", estimateJson(family.before)},
            {"accuracy_after", estimateJson(family.after)},
            {"change", estimateJson(family.change)},
            {"agreement", estimateJson(family.agreement)},
            {"recovery", numberJson(family.recovery)}};
}

Json groupJson(const StudySummary& summary, const stats::StudyGroup& group) {
    const auto& grouping = summary.grouping;
    Json json = {{"method", grouping.methods[group.place.method]},
                 {"pair", grouping.pairs[group.place.pair]},
                 {"setting", grouping.settings[group.place.setting].label},
                 {"seeds", group.seeds},
                 {"missing_seeds", group.missingSeeds},
                 {"source_accuracy", estimateJson(group.source)},
                 {"accuracy_before", estimateJson(group.before)},
                 {"accuracy_after", estimateJson(group.after)},
                 {"change", estimateJson(group.change)},
                 {"agreement", estimateJson(group.agreement)},
                 {"recovery", numberJson(group.recovery)},
                 {"bootstrap", intervalJson(group.bootstrap)},
                 {"wilson", intervalJson(group.wilson)},
                 {"controls", Json::object()}};
    for (const auto& control : group.controls) {
        json["controls"][control.id.value] = estimateJson(control.accuracy);
    }
    return json;
}

Json differenceJson(const stats::Difference& difference) {
    return {{"mean", numberJson(difference.mean)},
            {"interval", intervalJson(difference.interval)},
            {"n", difference.count}};
}

Json verdictsJson(const stats::PairVerdicts& verdicts) {
    return {{"better", verdicts.better},
            {"worse", verdicts.worse},
            {"open", verdicts.open},
            {"unknown", verdicts.unknown}};
}

Json comparisonJson(const StudySummary& summary, const stats::StudyComparison& comparison) {
    const auto& difference = comparison.difference;
    Json json = {{"method", summary.grouping.methods[summary.chosen]},
                 {"against", againstName(comparison.against)},
                 {"other", comparison.other},
                 {"setting", summary.grouping.settings[comparison.setting].label},
                 {"pairs", comparison.pairs},
                 {"unmatched", comparison.unmatched},
                 {"difference", differenceJson(difference)},
                 {"p", numberJson(difference.pValue)},
                 {"p_holm", numberJson(difference.pHolm)},
                 {"finding", findingName(comparison.finding)},
                 {"words", comparison.words}};
    json["pairs_over_seeds"] = {{"better", comparison.pairsBetter},
                                {"worse", comparison.pairsWorse},
                                {"open", comparison.pairsOpen}};
    json["pairs_over_items"] = verdictsJson(comparison.itemPairs);
    json["taught_pairs_over_items"] = verdictsJson(comparison.taughtPairs);
    json["item_words"] = comparison.itemWords.empty() ? Json(nullptr) : Json(comparison.itemWords);
    return json;
}

Json itemsJson(const stats::StudyPairComparison& pair) {
    if (!pair.items) {
        return nullptr;
    }
    const auto& items = *pair.items;
    const bool counted = items.items > 0; // else only the run's own p-value is known
    return {{"seeds", items.seeds},
            {"items", counted ? Json(items.items) : Json(nullptr)},
            {"only_first", counted ? Json(items.onlyFirst) : Json(nullptr)},
            {"only_second", counted ? Json(items.onlySecond) : Json(nullptr)},
            {"difference", numberJson(items.difference)},
            {"interval", intervalJson(items.interval)},
            {"p_seeds_and_items", numberJson(items.pValue)},
            {"p_seeds", numberJson(items.pSeeds)},
            {"p_mcnemar", numberJson(items.pItems)},
            {"p_holm", numberJson(pair.itemsHolm)},
            {"finding", findingName(pair.itemFinding)}};
}

Json pairComparisonJson(const StudySummary& summary, const stats::StudyPairComparison& pair) {
    return {{"pair", summary.grouping.pairs[pair.pair]},
            {"setting", summary.grouping.settings[pair.setting].label},
            {"against", againstName(pair.against)},
            {"other", pair.other},
            {"difference", differenceJson(pair.difference)},
            {"p", numberJson(pair.difference.pValue)},
            {"p_holm", numberJson(pair.difference.pHolm)},
            {"finding", findingName(pair.finding)},
            {"items", itemsJson(pair)}};
}

Json driftJson(const StudySummary& summary, const stats::StudyAssociation& association) {
    return {{"method", summary.grouping.methods[association.method]},
            {"setting", summary.grouping.settings[association.setting].label},
            {"drift", association.drift},
            {"pairs", association.tau.count},
            {"tau", numberJson(association.tau.tau)},
            {"p", numberJson(association.tau.pValue)},
            {"p_holm", numberJson(association.pHolm)},
            {"exact", association.tau.exact}};
}

Json scheduleJson(const std::optional<RateSchedule>& schedule) {
    if (!schedule) {
        return nullptr;
    }
    return *schedule == RateSchedule::OneCycle ? "one_cycle" : "constant";
}

Json budgetJson(const StudySummary& summary, const stats::StudyBudget& budget) {
    const auto schedule = experiment::usedSchedule(budget);
    return {{"method", summary.grouping.methods[budget.method]},
            {"gradient_steps", rangeJson(budget.gradientSteps)},
            {"learning_rate", schedule ? Json(budget.transfer.rate) : Json(nullptr)},
            {"schedule", scheduleJson(schedule)},
            {"labels_used", rangeJson(budget.labelsUsed)},
            {"seconds", rangeJson(budget.seconds)},
            {"peak_memory_bytes", rangeJson(budget.peakMemoryBytes)},
            {"token_bytes", rangeJson(budget.tokenBytes)}};
}

Json remarkJson(const StudySummary& summary, const stats::StudyRemark& remark) {
    return {{"method", summary.grouping.methods[remark.place.method]},
            {"pair", summary.grouping.pairs[remark.place.pair]},
            {"setting", summary.grouping.settings[remark.place.setting].label},
            {"seed", remark.seed},
            {"run", remark.run.empty() ? Json(nullptr) : Json(remark.run)},
            {"reason", remark.reason}};
}

Json extraRunJson(const StudySummary& summary, const stats::StudyExtraRun& extra) {
    Json json = {{"run", extra.run},      {"counted", nullptr}, {"method", nullptr},
                 {"pair", nullptr},       {"setting", nullptr}, {"seed", nullptr},
                 {"reason", extra.reason}};
    if (!extra.counted.empty()) {
        const auto& grouping = summary.grouping;
        json["counted"] = extra.counted;
        json["method"] = grouping.methods[extra.place.method];
        json["pair"] = grouping.pairs[extra.place.pair];
        json["setting"] = grouping.settings[extra.place.setting].label;
        json["seed"] = extra.seed;
    }
    return json;
}

Json environmentJson(const std::vector<StudyRow>& rows) {
    std::map<std::string, std::set<std::string>> values;
    for (const auto& row : rows) {
        for (const auto& [name, value] : row.environment) {
            values[name].insert(value);
        }
    }
    return values;
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
                 {"task", experiment::taskLabel(experiment.data.task)},
                 {"reference_size", experiment.data.splits.reference},
                 {"seed", experiment.seed}};
    json["run"] = row.run ? Json(row.run->value) : Json(nullptr);
    json["state"] = row.run ? runStateName(row.state) : "missing";
    json["failure"] = row.failure.empty() ? Json(nullptr) : Json(row.failure);
    json["source_accuracy"] = numberJson(summary.sourceAccuracy);
    json["accuracy_before"] = numberJson(summary.accuracyBefore);
    json["accuracy_after"] = numberJson(summary.accuracyAfter);
    json["agreement"] = numberJson(summary.agreement);
    json["recovery"] = numberJson(summary.recovery);
    json["controls"] = Json::object();
    for (const auto& control : summary.controls) {
        json["controls"][control.id.value] = numberJson(control.accuracy);
    }
    json["metrics_hash"] = summary.metricsHash.empty() ? Json(nullptr) : Json(summary.metricsHash);
    return json;
}

template <class Part>
Json listOf(const StudySummary& summary, const std::vector<Part>& parts,
            Json (*json)(const StudySummary&, const Part&)) {
    auto list = Json::array();
    for (const auto& part : parts) {
        list.push_back(json(summary, part));
    }
    return list;
}

} // namespace

Json studyJson(const std::vector<StudyRow>& rows, const StudySummary& summary) {
    Json json;
    json["level"] = summary.level;
    json["seeds"] = summary.grouping.seeds;
    json["test_items"] = rangeJson(summary.testItems);
    json["taught_from"] = summary.taughtFrom;
    json["runs"] = {{"asked", summary.rows},
                    {"measured", summary.measured},
                    {"failed", summary.failed.size()},
                    {"unfinished", summary.unfinished.size()},
                    {"unmeasured", summary.unmeasured.size()},
                    {"repeated", summary.repeated.size()}};
    json["methods"] = listOf(summary, summary.aggregates, methodJson);
    json["families"] = listOf(summary, summary.families, familyJson);
    json["conditions"] = listOf(summary, summary.conditions, conditionJson);
    json["pairs"] = listOf(summary, summary.groups, groupJson);
    json["comparisons"] = listOf(summary, summary.comparisons, comparisonJson);
    json["pair_comparisons"] = listOf(summary, summary.pairComparisons, pairComparisonJson);
    json["drifts"] = listOf(summary, summary.associations, driftJson);
    json["drift_words"] = summary.associationWords;
    json["budgets"] = listOf(summary, summary.budgets, budgetJson);
    json["failed"] = listOf(summary, summary.failed, remarkJson);
    json["repeated"] = listOf(summary, summary.repeated, remarkJson);
    json["extra_runs"] = listOf(summary, summary.extraRuns, extraRunJson);
    json["environment"] = environmentJson(rows);
    json["rows"] = Json::array();
    for (const auto& row : rows) {
        json["rows"].push_back(rowJson(row));
    }
    return json;
}

} // namespace tessera::cli

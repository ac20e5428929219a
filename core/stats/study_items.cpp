#include "core/stats/study_parts.h"

#include "core/api/seed.h"
#include "core/stats/holm.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace tessera::stats {

namespace {

constexpr double kItemsAlpha = 0.05;

const ItemMarks* marksOf(const StudyRow* row, const StudyChoices& choices) {
    if (row == nullptr || !row->run) {
        return nullptr;
    }
    const auto found = choices.marks.find(row->run->value);
    return found == choices.marks.end() ? nullptr : &found->second;
}

// What stands against the chosen method; null or empty: not known.
const std::vector<bool>* rivalMarks(const RowPair& rows, const ItemMarks& mine,
                                    const ItemQuestion& question, const StudyChoices& choices) {
    if (question.against == Against::Before) {
        return &mine.before;
    }
    if (question.against == Against::Control) {
        const auto found = mine.controls.find(ControlId(question.other));
        return found == mine.controls.end() ? nullptr : &found->second;
    }
    const auto* theirs = marksOf(rows.other, choices);
    return theirs != nullptr && theirs->items == mine.items ? &theirs->after : nullptr;
}

std::optional<double> controlP(const StudyRow& row, const std::string& control) {
    for (const auto& figure : row.summary.controls) {
        if (figure.id.value == control) {
            return figure.pValue;
        }
    }
    return std::nullopt;
}

Finding findingOf(const StudyPairComparison& pair) {
    if (!pair.items || !pair.items->difference || !pair.itemsHolm) {
        return Finding::NotMeasured;
    }
    if (*pair.itemsHolm > kItemsAlpha) {
        return Finding::NotDistinguishable;
    }
    return *pair.items->difference > 0.0 ? Finding::Better : Finding::Worse;
}

void count(Finding finding, PairVerdicts& verdicts) {
    ++(finding == Finding::Better               ? verdicts.better
       : finding == Finding::Worse              ? verdicts.worse
       : finding == Finding::NotDistinguishable ? verdicts.open
                                                : verdicts.unknown);
}

// Pairs, by setting, whose source knows enough under the chosen method's runs.
std::set<std::pair<std::size_t, std::size_t>> taughtPairs(const StudySummary& summary) {
    std::set<std::pair<std::size_t, std::size_t>> taught;
    for (const auto& group : summary.groups) {
        if (group.place.method == summary.chosen &&
            group.source.mean.value_or(0.0) > summary.taughtFrom) {
            taught.emplace(group.place.setting, group.place.pair);
        }
    }
    return taught;
}

std::string verdictText(const PairVerdicts& verdicts) {
    return fmt::format("better on {}, worse on {}, not distinguishable on {}", verdicts.better,
                       verdicts.worse, verdicts.open);
}

std::string testText(const std::vector<StudyPairComparison*>& pairs) {
    bool one = false, several = false;
    for (const auto* pair : pairs) {
        one = one || (pair->items && pair->items->seeds == 1);
        several = several || (pair->items && pair->items->seeds > 1);
    }
    const std::string over = "the larger p of the bootstrap of seeds and items and the paired t "
                             "test over seeds (the bootstrap alone where all seeds differ by the "
                             "same)";
    return !several ? "exact McNemar test of one seed, which speaks of that seed's networks only"
           : !one   ? over
                    : over + "; where there is one seed, exact McNemar test, which speaks of that "
                             "seed's networks only";
}

std::string itemWords(const StudyComparison& comparison, double taughtFrom,
                      const std::vector<StudyPairComparison*>& pairs) {
    const auto& all = comparison.itemPairs;
    const auto& taught = comparison.taughtPairs;
    if (all.known() == 0) {
        return {};
    }
    auto words = fmt::format("pair by pair over test items: of {} {} {}", all.known(),
                             all.known() == 1 ? "pair" : "pairs", verdictText(all));
    if (taught.known() > 0 && taught.all() < all.all()) {
        words += fmt::format("; of the {} with a source above {:g}% {}", taught.known(),
                             100.0 * taughtFrom, verdictText(taught));
    }
    words += fmt::format(" ({}, Holm over the pairs)", testText(pairs));
    if (all.unknown > 0) {
        words += fmt::format("; {} {} no kept answers", all.unknown,
                             all.unknown == 1 ? "pair has" : "pairs have");
    }
    return words;
}

void correct(const std::vector<StudyPairComparison*>& family) {
    std::vector<std::optional<double>> pValues;
    for (const auto* pair : family) {
        pValues.push_back(pair->items ? pair->items->pDecisive() : std::nullopt);
    }
    const auto adjusted = holmAdjusted(pValues);
    for (std::size_t i = 0; i < family.size(); ++i) {
        family[i]->itemsHolm = adjusted[i];
        family[i]->itemFinding = findingOf(*family[i]);
    }
}

} // namespace

std::optional<ItemComparison> itemsOf(std::span<const RowPair> rows, const ItemQuestion& question,
                                      const StudyChoices& choices) {
    std::vector<ItemCounts> counts;
    for (const auto& each : rows) {
        const auto* mine = marksOf(each.mine, choices);
        const auto* theirs = mine != nullptr ? rivalMarks(each, *mine, question, choices) : nullptr;
        if (theirs == nullptr || theirs->empty() || mine->after.empty()) {
            continue;
        }
        if (const auto items = countItems(mine->after, *theirs)) {
            counts.push_back(*items);
        }
    }
    if (!counts.empty()) {
        return compareItems(counts, {BootstrapKind::Percentile, choices.resamples, choices.level,
                                     deriveSeed(choices.seed, "study.items." + question.other)});
    }
    const auto single = rows.size() == 1 && question.against == Against::Control
                            ? controlP(*rows.front().mine, question.other)
                            : std::nullopt;
    if (!single) {
        return std::nullopt;
    }
    ItemComparison items;
    items.seeds = 1;
    items.pItems = single;
    items.difference = question.difference.mean; // of the same items
    return items;
}

void addItemVerdicts(StudySummary& summary) {
    using Key = std::tuple<std::size_t, Against, std::string>;
    std::map<Key, std::vector<StudyPairComparison*>> families;
    for (auto& pair : summary.pairComparisons) {
        families[{pair.setting, pair.against, pair.other}].push_back(&pair);
    }
    const auto taught = taughtPairs(summary);
    for (auto& comparison : summary.comparisons) {
        const auto& family = families[{comparison.setting, comparison.against, comparison.other}];
        correct(family);
        for (const auto* pair : family) {
            count(pair->itemFinding, comparison.itemPairs);
            if (taught.contains({pair->setting, pair->pair})) {
                count(pair->itemFinding, comparison.taughtPairs);
            }
        }
        comparison.itemWords = itemWords(comparison, summary.taughtFrom, family);
    }
}

} // namespace tessera::stats

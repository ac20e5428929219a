#include "core/stats/item_pairs.h"

#include "core/stats/binomial_table.h"
#include "core/stats/intervals.h"
#include "core/stats/mcnemar.h"

#include <boost/math/distributions/binomial.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace tessera::stats {

namespace {

bool sound(const ItemCounts& counts) {
    return counts.items > 0 && counts.onlyFirst >= 0 && counts.onlySecond >= 0 &&
           counts.onlyFirst + counts.onlySecond <= counts.items;
}

double differenceOf(const ItemCounts& counts) {
    return static_cast<double>(counts.onlyFirst - counts.onlySecond) /
           static_cast<double>(counts.items);
}

double exactP(std::int64_t first, std::int64_t second) {
    if (first + second == 0) {
        return 1.0;
    }
    const boost::math::binomial chance(static_cast<double>(first + second), 0.5);
    return std::min(1.0,
                    2.0 * boost::math::cdf(chance, static_cast<double>(std::min(first, second))));
}

// The items of one seed drawn anew: the counts are multinomial. How many are discordant comes
// first, then how many of these the first got right.
class Redrawing {
public:
    explicit Redrawing(const ItemCounts& counts)
        : m_items(static_cast<double>(counts.items)),
          m_share(shareOf(counts.onlyFirst, counts.onlyFirst + counts.onlySecond)),
          m_discordant(counts.items, shareOf(counts.onlyFirst + counts.onlySecond, counts.items)) {}

    // The difference that the drawn items give.
    double draw(Random& random) {
        const auto discordant = m_discordant.draw(random);
        auto first = m_first.find(discordant);
        if (first == m_first.end()) {
            first = m_first.emplace(discordant, BinomialTable(discordant, m_share)).first;
        }
        return static_cast<double>(2 * first->second.draw(random) - discordant) / m_items;
    }

private:
    static double shareOf(std::int64_t part, std::int64_t whole) {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    }

    double m_items, m_share;
    BinomialTable m_discordant;
    std::unordered_map<std::int64_t, BinomialTable> m_first; // by the number of discordant items
};

void bootstrap(std::span<const ItemCounts> seeds, const BootstrapOptions& options,
               ItemComparison& comparison) {
    Random random(options.seed);
    std::vector<Redrawing> redrawn(seeds.begin(), seeds.end());
    std::vector<double> results(options.resamples);
    for (auto& result : results) {
        double sum = 0.0;
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            sum += redrawn[random.below(seeds.size())].draw(random);
        }
        result = sum / static_cast<double>(seeds.size());
    }
    std::sort(results.begin(), results.end());
    const double lower = (1.0 - options.level) / 2.0;
    comparison.interval =
        Interval{sortedQuantile(results, lower), sortedQuantile(results, 1.0 - lower)};
    const auto [zeros, above] = std::equal_range(results.begin(), results.end(), 0.0);
    const auto fewer = std::min(above - results.begin(), results.end() - zeros);
    comparison.pValue = std::min(1.0, 2.0 * static_cast<double>(1 + fewer) /
                                          static_cast<double>(results.size() + 1));
}

// Zeros on the other side, since the differences are already paired.
std::optional<double> pOverSeeds(const std::vector<double>& differences) {
    const std::vector<double> zeros(differences.size(), 0.0);
    const auto compared = comparePairs(differences, zeros);
    return compared ? compared->pValue : std::nullopt;
}

std::vector<bool> rightOnes(const ItemAnswers& answers, const std::vector<std::int32_t>& labels) {
    std::vector<bool> right(answers.size());
    for (std::size_t i = 0; i < answers.size() && i < labels.size(); ++i) {
        right[i] = answers[i] == labels[i];
    }
    return right;
}

} // namespace

ItemMarks marksOf(const ItemResults& items) {
    ItemMarks marks;
    const std::string_view labels(reinterpret_cast<const char*>(items.labels.data()),
                                  items.labels.size() * sizeof(items.labels.front()));
    marks.items = fmt::format("{} {:x}", items.inputsHash, std::hash<std::string_view>()(labels));
    marks.before = rightOnes(items.before, items.labels);
    marks.after = rightOnes(items.after, items.labels);
    for (const auto& control : items.controls) {
        marks.controls.emplace(control.id, rightOnes(control.answers, items.labels));
    }
    return marks;
}

Result<ItemCounts> countItems(const std::vector<bool>& firstCorrect,
                              const std::vector<bool>& secondCorrect) {
    const auto counts = mcnemar(firstCorrect, secondCorrect);
    if (!counts) {
        return fail(counts.error());
    }
    return ItemCounts{static_cast<std::int64_t>(firstCorrect.size()), counts->onlyFirst,
                      counts->onlySecond};
}

std::optional<double> ItemComparison::pDecisive() const {
    if (seeds < 2) {
        return pItems;
    }
    return pValue && pSeeds ? std::max(*pValue, *pSeeds) : pValue;
}

ItemComparison compareItems(std::span<const ItemCounts> seeds, const BootstrapOptions& options) {
    std::vector<ItemCounts> kept;
    std::copy_if(seeds.begin(), seeds.end(), std::back_inserter(kept), sound);
    ItemComparison comparison;
    comparison.seeds = kept.size();
    if (kept.empty()) {
        return comparison;
    }
    double sum = 0.0;
    std::vector<double> differences;
    for (const auto& counts : kept) {
        comparison.items += counts.items;
        comparison.onlyFirst += counts.onlyFirst;
        comparison.onlySecond += counts.onlySecond;
        differences.push_back(differenceOf(counts));
        sum += differences.back();
    }
    comparison.pSeeds = pOverSeeds(differences);
    comparison.difference = sum / static_cast<double>(kept.size());
    comparison.pItems = exactP(comparison.onlyFirst, comparison.onlySecond);
    if (kept.size() >= 2 && options.resamples > 0 && options.level > 0.0 && options.level < 1.0) {
        bootstrap(kept, options, comparison);
    }
    return comparison;
}

} // namespace tessera::stats

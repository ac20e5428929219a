#include "core/stats/item_pairs.h"

#include "core/stats/mcnemar.h"
#include "core/stats/random.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <iterator>
#include <random>

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

std::int64_t binomial(std::int64_t trials, double chance, Random& random) {
    if (trials <= 0 || !(chance > 0.0)) {
        return 0;
    }
    return std::binomial_distribution<std::int64_t>(trials, std::min(1.0, chance))(random);
}

// The difference of one seed with its items drawn anew: the counts are multinomial.
double redrawn(const ItemCounts& counts, Random& random) {
    const auto n = static_cast<double>(counts.items);
    ItemCounts drawn{counts.items, 0, 0};
    drawn.onlyFirst = binomial(counts.items, static_cast<double>(counts.onlyFirst) / n, random);
    const auto others = static_cast<double>(counts.items - counts.onlyFirst);
    drawn.onlySecond = binomial(counts.items - drawn.onlyFirst,
                                static_cast<double>(counts.onlySecond) / others, random);
    return differenceOf(drawn);
}

void bootstrap(std::span<const ItemCounts> seeds, const BootstrapOptions& options,
               ItemComparison& comparison) {
    Random random(options.seed);
    std::vector<double> results(options.resamples);
    for (auto& result : results) {
        double sum = 0.0;
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            sum += redrawn(seeds[random.below(seeds.size())], random);
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

} // namespace

Result<ItemCounts> countItems(const std::vector<bool>& firstCorrect,
                              const std::vector<bool>& secondCorrect) {
    const auto counts = mcnemar(firstCorrect, secondCorrect);
    if (!counts) {
        return fail(counts.error());
    }
    return ItemCounts{static_cast<std::int64_t>(firstCorrect.size()), counts->onlyFirst,
                      counts->onlySecond};
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
    for (const auto& counts : kept) {
        comparison.items += counts.items;
        comparison.onlyFirst += counts.onlyFirst;
        comparison.onlySecond += counts.onlySecond;
        sum += differenceOf(counts);
    }
    comparison.difference = sum / static_cast<double>(kept.size());
    comparison.pItems = exactP(comparison.onlyFirst, comparison.onlySecond);
    if (kept.size() >= 2 && options.resamples > 0 && options.level > 0.0 && options.level < 1.0) {
        bootstrap(kept, options, comparison);
    }
    return comparison;
}

} // namespace tessera::stats

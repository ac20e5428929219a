#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/api/item_results.h"
#include "core/api/result.h"
#include "core/stats/bootstrap.h"

// Two methods on the same test items, for several seeds. Each seed has its own test items and its
// own networks, so items are nested in seeds. Pure functions, safe on any thread.
namespace tessera::stats {

// Which of its test items a run got right. Empty: not measured.
struct ItemMarks {
    std::string items; // what the marks are of: those of two runs go together only if it is equal
    std::vector<bool> before, after; // the receiver
    std::map<ControlId, std::vector<bool>> controls;
};

[[nodiscard]] ItemMarks marksOf(const ItemResults& items);

// One seed: which of the items only one of the two methods got right.
struct ItemCounts {
    std::int64_t items = 0;
    std::int64_t onlyFirst = 0;
    std::int64_t onlySecond = 0;
};

// InvalidArgument if the lengths differ.
[[nodiscard]] Result<ItemCounts> countItems(const std::vector<bool>& firstCorrect,
                                            const std::vector<bool>& secondCorrect);

struct ItemComparison {
    std::size_t seeds = 0;                                 // that have items
    std::int64_t items = 0, onlyFirst = 0, onlySecond = 0; // summed over seeds
    std::optional<double> difference; // mean over seeds of (onlyFirst - onlySecond) / items

    // Exact McNemar test of the counts summed over seeds. It takes the seeds as they are: items are
    // drawn, networks are not. So it speaks of these networks only, and a small p-value says
    // nothing about what other seeds would give.
    std::optional<double> pItems;

    // Over seeds and items: a two-stage bootstrap (Davison and Hinkley 1997, section 3.8) draws
    // seeds, then items within each drawn seed. Percentile interval, and the two-sided p-value
    // min(1, 2 (1 + min(#{d* <= 0}, #{d* >= 0})) / (resamples + 1)). It takes seeds and items as
    // independent draws. With few seeds it makes too little of the variance between them, since it
    // reuses the same few. Empty for fewer than two seeds.
    std::optional<Interval> interval;
    std::optional<double> pValue;

    // Paired t test over the seeds' differences (comparePairs), the stricter one where seeds are
    // few. Empty for fewer than two seeds, and where all of them differ by the same.
    std::optional<double> pSeeds;

    // What a verdict rests on: the larger of the two over seeds (where the seeds have no spread,
    // that of the bootstrap), or that of the items for a single seed, which then is a verdict about
    // this seed's networks only.
    [[nodiscard]] std::optional<double> pDecisive() const;
};

// Seeds without items do not count. Counts that are negative or add up to more than the items count
// as no items.
[[nodiscard]] ItemComparison compareItems(std::span<const ItemCounts> seeds,
                                          const BootstrapOptions& options = {});

} // namespace tessera::stats

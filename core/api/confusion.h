#pragma once

#include "core/api/item_results.h"
#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// Which classes a network takes for which others. Pure functions, safe on any thread.
namespace tessera {

// Numbers of test items by true class and by answer.
struct Confusion {
    static constexpr int kMostClasses = 1000;

    int classes = 0;
    std::vector<std::int64_t> counts; // row by row: true class x answered class

    [[nodiscard]] std::int64_t at(int label, int answer) const {
        return counts[static_cast<std::size_t>(label) * static_cast<std::size_t>(classes) +
                      static_cast<std::size_t>(answer)];
    }
    [[nodiscard]] std::int64_t itemsOf(int label) const;
    // Of the items of `label`, 0..1; nothing: there are none.
    [[nodiscard]] std::optional<double> share(int label, int answer) const;
};

// InvalidArgument: not measured, as many answers as there are no items, a class out of range;
// Unsupported: more than kMostClasses.
[[nodiscard]] Result<Confusion> confusionOf(const ItemResults& items, const ItemAnswers& answers);

// Two networks on the same test items.
struct AnswerComparison {
    std::int64_t items = 0;
    std::int64_t onlyFirst = 0; // items that only the first got right
    std::int64_t onlySecond = 0;
    // Exact McNemar test (McNemar 1947), two-sided. Items are drawn, the networks are not: it says
    // nothing about what other seeds would give.
    double pValue = 1.0;
};

// Nothing: the runs were not tested on the same items, or something was not measured.
[[nodiscard]] std::optional<AnswerComparison> compareAnswers(const ItemResults& firstItems,
                                                             const ItemAnswers& first,
                                                             const ItemResults& secondItems,
                                                             const ItemAnswers& second);

} // namespace tessera

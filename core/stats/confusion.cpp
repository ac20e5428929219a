#include "core/api/confusion.h"

#include "core/stats/item_pairs.h"

#include <fmt/format.h>

#include <array>

namespace tessera {

std::int64_t Confusion::itemsOf(int label) const {
    std::int64_t items = 0;
    for (int answer = 0; answer < classes; ++answer) {
        items += at(label, answer);
    }
    return items;
}

std::optional<double> Confusion::share(int label, int answer) const {
    const auto items = itemsOf(label);
    return items > 0
               ? std::optional(static_cast<double>(at(label, answer)) / static_cast<double>(items))
               : std::nullopt;
}

Result<Confusion> confusionOf(const ItemResults& items, const ItemAnswers& answers) {
    if (answers.size() != items.size() || answers.empty() || items.classes < 1) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("there are {} answers to {} test items; a confusion matrix needs "
                                "one for each",
                                answers.size(), items.size()));
    }
    if (items.classes > Confusion::kMostClasses) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("{} classes are too many for a confusion matrix; {} are possible",
                                items.classes, Confusion::kMostClasses));
    }
    const auto classes = static_cast<std::size_t>(items.classes);
    Confusion confusion{items.classes, std::vector<std::int64_t>(classes * classes)};
    const auto isClass = [&](std::int32_t value) { return value >= 0 && value < items.classes; };
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!isClass(items.labels[i]) || !isClass(answers[i])) {
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("test item {} has a class outside of 0 to {}", i, items.classes - 1));
        }
        ++confusion.counts[static_cast<std::size_t>(items.labels[i]) * classes +
                           static_cast<std::size_t>(answers[i])];
    }
    return confusion;
}

std::optional<AnswerComparison> compareAnswers(const ItemResults& firstItems,
                                               const ItemAnswers& first,
                                               const ItemResults& secondItems,
                                               const ItemAnswers& second) {
    const auto& labels = firstItems.labels;
    if (labels.empty() || labels != secondItems.labels ||
        firstItems.inputsHash != secondItems.inputsHash || first.size() != labels.size() ||
        second.size() != labels.size()) {
        return std::nullopt;
    }
    stats::ItemCounts counts{static_cast<std::int64_t>(labels.size()), 0, 0};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool firstRight = first[i] == labels[i], secondRight = second[i] == labels[i];
        counts.onlyFirst += firstRight && !secondRight ? 1 : 0;
        counts.onlySecond += secondRight && !firstRight ? 1 : 0;
    }
    const auto compared =
        stats::compareItems(std::array{counts}, {.resamples = 0}); // one pair of networks
    return AnswerComparison{counts.items, counts.onlyFirst, counts.onlySecond,
                            compared.pItems.value_or(1.0)};
}

} // namespace tessera

#pragma once

#include "core/api/confusion.h"
#include "core/api/run.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tessera::ui {

// Whose answers: "after", "before", "source", or the id of a control. Frozen, since pickers keep
// them.
struct AnswerChoice {
    static constexpr const char* kAfter = "after";
    static constexpr const char* kBefore = "before";
    static constexpr const char* kSource = "source";
};

// The answers of one run to its test items, counted.
struct RunConfusion {
    RunRecord run;
    ItemResultsPtr items;                       // null: see `problem`
    std::optional<Result<Confusion>> confusion; // nothing: the run kept no answers
    std::optional<Error> problem;               // the file could not be read
};

// One run or two, and how they differ.
struct ConfusionData {
    std::string answers = AnswerChoice::kAfter;
    std::vector<RunConfusion> runs;           // one or two
    std::optional<AnswerComparison> compared; // of two runs on the same items

    [[nodiscard]] const Confusion* matrix(std::size_t run) const {
        return run < runs.size() && runs[run].confusion && runs[run].confusion->has_value()
                   ? &**runs[run].confusion
                   : nullptr;
    }
    // Two matrices of the same classes.
    [[nodiscard]] bool hasDifference() const {
        return matrix(0) != nullptr && matrix(1) != nullptr &&
               matrix(0)->classes == matrix(1)->classes;
    }
};
using ConfusionDataPtr = std::shared_ptr<const ConfusionData>;

// Null: the items do not have such answers.
[[nodiscard]] const ItemAnswers* answersOf(const ItemResults& items, const std::string& choice);
[[nodiscard]] QString answersText(const std::string& choice); // "Receiver, after"

} // namespace tessera::ui

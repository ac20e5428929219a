#pragma once

#include "core/api/run_comparison.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace tessera::ui {

// What a person has chosen to see of the runs that are compared.
struct CompareChoice {
    RunGrouping grouping = RunGrouping::Seed;
    RunMeasure measure = RunMeasure::Accuracy;
    std::size_t reference = 0; // group that the others are compared with
    std::size_t other = 1;     // group that is paired with it, one by one
    friend bool operator==(const CompareChoice&, const CompareChoice&) = default;
};

// The runs and what was computed of them; everything in it speaks of `runs` by index.
struct CompareData {
    std::vector<RunRecord> runs;
    std::vector<RunField> fields;
    CompareChoice choice;
    RunComparison result;

    // The comparison of the reference with the other group; null: there are no two groups.
    [[nodiscard]] const GroupComparison* pair() const {
        for (const auto& comparison : result.comparisons) {
            if (comparison.second == choice.other) {
                return &comparison;
            }
        }
        return nullptr;
    }
};

using CompareDataPtr = std::shared_ptr<const CompareData>;

} // namespace tessera::ui

#pragma once

#include "core/api/experiment.h"
#include "core/data/split_data.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tessera::data {

// One way in which the source's task differs from the one that is measured. Adding one is a
// function and a line in task_registry.cpp, a name in ui/strings, a test.
struct Task {
    std::string id; // frozen
    std::string description;
};

[[nodiscard]] const std::vector<Task>& tasks();

// Loads another data set with the splits of the first.
using LoadOther = std::function<Result<SplitData>(const DataSpec&)>;

// Changes source-train, and what is held out of its kind, only: "permuted" gives the samples of a
// share of the classes, at least two, the label of another one; "coarser" joins classes until a
// share of them, at least one, is gone (two at least stay), which leaves as many outputs as before;
// "other" takes the samples of another data set with the same inputs and no more classes, a file
// being read as the first one. Nothing for an empty kind, and nothing at strength 0 but for
// "other", which has none. NotFound: no such change; InvalidArgument: too few classes, other
// inputs, a strength that is not within 0 to 1.
[[nodiscard]] Result<void> applyTask(SplitData& parts, const DataSpec& spec, std::uint64_t seed,
                                     const LoadOther& loadOther);

} // namespace tessera::data

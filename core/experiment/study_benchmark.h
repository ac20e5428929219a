#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/api/engine.h"
#include "core/api/ids.h"
#include "core/api/study.h"

// The studies that come with the program.
namespace tessera::experiment {

enum class BenchmarkSize { Quick, Full };

// What a benchmark is asked for; what is empty has a default.
struct BenchmarkChoice {
    std::string task = "token-mean"; // or "digits"
    std::optional<BenchmarkSize> size;
    std::optional<int> seeds; // 1..seeds
    std::vector<ModeId> methods;
    std::vector<int> epochs;
    std::vector<ShiftSpec> shifts; // one after another
    std::vector<TaskSpec> tasks;   // of the sources
};

// Names of the tasks, the first is the default.
[[nodiscard]] std::vector<std::string> benchmarkTasks();

// Five networks of four families teach each other: 20 ordered pairs, sources trained for 12 epochs
// with Adam at 1e-3 in batches of 32, receivers untrained, all methods with one budget.
// token-mean: 400 sequences for the sources, 2,000 fresh ones without labels for the transfer,
// 200 for validation, 2,000 for the test. digits: the data set's own split.
// Sizes: quick is one seed and 3 epochs with the methods that are talked about most; full is five
// seeds with all methods, and on the digits 1, 3 and 10 epochs. The default is quick on
// token-mean, full on the digits. Of the default methods only those that `known` has are taken; a
// method that takes no epochs stands there once. The task must be one of benchmarkTasks(). The name
// says what was chosen instead of a default: "benchmark digits full, seeds 2, methods A+kd".
[[nodiscard]] StudySpec benchmarkStudy(const BenchmarkChoice& choice,
                                       const std::vector<ModeEntry>& known);

} // namespace tessera::experiment

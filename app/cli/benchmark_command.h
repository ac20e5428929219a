#pragma once

#include "app/cli/command.h"
#include "app/cli/study_commands.h"
#include "core/experiment/study_benchmark.h"

namespace tessera::cli {

// `tessera benchmark`: the built-in study of five networks that teach each other. NotFound, before
// anything is done: a method that the engine does not know.
int runBenchmark(const CommandContext& context, const experiment::BenchmarkChoice& choice,
                 EarlierRecipe earlier);

} // namespace tessera::cli

#pragma once

#include "app/cli/command.h"
#include "core/api/experiment.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace tessera::cli {

struct RunOptions {
    std::filesystem::path experiment;
    std::string again;                // id of a run in the store to repeat instead of a file
    std::vector<std::uint64_t> seeds; // instead of the experiment's
    std::optional<int> threads;
};

// `tessera run`: executes an experiment file, once per seed.
int runExperiment(const CommandContext& context, const RunOptions& options);

// `tessera demo`: two sources teach three receivers each, on the digits, for `seeds` seeds.
int runDemo(const CommandContext& context, int seeds);

} // namespace tessera::cli

#pragma once

#include "core/api/run.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

namespace tessera::cli {

// The stable JSON of runs on standard output: {out, runs: [...]}, each as run_export.h has it.
[[nodiscard]] nlohmann::ordered_json runsJson(const std::filesystem::path& out,
                                              const std::vector<RunRecord>& runs);

} // namespace tessera::cli

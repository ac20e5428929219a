#pragma once

#include "core/api/run.h"
#include "core/session/run_session.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace tessera::cli {

// The stable JSON of runs on standard output: {out, runs: [...]}, each as run_export.h has it.
[[nodiscard]] nlohmann::ordered_json runsJson(const session::OutputFolder& folder,
                                              const std::vector<RunRecord>& runs);

} // namespace tessera::cli

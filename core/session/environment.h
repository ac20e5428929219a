#pragma once

#include "core/api/engine.h"
#include "core/api/run.h"

namespace tessera::session {

// What a run runs on, for its record: program, libraries, processor, kernel, threads, system.
[[nodiscard]] Environment captureEnvironment(const EngineInfo& engine,
                                             const Experiment& experiment);

// "AMD EPYC 9454 48-Core Processor", or "unknown".
[[nodiscard]] std::string processorName();

} // namespace tessera::session

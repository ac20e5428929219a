#pragma once

#include "core/api/engine.h"
#include "core/remote/child_engine.h"

#include <atomic>
#include <memory>

namespace tessera::remote {

// Whether this is the file of a network that may hold code: all that the engine could take for
// TorchScript, and some more.
[[nodiscard]] bool mayHoldCode(const NetworkSpec& network);

// The engine, but whatever runs the network of a TorchScript file is handed to a child process of
// its own while `apart` is true: a crash there fails its own call, and what does not heed a stop is
// killed. Numbers are the same, and so are the rules for threads.
[[nodiscard]] std::unique_ptr<Engine>
keepScriptsApart(std::unique_ptr<Engine> engine, HostProgram program,
                 std::shared_ptr<const std::atomic<bool>> apart);

} // namespace tessera::remote

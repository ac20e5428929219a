#pragma once

#include "core/api/engine.h"
#include "core/remote/child_engine.h"

#include <atomic>
#include <memory>

namespace tessera::remote {

// Whether this is the file of a network that may hold code: TorchScript, told by its container.
[[nodiscard]] bool mayHoldCode(const NetworkSpec& network);

// The engine, but whatever runs the network of a TorchScript file is handed to a child process
// while `apart` is true: what crashes or hangs there fails its own call. Numbers are the same. The
// thread rules are Engine's; a child that did its work is kept for the next call.
[[nodiscard]] std::unique_ptr<Engine>
keepScriptsApart(std::unique_ptr<Engine> engine, HostProgram program,
                 std::shared_ptr<const std::atomic<bool>> apart);

} // namespace tessera::remote

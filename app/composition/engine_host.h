#pragma once

#include "core/api/engine.h"

#include <atomic>
#include <memory>

// Networks from TorchScript files are code: they run in a child process of the same program, which
// both programs turn into before anything else if they are asked to.
namespace tessera::app {

// Whether this process was started to be such a child.
[[nodiscard]] bool isEngineHost(int argc, char** argv);

// Serves the parent until that is gone.
[[noreturn]] void hostEngine();

// The engine, with children for TorchScript files while `apart` is true; without `apart`, always.
// For programs whose main() looks at isEngineHost().
[[nodiscard]] std::unique_ptr<Engine>
withScriptsApart(std::unique_ptr<Engine> engine,
                 std::shared_ptr<const std::atomic<bool>> apart = nullptr);

} // namespace tessera::app

#pragma once

#include "core/api/engine.h"

#include <memory>

namespace tessera::app {

// Opens libtessera_engine (never closed again) and makes an engine. Takes about half a second.
// NotFound if the library or LibTorch is missing, Unsupported if it is of another version,
// OutOfMemory if a limit on this program's memory leaves too little for it.
[[nodiscard]] Result<std::unique_ptr<Engine>> loadEngine(const EngineSettings& settings);

} // namespace tessera::app

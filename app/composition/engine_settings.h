#pragma once

#include "core/api/engine.h"

namespace tessera::app {

// What every engine of these programs is made with: the built-in data and the reader of images.
[[nodiscard]] EngineSettings engineSettings();

} // namespace tessera::app

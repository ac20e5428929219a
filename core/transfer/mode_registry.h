#pragma once

#include "core/transfer/mode.h"

namespace tessera::transfer {

// All modes. Adding one is a pair of files in modes/, a line in mode_registry.cpp, a test.
[[nodiscard]] const std::vector<std::unique_ptr<Mode>>& modes();

// NotFound for an unknown mode, with the modes there are.
[[nodiscard]] Result<const Mode*> findMode(const ModeId& id);

} // namespace tessera::transfer

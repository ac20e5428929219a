#pragma once

#include "app/workbench/options.h"

namespace tessera::workbench {

// Draws a view, or a single plot, of a run to a file. Says on standard error what is wrong, if
// anything. Returns the exit code. Needs a QApplication, but neither window nor engine.
[[nodiscard]] int render(const RenderOptions& options);

} // namespace tessera::workbench

#pragma once

#include "app/workbench/options.h"

#include <string>

namespace tessera::workbench {

// What can be drawn: the names of the views and of single plots, for help.
[[nodiscard]] std::string renderNames();

// Draws a view, or a single plot, of a run to a file. Says on standard error what is wrong, if
// anything. Returns the exit code. Needs a QApplication, but no window; the engine is loaded where
// a plot has something computed. Waits for that, with an event loop of its own.
[[nodiscard]] int render(const RenderOptions& options);

} // namespace tessera::workbench

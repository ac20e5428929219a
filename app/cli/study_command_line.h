#pragma once

#include "app/cli/command.h"

namespace CLI {
class App;
}

namespace tessera::cli {

// Adds `study` and `benchmark` to the command line; the chosen one lands in `action`. `context` and
// `action` outlive `app`.
void addStudyCommands(CLI::App& app, const CommandContext& context, Action& action);

} // namespace tessera::cli

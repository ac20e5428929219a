#pragma once

#include "app/cli/command.h"

namespace CLI {
class App;
}

namespace tessera::cli {

// Enters `data` and `models`; the chosen one lands in `action`. Both references must live as long
// as `app`.
void addDataCommands(CLI::App& app, const CommandContext& context, Action& action);

} // namespace tessera::cli

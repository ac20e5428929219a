#pragma once

#include "app/cli/command.h"

#include <CLI/App.hpp>

namespace tessera::cli {

// Enters inspect, validate, diff, merge, convert, strip, keygen, sign, verify and trust. The chosen
// one lands in `action`; context and action must live as long as the application.
void addTokenCommands(CLI::App& app, const CommandContext& context, Action& action);

} // namespace tessera::cli

#pragma once

#include "app/cli/command.h"

#include <string>

namespace tessera::cli {

// `tessera runs verify`: executes a stored run again, from nothing and in a folder that is removed
// afterwards, and compares all curves and figures bit by bit; times, memory and the token's bytes
// are left out. Exit code 0: equal, 1: not equal, and the first differences are said.
int verifyRun(const CommandContext& context, const std::string& id);

} // namespace tessera::cli

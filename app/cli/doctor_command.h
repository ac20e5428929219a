#pragma once

#include "app/cli/command.h"

namespace tessera::cli {

struct DoctorOptions {
    int threads = 0;      // 0 = all cores
    bool compare = false; // measure every kernel, each in a process of its own
};

// `tessera doctor`: what computes here, how fast, and what would make it faster.
int runDoctor(const CommandContext& context, const DoctorOptions& options);

} // namespace tessera::cli

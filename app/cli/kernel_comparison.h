#pragma once

#include "core/api/result.h"

#include <stop_token>
#include <string>
#include <vector>

namespace tessera::cli {

struct KernelSpeed {
    std::string kernel; // as OpenBLAS names what it really used
    double gflops = 0.0;
};

// Measures the kernels from the oldest to the best for this processor. OpenBLAS chooses once per
// process, so each runs in a fresh copy of this program. Internal if one cannot be started.
// Ends early, with what was measured, if stopped.
[[nodiscard]] Result<std::vector<KernelSpeed>> compareKernels(int threads,
                                                              const std::stop_token& stop);

} // namespace tessera::cli

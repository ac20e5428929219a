#pragma once

#include <string>

namespace tessera::app {

// The best OpenBLAS kernel for this processor by name ("SkylakeX", "Haswell"), or empty where
// OpenBLAS had better choose by itself.
[[nodiscard]] std::string bestKernel();

// Chooses kernels and waiting before the engine is loaded; must be the first thing in main(),
// before any thread. What the user has set in the environment stays as it is.
// - OPENBLAS_CORETYPE: older OpenBLAS takes recent processors for very old ones (4 to 8 times
// slower)
// - OMP_WAIT_POLICY=passive: spinning threads are ruinous on a busy machine
// - malloc keeps large blocks: otherwise every training step maps and unmaps them anew
void setUpProcessor();

} // namespace tessera::app

#pragma once

namespace tessera::jobs {

// Processor cores that this process may use, hyper-threads counted once; at least 1.
[[nodiscard]] int physicalCores();

// Sets the threads of LibTorch's pool and of OpenBLAS's own; 0 = physicalCores(). Returns the
// count.
int useThreads(int threads);

} // namespace tessera::jobs

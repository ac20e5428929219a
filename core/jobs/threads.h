#pragma once

#include <string>

namespace tessera::jobs {

// Processor cores that this process may use, hyper-threads counted once; at least 1.
[[nodiscard]] int physicalCores();

// Sets the threads of LibTorch's pool and of OpenBLAS's own; 0 = physicalCores(). Returns the
// count.
int useThreads(int threads);

// What decides the last bits of a result besides the inputs: BLAS, its kernel, LibTorch, processor.
[[nodiscard]] std::string arithmeticName();

} // namespace tessera::jobs

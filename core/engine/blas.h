#pragma once

#include <string>

namespace tessera::engine {

struct BlasInfo {
    std::string name;   // "OpenBLAS 0.3.21"
    std::string kernel; // "SkylakeX"
    int threads = 0;
};

[[nodiscard]] BlasInfo blasInfo();

// Best of several 1024 x 1024 float32 products, in GFLOP/s.
[[nodiscard]] double measureSgemm();

} // namespace tessera::engine

#include "app/composition/processor_setup.h"

#include <malloc.h>

#include <climits>
#include <cstdlib>

namespace tessera::app {

std::string bestKernel() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512cd")) {
        return "SkylakeX";
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return "Haswell";
    }
#endif
    return {};
}

void setUpProcessor() {
    constexpr int kKeep = 0; // never overwrite what the user has set
    const auto kernel = bestKernel();
    if (!kernel.empty()) {
        setenv("OPENBLAS_CORETYPE", kernel.c_str(), kKeep);
    }
    setenv("OMP_WAIT_POLICY", "passive", kKeep);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

} // namespace tessera::app

#include "core/engine/blas.h"

#include <cblas.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <vector>

namespace tessera::engine {

BlasInfo blasInfo() {
    // "OpenBLAS 0.3.21 NO_LAPACK NO_LAPACKE DYNAMIC_ARCH ..."
    std::istringstream config(openblas_get_config());
    std::string library, version;
    config >> library >> version;
    return {library + " " + version, openblas_get_corename(), openblas_get_num_threads()};
}

double measureSgemm() {
    constexpr int kSize = 1024;
    constexpr int kRepeats = 8;
    const std::vector<float> a(kSize * kSize, 0.5F), b(kSize * kSize, 0.25F);
    std::vector<float> c(kSize * kSize);
    double best = 0.0;
    for (int i = 0; i < kRepeats; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, kSize, kSize, kSize, 1.0F, a.data(),
                    kSize, b.data(), kSize, 0.0F, c.data(), kSize);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        best = std::max(best, 2.0 * kSize * kSize * kSize / seconds / 1e9);
    }
    return best;
}

} // namespace tessera::engine

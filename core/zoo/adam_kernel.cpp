#include "core/zoo/adam_kernel.h"

#include <cmath>

namespace tessera::zoo {

void adamStep(float* __restrict p, const float* __restrict g, float* __restrict m,
              float* __restrict v, std::size_t count, const AdamFactors& factors) noexcept {
    const AdamFactors f = factors; // a copy, which the stores below cannot change
    for (std::size_t i = 0; i < count; ++i) {
        const float gradient = g[i];
        const float first = f.beta1 * m[i] + f.rest1 * gradient;
        const float second = f.beta2 * v[i] + f.rest2 * gradient * gradient;
        m[i] = first;
        v[i] = second;
        p[i] = f.keep * p[i] - f.step * first / (std::sqrt(second) * f.scale + f.epsilon);
    }
}

} // namespace tessera::zoo

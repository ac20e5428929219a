#pragma once

#include <cstddef>

// The arithmetic of Adam, apart from torch so that it can be compiled for nothing but speed.
namespace tessera::zoo {

// What one step multiplies with; all of one step's parameters share it.
struct AdamFactors {
    float beta1 = 0.9F, beta2 = 0.999F;
    float rest1 = 0.1F, rest2 = 0.001F; // 1 - beta, which floats would round coarsely
    float step = 0.0F;                  // the rate over the first moment's correction
    float scale = 1.0F;                 // 1 over the root of the second moment's correction
    float epsilon = 1e-8F;              // added to the corrected root
    float keep = 1.0F;                  // 1 - rate * weight decay
};

// One step of `count` parameters p with gradients g and moments m and v: each is read and written
// once. Arrays do not overlap. Any thread.
void adamStep(float* p, const float* g, float* m, float* v, std::size_t count,
              const AdamFactors& factors) noexcept;

} // namespace tessera::zoo

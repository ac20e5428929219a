#pragma once

#include <cstring>

namespace tessera::projection {

// Four numbers that are computed with at once, in a register of any processor that we know of; a
// language extension of GCC and Clang.
inline constexpr int kLanes = 4;
using Lanes = float __attribute__((vector_size(kLanes * sizeof(float))));

inline void load(Lanes& lanes, const float* from) {
    std::memcpy(&lanes, from, sizeof(Lanes));
}

// In a fixed order.
inline float sumOf(const Lanes& lanes) {
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

} // namespace tessera::projection

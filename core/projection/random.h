#pragma once

#include "core/api/seed.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <string_view>

namespace tessera::projection {

// SplitMix64 (Steele, Lea and Flood 2014): small and quick, with the same numbers everywhere, which
// the distributions of the standard library do not promise. One thread at a time.
class Random {
public:
    Random(std::uint64_t seed, std::string_view purpose) : m_state(deriveSeed(seed, purpose)) {}

    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    // 0..count - 1; the bias of count / 2^32 is of no matter here.
    std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32);
    }
    // 0 <= x < 1.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    // Mean 0, deviation 1 (Box and Muller 1958).
    double normal() {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t m_state;
};

} // namespace tessera::projection

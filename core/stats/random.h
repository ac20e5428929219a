#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

// Random numbers for resampling: the same on every machine for the same seed, which the
// distributions of the standard library do not promise.
namespace tessera::stats {

// SplitMix64 (Steele, Lea and Flood 2014). A uniform random bit generator; one thread at a time.
class Random {
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed) : m_state(seed) {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    // 0 to count - 1; count is above 0 and far below 2^32. A number of 32 bits, scaled: the bias is
    // count / 2^32, which no interval shows.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(((*this)() >> 32U) * count >> 32U);
    }

private:
    std::uint64_t m_state;
};

} // namespace tessera::stats

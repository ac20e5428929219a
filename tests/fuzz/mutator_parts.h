#pragma once

#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

#include <algorithm>
#include <cstring>
#include <random>

// What the mutators are made of.
namespace tessera::fuzz {

// Small to set up: a mutator needs a few numbers only. The standard fixes its sequence.
using Random = std::minstd_rand;

inline std::size_t below(Random& random, std::size_t count) {
    return random() / 8 % count; // the lowest bits of such a generator are weak
}

inline bool oneIn(Random& random, std::size_t count) {
    return below(random, count) == 0;
}

inline Random seeded(unsigned seed) {
    Random random(seed);
    random.discard(2); // the first number follows the seed too closely
    return random;
}

inline Bytes bytesFrom(const std::uint8_t* data, std::size_t size) {
    const auto bytes = bytesOf(data, size);
    return {bytes.begin(), bytes.end()};
}

// To at most `maxSize` bytes, or as many as there are.
inline void mutateBytes(Bytes& bytes, std::size_t maxSize) {
    Bytes changed(std::max(bytes.size(), maxSize));
    if (!changed.empty()) {
        std::copy(bytes.begin(), bytes.end(), changed.begin());
        const std::size_t size = LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(changed.data()),
                                                  bytes.size(), changed.size());
        bytes.assign(changed.begin(), changed.begin() + static_cast<std::ptrdiff_t>(size));
    }
}

// Little-endian, 1 to 8 bytes. `at` and `width` are inside.
inline void put(Bytes& bytes, std::size_t at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) {
        bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
    }
}

inline void append(Bytes& bytes, std::uint64_t value, std::size_t width) {
    bytes.resize(bytes.size() + width);
    put(bytes, bytes.size() - width, value, width);
}

inline void append(Bytes& bytes, std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

// Lengths and counts that sit on an edge, or a little beside `value`.
inline std::uint64_t edgeNumber(Random& random, std::uint64_t value) {
    constexpr std::uint64_t kEdges[] = {
        0,        1,          0x7F,       0x80,       0xFF,       0xFFFF,     0x10000,    0x100000,
        0x100001, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1ULL << 62, ~0ULL >> 1, 1ULL << 63, ~0ULL};
    switch (below(random, 3)) {
    case 0:
        return kEdges[below(random, std::size(kEdges))];
    case 1:
        return value + below(random, 5) - 2;
    default:
        return value + (below(random, 9) - 4) * 64;
    }
}

// Hands a result back to the fuzzer; one that does not fit changes nothing.
inline std::size_t give(const Bytes& bytes, std::uint8_t* data, std::size_t size,
                        std::size_t maxSize) {
    if (bytes.size() > maxSize) {
        return size;
    }
    if (!bytes.empty()) {
        std::memcpy(data, bytes.data(), bytes.size());
    }
    return bytes.size();
}

} // namespace tessera::fuzz

#pragma once

#include <cstdint>
#include <string_view>

namespace tessera {

// A seed of its own for every purpose ("source.init", "batches", ...), so that using one stream of
// random numbers more or less never changes another. FNV-1a of the purpose, mixed with `seed` by
// SplitMix64 (Steele, Lea and Flood 2014).
[[nodiscard]] std::uint64_t deriveSeed(std::uint64_t seed, std::string_view purpose);

} // namespace tessera

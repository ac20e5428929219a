#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// The numbers of a token's vector in the four forms of TBF (FORMAT.md). Little-endian.
namespace tessera::token {

struct StoredVector {
    std::vector<std::byte> bytes;
    std::optional<Int8Scale> int8; // Int8 only
    // What the form could not hold. The bytes are those of the format either way; whoever writes
    // for people asks them first.
    std::size_t overflowed = 0; // Float16: finite numbers that became infinite
    std::size_t blurred = 0;    // Int8: numbers that come back more than one step (scale) away
};

[[nodiscard]] std::size_t numberBytes(TokenNumbers numbers);

// float16 rounds to nearest even (to infinity from 65520 on), bfloat16 cuts the lower half off,
// int8 scales between the smallest and the largest number. `keep` is the int8 scale of the file
// that the vector came from: it is used where it gives every number exactly, as in a copy, and else
// a fresh one. InvalidArgument: NaN; as int8 an infinity, no numbers at all (unless `keep` fits),
// or numbers so close to each other that their step is 0 as float32.
[[nodiscard]] Result<StoredVector> storeVector(std::span<const float> vector, TokenNumbers numbers,
                                               std::optional<Int8Scale> keep = std::nullopt);

// `bytes` holds whole numbers. Corrupt: NaN, or an int8 number that is not finite once scaled;
// offsets count from the first byte. InvalidArgument: Int8 without a scale.
[[nodiscard]] Result<std::vector<float>> loadVector(std::span<const std::byte> bytes,
                                                    TokenNumbers numbers,
                                                    std::optional<Int8Scale> int8 = std::nullopt);

// Position of the first NaN.
[[nodiscard]] std::optional<std::size_t> firstNan(std::span<const float> vector);

} // namespace tessera::token

#pragma once

#include "core/api/result.h"
#include "core/api/token.h"

#include <cstddef>
#include <span>
#include <vector>

// Free-form metadata as MessagePack. Integers stay integers, floats are 64 bits wide, the order of
// keys is kept, the shortest form of every number and length is written.
namespace tessera::token {

// Maps and arrays inside one another, the outermost included. Reader and writer agree on it.
inline constexpr int kMaxMetadataDepth = 64;

// InvalidArgument: deeper than kMaxMetadataDepth, text that is not UTF-8, a key used twice, binary
// with a subtype.
[[nodiscard]] Result<std::vector<std::byte>> packMetadata(const Metadata& value);

// Corrupt: not exactly one value, damaged, too deep, a key used twice, text that is not UTF-8;
// Unsupported: extension types and keys that are not text. Offsets count from the first byte.
[[nodiscard]] Result<Metadata> unpackMetadata(std::span<const std::byte> bytes);

} // namespace tessera::token

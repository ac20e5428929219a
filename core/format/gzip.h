#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tessera::format {

// Unpacks a gzip file of one or more members. Corrupt: not gzip, damaged, cut short, or followed by
// other bytes; Unsupported: more than `maxBytes` come out.
[[nodiscard]] Result<std::vector<std::byte>> gunzip(std::span<const std::byte> packed,
                                                    std::uint64_t maxBytes);

} // namespace tessera::format

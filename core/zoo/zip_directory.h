#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tessera::zoo {

// An entry of a zip archive's table of contents.
struct ZipRecord {
    std::string name;
    std::uint64_t size = 0; // unpacked
    std::uint32_t crc = 0;  // CRC-32 of the unpacked bytes
};

// The table of contents, without touching the records (PKWARE's APPNOTE 6.3, with zip64). Corrupt:
// not a zip archive, damaged, empty, or two records of one name.
[[nodiscard]] Result<std::vector<ZipRecord>> readZipDirectory(std::span<const std::byte> file);

} // namespace tessera::zoo

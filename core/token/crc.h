#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tessera::token {

// Which 32-bit checksum a token file carries. Crc32c (Castagnoli) is the format's; plain Crc32
// (the one of zip) is found in files of writers that lacked a CRC-32C library.
enum class CrcKind { Crc32c, Crc32 };

// "CRC-32C" or "CRC-32".
[[nodiscard]] std::string_view crcKindName(CrcKind kind);
// "crc32c" or "crc32"; frozen.
[[nodiscard]] std::string_view crcKindId(CrcKind kind);

[[nodiscard]] std::uint32_t crc(CrcKind kind, std::span<const std::byte> bytes);

// The checksum that gives `stored` for these bytes, CRC-32C first; nothing if none does.
[[nodiscard]] std::optional<CrcKind> matchCrc(std::span<const std::byte> bytes,
                                              std::uint32_t stored);

} // namespace tessera::token

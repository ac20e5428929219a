#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Where everything is in a TBF 1.1 file (FORMAT.md). The byte that says how the numbers are stored
// holds the values of TokenNumbers.
namespace tessera::token {

inline constexpr std::string_view kTbfMagic = "TBF1";
inline constexpr std::uint8_t kTbfMajor = 1;
inline constexpr std::uint8_t kTbfMinor = 1;
inline constexpr std::size_t kTbfFlagsOffset = 6;
inline constexpr std::size_t kTbfNumbersOffset = 7;
inline constexpr std::size_t kTbfMetadataLengthOffset = 8;
inline constexpr std::size_t kTbfVectorCountOffset = 12;
inline constexpr std::size_t kTbfHeaderBytes = 32;
inline constexpr std::size_t kTbfHeaderCrcOffset = 20; // the checksum covers what is before it
inline constexpr std::size_t kTbfReservedOffset = 24;
inline constexpr std::size_t kTbfTrailerBytes = 36; // 32 of HMAC, 4 of checksum
inline constexpr std::size_t kTbfHmacBytes = 32;
inline constexpr std::size_t kTbfAlignment = 64; // of the vector
inline constexpr std::uint64_t kTbfMaxFileBytes = std::uint64_t{256} << 20U;
inline constexpr std::uint64_t kTbfMaxMetadataBytes = std::uint64_t{1} << 20U;

inline constexpr std::uint64_t kTbfMaxKeyBytes = std::uint64_t{1} << 20U; // of an HMAC

inline constexpr std::uint8_t kTbfFlagHmac = 1;
inline constexpr std::uint8_t kTbfFlagCompressed = 2;

[[nodiscard]] inline std::uint64_t tbfVectorOffset(std::uint64_t metadataBytes) {
    const std::uint64_t end = kTbfHeaderBytes + metadataBytes;
    return (end + kTbfAlignment - 1) / kTbfAlignment * kTbfAlignment;
}

[[nodiscard]] inline std::uint64_t tbfFileBytes(std::uint64_t metadataBytes,
                                                std::uint64_t vectorBytes) {
    return tbfVectorOffset(metadataBytes) + vectorBytes + kTbfTrailerBytes;
}

} // namespace tessera::token

#pragma once

#include "core/api/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Where everything is in a TBF 1.1 file (FORMAT.md).
namespace tessera::token {

inline constexpr std::string_view kTbfMagic = "TBF1";
inline constexpr std::uint8_t kTbfMajor = 1;
inline constexpr std::uint8_t kTbfMinor = 1;
inline constexpr std::size_t kTbfHeaderBytes = 32;
inline constexpr std::size_t kTbfHeaderCrcOffset = 20; // the checksum covers what is before it
inline constexpr std::size_t kTbfReservedOffset = 24;
inline constexpr std::size_t kTbfTrailerBytes = 36; // 32 of HMAC, 4 of checksum
inline constexpr std::size_t kTbfHmacBytes = 32;
inline constexpr std::size_t kTbfAlignment = 64; // of the vector
inline constexpr std::uint64_t kTbfMaxFileBytes = std::uint64_t{256} << 20U;
inline constexpr std::uint64_t kTbfMaxMetadataBytes = std::uint64_t{1} << 20U;

inline constexpr std::uint8_t kTbfFlagHmac = 1;
inline constexpr std::uint8_t kTbfFlagCompressed = 2;

// How the vector's numbers are stored; the values are those of the header's byte.
enum class QuantType : std::uint8_t { Float32 = 0, Float16 = 1, BFloat16 = 2, Int8 = 3 };

struct TbfHeader {
    std::uint8_t major = kTbfMajor;
    std::uint8_t minor = kTbfMinor;
    std::uint8_t flags = 0;
    QuantType quant = QuantType::Float32;
    std::uint32_t metadataBytes = 0;
    std::uint32_t vectorCount = 0;
    std::uint32_t vectorBytes = 0;

    [[nodiscard]] bool hasHmac() const { return (flags & kTbfFlagHmac) != 0; }
    [[nodiscard]] bool isCompressed() const { return (flags & kTbfFlagCompressed) != 0; }
};

[[nodiscard]] inline std::size_t quantItemBytes(QuantType quant) {
    constexpr std::array<std::size_t, 4> kBytes = {4, 2, 2, 1};
    return kBytes[static_cast<std::size_t>(quant)];
}

[[nodiscard]] inline std::uint64_t tbfVectorOffset(std::uint64_t metadataBytes) {
    const std::uint64_t end = kTbfHeaderBytes + metadataBytes;
    return (end + kTbfAlignment - 1) / kTbfAlignment * kTbfAlignment;
}

[[nodiscard]] inline std::uint64_t tbfFileBytes(std::uint64_t metadataBytes,
                                                std::uint64_t vectorBytes) {
    return tbfVectorOffset(metadataBytes) + vectorBytes + kTbfTrailerBytes;
}

} // namespace tessera::token

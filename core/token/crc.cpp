#include "core/token/crc.h"

#include <boost/crc.hpp>

namespace tessera::token {

namespace {

template <class Computer>
std::uint32_t compute(std::span<const std::byte> bytes) {
    Computer computer;
    computer.process_bytes(bytes.data(), bytes.size());
    return static_cast<std::uint32_t>(computer.checksum());
}

using Castagnoli = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

} // namespace

std::string_view crcKindName(CrcKind kind) {
    return kind == CrcKind::Crc32c ? "CRC-32C" : "CRC-32";
}

std::string_view crcKindId(CrcKind kind) {
    return kind == CrcKind::Crc32c ? "crc32c" : "crc32";
}

std::uint32_t crc(CrcKind kind, std::span<const std::byte> bytes) {
    return kind == CrcKind::Crc32c ? compute<Castagnoli>(bytes)
                                   : compute<boost::crc_32_type>(bytes);
}

std::optional<CrcKind> matchCrc(std::span<const std::byte> bytes, std::uint32_t stored) {
    for (const CrcKind kind : {CrcKind::Crc32c, CrcKind::Crc32}) {
        if (crc(kind, bytes) == stored) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace tessera::token

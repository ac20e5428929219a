#include "core/token/tbf_codec.h"

#include "core/format/byte_reader.h"
#include "core/format/file_io.h"
#include "core/token/metadata_codec.h"
#include "core/token/token_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace tessera::token {

namespace {

constexpr std::size_t kFlagsOffset = 6;
constexpr std::size_t kQuantOffset = 7;
constexpr std::size_t kMetadataLengthOffset = 8;
constexpr std::size_t kVectorCountOffset = 12;

tl::unexpected<Error> corrupt(std::string detail, std::uint64_t offset) {
    return fail(Error{ErrorCode::Corrupt, std::move(detail), offset});
}

tl::unexpected<Error> unsupported(std::string detail, std::uint64_t offset) {
    return fail(Error{ErrorCode::Unsupported, std::move(detail), offset});
}

bool allZero(std::span<const std::byte> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

std::uint32_t u32At(std::span<const std::byte> file, std::size_t offset) {
    format::ByteReader reader(file.subspan(offset));
    return reader.u32().value_or(0);
}

void appendU32(std::vector<std::byte>& bytes, std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<std::byte>(value >> shift));
    }
}

// Magic, checksum and the values of single fields. `file` has room for header and trailer.
Result<TbfHeader> readHeader(std::span<const std::byte> file, CrcKind& crcKind) {
    format::ByteReader reader(file);
    if (reader.text(kTbfMagic.size()) != kTbfMagic) {
        return corrupt("This is not a TBF token file.", 0);
    }
    const auto kind = matchCrc(file.first(kTbfHeaderCrcOffset), u32At(file, kTbfHeaderCrcOffset));
    if (!kind) {
        return corrupt("The token's header is damaged: its checksum does not fit.",
                       kTbfHeaderCrcOffset);
    }
    crcKind = *kind;
    TbfHeader header;
    header.major = reader.u8().value_or(0);
    header.minor = reader.u8().value_or(0);
    header.flags = reader.u8().value_or(0);
    const auto quant = reader.u8().value_or(0);
    header.metadataBytes = reader.u32().value_or(0);
    header.vectorCount = reader.u32().value_or(0);
    header.vectorBytes = reader.u32().value_or(0);
    if (header.major != kTbfMajor) {
        return unsupported(fmt::format("The token is of format version {}.{}; this program reads "
                                       "version 1.",
                                       header.major, header.minor),
                           kTbfMagic.size());
    }
    if ((header.flags & ~(kTbfFlagHmac | kTbfFlagCompressed)) != 0) {
        return corrupt(
            fmt::format("The token's header has unknown flags (0x{:02x}).", header.flags),
            kFlagsOffset);
    }
    if (quant > static_cast<std::uint8_t>(QuantType::Int8)) {
        return unsupported(fmt::format("The token's numbers are of the unknown type {}.", quant),
                           kQuantOffset);
    }
    header.quant = static_cast<QuantType>(quant);
    if (!allZero(file.subspan(kTbfReservedOffset, kTbfHeaderBytes - kTbfReservedOffset))) {
        return corrupt("The token's header is damaged: reserved bytes are not 0.",
                       kTbfReservedOffset);
    }
    return header;
}

// Lengths agree with each other and with the file, to the byte.
Result<void> checkLengths(const TbfHeader& header, std::uint64_t fileBytes) {
    if (header.metadataBytes > kTbfMaxMetadataBytes) {
        return corrupt("The token's metadata is longer than 1 MiB.", kMetadataLengthOffset);
    }
    if (std::uint64_t{header.vectorCount} * quantItemBytes(header.quant) != header.vectorBytes) {
        return corrupt("The token is damaged: the count of its numbers does not fit their bytes.",
                       kVectorCountOffset);
    }
    const std::uint64_t expected = tbfFileBytes(header.metadataBytes, header.vectorBytes);
    if (expected != fileBytes) {
        return corrupt(fmt::format("The token is damaged: it should have {} bytes, but has {}.",
                                   expected, fileBytes),
                       std::min(expected, fileBytes));
    }
    return {};
}

// What a later version of this program may read.
Result<void> checkSupported(const TbfHeader& header, HmacPolicy hmac) {
    if (header.hasHmac()) {
        return unsupported("The token is protected by an HMAC, which this version cannot verify.",
                           kFlagsOffset);
    }
    if (hmac == HmacPolicy::Required) {
        return corrupt("The token has no HMAC although one is required; do not trust it.",
                       kFlagsOffset);
    }
    if (header.isCompressed()) {
        return unsupported("The token is compressed, which this version cannot read.",
                           kFlagsOffset);
    }
    if (header.quant != QuantType::Float32) {
        return unsupported("The token's numbers are not 32-bit floats; this version reads no "
                           "others. Save the token again as float32.",
                           kQuantOffset);
    }
    return {};
}

Result<std::vector<float>> readVector(std::span<const std::byte> bytes, std::uint64_t offset) {
    std::vector<float> vector;
    vector.reserve(bytes.size() / sizeof(float));
    format::ByteReader reader(bytes);
    while (const auto bits = reader.u32()) {
        const auto value = std::bit_cast<float>(*bits);
        if (std::isnan(value)) {
            return corrupt(fmt::format("Number {} of the token's vector is NaN.", vector.size()),
                           offset + reader.offset() - sizeof(float));
        }
        vector.push_back(value);
    }
    return vector;
}

void writeHeader(std::vector<std::byte>& file, const TbfHeader& header) {
    const auto magic = std::as_bytes(std::span(kTbfMagic));
    file.insert(file.end(), magic.begin(), magic.end());
    for (const std::uint8_t byte :
         {header.major, header.minor, header.flags, static_cast<std::uint8_t>(header.quant)}) {
        file.push_back(static_cast<std::byte>(byte));
    }
    appendU32(file, header.metadataBytes);
    appendU32(file, header.vectorCount);
    appendU32(file, header.vectorBytes);
    appendU32(file, crc(CrcKind::Crc32c, file));
    file.resize(kTbfHeaderBytes);
}

} // namespace

Result<DecodedTbf> decodeTbf(std::span<const std::byte> file, HmacPolicy hmac) {
    if (file.size() < kTbfHeaderBytes + kTbfTrailerBytes || file.size() > kTbfMaxFileBytes) {
        return corrupt("The file is too short or too long for a TBF token.", file.size());
    }
    DecodedTbf decoded;
    const auto header = readHeader(file, decoded.headerCrc);
    if (!header) {
        return fail(header.error());
    }
    decoded.header = *header;
    if (const auto lengths = checkLengths(*header, file.size()); !lengths) {
        return fail(lengths.error());
    }
    const std::size_t trailer = file.size() - kTbfTrailerBytes;
    const auto bodyCrc = matchCrc(file.first(trailer), u32At(file, trailer + kTbfHmacBytes));
    if (!bodyCrc) {
        return corrupt("The token is damaged: the checksum of its contents does not fit.",
                       trailer + kTbfHmacBytes);
    }
    decoded.bodyCrc = *bodyCrc;
    const std::size_t metadataEnd = kTbfHeaderBytes + header->metadataBytes;
    const auto vectorOffset = static_cast<std::size_t>(tbfVectorOffset(header->metadataBytes));
    if (!allZero(file.subspan(metadataEnd, vectorOffset - metadataEnd))) {
        return corrupt("The token is damaged: its padding is not 0.", metadataEnd);
    }
    if (!header->hasHmac() && !allZero(file.subspan(trailer, kTbfHmacBytes))) {
        return corrupt("The token has an HMAC, but its header denies it; do not trust it.",
                       trailer);
    }
    if (const auto supported = checkSupported(*header, hmac); !supported) {
        return fail(supported.error());
    }
    const auto map = unpackMetadata(file.subspan(kTbfHeaderBytes, header->metadataBytes));
    if (!map) {
        Error error = map.error();
        error.offset = kTbfHeaderBytes + error.offset.value_or(0);
        return fail(std::move(error));
    }
    auto fields = tokenFromFields(*map);
    if (!fields) {
        return fail(std::move(fields.error()));
    }
    auto vector = readVector(file.subspan(vectorOffset, header->vectorBytes), vectorOffset);
    if (!vector) {
        return fail(std::move(vector.error()));
    }
    decoded.token = std::move(fields->token);
    decoded.token.uhsVector = std::move(*vector);
    decoded.unknownKeys = std::move(fields->unknownKeys);
    decoded.absent = std::move(fields->absent);
    return decoded;
}

Result<DecodedTbf> readTbf(const std::filesystem::path& path, HmacPolicy hmac) {
    const auto bytes = format::readFile(path, kTbfMaxFileBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto decoded = decodeTbf(*bytes, hmac);
    if (!decoded) {
        return fail(decoded.error().within(path.string()));
    }
    return decoded;
}

Result<std::vector<std::byte>> encodeTbf(const Token& token) {
    if (std::any_of(token.uhsVector.begin(), token.uhsVector.end(),
                    [](float value) { return std::isnan(value); })) {
        return fail(ErrorCode::InvalidArgument, "The token's vector holds a NaN.");
    }
    const auto map = fieldsFromToken(token);
    if (!map) {
        return fail(map.error());
    }
    const auto metadata = packMetadata(*map);
    if (!metadata) {
        return fail(metadata.error());
    }
    const std::uint64_t vectorBytes = std::uint64_t{token.uhsVector.size()} * sizeof(float);
    if (metadata->size() > kTbfMaxMetadataBytes || vectorBytes > kTbfMaxFileBytes ||
        tbfFileBytes(metadata->size(), vectorBytes) > kTbfMaxFileBytes) {
        return fail(ErrorCode::InvalidArgument,
                    "The token is too large for a TBF file: its metadata may have 1 MiB, the whole "
                    "file 256 MiB.");
    }
    TbfHeader header;
    header.metadataBytes = static_cast<std::uint32_t>(metadata->size());
    header.vectorCount = static_cast<std::uint32_t>(token.uhsVector.size());
    header.vectorBytes = static_cast<std::uint32_t>(vectorBytes);

    std::vector<std::byte> file;
    file.reserve(static_cast<std::size_t>(tbfFileBytes(metadata->size(), vectorBytes)));
    writeHeader(file, header);
    file.insert(file.end(), metadata->begin(), metadata->end());
    file.resize(static_cast<std::size_t>(tbfVectorOffset(metadata->size())));
    for (const float value : token.uhsVector) {
        appendU32(file, std::bit_cast<std::uint32_t>(value));
    }
    const std::uint32_t checksum = crc(CrcKind::Crc32c, file);
    file.resize(file.size() + kTbfHmacBytes);
    appendU32(file, checksum);
    return file;
}

Result<std::size_t> writeTbf(const std::filesystem::path& path, const Token& token) {
    const auto bytes = encodeTbf(token);
    if (!bytes) {
        return fail(bytes.error());
    }
    if (auto written = format::writeFileAtomically(path, *bytes); !written) {
        return fail(std::move(written.error()));
    }
    return bytes->size();
}

} // namespace tessera::token

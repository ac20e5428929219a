#include "core/token/tbf_codec.h"

#include "core/format/file_io.h"
#include "core/token/crc.h"
#include "core/token/hmac.h"
#include "core/token/metadata_codec.h"
#include "core/token/tbf_examiner.h"
#include "core/token/token_fields.h"
#include "core/token/vector_codec.h"

#include <utility>

namespace tessera::token {

namespace {

void appendU32(std::vector<std::byte>& bytes, std::uint64_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<std::byte>(value >> shift));
    }
}

void append(std::vector<std::byte>& file, std::span<const std::byte> bytes) {
    file.insert(file.end(), bytes.begin(), bytes.end());
}

void writeHeader(std::vector<std::byte>& file, const TokenHeader& header) {
    append(file, std::as_bytes(std::span(kTbfMagic)));
    for (const unsigned byte :
         {unsigned{kTbfMajor}, unsigned{kTbfMinor}, header.flags, header.quant}) {
        file.push_back(static_cast<std::byte>(byte));
    }
    appendU32(file, header.metadataBytes);
    appendU32(file, header.vectorCount);
    appendU32(file, header.vectorBytes);
    appendU32(file, crc(CrcKind::Crc32c, file));
    file.resize(kTbfHeaderBytes);
}

Result<TokenFile> contentOf(TokenExamination examination) {
    if (!examination.content) {
        return fail(std::move(*examination.refusal));
    }
    return std::move(*examination.content);
}

Result<void> checkOptions(const TokenWriteOptions& options) {
    if (options.hmacKey && options.hmacKey->empty()) {
        return fail(ErrorCode::InvalidArgument, "An empty HMAC key protects nothing; give another "
                                                "one.");
    }
    if (options.hmacKey && options.hmacKey->size() > kTbfMaxKeyBytes) {
        return fail(ErrorCode::InvalidArgument, "The HMAC key is longer than 1 MiB.");
    }
    return {};
}

} // namespace

TokenExamination examineTbf(std::span<const std::byte> file, const TokenReadOptions& options) {
    return examineBytes(file, options, VectorUse::Copy);
}

Result<TokenFile> decodeTbf(std::span<const std::byte> file, const TokenReadOptions& options) {
    return contentOf(examineTbf(file, options));
}

Result<TokenFile> readTbf(const std::filesystem::path& path, const TokenReadOptions& options) {
    const auto bytes = format::readFile(path, kTbfMaxFileBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto file = decodeTbf(*bytes, options);
    if (!file) {
        return fail(file.error().within(path.string()));
    }
    return file;
}

Result<std::vector<std::byte>> encodeTbf(const Token& token, const TokenWriteOptions& options) {
    if (const auto usable = checkOptions(options); !usable) {
        return fail(usable.error());
    }
    const auto vector = storeVector(token.uhsVector, options.numbers, options.int8);
    if (!vector) {
        return fail(vector.error());
    }
    const auto map = fieldsFromToken(token, options.unknown, vector->int8);
    if (!map) {
        return fail(map.error());
    }
    const auto metadata = packMetadata(*map);
    if (!metadata) {
        return fail(metadata.error());
    }
    if (metadata->size() > kTbfMaxMetadataBytes || vector->bytes.size() > kTbfMaxFileBytes ||
        tbfFileBytes(metadata->size(), vector->bytes.size()) > kTbfMaxFileBytes) {
        return fail(ErrorCode::InvalidArgument,
                    "The token is too large for a TBF file: its metadata may have 1 MiB, the whole "
                    "file 256 MiB.");
    }
    TokenHeader header;
    header.flags = options.hmacKey ? kTbfFlagHmac : 0U;
    header.quant = static_cast<unsigned>(options.numbers);
    header.metadataBytes = metadata->size();
    header.vectorCount = token.uhsVector.size();
    header.vectorBytes = vector->bytes.size();

    std::vector<std::byte> file;
    file.reserve(static_cast<std::size_t>(tbfFileBytes(header.metadataBytes, header.vectorBytes)));
    writeHeader(file, header);
    append(file, *metadata);
    file.resize(static_cast<std::size_t>(tbfVectorOffset(header.metadataBytes)));
    append(file, vector->bytes);
    const std::uint32_t checksum = crc(CrcKind::Crc32c, file);
    append(file, options.hmacKey ? hmacSha256(*options.hmacKey, file) : Hmac{});
    appendU32(file, checksum);
    return file;
}

Result<std::size_t> writeTbf(const std::filesystem::path& path, const Token& token,
                             const TokenWriteOptions& options) {
    const auto bytes = encodeTbf(token, options);
    if (!bytes) {
        return fail(bytes.error());
    }
    if (auto written = format::writeFileAtomically(path, *bytes); !written) {
        return fail(std::move(written.error()));
    }
    return bytes->size();
}

MappedTbf::MappedTbf(format::MappedFile file, TokenFile about, std::size_t offset)
    : m_file(std::move(file)), m_about(std::move(about)), m_offset(offset) {}

Result<MappedTbf> MappedTbf::open(const std::filesystem::path& path,
                                  const TokenReadOptions& options) {
    auto file = format::MappedFile::open(path, kTbfMaxFileBytes);
    if (!file) {
        return fail(std::move(file.error()));
    }
    auto about = contentOf(examineBytes(file->bytes(), options, VectorUse::CheckInPlace));
    if (!about) {
        return fail(about.error().within(path.string()));
    }
    const auto metadataBytes = static_cast<std::uint64_t>(about->metadataBytes);
    return MappedTbf(std::move(*file), std::move(*about),
                     static_cast<std::size_t>(tbfVectorOffset(metadataBytes)));
}

std::span<const float> MappedTbf::vector() const {
    const auto count = static_cast<std::size_t>(m_about.vectorCount);
    const auto bytes = m_file.bytes().subspan(m_offset, count * sizeof(float));
    return {reinterpret_cast<const float*>(bytes.data()), count};
}

} // namespace tessera::token

#include "core/token/tbf_examiner.h"

#include "core/format/byte_reader.h"
#include "core/token/crc.h"
#include "core/token/hmac.h"
#include "core/token/metadata_codec.h"
#include "core/token/tbf_layout.h"
#include "core/token/token_fields.h"
#include "core/token/vector_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tessera::token {

namespace {

bool allZero(std::span<const std::byte> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

std::uint32_t u32At(std::span<const std::byte> file, std::size_t offset) {
    format::ByteReader reader(file.subspan(offset));
    return reader.u32().value_or(0);
}

// Goes through a file from front to back. The first refusal stays; the rest of the file is still
// looked at as far as its place is known, for people who want to know what happened to it. Lives
// for one call.
class TbfExaminer {
public:
    TbfExaminer(std::span<const std::byte> file, const TokenReadOptions& options, VectorUse use)
        : m_file(file), m_options(options), m_use(use) {}

    TokenExamination run() {
        checkSize();
        if (!readHeader()) {
            add("rest", m_file.size(), CheckState::Bad, m_result.refusal->detail);
            return std::move(m_result);
        }
        checkHeader();
        checkLengths();
        layOut();
        if (m_complete) {
            m_trailer = m_file.size() - kTbfTrailerBytes;
            checkBody();
            checkPadding();
            checkHmac();
            checkMetadata();
            checkVector();
        }
        if (!m_result.refusal) {
            finish();
        }
        return std::move(m_result);
    }

private:
    void refuse(ErrorCode code, std::string detail, std::optional<std::uint64_t> offset) {
        if (!m_result.refusal) {
            m_result.refusal = Error{code, std::move(detail), offset};
        }
    }

    // Refuses for damage in a part of the file.
    void damaged(std::string_view id, std::string detail, std::uint64_t offset) {
        mark(id, CheckState::Bad, detail);
        refuse(ErrorCode::Corrupt, std::move(detail), offset);
    }

    void add(const char* id, std::uint64_t bytes, CheckState state, std::string note) {
        m_result.sections.push_back({id, m_covered, bytes, state, std::move(note)});
        m_covered += bytes;
    }

    TokenSection* find(std::string_view id) {
        const auto found = std::find_if(m_result.sections.begin(), m_result.sections.end(),
                                        [id](const TokenSection& s) { return s.id == id; });
        return found == m_result.sections.end() ? nullptr : &*found;
    }

    void mark(std::string_view id, CheckState state, std::string note = {}) {
        if (TokenSection* const part = find(id)) {
            part->state = state;
            part->note = std::move(note);
        }
    }

    // A part that reads well. Whether it is what the writer wrote, only the sums at the end tell.
    void reads(std::string_view id) {
        if (m_result.hmac == HmacState::Invalid) {
            mark(id, CheckState::Unchecked, "It may have been changed since it was sealed.");
        } else if (m_result.bodyCrc == "bad") {
            mark(id, CheckState::Unchecked, "It may be damaged: the checksum does not fit.");
        } else {
            mark(id, CheckState::Good);
        }
    }

    void checkSize() {
        if (m_file.size() > kTbfMaxFileBytes) {
            refuse(ErrorCode::Corrupt, "The file is too long for a TBF token.", m_file.size());
        }
        if (m_options.hmacKey &&
            (m_options.hmacKey->empty() || m_options.hmacKey->size() > kTbfMaxKeyBytes)) {
            refuse(ErrorCode::InvalidArgument,
                   "The HMAC key is empty or longer than 1 MiB; give the right one.", std::nullopt);
        }
    }

    bool readHeader() {
        format::ByteReader reader(m_file);
        const auto magic = reader.text(kTbfMagic.size());
        if (magic && *magic != kTbfMagic) {
            refuse(ErrorCode::Corrupt, "This is not a TBF token file.", 0);
        }
        if (m_file.size() < kTbfHeaderBytes + kTbfTrailerBytes) {
            refuse(ErrorCode::Corrupt, "The file is too short for a TBF token.", m_file.size());
        }
        if (magic != kTbfMagic || m_file.size() < kTbfHeaderBytes) {
            return false;
        }
        TokenHeader header;
        header.major = reader.u8().value_or(0);
        header.minor = reader.u8().value_or(0);
        header.flags = reader.u8().value_or(0);
        header.quant = reader.u8().value_or(0);
        header.metadataBytes = reader.u32().value_or(0);
        header.vectorCount = reader.u32().value_or(0);
        header.vectorBytes = reader.u32().value_or(0);
        m_result.header = header;
        return true;
    }

    // Checksum and the values of single fields.
    void checkHeader() {
        add("header", kTbfHeaderBytes, CheckState::Good, {});
        const TokenHeader& header = *m_result.header;
        const auto kind =
            matchCrc(m_file.first(kTbfHeaderCrcOffset), u32At(m_file, kTbfHeaderCrcOffset));
        m_result.headerCrc = kind ? crcKindId(*kind) : "bad";
        if (!kind) {
            damaged("header", "The token's header is damaged: its checksum does not fit.",
                    kTbfHeaderCrcOffset);
        }
        if (header.major != kTbfMajor) {
            refuse(ErrorCode::Unsupported,
                   fmt::format("The token is of format version {}.{}; this program reads version "
                               "1.",
                               header.major, header.minor),
                   kTbfMagic.size());
            return; // the rest of the header may mean something else
        }
        if ((header.flags & ~(kTbfFlagHmac | kTbfFlagCompressed)) != 0) {
            damaged("header",
                    fmt::format("The token's header has unknown flags (0x{:02x}).", header.flags),
                    kTbfFlagsOffset);
        }
        if ((header.flags & kTbfFlagCompressed) != 0) {
            refuse(ErrorCode::Unsupported,
                   "The token is compressed, in a way that no version of the format defines.",
                   kTbfFlagsOffset);
        }
        if (!numbers()) {
            refuse(ErrorCode::Unsupported,
                   fmt::format("The token's numbers are of the unknown type {}.", header.quant),
                   kTbfNumbersOffset);
        }
        if (!allZero(m_file.subspan(kTbfReservedOffset, kTbfHeaderBytes - kTbfReservedOffset))) {
            damaged("header", "The token's header is damaged: reserved bytes are not 0.",
                    kTbfReservedOffset);
        }
    }

    // Lengths agree with each other and with the file, to the byte.
    void checkLengths() {
        const TokenHeader& header = *m_result.header;
        if (header.major != kTbfMajor) {
            return;
        }
        if (header.metadataBytes > kTbfMaxMetadataBytes) {
            damaged("header", "The token's metadata is longer than 1 MiB.",
                    kTbfMetadataLengthOffset);
        }
        if (numbers() && header.vectorCount * numberBytes(*numbers()) != header.vectorBytes) {
            damaged("header",
                    "The token is damaged: the count of its numbers does not fit their bytes.",
                    kTbfVectorCountOffset);
        }
        const std::uint64_t expected = tbfFileBytes(header.metadataBytes, header.vectorBytes);
        m_complete = expected == m_file.size() && expected <= kTbfMaxFileBytes;
        if (!m_complete) {
            refuse(ErrorCode::Corrupt,
                   fmt::format("The token is damaged: it should have {} bytes, but has {}.",
                               expected, m_file.size()),
                   std::min<std::uint64_t>(expected, m_file.size()));
        }
    }

    // The parts behind the header, where its lengths can be believed.
    void layOut() {
        const TokenHeader& header = *m_result.header;
        if (header.major != kTbfMajor) {
            add("rest", m_file.size() - m_covered, CheckState::Unchecked,
                "Its layout is that of another version.");
            return;
        }
        if (m_result.headerCrc != "bad" || m_complete) {
            const std::uint64_t metadataEnd = kTbfHeaderBytes + header.metadataBytes;
            part("metadata", header.metadataBytes);
            part("padding", tbfVectorOffset(header.metadataBytes) - metadataEnd);
            part("vector", header.vectorBytes);
            part("hmac", kTbfHmacBytes);
            part("checksum", kTbfTrailerBytes - kTbfHmacBytes);
        }
        if (const std::uint64_t left = m_file.size() - m_covered; left > 0) {
            add("rest", left, CheckState::Bad, "The header does not account for these bytes.");
        }
    }

    void part(const char* id, std::uint64_t bytes) {
        const std::uint64_t there = std::min<std::uint64_t>(bytes, m_file.size() - m_covered);
        if (there < bytes && !m_cutOff) {
            m_cutOff = true; // what comes after it is missing altogether
            add(id, there, CheckState::Bad,
                fmt::format("It is cut off: {} of {} bytes are there.", there, bytes));
        } else if (there > 0) {
            add(id, there, CheckState::Unchecked, {});
        }
    }

    void checkBody() {
        const std::size_t place = m_trailer + kTbfHmacBytes;
        const auto kind = matchCrc(m_file.first(m_trailer), u32At(m_file, place));
        m_result.bodyCrc = kind ? crcKindId(*kind) : "bad";
        if (!kind) {
            damaged("checksum", "The token is damaged: the checksum of its contents does not fit.",
                    place);
            return;
        }
        mark("checksum", CheckState::Good,
             *kind == CrcKind::Crc32c ? "" : "It is a plain CRC-32 instead of CRC-32C.");
    }

    void checkPadding() {
        const std::size_t begin = kTbfHeaderBytes + metadata().size();
        if (!allZero(m_file.subspan(begin, vectorOffset() - begin))) {
            damaged("padding", "The token is damaged: its padding is not 0.", begin);
        } else {
            m_padding = true;
        }
    }

    void checkHmac() {
        const auto stored = m_file.subspan(m_trailer, kTbfHmacBytes);
        if ((m_result.header->flags & kTbfFlagHmac) == 0) {
            checkNoHmac(stored);
        } else if (m_options.hmacKey) {
            const bool fits =
                sameHmac(hmacSha256(*m_options.hmacKey, m_file.first(m_trailer)), stored);
            m_result.hmac = fits ? HmacState::Valid : HmacState::Invalid;
            mark("hmac", CheckState::Good);
            if (!fits) {
                damaged("hmac",
                        "The token's HMAC does not fit: it was sealed with another key, or changed "
                        "since. Check the key; if it is right, do not trust the token.",
                        m_trailer);
            }
        } else {
            m_result.hmac = HmacState::Unverified;
            mark("hmac", CheckState::Unchecked, "Nobody can check it without the key.");
            if (m_options.requireHmac) {
                refuse(ErrorCode::InvalidArgument,
                       "The token is sealed with an HMAC and a checked one is required; give the "
                       "key.",
                       m_trailer);
            } else if (!m_options.unverified) {
                refuse(ErrorCode::InvalidArgument,
                       "The token is sealed with an HMAC; give the key to check it, or ask to see "
                       "the token unverified.",
                       m_trailer);
            }
        }
        if (m_padding) {
            reads("padding");
        }
    }

    void checkNoHmac(std::span<const std::byte> stored) {
        if (!allZero(stored)) {
            damaged("hmac", "The token has an HMAC, but its header denies it; do not trust it.",
                    m_trailer);
            return;
        }
        mark("hmac", CheckState::Unchecked, "The file has no HMAC.");
        if (m_options.hmacKey) {
            damaged("hmac",
                    "The token has no HMAC although a key was given to check it: somebody may have "
                    "taken it away. Read it without the key only if you trust where it comes from.",
                    kTbfFlagsOffset);
        } else if (m_options.requireHmac) {
            damaged("hmac", "The token has no HMAC although one is required; do not trust it.",
                    kTbfFlagsOffset);
        }
    }

    void checkMetadata() {
        if (metadata().size() > kTbfMaxMetadataBytes) {
            return; // refused already, and nothing to spend memory on
        }
        const auto map = unpackMetadata(metadata());
        if (!map) {
            damagedMetadata(map.error(), map.error().offset.value_or(0));
            return;
        }
        auto fields = tokenFromFields(*map, numbers().value_or(TokenNumbers::Float32));
        if (!fields) {
            damagedMetadata(fields.error(), 0);
            return;
        }
        m_fields = std::move(*fields);
        reads("metadata");
    }

    void damagedMetadata(const Error& error, std::uint64_t offset) {
        mark("metadata", CheckState::Bad, error.detail);
        refuse(error.code, error.detail, kTbfHeaderBytes + offset);
    }

    void checkVector() {
        const auto type = numbers();
        if (!type || m_result.header->vectorBytes % numberBytes(*type) != 0 ||
            (*type == TokenNumbers::Int8 && !(m_fields && m_fields->int8))) {
            return;
        }
        const auto bytes = m_file.subspan(vectorOffset(), m_trailer - vectorOffset());
        if (m_use == VectorUse::CheckInPlace) {
            checkInPlace(bytes);
            return;
        }
        auto vector = loadVector(bytes, *type, m_fields ? m_fields->int8 : std::nullopt);
        if (!vector) {
            damaged("vector", vector.error().detail,
                    vectorOffset() + vector.error().offset.value_or(0));
            return;
        }
        m_vector = std::move(*vector);
        reads("vector");
    }

    void checkInPlace(std::span<const std::byte> bytes) {
        if (numbers() != TokenNumbers::Float32) {
            refuse(ErrorCode::Unsupported,
                   "The token's numbers are not float32 and cannot be used where they lie; read "
                   "the file as a whole.",
                   kTbfNumbersOffset);
            return;
        }
        // The format puts the vector at a multiple of 64; whoever maps a file keeps that.
        const std::span vector(reinterpret_cast<const float*>(bytes.data()),
                               bytes.size() / sizeof(float));
        if (const auto nan = firstNan(vector)) {
            damaged("vector", fmt::format("Number {} of the vector is NaN.", *nan),
                    vectorOffset() + *nan * sizeof(float));
            return;
        }
        reads("vector");
    }

    void finish() {
        const TokenHeader& header = *m_result.header;
        TokenFile& content = m_result.content.emplace();
        content.token = std::move(m_fields->token);
        content.token.uhsVector = std::move(m_vector);
        content.format = TokenFormat::Tbf;
        content.formatName = fmt::format("TBF {}.{}", header.major, header.minor);
        content.numbers = *numbers();
        content.int8 = m_fields->int8;
        content.headerCrc = m_result.headerCrc;
        content.bodyCrc = m_result.bodyCrc;
        content.hmac = m_result.hmac;
        content.fileBytes = static_cast<std::int64_t>(m_file.size());
        content.metadataBytes = static_cast<std::int64_t>(header.metadataBytes);
        content.vectorCount = static_cast<std::int64_t>(header.vectorCount);
        content.absent = std::move(m_fields->absent);
        content.unknown = std::move(m_fields->unknownKeys);
    }

    [[nodiscard]] std::optional<TokenNumbers> numbers() const {
        const unsigned value = m_result.header->quant;
        return value <= static_cast<unsigned>(TokenNumbers::Int8)
                   ? std::optional(static_cast<TokenNumbers>(value))
                   : std::nullopt;
    }

    // Of a complete file.
    [[nodiscard]] std::span<const std::byte> metadata() const {
        return m_file.subspan(kTbfHeaderBytes,
                              static_cast<std::size_t>(m_result.header->metadataBytes));
    }
    [[nodiscard]] std::size_t vectorOffset() const {
        return static_cast<std::size_t>(tbfVectorOffset(m_result.header->metadataBytes));
    }

    std::span<const std::byte> m_file;
    const TokenReadOptions& m_options;
    VectorUse m_use;
    TokenExamination m_result;
    std::uint64_t m_covered = 0; // bytes that have a section already
    bool m_cutOff = false;
    bool m_complete = false; // the file is as long as its header says
    std::size_t m_trailer = 0;
    bool m_padding = false; // it is all zeros
    std::optional<TokenFields> m_fields;
    std::vector<float> m_vector;
};

} // namespace

TokenExamination examineBytes(std::span<const std::byte> file, const TokenReadOptions& options,
                              VectorUse use) {
    return TbfExaminer(file, options, use).run();
}

} // namespace tessera::token

#include "core/token/crc.h"
#include "core/token/tbf_layout.h"
#include "tests/fuzz/mutate_metadata.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <optional>

using namespace tessera::token;

namespace tessera::fuzz {

namespace {

constexpr std::size_t kVectorLengthOffset = 16;
constexpr std::size_t kItemBytes[] = {4, 2, 2, 1}; // by the byte at kTbfNumbersOffset

struct Field {
    std::size_t at;
    std::size_t width;
};
constexpr Field kFields[] = {{0, 4},
                             {4, 1},
                             {5, 1},
                             {kTbfFlagsOffset, 1},
                             {kTbfNumbersOffset, 1},
                             {kTbfMetadataLengthOffset, 4},
                             {kTbfVectorCountOffset, 4},
                             {kVectorLengthOffset, 4},
                             {kTbfReservedOffset, 8}};

// The parts of a file whose lengths are right.
struct Parts {
    Bytes header;
    Bytes metadata;
    Bytes vector;
};

std::uint64_t get(std::span<const std::byte> bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at + i]);
    }
    return value;
}

std::optional<Parts> partsOf(const Bytes& file) {
    if (file.size() < kTbfHeaderBytes + kTbfTrailerBytes) {
        return std::nullopt;
    }
    const auto metadata = get(file, kTbfMetadataLengthOffset, 4);
    const auto vector = get(file, kVectorLengthOffset, 4);
    if (tbfFileBytes(metadata, vector) != file.size()) {
        return std::nullopt;
    }
    const auto part = [&](std::size_t begin, std::size_t bytes) {
        const auto first = file.begin() + static_cast<std::ptrdiff_t>(begin);
        return Bytes(first, first + static_cast<std::ptrdiff_t>(bytes));
    };
    return Parts{part(0, kTbfHeaderBytes), part(kTbfHeaderBytes, metadata),
                 part(tbfVectorOffset(metadata), vector)};
}

// Of any bytes that have room for header and trailer; mostly with the checksum of the format.
void fixChecksums(Bytes& file, Random& random) {
    if (file.size() < kTbfHeaderBytes + kTbfTrailerBytes) {
        return;
    }
    const auto kind = [&] { return oneIn(random, 8) ? CrcKind::Crc32 : CrcKind::Crc32c; };
    put(file, kTbfHeaderCrcOffset, crc(kind(), std::span(file).first(kTbfHeaderCrcOffset)), 4);
    put(file, file.size() - 4, crc(kind(), std::span(file).first(file.size() - kTbfTrailerBytes)),
        4);
}

// What the trailer holds if the header says that the file is sealed.
void fixSeal(Bytes& file) {
    if (file.size() < kTbfHeaderBytes + kTbfTrailerBytes) {
        return;
    }
    const std::size_t body = file.size() - kTbfTrailerBytes;
    auto* const seal = reinterpret_cast<unsigned char*>(file.data() + body);
    std::memset(seal, 0, kTbfHmacBytes);
    if ((get(file, kTbfFlagsOffset, 1) & kTbfFlagHmac) != 0) {
        HMAC(EVP_sha256(), kHmacKey.data(), static_cast<int>(kHmacKey.size()),
             reinterpret_cast<const unsigned char*>(file.data()), body, seal, nullptr);
    }
}

std::size_t itemBytes(const Bytes& header) {
    return kItemBytes[get(header, kTbfNumbersOffset, 1) & 3U];
}

Bytes assemble(Parts parts) {
    const std::size_t item = itemBytes(parts.header);
    parts.vector.resize(parts.vector.size() / item * item);
    put(parts.header, kTbfMetadataLengthOffset, parts.metadata.size(), 4);
    put(parts.header, kTbfVectorCountOffset, parts.vector.size() / item, 4);
    put(parts.header, kVectorLengthOffset, parts.vector.size(), 4);
    Bytes file = parts.header;
    append(file, parts.metadata);
    file.resize(tbfVectorOffset(parts.metadata.size()));
    append(file, parts.vector);
    file.resize(file.size() + kTbfTrailerBytes);
    return file;
}

void mutateParts(Parts& parts, std::size_t room, Random& random) {
    switch (below(random, 8)) {
    case 0:
        put(parts.header, kTbfNumbersOffset, below(random, 4), 1);
        break;
    case 1:
        put(parts.header, kTbfFlagsOffset, get(parts.header, kTbfFlagsOffset, 1) ^ kTbfFlagHmac, 1);
        break;
    case 2:
    case 3:
        mutateBytes(parts.vector, parts.vector.size() + room);
        break;
    case 4:
    case 5:
        mutateMetadata(parts.metadata, random);
        break;
    default:
        mutateBytes(parts.metadata, parts.metadata.size() + room);
    }
}

void editField(Bytes& file, Random& random) {
    const Field field = kFields[below(random, std::size(kFields))];
    if (field.at + field.width <= file.size()) {
        put(file, field.at, edgeNumber(random, get(file, field.at, field.width)), field.width);
    }
}

} // namespace

std::size_t mutateTbf(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed) {
    Random random = seeded(seed);
    Bytes file = bytesFrom(data, size);
    auto parts = partsOf(file);
    if (!parts || oneIn(random, 8)) {
        mutateBytes(file, maxSize);
    } else if (oneIn(random, 8)) {
        editField(file, random);
    } else {
        // Half of the room, since the padding may grow, too.
        mutateParts(*parts, (maxSize - std::min(maxSize, size)) / 2, random);
        file = assemble(std::move(*parts));
    }
    if (!oneIn(random, 16)) {
        fixSeal(file);
    }
    if (!oneIn(random, 16)) {
        fixChecksums(file, random);
    }
    return give(file, data, size, maxSize);
}

} // namespace tessera::fuzz

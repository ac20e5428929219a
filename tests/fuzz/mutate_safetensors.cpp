#include "tests/fuzz/mutator_parts.h"

namespace tessera::fuzz {

namespace {

constexpr std::size_t kLengthBytes = 8;

} // namespace

std::size_t mutateSafetensors(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                              unsigned seed) {
    Random random = seeded(seed);
    Bytes file = bytesFrom(data, size);
    std::uint64_t length = 0;
    for (std::size_t i = std::min(size, kLengthBytes); i-- > 0;) {
        length = length << 8U | data[i];
    }
    if (size < kLengthBytes || length > size - kLengthBytes || oneIn(random, 8)) {
        mutateBytes(file, maxSize);
        return give(file, data, size, maxSize);
    }
    const auto headerEnd = file.begin() + static_cast<std::ptrdiff_t>(kLengthBytes + length);
    Bytes header(file.begin() + kLengthBytes, headerEnd);
    Bytes arrays(headerEnd, file.end());
    const std::size_t room = maxSize - std::min(maxSize, size);
    if (oneIn(random, 4)) {
        mutateBytes(arrays, arrays.size() + room);
    } else {
        mutateBytes(header, header.size() + room);
    }
    const std::uint64_t written = oneIn(random, 16) ? edgeNumber(random, length) : header.size();
    file.clear();
    append(file, written, kLengthBytes);
    append(file, header);
    append(file, arrays);
    return give(file, data, size, maxSize);
}

} // namespace tessera::fuzz

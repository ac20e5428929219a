#include "tests/fuzz/replay_mutate.h"

#include "tests/fuzz/mutator_parts.h"

#include <algorithm>

// Stands for libFuzzer's mutator where there is no libFuzzer: the same changes every time.
namespace tessera::fuzz {

namespace {

// Global, since the function that libFuzzer has takes no generator.
Random sequence; // NOLINT

void cut(Bytes& bytes) {
    bytes.resize(below(sequence, bytes.size() + 1));
}

void flip(Bytes& bytes) {
    for (std::size_t flips = 1 + below(sequence, 4); flips > 0; --flips) {
        bytes[below(sequence, bytes.size())] ^= static_cast<std::byte>(1U << below(sequence, 8));
    }
}

void writeNumber(Bytes& bytes) {
    const std::size_t width =
        std::min<std::size_t>(std::size_t{1} << below(sequence, 4), bytes.size());
    const std::size_t at = below(sequence, bytes.size() - width + 1);
    put(bytes, at, edgeNumber(sequence, std::to_integer<std::uint64_t>(bytes[at])), width);
}

// A piece of the bytes: put in once more, taken out, or written over others.
void movePiece(Bytes& bytes) {
    const std::size_t first = below(sequence, bytes.size());
    const std::size_t length = 1 + below(sequence, std::min<std::size_t>(bytes.size() - first, 64));
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(first);
    const Bytes piece(begin, begin + static_cast<std::ptrdiff_t>(length));
    const std::size_t to = below(sequence, bytes.size() - length + 1);
    const auto target = bytes.begin() + static_cast<std::ptrdiff_t>(to);
    switch (below(sequence, 3)) {
    case 0:
        bytes.insert(target, piece.begin(), piece.end());
        break;
    case 1:
        bytes.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
        break;
    default:
        std::copy(piece.begin(), piece.end(), target);
    }
}

void insertRandom(Bytes& bytes) {
    const auto at = static_cast<std::ptrdiff_t>(below(sequence, bytes.size() + 1));
    bytes.insert(bytes.begin() + at, 1 + below(sequence, 8),
                 static_cast<std::byte>(below(sequence, 256)));
}

} // namespace

void setReplaySeed(unsigned seed) {
    sequence = seeded(seed);
}

} // namespace tessera::fuzz

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize) {
    using namespace tessera::fuzz;
    Bytes bytes = bytesFrom(data, size);
    const std::size_t kind = bytes.empty() ? 0 : below(sequence, 16);
    if (kind == 0) {
        insertRandom(bytes);
    } else if (kind == 1) {
        cut(bytes);
    } else if (kind < 6) {
        flip(bytes);
    } else if (kind < 11) {
        writeNumber(bytes);
    } else {
        movePiece(bytes);
    }
    return give(bytes, data, size, maxSize);
}

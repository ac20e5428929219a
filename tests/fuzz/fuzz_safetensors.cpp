#include "core/format/safetensors.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

#include <algorithm>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 128;

bool same(const format::ArrayFile& a, const format::ArrayFile& b) {
    return a.metadata == b.metadata &&
           std::equal(a.arrays.begin(), a.arrays.end(), b.arrays.begin(), b.arrays.end(),
                      [](const auto& x, const auto& y) {
                          return x.name == y.name && x.dtype == y.dtype && x.shape == y.shape &&
                                 x.bytes == y.bytes;
                      });
}

void check(std::span<const std::byte> input) {
    const auto file = format::parseSafetensors(input);
    if (!file) {
        requireReadable(file.error(), input.size());
        return;
    }
    for (const auto& array : file->arrays) {
        require(format::byteCount(array.dtype, array.shape) == array.bytes.size(),
                "an array's bytes fit its shape");
    }
    const auto written = format::serializeSafetensors(*file);
    const bool unnamed = std::any_of(file->arrays.begin(), file->arrays.end(),
                                     [](const auto& array) { return array.name.empty(); });
    require(written.has_value() == !unnamed, "what was read can be written, if it has names");
    if (written) {
        const auto again = format::parseSafetensors(*written);
        require(again && same(*again, *file), "what was written reads as the same arrays");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t maxSize, unsigned seed) {
    return mutateSafetensors(data, size, maxSize, seed);
}

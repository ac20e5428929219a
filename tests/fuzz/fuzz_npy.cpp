#include "core/format/npy.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 512;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 19U; // of an archive's arrays, unpacked

void checkArray(const format::NamedArray& array) {
    require(format::byteCount(array.dtype, array.shape) == array.bytes.size(),
            "an array's bytes fit its shape");
    const auto again = format::parseNpy(format::serializeNpy(array));
    require(again.has_value(), "what was written can be read");
    require(again->dtype == array.dtype && again->shape == array.shape &&
                again->bytes == array.bytes,
            "what was written reads as the same array");
}

void check(std::span<const std::byte> input) {
    const auto array = format::parseNpy(input);
    if (array) {
        return checkArray(*array);
    }
    requireReadable(array.error(), input.size());
    const auto arrays = format::parseNpz(input, kMaxBytes);
    if (!arrays) {
        requireReadable(arrays.error(), input.size());
        return;
    }
    for (const auto& each : *arrays) {
        checkArray(each);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t maxSize, unsigned seed) {
    return mutateZip(data, size, maxSize, seed);
}

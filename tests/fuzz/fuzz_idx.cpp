#include "core/format/idx.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 64;

void check(std::span<const std::byte> input) {
    const auto array = format::parseIdx(input);
    if (!array) {
        requireReadable(array.error(), input.size());
        return;
    }
    require(format::byteCount(array->dtype, array->shape) == array->bytes.size(),
            "an array's bytes fit its shape");
    const auto written = format::serializeIdx(*array);
    require(written && std::equal(written->begin(), written->end(), input.begin(), input.end()),
            "what was read is written as it was");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

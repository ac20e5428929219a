#include "core/token/metadata_codec.h"
#include "tests/fuzz/fuzz_check.h"

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 512; // an empty text of one byte becomes a value and a key

void check(std::span<const std::byte> input) {
    const auto value = token::unpackMetadata(input);
    if (!value) {
        requireReadable(value.error(), input.size());
        return;
    }
    const auto packed = token::packMetadata(*value);
    require(packed.has_value(), "what was unpacked can be packed");
    const auto again = token::unpackMetadata(*packed);
    require(again.has_value(), "what was packed can be unpacked");
    const auto repacked = token::packMetadata(*again);
    require(repacked && *repacked == *packed, "packing again gives the same bytes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

#include "core/format/safetensors.h"
#include "core/session/item_file.h"
#include "core/session/sealed_arrays.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 256;

void checkRead(std::span<const std::byte> file) {
    const auto items = session::parseItems(file);
    if (!items) {
        requireReadable(items.error(), file.size());
        return;
    }
    require(session::problemOf(**items).empty(), "what was read is without contradiction");
    const auto written = session::serializeItems(**items);
    require(written.has_value(), "what was read can be written");
    const auto again = session::parseItems(*written);
    require(again && **again == **items, "what was written reads as the same answers");
}

void check(std::span<const std::byte> input) {
    checkRead(input);
    // As it is, hardly anything passes the checksum.
    if (auto arrays = format::parseSafetensors(input)) {
        if (const auto file = session::sealed(*std::move(arrays))) {
            checkRead(*file);
        }
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

#include "core/format/safetensors.h"
#include "core/format/state_dict.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

#include <algorithm>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 512; // as a pickle; arrays may be 32 times the file

void check(std::span<const std::byte> input) {
    const auto file = format::parseStateDict(input);
    if (!file) {
        requireReadable(file.error(), input.size());
        return;
    }
    for (const auto& array : file->arrays) {
        require(format::byteCount(array.dtype, array.shape) == array.bytes.size(),
                "an array's bytes fit its shape");
    }
    const bool named =
        std::none_of(file->arrays.begin(), file->arrays.end(), [](const auto& array) {
            return array.name.empty() || array.name == "__metadata__";
        });
    require(format::serializeSafetensors(*file).has_value() == named,
            "what was read can be written as SafeTensors, if its names allow it");
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

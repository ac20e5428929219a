#include "core/format/restricted_pickle.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 512; // instructions of one byte push values

void check(std::span<const std::byte> input) {
    const auto tensors = format::parseStateDictPickle(input);
    if (!tensors) {
        requireReadable(tensors.error(), input.size());
        return;
    }
    std::unordered_set<std::string_view> names;
    for (const auto& tensor : *tensors) {
        require(names.insert(tensor.name).second, "no two tensors have one name");
        require(format::isUtf8(tensor.name), "names are UTF-8");
        require(!tensor.storage.empty() &&
                    tensor.storage.find_first_not_of("0123456789") == std::string::npos,
                "a storage is named by digits");
        require(tensor.shape.size() == tensor.strides.size(), "every dimension has a stride");
        const auto natural = [](std::int64_t value) { return value >= 0; };
        require(natural(tensor.offset) &&
                    std::all_of(tensor.shape.begin(), tensor.shape.end(), natural) &&
                    std::all_of(tensor.strides.begin(), tensor.strides.end(), natural),
                "nothing is negative");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

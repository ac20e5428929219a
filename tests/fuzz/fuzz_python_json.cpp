#include "core/token/metadata_codec.h"
#include "core/token/python_text.h"
#include "tests/fuzz/fuzz_check.h"

using namespace tessera;
using namespace tessera::fuzz;
using token::PythonKeys;
using token::PythonLayout;

namespace {

constexpr std::size_t kBytesPerByte = 512;

void check(std::string_view input) {
    const auto value = token::parsePythonJson(input);
    if (!value) {
        requireReadable(value.error(), input.size());
        return;
    }
    for (const auto layout :
         {PythonLayout::Compact, PythonLayout::Default, PythonLayout::Indented}) {
        const auto text = token::pythonJson(*value, layout);
        require(text.has_value(), "what was read can be written");
        const auto again = token::parsePythonJson(*text);
        require(again.has_value(), "what was written can be read");
        const auto rewritten = token::pythonJson(*again, layout);
        require(rewritten && *rewritten == *text, "writing again gives the same text");
        // As MessagePack, which tells integers from floats; NaN is equal to itself there.
        const auto packed = token::packMetadata(*value);
        const auto repacked = token::packMetadata(*again);
        require(packed && repacked && *packed == *repacked,
                "what was written reads as the same value");
    }
    const auto sorted = token::pythonJson(*value, PythonLayout::Compact, PythonKeys::Sorted);
    require(sorted && token::parsePythonJson(*sorted).has_value(), "sorted text can be read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(textOf(data, size)); });
    return 0;
}

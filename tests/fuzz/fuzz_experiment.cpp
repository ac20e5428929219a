#include "core/experiment/experiment_json.h"
#include "tests/fuzz/fuzz_check.h"

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 1024; // a problem of an unknown key is a sentence

void check(std::string_view input) {
    const auto read = experiment::parseExperiment(input);
    if (!read) {
        requireReadable(read.error(), input.size());
        return;
    }
    require(experiment::problemsOf(*read).empty(), "what was read is good");
    const auto text = experiment::experimentText(*read);
    const auto again = experiment::parseExperiment(text);
    require(again.has_value(), "what was written can be read");
    require(*again == *read, "what was written reads as the same experiment");
    require(experiment::experimentText(*again) == text, "writing again gives the same text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(textOf(data, size)); });
    return 0;
}

#include "core/format/csv.h"
#include "tests/fuzz/fuzz_check.h"

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 512; // a separator makes an empty text

void check(std::string_view input, char separator) {
    format::CsvReader reader(input, separator);
    std::vector<std::string> fields;
    std::size_t line = 0;
    std::size_t characters = 0;
    while (reader.next(fields)) {
        require(reader.line() > line, "every row begins on a later line");
        line = reader.line();
        require(!fields.empty(), "a row has fields");
        for (const auto& field : fields) {
            characters += field.size();
        }
        require(characters <= input.size(), "fields are made of the text");
    }
    require(!reader.next(fields), "the end stays the end");
    require(format::isUtf8(reader.problem()), "the sentence of a problem is UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] {
        const auto text = textOf(data, size);
        check(text, format::guessSeparator(text));
        check(text, '\t');
    });
    return 0;
}

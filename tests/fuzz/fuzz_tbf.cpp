#include "core/token/tbf_codec.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"
#include "tests/fuzz/same_token.h"

#include <string>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 1024; // several copies of the metadata live side by side

std::vector<TokenReadOptions> manyOptions() {
    const std::string key(kHmacKey);
    TokenReadOptions sealed;
    sealed.hmacKey = key;
    TokenReadOptions required = sealed;
    required.requireHmac = true;
    TokenReadOptions requiredWithoutKey;
    requiredWithoutKey.requireHmac = true;
    TokenReadOptions unverified;
    unverified.unverified = true;
    TokenReadOptions otherKey;
    otherKey.hmacKey = std::string();
    return {{}, sealed, required, requiredWithoutKey, unverified, otherKey};
}

void checkSections(const TokenExamination& seen, std::size_t fileBytes) {
    std::uint64_t next = 0;
    for (const auto& section : seen.sections) {
        require(section.offset == next, "sections follow each other without gaps");
        require(section.bytes <= fileBytes - next, "sections are inside the file");
        require(format::isUtf8(section.note), "the note of a section is UTF-8");
        next += section.bytes;
    }
    require(!seen.content || next == fileBytes, "the sections of a good file are all of it");
}

void checkContent(const TokenFile& file, const TokenReadOptions& read) {
    TokenWriteOptions write;
    write.numbers = file.numbers;
    write.int8 = file.int8;
    write.unknown = file.unknown;
    if (file.hmac == HmacState::Valid) {
        write.hmacKey = read.hmacKey;
    }
    const auto written = token::encodeTbf(file.token, write);
    require(written.has_value(), "what was decoded can be encoded");
    const auto again = token::decodeTbf(*written, read);
    require(again.has_value(), "what was encoded can be decoded");
    require(sameVector(again->token.uhsVector, file.token.uhsVector),
            "what was encoded has the same numbers");
    require(fieldsOf(*again) == fieldsOf(file), "what was encoded has the same fields");
    const auto rewritten = token::encodeTbf(again->token, write);
    require(rewritten && *rewritten == *written, "encoding again gives the same bytes");
}

void check(std::span<const std::byte> input, const TokenReadOptions& options) {
    const auto seen = token::examineTbf(input, options);
    require(seen.content.has_value() != seen.refusal.has_value(),
            "there is either a content or a refusal");
    checkSections(seen, input.size());
    const auto decoded = token::decodeTbf(input, options);
    require(decoded.has_value() == seen.content.has_value(), "examining and decoding agree");
    if (!decoded) {
        requireReadable(decoded.error(), input.size());
        require(decoded.error().detail == seen.refusal->detail, "the refusals agree");
        return;
    }
    require(!options.requireHmac || decoded->hmac == HmacState::Valid,
            "a seal that is required is there and fits");
    require(decoded->hmac != HmacState::Invalid, "a file whose seal does not fit is refused");
    checkContent(*decoded, options);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto options = manyOptions();
    withinMemory(size, kBytesPerByte, [&] {
        for (const auto& each : options) {
            check(bytesOf(data, size), each);
        }
    });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t maxSize, unsigned seed) {
    return mutateTbf(data, size, maxSize, seed);
}

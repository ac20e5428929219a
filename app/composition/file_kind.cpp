#include "app/composition/file_kind.h"

#include "core/format/file_io.h"
#include "core/token/tbf_layout.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tessera::app {

namespace {

constexpr std::size_t kLookedAt = 4096;
constexpr std::size_t kLengthBytes = 8; // of a SafeTensors file
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr std::string_view kBlanks = " \t\r\n";

// Little-endian.
std::uint64_t lengthAt(std::string_view bytes) {
    std::uint64_t length = 0;
    for (std::size_t i = kLengthBytes; i-- > 0;) {
        length = length << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return length;
}

// Whether `"key"` stands there with a colon behind it: as a key, not as a text.
bool hasKey(std::string_view json, std::string_view key) {
    const std::string quoted = '"' + std::string(key) + '"';
    for (auto at = json.find(quoted); at != std::string_view::npos;
         at = json.find(quoted, at + 1)) {
        const auto next = json.find_first_not_of(kBlanks, at + quoted.size());
        if (next != std::string_view::npos && json[next] == ':') {
            return true;
        }
    }
    return false;
}

} // namespace

Result<std::string> beginningOf(const std::filesystem::path& file) {
    const auto opened = format::openRegularFile(file);
    if (!opened) {
        return fail(opened.error());
    }
    std::string bytes(kLookedAt, '\0');
    std::size_t length = 0;
    while (length < bytes.size()) {
        const auto count = format::readSome(
            *opened, std::as_writable_bytes(std::span(bytes).subspan(length)), file);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            break;
        }
        length += *count;
    }
    bytes.resize(length);
    return bytes;
}

bool looksLikeTensors(std::string_view beginning) {
    return beginning.size() > kLengthBytes && beginning[kLengthBytes] == '{' &&
           lengthAt(beginning) <= kMaxHeaderBytes;
}

bool looksLikeJsonObject(std::string_view beginning) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (beginning.starts_with(kByteOrderMark)) {
        beginning.remove_prefix(kByteOrderMark.size());
    }
    const auto first = beginning.find_first_not_of(kBlanks);
    return first != std::string_view::npos && beginning[first] == '{' &&
           !looksLikeTensors(beginning);
}

bool looksLikeTbf(std::string_view beginning) {
    return beginning.starts_with(token::kTbfMagic);
}

bool looksLikePair(std::string_view beginning) {
    if (looksLikeTensors(beginning)) {
        const auto header = beginning.substr(kLengthBytes).substr(0, lengthAt(beginning));
        return hasKey(header, "uhs_vector");
    }
    return looksLikeJsonObject(beginning) && hasKey(beginning, "knowledge_type");
}

} // namespace tessera::app

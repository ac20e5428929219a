#include "app/cli/shown_text.h"

#include "app/cli/token_json.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace tessera::cli {

namespace {

struct Letter {
    std::uint32_t code = 0;
    std::size_t bytes = 0; // 0 = not UTF-8
};

// The first letter of a text that is not empty.
Letter firstLetter(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t count = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < count) {
        return {};
    }
    std::uint32_t code = lead & (0x7FU >> count);
    for (std::size_t i = 1; i < count; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
    return code < kLeast[count] || code > 0x10FFFFU || surrogate ? Letter{} : Letter{code, count};
}

// What moves the cursor, turns the direction of reading, or cannot be seen.
bool isTreacherous(std::uint32_t code) {
    return code < 0x20U || (code >= 0x7FU && code <= 0x9FU) || code == 0x61CU || code == 0x200BU ||
           code == 0x200EU || code == 0x200FU || (code >= 0x2028U && code <= 0x202EU) ||
           (code >= 0x2066U && code <= 0x2069U) || code == 0xFEFFU;
}

} // namespace

std::string shown(std::string_view text, std::size_t most) {
    std::string safe;
    while (!text.empty()) {
        const auto letter = firstLetter(text);
        const auto bytes = letter.bytes == 0 ? 1 : letter.bytes;
        std::string next(text.substr(0, bytes));
        if (letter.bytes == 0 || isTreacherous(letter.code)) {
            next.clear();
            for (const char byte : text.substr(0, bytes)) {
                next += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
            }
        }
        if (next.size() > most - safe.size()) {
            return safe + "...";
        }
        safe += next;
        text.remove_prefix(bytes);
    }
    return safe;
}

std::string shownValue(const Metadata& value, std::size_t most) {
    if (value.is_string()) {
        return shown(value.get_ref<const std::string&>(), most);
    }
    return shown(printable(value).dump(-1, ' ', false, Metadata::error_handler_t::replace), most);
}

std::string asSentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    if (!text.empty() && text.find_last_of(".!?") != text.size() - 1) {
        text += '.';
    }
    return text;
}

} // namespace tessera::cli

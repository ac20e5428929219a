#pragma once

#include "core/format/utf8.h"

#include <string>
#include <string_view>

namespace tessera::data {

// A name out of a file as it may stand in a sentence or a list: UTF-8, not without end.
[[nodiscard]] inline std::string readableName(std::string_view name) {
    constexpr std::size_t kMostBytes = 200;
    std::string text(name.substr(0, kMostBytes));
    if (name.size() > kMostBytes) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
            text.pop_back();
        }
        text = text.substr(0, text.empty() ? 0 : text.size() - 1) + "...";
    }
    if (!format::isUtf8(text)) {
        for (auto& letter : text) {
            letter = static_cast<unsigned char>(letter) >= 0x80U ? '?' : letter;
        }
    }
    return text;
}

} // namespace tessera::data

#pragma once

#include "core/format/utf8.h"

#include <string>

namespace tessera::zoo {

// A text from a file or a library as it may stand in a sentence: one line, UTF-8.
[[nodiscard]] inline std::string readableText(std::string text) {
    const bool isUtf8 = format::isUtf8(text);
    for (auto& letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !isUtf8)) {
            letter = letter == '\n' || letter == '\t' ? ' ' : '?';
        }
    }
    return text;
}

} // namespace tessera::zoo

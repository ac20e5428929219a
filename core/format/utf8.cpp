#include "core/format/utf8.h"

#include <cstddef>

namespace tessera::format {

namespace {

// Bytes of the sequence that starts with `lead` (0: none does), and the range of the second byte.
struct Sequence {
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Sequence sequenceFor(unsigned char lead) {
    if (lead < 0x80) {
        return {1};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
        return {3, low, high};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
        return {4, low, high};
    }
    return {};
}

} // namespace

bool isUtf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const Sequence sequence = sequenceFor(static_cast<unsigned char>(text[i]));
        if (sequence.length == 0 || sequence.length > text.size() - i) {
            return false;
        }
        for (std::size_t k = 1; k < sequence.length; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + k]);
            const unsigned char low = k == 1 ? sequence.low : 0x80;
            const unsigned char high = k == 1 ? sequence.high : 0xBF;
            if (byte < low || byte > high) {
                return false;
            }
        }
        i += sequence.length;
    }
    return true;
}

} // namespace tessera::format

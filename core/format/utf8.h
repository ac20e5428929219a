#pragma once

#include <string_view>

namespace tessera::format {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace tessera::format

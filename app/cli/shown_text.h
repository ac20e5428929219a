#pragma once

#include "core/api/token.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tessera::cli {

// Text out of files, safe on a terminal: control characters, marks that turn the direction of
// reading and bytes that are not UTF-8 become \xNN. Cut after `most` bytes.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = std::string::npos);

// A JSON value in one line; texts without quotes.
[[nodiscard]] std::string shownValue(const Metadata& value, std::size_t most = std::string::npos);

// Details of errors are put together from parts; on screen they are sentences.
[[nodiscard]] std::string asSentence(std::string text);

} // namespace tessera::cli

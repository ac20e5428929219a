#pragma once

#include "core/api/token_desk.h"

#include <string>
#include <vector>

// Tokens in words, for people at a terminal. What comes from a file is made safe. Pure.
namespace tessera::cli {

// What could be found out about a file; in full with every field and part of the file.
[[nodiscard]] std::string inspectionText(const TokenExamination& found, bool full);

// "TBF 1.1, 2048 numbers as float32, CRC-32C, no seal, signed by 'alice' (trusted)".
[[nodiscard]] std::string briefText(const TokenFile& content);

// What the vector gives away, by the token's own statement; whole sentences.
[[nodiscard]] std::string privacyText(const TokenFile& content);

// One line a step: "source (anchor, netA) -> receiver (netB), mode A".
[[nodiscard]] std::vector<std::string> lineageLines(const Metadata& dag);

} // namespace tessera::cli

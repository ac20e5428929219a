#pragma once

#include "ui/models/token_rows.h"

#include <vector>

// The rows that say whether a token can be trusted: checksums, seal, signatures, and of a file that
// was refused its header. Pure functions. UI thread, for the locale.
namespace tessera::ui {

[[nodiscard]] TokenGroup checkRows(const TokenFile& file);
[[nodiscard]] TokenGroup checkRows(const TokenExamination& examination);
// Empty where nobody has signed.
[[nodiscard]] TokenGroup signatureRows(const std::vector<SignatureCheck>& signatures);
// Empty where no header could be read.
[[nodiscard]] TokenGroup headerRows(const TokenExamination& examination);

// Digits in groups of four, as people read them to each other: "1a2b 3c4d".
[[nodiscard]] QString fingerprintText(const std::string& fingerprint);

// A name out of a file, fit to stand in quotation marks in a sentence: one line of at most 60
// letters, without signs that would end the quotation or turn the text round it.
[[nodiscard]] QString strangersName(const std::string& name);

} // namespace tessera::ui

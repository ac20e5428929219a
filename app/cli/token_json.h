#pragma once

#include "core/api/token_desk.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

// Tokens as JSON on standard output: numbers that are not finite are the strings "Infinity",
// "-Infinity", "NaN", bytes are {"$bin": hex}, what was not measured or looked at is null. Pure.
namespace tessera::cli {

using Json = nlohmann::ordered_json;

// Free metadata with nothing in it that JSON does not know.
[[nodiscard]] Json printable(const Metadata& value);

// The fields by their long names, in the order of the format.
[[nodiscard]] Json tokenJson(const Token& token, bool withVector);

// {file, format, numbers, bytes, header: {version, flags, quant, metadata_bytes, vector_count,
// vector_bytes}, checks: {header_crc, body_crc, hmac, signature}}, as far as they could be read.
[[nodiscard]] Json checksJson(const TokenExamination& found);

// checksJson() and {signatures, vector, token, error?}; in full also the vector's numbers, unknown
// and absent keys, and the parts of the file.
[[nodiscard]] Json examinationJson(const TokenExamination& found, bool full);

[[nodiscard]] Json signaturesJson(const std::vector<SignatureCheck>& signatures);
// The worst of them: "invalid", "unreadable", "valid"; "absent" if there is none.
[[nodiscard]] const char* signatureState(const std::vector<SignatureCheck>& signatures);

[[nodiscard]] Json differenceJson(const TokenDifference& difference, bool perDimension);
[[nodiscard]] Json leaksJson(const std::vector<TokenLeak>& leaks);
[[nodiscard]] Json keyJson(const SignerKey& key);

// Frozen names: "tbf", "safetensors_json".
[[nodiscard]] const char* tokenFormatName(TokenFormat format);

} // namespace tessera::cli

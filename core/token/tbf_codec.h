#pragma once

#include "core/api/result.h"
#include "core/api/token.h"
#include "core/token/crc.h"
#include "core/token/tbf_layout.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

// Tokens as TBF 1.1 files; FORMAT.md describes them. This version reads and writes float32 vectors
// without HMAC and compression.
namespace tessera::token {

struct DecodedTbf {
    Token token;
    TbfHeader header;
    CrcKind headerCrc = CrcKind::Crc32c; // which checksum fits
    CrcKind bodyCrc = CrcKind::Crc32c;
    Metadata unknownKeys;            // an object: metadata that a Token has no room for
    std::vector<std::string> absent; // known metadata keys that the file lacks
};

enum class HmacPolicy {
    AsInFile, // read files without an HMAC
    Required, // refuse them: the flag could have been removed by someone without the key
};

// Corrupt: not a token, or damaged; Unsupported: well-formed, but of another version, another type
// of numbers, compressed, or with an HMAC. Nothing half-read is ever returned.
[[nodiscard]] Result<DecodedTbf> decodeTbf(std::span<const std::byte> file,
                                           HmacPolicy hmac = HmacPolicy::AsInFile);

// Codes of readFile() and decodeTbf().
[[nodiscard]] Result<DecodedTbf> readTbf(const std::filesystem::path& path,
                                         HmacPolicy hmac = HmacPolicy::AsInFile);

// A float32 file. The same token gives the same bytes. InvalidArgument: a number is NaN or out of
// its range, a text is not UTF-8, or the token exceeds a limit of the format.
[[nodiscard]] Result<std::vector<std::byte>> encodeTbf(const Token& token);

// Writes the file as a whole and returns its size. Codes of encodeTbf() and writeFileAtomically().
[[nodiscard]] Result<std::size_t> writeTbf(const std::filesystem::path& path, const Token& token);

} // namespace tessera::token

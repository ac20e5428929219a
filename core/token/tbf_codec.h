#pragma once

#include "core/api/result.h"
#include "core/api/token.h"
#include "core/api/token_file.h"
#include "core/format/mapped_file.h"
#include "core/token/tbf_layout.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

// Tokens as TBF 1.1 files; FORMAT.md describes them. Nothing half-read is ever returned.
namespace tessera::token {

// Looks at every part as far as it can be read, checks all, and decodes what passes: the content,
// or the refusal. `file` of the result and signatures are left empty. Refusals: Corrupt (not a
// token, damaged, sealed with another key, or not sealed although a key is given or a seal
// required), Unsupported (another version or type of numbers, compressed), InvalidArgument (sealed,
// and no key is given; an empty key).
[[nodiscard]] TokenExamination examineTbf(std::span<const std::byte> file,
                                          const TokenReadOptions& options = {});

// The content of examineTbf(), or its refusal.
[[nodiscard]] Result<TokenFile> decodeTbf(std::span<const std::byte> file,
                                          const TokenReadOptions& options = {});

// Codes of readFile() and decodeTbf().
[[nodiscard]] Result<TokenFile> readTbf(const std::filesystem::path& path,
                                        const TokenReadOptions& options = {});

// The same token and options give the same bytes; `format` is not looked at. InvalidArgument: a
// number is NaN or out of its range or cannot be stored so, a text is not UTF-8, an unknown key is
// one of ours, the HMAC key is empty, or the token exceeds a limit of the format. A number that the
// type cannot hold is stored as the format has it, infinite or blurred: ask storeVector() before.
[[nodiscard]] Result<std::vector<std::byte>> encodeTbf(const Token& token,
                                                       const TokenWriteOptions& options = {});

// Writes the file as a whole and returns its size. Codes of encodeTbf() and writeFileAtomically().
[[nodiscard]] Result<std::size_t> writeTbf(const std::filesystem::path& path, const Token& token,
                                           const TokenWriteOptions& options = {});

// A float32 file whose vector is read where it lies, without a copy: the file is mapped, and
// checked in full before. Movable; the spans live as long as it does. Somebody who shortens the
// file meanwhile kills the program (SIGBUS), so this is for files of one's own.
class MappedTbf {
public:
    // Codes of readTbf(), and Unsupported: numbers other than float32.
    [[nodiscard]] static Result<MappedTbf> open(const std::filesystem::path& path,
                                                const TokenReadOptions& options = {});

    [[nodiscard]] const TokenFile& about() const { return m_about; } // its token has no vector
    [[nodiscard]] std::span<const float> vector() const;

private:
    MappedTbf(format::MappedFile file, TokenFile about, std::size_t offset);

    format::MappedFile m_file;
    TokenFile m_about;
    std::size_t m_offset = 0; // a multiple of 64
};

} // namespace tessera::token

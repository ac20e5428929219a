#pragma once

#include "app/cli/command.h"
#include "core/api/token_desk.h"

#include <filesystem>
#include <optional>
#include <string>

// What the commands on tokens have in common: keys, reading, and where to write.
namespace tessera::cli {

// A secret: hexadecimal, or all bytes of a file. Empty = not given.
struct KeyOptions {
    std::string hex;
    std::filesystem::path file;

    [[nodiscard]] bool given() const { return !hex.empty() || !file.empty(); }
};

struct ReadingOptions {
    KeyOptions key;
    bool unverified = false;
    bool requireHmac = false;
};

struct WritingOptions {
    std::filesystem::path file;
    std::optional<TokenFormat> format; // instead of what the file's ending says
    bool force = false;                // replace a file that is there
    std::string numbers;               // by name; empty = as in the file it comes from
    KeyOptions seal;                   // instead of the key that the input is sealed with
    bool unsealed = false;
};

// For CLI11: what is wrong with it, or nothing.
[[nodiscard]] std::string problemOfHex(const std::string& hex);
[[nodiscard]] std::string problemOfEmpty(const std::string& text);
[[nodiscard]] std::string problemOfTokenName(const std::string& file); // its ending

// The bytes of the key. NotFound, Io, InvalidArgument (an empty file, a folder).
[[nodiscard]] Result<std::optional<std::string>> readKey(const KeyOptions& key);
[[nodiscard]] Result<TokenReadOptions> readOptions(const ReadingOptions& options);

// The same error, naming the file; details of what is inside a file do not always do.
[[nodiscard]] Error named(const Error& error, const std::filesystem::path& file);

// A token that passed every check. Codes of TokenDesk::examine() and of its refusals.
[[nodiscard]] Result<TokenFile> readToken(TokenDesk& desk, const std::filesystem::path& file,
                                          const TokenReadOptions& options);

// How a token that comes from `from` (null: from several) goes to options.file: a seal stays unless
// the person says otherwise. InvalidArgument: a file is in the way, or a pair is to be sealed or to
// hold other numbers than float32; codes of readKey().
[[nodiscard]] Result<TokenWriteOptions>
writeOptions(const WritingOptions& options, const TokenFile* from, const TokenReadOptions& read);

// InvalidArgument: there is a file already that may not be replaced.
[[nodiscard]] Result<void> checkFree(const WritingOptions& options);

// {to, format, numbers, bytes, sealed}
[[nodiscard]] nlohmann::ordered_json writtenJson(const std::filesystem::path& file,
                                                 const TokenWriteOptions& options,
                                                 std::int64_t bytes);
// "Wrote b.tbf: TBF, float16, 376 bytes, sealed."
[[nodiscard]] std::string writtenText(const std::filesystem::path& file,
                                      const TokenWriteOptions& options, std::int64_t bytes);

// A remark on standard error, unless --quiet.
void notice(const CommandContext& context, const std::string& sentence);

// Remarks on a token that goes into another one: its signature does not fit, so somebody changed
// it.
void noticeForgery(const CommandContext& context, const std::filesystem::path& file,
                   const TokenFile& content);

} // namespace tessera::cli

#include "app/cli/token_options.h"

#include "app/cli/shown_text.h"
#include "app/cli/signature_demand.h"
#include "app/cli/token_json.h"
#include "core/format/file_io.h"
#include "core/token/legacy_pair.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace tessera::cli {

namespace {

constexpr std::uint64_t kMaxKeyBytes = std::uint64_t{1} << 20U;

// 0 to 15, or -1.
int hexDigit(char letter) {
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
        return letter - 'a' + 10;
    }
    return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

bool isPairName(const std::filesystem::path& file) {
    return file.extension() == ".safetensors" || file.extension() == ".json";
}

// Also a link that leads nowhere.
bool isThere(const std::filesystem::path& file) {
    std::error_code error;
    const auto type = std::filesystem::symlink_status(file, error).type();
    return type != std::filesystem::file_type::not_found &&
           type != std::filesystem::file_type::none;
}

} // namespace

std::string problemOfHex(const std::string& hex) {
    const bool digits =
        std::all_of(hex.begin(), hex.end(), [](char c) { return hexDigit(c) >= 0; });
    return !digits || hex.empty() || hex.size() % 2 != 0
               ? "the key must be pairs of hexadecimal digits, such as 0a1b2c"
               : std::string();
}

std::string problemOfEmpty(const std::string& text) {
    return text.empty() ? "it is empty" : std::string();
}

std::string problemOfTokenName(const std::string& file) {
    const std::filesystem::path path(file);
    return path.extension() == ".tbf" || isPairName(path)
               ? std::string()
               : "'" + file + "' must end in .tbf, or in .safetensors for the older pair of files";
}

Result<std::optional<std::string>> readKey(const KeyOptions& key) {
    if (!key.hex.empty()) {
        std::string bytes;
        for (std::size_t i = 0; i + 1 < key.hex.size(); i += 2) {
            bytes += static_cast<char>(16 * hexDigit(key.hex[i]) + hexDigit(key.hex[i + 1]));
        }
        return bytes;
    }
    if (key.file.empty()) {
        return std::nullopt;
    }
    const auto bytes = format::readFile(key.file, kMaxKeyBytes);
    if (!bytes) {
        return fail(named(bytes.error(), key.file));
    }
    if (bytes->empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the key file '{}' is empty; it must hold the bytes of the key",
                                key.file.string()));
    }
    return std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

Result<TokenReadOptions> readOptions(const ReadingOptions& options) {
    auto key = readKey(options.key);
    if (!key) {
        return fail(key.error());
    }
    return TokenReadOptions{std::move(*key), options.requireHmac, options.unverified};
}

Error named(const Error& error, const std::filesystem::path& file) {
    return error.detail.find(file.filename().string()) == std::string::npos
               ? error.within(fmt::format("'{}'", file.string()))
               : error;
}

Result<TokenFile> readToken(TokenDesk& desk, const std::filesystem::path& file,
                            const TokenReadOptions& options) {
    auto found = desk.examine(file, options);
    if (!found) {
        return fail(named(found.error(), file));
    }
    if (found->refusal) {
        return fail(named(*found->refusal, file));
    }
    return std::move(*found->content);
}

Result<TokenWriteOptions> writeOptions(const WritingOptions& options, const TokenFile* from,
                                       const TokenReadOptions& read) {
    if (auto free = checkFree(options); !free) {
        return fail(free.error());
    }
    TokenWriteOptions how;
    how.format = options.format.value_or(isPairName(options.file) ? TokenFormat::LegacyPair
                                                                  : TokenFormat::Tbf);
    const bool pair = how.format == TokenFormat::LegacyPair;
    if (!options.numbers.empty()) {
        how.numbers = tokenNumbersFromName(options.numbers).value_or(TokenNumbers::Float32);
    } else if (from != nullptr && !pair) {
        how.numbers = from->numbers;
    }
    if (from != nullptr) {
        how.unknown = from->unknown;
        how.int8 = how.numbers == from->numbers ? from->int8 : std::nullopt;
    }
    if (pair && (how.numbers != TokenNumbers::Float32 || options.seal.given())) {
        return fail(ErrorCode::InvalidArgument,
                    "a .safetensors file with its .json holds float32 numbers and no seal; write a "
                    ".tbf file for anything else");
    }
    const auto key = readKey(options.seal);
    if (!key) {
        return fail(key.error());
    }
    const bool sealed = from != nullptr && from->hmac == HmacState::Valid;
    how.hmacKey = *key || !sealed || options.unsealed || pair ? *key : read.hmacKey;
    return how;
}

Result<void> checkFree(const WritingOptions& options) {
    std::vector<std::filesystem::path> files{options.file};
    if (isPairName(options.file)) {
        const auto pair = token::pairPaths(options.file);
        files = {pair.tensors, pair.fields};
    }
    for (const auto& file : files) {
        if (!options.force && isThere(file)) {
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format(
                    "'{}' is there already; choose another name, or replace it with --force",
                    file.string()));
        }
    }
    return {};
}

nlohmann::ordered_json writtenJson(const std::filesystem::path& file,
                                   const TokenWriteOptions& options, std::int64_t bytes) {
    return {{"to", file.string()},
            {"format", tokenFormatName(options.format)},
            {"numbers", tokenNumbersName(options.numbers)},
            {"bytes", bytes},
            {"sealed", options.hmacKey.has_value()}};
}

std::string writtenText(const std::filesystem::path& file, const TokenWriteOptions& options,
                        std::int64_t bytes) {
    return fmt::format("Wrote {}: {}, {}, {} bytes, {}.\n", shown(file.string()),
                       options.format == TokenFormat::Tbf ? "TBF" : "SafeTensors and JSON",
                       tokenNumbersName(options.numbers), bytes,
                       options.hmacKey ? "sealed" : "not sealed");
}

void notice(const CommandContext& context, const std::string& sentence) {
    if (!context.quiet) {
        spdlog::warn("{}", shown(sentence));
    }
}

void noticeForgery(const CommandContext& context, const std::filesystem::path& file,
                   const TokenFile& content) {
    if (std::any_of(content.signatures.begin(), content.signatures.end(), isForged)) {
        notice(context, fmt::format("The signature in '{}' does not fit it: somebody changed the "
                                    "token after it was signed.",
                                    file.string()));
    }
}

} // namespace tessera::cli

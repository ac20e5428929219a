#include "app/composition/token_desk.h"

#include "app/composition/file_kind.h"
#include "core/format/file_io.h"
#include "core/token/legacy_pair.h"
#include "core/token/lineage.h"
#include "core/token/publication.h"
#include "core/token/signature.h"
#include "core/token/signing_key.h"
#include "core/token/tbf_codec.h"
#include "core/token/token_compare.h"
#include "core/token/token_merge.h"
#include "core/token/trust_list.h"
#include "core/token/vector_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <system_error>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tessera::app {

namespace {

constexpr mode_t kOwnerOnly = 0700;

tl::unexpected<Error> refuse(std::string detail) {
    return fail(ErrorCode::InvalidArgument, std::move(detail));
}

SignerKey signerOf(const token::PublicKey& key) {
    return {"", key.hex(), key.fingerprint(), "", false};
}

// The vector in the bytes of a file, unless they would not be what it was.
Result<token::StoredVector> storable(const Token& token, const TokenWriteOptions& options) {
    if (options.format == TokenFormat::LegacyPair) {
        if (options.numbers != TokenNumbers::Float32) {
            return refuse("A SafeTensors and JSON pair holds float32 numbers only; choose them, or "
                          "a TBF file.");
        }
        if (options.hmacKey) {
            return refuse("A SafeTensors and JSON pair cannot be sealed with an HMAC; leave the "
                          "key out, or choose a TBF file.");
        }
    }
    auto stored = token::storeVector(token.uhsVector, options.numbers, options.int8);
    if (stored && stored->overflowed > 0) {
        return refuse(fmt::format("{} of the vector's numbers are too large for float16 and would "
                                  "become infinite; choose other numbers.",
                                  stored->overflowed));
    }
    if (stored && stored->blurred > 0) {
        return refuse(fmt::format("{} of the vector's numbers would come back as others from int8, "
                                  "which has steps of {:g} here; choose other numbers.",
                                  stored->blurred, stored->int8 ? stored->int8->scale : 0.0));
    }
    return stored;
}

bool sameBits(const std::vector<float>& left, const std::vector<float>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](float a, float b) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    });
}

void refuseContent(TokenExamination& examination, Error why) {
    examination.content.reset();
    examination.refusal = std::move(why);
}

// A pair has no room for a seal, so one that is asked for is missing.
TokenExamination examinePair(const std::filesystem::path& file, const TokenReadOptions& options) {
    auto examination = token::examinePair(file);
    if (examination.content && (options.requireHmac || options.hmacKey)) {
        refuseContent(examination,
                      {ErrorCode::Corrupt,
                       "A SafeTensors and JSON pair has no HMAC, although a checked one is "
                       "required; anybody may have changed it.",
                       std::nullopt});
    }
    return examination;
}

// An error only where the operating system refuses; a file that is too long is a bad token.
Result<TokenExamination> examineTbf(const std::filesystem::path& file,
                                    const TokenReadOptions& options) {
    const auto bytes = format::readFile(file, token::kTbfMaxFileBytes);
    if (!bytes && bytes.error().code != ErrorCode::Unsupported) {
        return fail(bytes.error());
    }
    if (!bytes) {
        TokenExamination examination;
        refuseContent(examination, bytes.error());
        return examination;
    }
    return token::examineTbf(*bytes, options);
}

// Keeps other programs from changing files of a folder that go by the same rule, while it lives.
class FolderLock {
public:
    // Makes the folder. Io.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& folder) {
        std::error_code ignored; // open() says what is wrong
        std::filesystem::create_directories(folder.parent_path(), ignored);
        ::mkdir(folder.c_str(), kOwnerOnly);
        const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (number < 0) {
            return refusal(folder);
        }
        FolderLock lock(number);
        int locked = 0;
        do {
            locked = ::flock(number, LOCK_EX);
        } while (locked != 0 && errno == EINTR);
        if (locked != 0) {
            return refusal(folder);
        }
        return lock;
    }

private:
    explicit FolderLock(int number) : m_folder(number) {}

    static tl::unexpected<Error> refusal(const std::filesystem::path& folder) {
        return fail(ErrorCode::Io,
                    fmt::format("The folder '{}' of the trust list cannot be used: {}.",
                                folder.string(), std::generic_category().message(errno)));
    }

    format::FileDescriptor m_folder; // closing it ends the lock
};

class FileTokenDesk final : public TokenDesk {
public:
    explicit FileTokenDesk(std::filesystem::path trustListFile)
        : m_trustListFile(std::move(trustListFile)) {}

    Result<TokenExamination> examine(const std::filesystem::path& file,
                                     const TokenReadOptions& options) override;
    Result<std::int64_t> write(const std::filesystem::path& file, const Token& token,
                               const TokenWriteOptions& options) override;
    Result<Token> asStored(const Token& token, const TokenWriteOptions& options) override;
    Result<Token> requantised(const Token& token, TokenNumbers numbers) override;
    Result<Token> sign(const Token& token, const TokenWriteOptions& options,
                       const SigningRequest& request) override;

    Result<SignerKey> makeKey(const std::filesystem::path& privateKey,
                              const std::filesystem::path& publicKey) override;
    Result<SignerKey> readKey(const std::filesystem::path& pem) override;

    Result<std::vector<SignerKey>> trusted() override;
    Result<void> trust(const SignerKey& key) override {
        return changeTrust([&key](token::TrustList& list) { return list.add(key); });
    }
    Result<void> revoke(const std::string& name) override {
        return changeTrust([&name](token::TrustList& list) { return list.revoke(name); });
    }
    Result<void> distrust(const std::string& name) override {
        return changeTrust([&name](token::TrustList& list) { return list.remove(name); });
    }

    Result<Token> merge(const std::vector<Token>& tokens, const TokenMerge& how) override {
        return token::mergeTokens(tokens, how);
    }
    TokenDifference compare(const Token& left, const Token& right) override {
        return token::compareTokens(left, right);
    }
    std::vector<TokenLeak> leaks(const Token& token, const Metadata& unknown) override {
        return token::leaksOf(token, unknown);
    }
    Result<std::pair<Token, Metadata>> strip(const Token& token, const Metadata& unknown,
                                             const std::vector<std::string>& leakIds) override {
        return token::stripToken(token, unknown, leakIds);
    }

private:
    std::vector<SignatureCheck> signaturesOf(const TokenFile& content) const;
    Result<void> changeTrust(const std::function<Result<void>(token::TrustList&)>& change);

    const std::filesystem::path m_trustListFile;
    std::mutex m_trustChange; // flock() alone would do, but says nothing to thread checkers
};

Result<TokenExamination> FileTokenDesk::examine(const std::filesystem::path& file,
                                                const TokenReadOptions& options) {
    const auto beginning = beginningOf(file);
    if (!beginning) {
        return fail(beginning.error());
    }
    // Of a damaged pair the name may be all that is left.
    const bool namedAsPair = file.extension() == ".safetensors" || file.extension() == ".json";
    const bool isPair = !looksLikeTbf(*beginning) && (namedAsPair || looksLikePair(*beginning));
    auto examination =
        isPair ? Result<TokenExamination>(examinePair(file, options)) : examineTbf(file, options);
    if (!examination) {
        return examination;
    }
    examination->file = file;
    if (examination->content) {
        examination->content->signatures = signaturesOf(*examination->content);
    }
    return examination;
}

Result<std::int64_t> FileTokenDesk::write(const std::filesystem::path& file, const Token& token,
                                          const TokenWriteOptions& options) {
    if (const auto stored = storable(token, options); !stored) {
        return fail(stored.error());
    }
    if (options.format == TokenFormat::LegacyPair) {
        return token::writePair(file, token, options.unknown);
    }
    const auto bytes = token::writeTbf(file, token, options);
    if (!bytes) {
        return fail(bytes.error());
    }
    return static_cast<std::int64_t>(*bytes);
}

Result<Token> FileTokenDesk::asStored(const Token& token, const TokenWriteOptions& options) {
    const auto stored = storable(token, options);
    if (!stored) {
        return fail(stored.error());
    }
    auto vector = token::loadVector(stored->bytes, options.numbers, stored->int8);
    if (!vector) {
        return fail(std::move(vector.error()));
    }
    Token seen = token;
    seen.uhsVector = *std::move(vector);
    return seen;
}

Result<Token> FileTokenDesk::requantised(const Token& token, TokenNumbers numbers) {
    TokenWriteOptions options;
    options.numbers = numbers;
    auto stored = asStored(token, options);
    if (!stored || sameBits(stored->uhsVector, token.uhsVector)) {
        return stored;
    }
    stored->lineageDag =
        token::extendLineage({&token}, "requantise", {{"numbers", tokenNumbersName(numbers)}});
    return token::withoutSignatures(*std::move(stored));
}

Result<Token> FileTokenDesk::sign(const Token& token, const TokenWriteOptions& options,
                                  const SigningRequest& request) {
    const auto key = token::SigningKey::read(request.privateKey);
    if (!key) {
        return fail(key.error());
    }
    const auto seen = asStored(token, options);
    if (!seen) {
        return fail(seen.error());
    }
    auto signedToken =
        token::signToken(*seen, options.unknown, *key, request.signer, request.alsoReference);
    if (signedToken) {
        // write() is to store these numbers, not those of a first storing once more.
        signedToken->uhsVector = token.uhsVector;
    }
    return signedToken;
}

Result<SignerKey> FileTokenDesk::makeKey(const std::filesystem::path& privateKey,
                                         const std::filesystem::path& publicKey) {
    const auto key = token::SigningKey::generate();
    if (!key) {
        return fail(key.error());
    }
    if (const auto written = key->write(privateKey, publicKey); !written) {
        return fail(written.error());
    }
    return signerOf(key->publicKey());
}

Result<SignerKey> FileTokenDesk::readKey(const std::filesystem::path& pem) {
    const auto key = token::readPublicKey(pem);
    if (!key) {
        return fail(key.error());
    }
    return signerOf(*key);
}

Result<std::vector<SignerKey>> FileTokenDesk::trusted() {
    const auto list = token::TrustList::read(m_trustListFile);
    if (!list) {
        return fail(list.error());
    }
    return list->signers();
}

std::vector<SignatureCheck> FileTokenDesk::signaturesOf(const TokenFile& content) const {
    const auto list = token::TrustList::read(m_trustListFile);
    auto checks =
        token::checkSignatures(content.token, content.unknown, list ? *list : token::TrustList());
    if (!list) {
        for (SignatureCheck& check : checks) {
            check.problem += fmt::format("{}Nobody can say whom the key belongs to: {}",
                                         check.problem.empty() ? "" : " ", list.error().detail);
        }
    }
    return checks;
}

// Reads, changes and writes with no other thread or program in between.
Result<void>
FileTokenDesk::changeTrust(const std::function<Result<void>(token::TrustList&)>& change) {
    const std::lock_guard guard(m_trustChange);
    const auto folder = m_trustListFile.parent_path();
    const auto lock = FolderLock::take(folder.empty() ? "." : folder);
    if (!lock) {
        return fail(lock.error());
    }
    auto list = token::TrustList::read(m_trustListFile);
    if (!list) {
        return fail(list.error());
    }
    if (auto changed = change(*list); !changed) {
        return changed;
    }
    return list->write(m_trustListFile);
}

std::filesystem::path homeFolder() {
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home != '\0') {
        return home;
    }
    // Never the working folder, which may be of somebody else.
    const passwd* person = ::getpwuid(::geteuid());
    return person != nullptr && person->pw_dir != nullptr ? person->pw_dir : "/nonexistent";
}

} // namespace

std::filesystem::path trustListFile() {
    const char* chosen = std::getenv("XDG_CONFIG_HOME");
    const std::filesystem::path folder = chosen != nullptr ? chosen : "";
    // A relative one is to be ignored (XDG Base Directory Specification).
    return (folder.is_absolute() ? folder : homeFolder() / ".config") / "tessera-workbench" /
           "trusted-signers.json";
}

std::unique_ptr<TokenDesk> makeTokenDesk(std::filesystem::path trustListFile) {
    return std::make_unique<FileTokenDesk>(std::move(trustListFile));
}

} // namespace tessera::app

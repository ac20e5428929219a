#pragma once

#include "core/api/token_file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tessera {

// Everything that people do with token files. All functions may be called from any thread; those
// that write replace a file as a whole or leave it as it was.
class TokenDesk {
public:
    virtual ~TokenDesk() = default;

    // TBF, or either file of a legacy pair, by content. An error only where the file cannot be
    // read at all (NotFound, Io, InvalidArgument for folders); what is wrong with its bytes is the
    // examination's refusal.
    [[nodiscard]] virtual Result<TokenExamination> examine(const std::filesystem::path& file,
                                                           const TokenReadOptions& options) = 0;

    // Returns the bytes written. InvalidArgument: what cannot be stored so (NaN; an infinity, a
    // vector of no numbers or numbers finer than its steps as int8; a number beyond float16; a seal
    // or other numbers than float32 in a pair). Io.
    [[nodiscard]] virtual Result<std::int64_t> write(const std::filesystem::path& file,
                                                     const Token& token,
                                                     const TokenWriteOptions& options) = 0;

    // What of the vector is left after storing it so: what a reader will see. Codes of write().
    [[nodiscard]] virtual Result<Token> asStored(const Token& token,
                                                 const TokenWriteOptions& options) = 0;

    // The same, as a new step of the token's life: with a step "requantise" in its lineage and
    // without signatures, which no longer fit. Where not a bit of the vector changes there is no
    // such step, and the token comes back as it is. Codes of write().
    [[nodiscard]] virtual Result<Token> requantised(const Token& token, TokenNumbers numbers) = 0;

    // A copy with signatures over what a reader of a file written with `options` will see, beside
    // those of others: one of ours, and one of the reference's where asked. The vector stays as it
    // is, for write() to store. NotFound, Io, Corrupt: of the key; InvalidArgument: no name.
    [[nodiscard]] virtual Result<Token> sign(const Token& token, const TokenWriteOptions& options,
                                             const SigningRequest& request) = 0;

    // Ed25519, PEM. Both files are new (InvalidArgument if one exists); the private one can be
    // read by its owner only. Returns the public key.
    [[nodiscard]] virtual Result<SignerKey> makeKey(const std::filesystem::path& privateKey,
                                                    const std::filesystem::path& publicKey) = 0;
    // A public key, or the public half of a private one. NotFound, Io, Corrupt, Unsupported.
    [[nodiscard]] virtual Result<SignerKey> readKey(const std::filesystem::path& pem) = 0;

    // The person's trust list; one for both programs. A missing list is empty.
    [[nodiscard]] virtual Result<std::vector<SignerKey>> trusted() = 0;
    // InvalidArgument: the name or the key is in the list already, also when revoked.
    [[nodiscard]] virtual Result<void> trust(const SignerKey& key) = 0;
    [[nodiscard]] virtual Result<void> revoke(const std::string& name) = 0;
    // InvalidArgument: revoked keys stay. NotFound.
    [[nodiscard]] virtual Result<void> distrust(const std::string& name) = 0;

    // InvalidArgument: fewer than two, vectors of different lengths, or impossible weights. The
    // result's lineage names the tokens it came from; their signatures do not go with it.
    [[nodiscard]] virtual Result<Token> merge(const std::vector<Token>& tokens,
                                              const TokenMerge& how) = 0;
    [[nodiscard]] virtual TokenDifference compare(const Token& left, const Token& right) = 0;
    // What a publication would tell, in the order of the fields.
    [[nodiscard]] virtual std::vector<TokenLeak> leaks(const Token& token,
                                                       const Metadata& unknown) = 0;
    // A copy without these leaks. Signatures no longer fit and are taken out.
    [[nodiscard]] virtual Result<std::pair<Token, Metadata>>
    strip(const Token& token, const Metadata& unknown, const std::vector<std::string>& leakIds) = 0;
};

} // namespace tessera

#pragma once

#include "core/api/token_desk.h"

#include <optional>
#include <string>

namespace tessera::cli {

// What a signature must be for a person to accept a token.
struct SignatureDemand {
    std::optional<SignerKey> key; // made with this one; empty = with a trusted one
    std::string signer;           // by this name; empty = by any
    bool partial = false;         // may cover a part of the fields only
};

struct SignatureVerdict {
    const SignatureCheck* accepted = nullptr; // of the signatures that were judged
    std::optional<Error> refusal;             // exactly when none is accepted
};

// The first signature that meets the demand, or why the first one does not. A name is believed only
// where the trust list gives the key to it, or the person gave the key.
[[nodiscard]] SignatureVerdict judgeSignatures(const std::vector<SignatureCheck>& signatures,
                                               const SignatureDemand& demand);

// Whether to trust a token, in whole sentences.
[[nodiscard]] std::string trustText(const TokenFile& content);

// "valid, by 'alice', whose key is in the trust list; covers every field": one signature.
[[nodiscard]] std::string signatureText(const SignatureCheck& signature);
// The same in a few words: "signed by 'alice' (trusted)".
[[nodiscard]] std::string briefSignatureText(const SignatureCheck& signature);

// Ours cannot break by itself; the reference's breaks when its own files round the numbers.
[[nodiscard]] bool isForged(const SignatureCheck& signature);

} // namespace tessera::cli

#include "app/cli/signature_demand.h"

#include "app/cli/shown_text.h"
#include "core/token/signature.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tessera::cli {

namespace {

using State = SignatureCheck::State;

std::string coveredText(const SignatureCheck& signature) {
    return signature.covers.empty() ? "every field"
                                    : shown(fmt::format("{}", fmt::join(signature.covers, ", ")));
}

// Why the signature does not count by itself, whoever was to have made it.
std::optional<Error> defectOf(const SignatureCheck& signature) {
    if (signature.state == State::Unreadable) {
        return Error{ErrorCode::Corrupt,
                     fmt::format("the signature cannot be read: {}", signature.problem),
                     {}};
    }
    if (signature.state == State::Invalid) {
        return Error{ErrorCode::Corrupt,
                     fmt::format("the signature in the name of '{}' is not valid: {}",
                                 signature.signer, signature.problem),
                     {}};
    }
    if (signature.trust == KeyTrust::Revoked) {
        return Error{
            ErrorCode::InvalidArgument,
            fmt::format("it is signed as '{}' with a key that is revoked in the trust list",
                        signature.signer),
            {}};
    }
    if (signature.trust == KeyTrust::OtherName) {
        return Error{
            ErrorCode::InvalidArgument,
            fmt::format("it is signed as '{}', but with the key that the trust list gives to '{}'",
                        signature.signer, signature.trustedName),
            {}};
    }
    return std::nullopt;
}

std::optional<Error> refusalOf(const SignatureCheck& signature, const SignatureDemand& demand) {
    if (auto defect = defectOf(signature)) {
        return defect;
    }
    const auto no = [](std::string detail) {
        return Error{ErrorCode::InvalidArgument, std::move(detail), std::nullopt};
    };
    if (demand.key && demand.key->fingerprint != signature.fingerprint) {
        return no(
            fmt::format("it is signed as '{}' with another key than the given one: fingerprint {}",
                        signature.signer, signature.fingerprint));
    }
    if (!demand.key && signature.trust != KeyTrust::Trusted) {
        return no(fmt::format(
            "it is signed as '{}' with a key that is not in the trust list, so anybody can have "
            "done that; if you have that person's public key, check with --key, or add it with "
            "'tessera trust add' (fingerprint of the key in the token: {})",
            signature.signer, signature.fingerprint));
    }
    if (!demand.signer.empty() && demand.signer != signature.signer) {
        return no(
            fmt::format("it is signed by '{}', not by '{}'", signature.signer, demand.signer));
    }
    if (!demand.partial && !signature.covers.empty()) {
        return no(fmt::format("'{}' signed a part of it only ({}); everything else can have been "
                              "changed since; accept that with --partial",
                              signature.signer, coveredText(signature)));
    }
    return std::nullopt;
}

} // namespace

SignatureVerdict judgeSignatures(const std::vector<SignatureCheck>& signatures,
                                 const SignatureDemand& demand) {
    SignatureVerdict verdict;
    for (const auto& signature : signatures) {
        auto refusal = refusalOf(signature, demand);
        if (!refusal) {
            return {&signature, std::nullopt};
        }
        if (!verdict.refusal) {
            verdict.refusal = std::move(refusal);
        }
    }
    if (!verdict.refusal) {
        verdict.refusal = Error{
            ErrorCode::InvalidArgument, "the token is not signed, so nothing says who made it", {}};
    }
    return verdict;
}

bool isForged(const SignatureCheck& signature) {
    return signature.scheme == token::kSignatureScheme && signature.state == State::Invalid;
}

std::string signatureText(const SignatureCheck& signature) {
    const auto signer = shown(signature.signer);
    if (signature.state == State::Unreadable) {
        return fmt::format("unreadable ({}): {}", shown(signature.scheme),
                           shown(signature.problem));
    }
    if (signature.state == State::Invalid) {
        return fmt::format("does not fit, in the name of '{}' ({}): {}", signer,
                           shown(signature.scheme), shown(signature.problem));
    }
    std::string whose = "whose key is not in the trust list";
    if (signature.trust == KeyTrust::Trusted) {
        whose = "whose key is in the trust list";
    } else if (signature.trust == KeyTrust::Revoked) {
        whose = "with a key that is revoked in the trust list";
    } else if (signature.trust == KeyTrust::OtherName) {
        whose =
            fmt::format("but the trust list gives the key to '{}'", shown(signature.trustedName));
    }
    auto text = fmt::format("valid, as '{}', {} ({}); covers {}; key {}", signer, whose,
                            shown(signature.scheme), coveredText(signature), signature.fingerprint);
    return signature.problem.empty() ? text : text + ". " + shown(signature.problem);
}

std::string briefSignatureText(const SignatureCheck& signature) {
    const auto scheme = shown(signature.scheme);
    if (signature.state == State::Unreadable) {
        return fmt::format("a signature that cannot be read ({})", scheme);
    }
    if (signature.state == State::Invalid) {
        return fmt::format("a signature that does not fit ({})", scheme);
    }
    const char* trust = signature.trust == KeyTrust::Trusted     ? "trusted"
                        : signature.trust == KeyTrust::Revoked   ? "key revoked"
                        : signature.trust == KeyTrust::OtherName ? "with somebody else's key"
                                                                 : "unknown key";
    return fmt::format("signed {}by '{}' ({})", signature.covers.empty() ? "" : "in part ",
                       shown(signature.signer), trust);
}

std::string trustText(const TokenFile& content) {
    for (const auto& signature : content.signatures) {
        const bool contradicts = signature.state == State::Valid && defectOf(signature);
        if (isForged(signature) || contradicts) {
            return "Do not trust it. " + shown(asSentence(defectOf(signature)->detail));
        }
    }
    if (content.hmac == HmacState::Unverified) {
        return "Not verified: it is sealed, but no key was given to check the seal with, so it can "
               "have been changed by anybody.";
    }
    const auto verdict = judgeSignatures(content.signatures, {});
    if (verdict.accepted != nullptr) {
        return fmt::format(
            "Signed in full by '{}', whose key is in your trust list; nothing was changed since.",
            shown(verdict.accepted->signer));
    }
    if (content.hmac == HmacState::Valid) {
        return "Sealed with your key: only somebody who has it can have written or changed it.";
    }
    const auto partial =
        judgeSignatures(content.signatures, {.key = {}, .signer = {}, .partial = true});
    if (partial.accepted != nullptr) {
        return fmt::format("Signed in part by '{}', whose key is in your trust list: only {} are "
                           "as they were signed.",
                           shown(partial.accepted->signer), coveredText(*partial.accepted));
    }
    const bool claimed =
        std::any_of(content.signatures.begin(), content.signatures.end(),
                    [](const auto& signature) { return signature.state == State::Valid; });
    return fmt::format("Nothing proves who made it: checksums find accidents, not forgeries{}.",
                       claimed ? ", and anybody can sign with a key that you do not know" : "");
}

} // namespace tessera::cli

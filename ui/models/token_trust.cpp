#include "ui/models/token_trust.h"

#include "ui/models/token_check_rows.h"
#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tessera::ui {

namespace {

struct TokenTrustWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

using State = SignatureCheck::State;

bool isGood(const SignatureCheck& check) {
    return check.state == State::Valid && check.trust == KeyTrust::Trusted;
}

bool coversAll(const SignatureCheck& check) {
    return check.covers.empty();
}

// The signature that decides, from the best news to the least: somebody trusted vouches for
// everything; something is wrong; somebody trusted vouches for a part; nobody knows who it was.
const SignatureCheck& decisive(const std::vector<SignatureCheck>& checks) {
    const auto rank = [](const SignatureCheck& check) {
        if (isGood(check)) {
            return coversAll(check) ? 0 : 4;
        }
        if (check.state == State::Invalid) {
            return 1;
        }
        if (check.state == State::Unreadable) {
            return 6;
        }
        return check.trust == KeyTrust::Revoked ? 2 : check.trust == KeyTrust::OtherName ? 3 : 5;
    };
    return *std::min_element(
        checks.begin(), checks.end(),
        [&](const SignatureCheck& a, const SignatureCheck& b) { return rank(a) < rank(b); });
}

void judgeSignature(const SignatureCheck& check, TokenTrust& trust) {
    const auto stated = strangersName(check.signer);
    const auto known = fromUtf8(check.trustedName);
    if (check.state == State::Invalid) {
        trust.verdict = Verdict::Bad;
        trust.sentence =
            TokenTrustWords::tr("Do not trust this token: it was changed after it was signed as "
                                "\u201C%1\u201D.")
                .arg(stated);
    } else if (check.state == State::Unreadable) {
        trust.verdict = Verdict::Doubtful;
        trust.sentence =
            TokenTrustWords::tr("It carries a signature that this program cannot read: who made "
                                "it is not known.");
    } else if (check.trust == KeyTrust::Revoked) {
        trust.verdict = Verdict::Bad;
        trust.sentence =
            TokenTrustWords::tr(
                "Do not trust this token: it is signed with a key of %1 that you revoked.")
                .arg(known);
    } else if (check.trust == KeyTrust::OtherName) {
        trust.verdict = Verdict::Bad;
        trust.sentence =
            TokenTrustWords::tr("Do not trust this token: it is signed as \u201C%1\u201D, but "
                                "with a key that belongs to \u201C%2\u201D.")
                .arg(stated, known);
    } else if (check.trust == KeyTrust::Unknown) {
        trust.verdict = Verdict::Doubtful;
        trust.sentence =
            TokenTrustWords::tr("Signed as \u201C%1\u201D with a key that you do not know: it "
                                "is intact, but anybody could have signed it so.")
                .arg(stated);
        trust.signersHelp = true;
    } else if (coversAll(check)) {
        trust.verdict = Verdict::Good;
        trust.sentence =
            TokenTrustWords::tr("Signed by %1, whom you trust, and intact.").arg(known);
    } else {
        trust.verdict = Verdict::Doubtful;
        trust.sentence =
            TokenTrustWords::tr("Signed by %1, whom you trust, but only in part: the signature "
                                "covers the vector and little else.")
                .arg(known);
    }
}

void judgeUnsigned(const TokenFile& file, TokenTrust& trust) {
    trust.verdict = file.hmac == HmacState::Valid ? Verdict::Good : Verdict::Doubtful;
    switch (file.hmac) {
    case HmacState::Valid:
        trust.sentence =
            TokenTrustWords::tr("Sealed with your key and intact: nobody without the key has "
                                "changed it.");
        return;
    case HmacState::Unverified:
        trust.sentence =
            TokenTrustWords::tr("Shown without checking its seal: anybody could have changed "
                                "it.");
        return;
    default:
        trust.sentence =
            file.bodyCrc.empty()
                ? TokenTrustWords::tr(
                      "Unsigned, and this format has no checksums: anybody could have made "
                      "or changed it.")
                : TokenTrustWords::tr("Intact but unsigned: anybody could have made it.");
    }
}

// What else is worth knowing of a token that can be read.
QString remarkOf(const TokenFile& file, const SignatureCheck* decisive) {
    QStringList remarks;
    if (decisive != nullptr) {
        if (file.hmac == HmacState::Valid) {
            remarks << TokenTrustWords::tr("Its seal fits your key.");
        } else if (file.hmac == HmacState::Unverified) {
            remarks << TokenTrustWords::tr("Its seal was not checked.");
        }
        const bool othersFail =
            std::any_of(file.signatures.begin(), file.signatures.end(), [&](const auto& check) {
                return &check != decisive && check.state == State::Invalid;
            });
        if (othersFail) {
            remarks << TokenTrustWords::tr("Another signature in it does not fit.");
        }
    }
    if (file.headerCrc == "crc32" || file.bodyCrc == "crc32") {
        remarks << TokenTrustWords::tr(
            "Its checksums are of the older kind, CRC-32, and fit: that is fine.");
    }
    return remarks.join(QLatin1Char(' '));
}

TokenTrust trustOfContent(const TokenFile& file) {
    TokenTrust trust;
    const SignatureCheck* check = nullptr;
    if (file.signatures.empty()) {
        judgeUnsigned(file, trust);
    } else {
        check = &decisive(file.signatures);
        judgeSignature(*check, trust);
    }
    trust.keyHelps = file.hmac == HmacState::Unverified;
    trust.remark = remarkOf(file, check);
    return trust;
}

TokenTrust refusedAs(Verdict verdict, const QString& sentence) {
    TokenTrust trust;
    trust.verdict = verdict;
    trust.sentence = sentence;
    return trust;
}

bool isFitting(const std::string& crc) {
    return crc == "crc32c" || crc == "crc32";
}

TokenTrust trustOfRefused(const TokenExamination& examination, const TokenReadOptions& options) {
    if (!examination.header && examination.hmac == HmacState::Absent &&
        examination.headerCrc.empty()) {
        return refusedAs(
            Verdict::Bad,
            TokenTrustWords::tr("This is not a token, or one so damaged that nothing of it can "
                                "be read: it was refused."));
    }
    if (examination.headerCrc == "bad" || examination.bodyCrc == "bad") {
        return refusedAs(
            Verdict::Bad,
            TokenTrustWords::tr("Do not trust this token: a checksum does not fit, so it was "
                                "damaged or changed. It was refused."));
    }
    if (examination.hmac == HmacState::Invalid) {
        auto trust = refusedAs(
            Verdict::Bad,
            TokenTrustWords::tr("Do not trust this token: its seal does not fit your key. It "
                                "was changed or sealed with another key, and was refused."));
        trust.keyHelps = true;
        return trust;
    }
    const auto code = examination.refusal ? examination.refusal->code : ErrorCode::Internal;
    if (examination.hmac == HmacState::Unverified && code == ErrorCode::InvalidArgument) {
        auto trust =
            refusedAs(Verdict::Doubtful,
                      TokenTrustWords::tr("This token is sealed: without the key, nobody can tell "
                                          "whether it is as it was made."));
        trust.keyHelps = true;
        trust.mayBeUnverified = true;
        return trust;
    }
    if (options.requireHmac && examination.hmac == HmacState::Absent &&
        isFitting(examination.headerCrc) && isFitting(examination.bodyCrc)) {
        auto trust =
            refusedAs(Verdict::Doubtful,
                      TokenTrustWords::tr("This token has no seal, and you have chosen to refuse "
                                          "files without one (Tools menu)."));
        trust.refusedAsUnsealed = true;
        return trust;
    }
    return code == ErrorCode::Unsupported
               ? refusedAs(
                     Verdict::Doubtful,
                     TokenTrustWords::tr("This token is of a kind that this program cannot read: "
                                         "it was refused."))
               : refusedAs(
                     Verdict::Bad,
                     TokenTrustWords::tr("This token breaks the rules of its format, as if it was "
                                         "damaged or made to harm: it was refused."));
}

} // namespace

TokenTrust trustOf(const TokenExamination& examination, const TokenReadOptions& options) {
    if (examination.content) {
        return trustOfContent(*examination.content);
    }
    auto trust = trustOfRefused(examination, options);
    if (examination.refusal) {
        trust.details = fromUtf8(examination.refusal->detail);
    }
    return trust;
}

QString keyErrorText(const Error& error) {
    switch (error.code) {
    case ErrorCode::NotFound:
        return TokenTrustWords::tr("There is no such file: choose the file of the key.");
    case ErrorCode::Corrupt:
        return TokenTrustWords::tr("This file holds no key: choose a file in the PEM format.");
    case ErrorCode::Unsupported:
        return TokenTrustWords::tr(
            "This key is of another kind or has a passphrase: choose an Ed25519 key "
            "without one.");
    default:
        return errorText(error);
    }
}

} // namespace tessera::ui

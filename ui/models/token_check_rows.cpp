#include "ui/models/token_check_rows.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kLongestName = 60;
constexpr qsizetype kDigitsInGroup = 4;
constexpr QStringView kQuotes = u"\"\u201C\u201D\u201E\u00AB\u00BB";
constexpr unsigned kSealed = 1; // flags of a header
constexpr unsigned kCompressed = 2;

struct TokenCheckRowsWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

TokenRow checksumRow(const QString& field, const std::string& kind) {
    if (kind == "crc32c") {
        return judged(field, Verdict::Good, TokenCheckRowsWords::tr("good (CRC-32C)"),
                      TokenCheckRowsWords::tr("The bytes are as they were written."));
    }
    if (kind == "crc32") {
        return judged(field, Verdict::Good, TokenCheckRowsWords::tr("good (CRC-32)"),
                      TokenCheckRowsWords::tr(
                          "The bytes are as they were written; the program that wrote them lacked "
                          "the usual checksum."));
    }
    if (kind.empty()) {
        return judged(field, Verdict::Doubtful, TokenCheckRowsWords::tr("not checked"),
                      TokenCheckRowsWords::tr("There is no checksum to check these bytes with."));
    }
    return judged(field, Verdict::Bad, TokenCheckRowsWords::tr("bad"),
                  TokenCheckRowsWords::tr("The bytes were changed or damaged."));
}

TokenRow sealRow(HmacState state) {
    const auto field = TokenCheckRowsWords::tr("Seal (HMAC)");
    switch (state) {
    case HmacState::Valid:
        return judged(field, Verdict::Good, TokenCheckRowsWords::tr("valid"),
                      TokenCheckRowsWords::tr("Nobody without the key has changed the token."));
    case HmacState::Invalid:
        return judged(field, Verdict::Bad, TokenCheckRowsWords::tr("invalid"),
                      TokenCheckRowsWords::tr("The token was changed, or the key is another one."));
    case HmacState::Absent:
        return judged(
            field, Verdict::Doubtful, TokenCheckRowsWords::tr("absent"),
            TokenCheckRowsWords::tr("Anybody could have changed the token and its checksums."));
    case HmacState::Unverified:
        break;
    }
    return judged(
        field, Verdict::Doubtful, TokenCheckRowsWords::tr("not checked"),
        TokenCheckRowsWords::tr("There is a seal, but no key was given to check it with."));
}

// What stands beside "Signature", and what it means.
TokenRow signatureRow(const QString& field, const SignatureCheck& check) {
    if (check.state == SignatureCheck::State::Invalid) {
        return judged(field, Verdict::Bad, TokenCheckRowsWords::tr("does not fit"),
                      TokenCheckRowsWords::tr("The token was changed after it was signed."));
    }
    if (check.state == SignatureCheck::State::Unreadable) {
        return judged(field, Verdict::Doubtful, TokenCheckRowsWords::tr("cannot be read"),
                      TokenCheckRowsWords::tr("It is not written as this program knows it: %1")
                          .arg(strangersName(check.problem)));
    }
    switch (check.trust) {
    case KeyTrust::Trusted:
        return judged(field, Verdict::Good, TokenCheckRowsWords::tr("valid"),
                      TokenCheckRowsWords::tr("The key is in your list, under this name."));
    case KeyTrust::OtherName:
        return judged(
            field, Verdict::Bad,
            TokenCheckRowsWords::tr("the key is that of %1").arg(fromUtf8(check.trustedName)),
            TokenCheckRowsWords::tr("Somebody signs under the name of somebody else."));
    case KeyTrust::Revoked:
        return judged(field, Verdict::Bad, TokenCheckRowsWords::tr("by a revoked key"),
                      TokenCheckRowsWords::tr("Whoever has stolen the key can sign with it."));
    case KeyTrust::Unknown:
        break;
    }
    return judged(
        field, Verdict::Doubtful, TokenCheckRowsWords::tr("by an unknown key"),
        TokenCheckRowsWords::tr("It fits, but anybody can make a key and sign under any name."));
}

QString coverText(const SignatureCheck& check) {
    if (check.covers.empty()) {
        return TokenCheckRowsWords::tr("everything");
    }
    QStringList names;
    for (const auto& name : check.covers) {
        names << fromUtf8(name);
    }
    return names.join(QStringLiteral(", "));
}

QString numberKind(unsigned quant) {
    switch (quant) {
    case 0:
        return QStringLiteral("float32");
    case 1:
        return QStringLiteral("float16");
    case 2:
        return QStringLiteral("bfloat16");
    case 3:
        return QStringLiteral("int8");
    default:
        return TokenCheckRowsWords::tr("unknown (%1)").arg(quant);
    }
}

QString flagsText(unsigned flags) {
    QStringList names;
    if ((flags & kSealed) != 0) {
        names << TokenCheckRowsWords::tr("sealed");
    }
    if ((flags & kCompressed) != 0) {
        names << TokenCheckRowsWords::tr("compressed");
    }
    if (const unsigned others = flags & ~(kSealed | kCompressed); others != 0) {
        names << TokenCheckRowsWords::tr("unknown (%1)").arg(others);
    }
    return names.isEmpty() ? TokenCheckRowsWords::tr("none") : names.join(QStringLiteral(", "));
}

QString checkedCount(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

TokenGroup checkRows(const TokenFile& file) {
    TokenGroup group{TokenCheckRowsWords::tr("Checks"), {}};
    group.rows.push_back(checksumRow(TokenCheckRowsWords::tr("Header"), file.headerCrc));
    group.rows.push_back(checksumRow(TokenCheckRowsWords::tr("Contents"), file.bodyCrc));
    group.rows.push_back(sealRow(file.hmac));
    if (!file.absent.empty()) {
        QStringList keys;
        for (const auto& key : file.absent) {
            keys << fromUtf8(key);
        }
        group.rows.push_back(
            judged(TokenCheckRowsWords::tr("Missing fields"), Verdict::Doubtful,
                   keys.join(QStringLiteral(", ")),
                   TokenCheckRowsWords::tr("The file lacks these; they stand at their defaults.")));
    }
    return group;
}

TokenGroup checkRows(const TokenExamination& examination) {
    return {TokenCheckRowsWords::tr("Checks"),
            {checksumRow(TokenCheckRowsWords::tr("Header"), examination.headerCrc),
             checksumRow(TokenCheckRowsWords::tr("Contents"), examination.bodyCrc),
             sealRow(examination.hmac)}};
}

TokenGroup signatureRows(const std::vector<SignatureCheck>& signatures) {
    TokenGroup group{TokenCheckRowsWords::tr("Signatures"), {}};
    for (const auto& check : signatures) {
        const bool ours = check.covers.empty();
        group.rows.push_back(signatureRow(ours ? TokenCheckRowsWords::tr("Signature")
                                               : TokenCheckRowsWords::tr("Partial signature"),
                                          check));
        group.rows.push_back({TokenCheckRowsWords::tr("Signed as"), strangersName(check.signer),
                              TokenCheckRowsWords::tr("The name that stands in the token."),
                              Verdict::None});
        group.rows.push_back(
            {TokenCheckRowsWords::tr("Key"), fingerprintText(check.fingerprint),
             TokenCheckRowsWords::tr("Its fingerprint: compare it with the one that the signer "
                                     "tells you."),
             Verdict::None});
        group.rows.push_back(
            {TokenCheckRowsWords::tr("Covers"), coverText(check),
             TokenCheckRowsWords::tr("What cannot be changed without breaking the signature."),
             Verdict::None});
    }
    return group;
}

TokenGroup headerRows(const TokenExamination& examination) {
    TokenGroup group{TokenCheckRowsWords::tr("Header, as far as it could be read"), {}};
    if (!examination.header) {
        return group;
    }
    const auto& header = *examination.header;
    group.rows = {
        {TokenCheckRowsWords::tr("Version"),
         QStringLiteral("%1.%2").arg(header.major).arg(header.minor),
         TokenCheckRowsWords::tr("Of the file's format.")},
        {TokenCheckRowsWords::tr("Flags"), flagsText(header.flags),
         TokenCheckRowsWords::tr("What the file says of itself.")},
        {TokenCheckRowsWords::tr("Numbers"), numberKind(header.quant),
         TokenCheckRowsWords::tr("How the vector's numbers are stored.")},
        {TokenCheckRowsWords::tr("Metadata"),
         bytesText(static_cast<std::int64_t>(header.metadataBytes)),
         TokenCheckRowsWords::tr("Of all fields but the vector.")},
        {TokenCheckRowsWords::tr("Vector"),
         TokenCheckRowsWords::tr("%n number(s)", "",
                                 static_cast<int>(std::min<std::uint64_t>(
                                     header.vectorCount, std::numeric_limits<int>::max()))),
         TokenCheckRowsWords::tr("As many as the header states.")},
        {TokenCheckRowsWords::tr("Vector's bytes"), checkedCount(header.vectorBytes),
         TokenCheckRowsWords::tr("As many as the header states.")}};
    return group;
}

QString fingerprintText(const std::string& fingerprint) {
    const auto digits = fromUtf8(fingerprint);
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += kDigitsInGroup) {
        groups << digits.mid(i, kDigitsInGroup);
    }
    return groups.join(QLatin1Char(' '));
}

QString strangersName(const std::string& name) {
    QString plain;
    for (const auto letter : fromUtf8(name).simplified()) {
        const auto kind = letter.category();
        if (kind != QChar::Other_Control && kind != QChar::Other_Format) {
            plain += kQuotes.contains(letter) ? QLatin1Char('\'') : letter;
        }
    }
    return plain.size() > kLongestName ? plain.left(kLongestName) + QStringLiteral("\u2026")
                                       : plain;
}

} // namespace tessera::ui

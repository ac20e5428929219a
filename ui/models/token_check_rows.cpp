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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

TokenRow checksumRow(const QString& field, const std::string& kind) {
    if (kind == "crc32c") {
        return judged(field, Verdict::Good, Words::tr("good (CRC-32C)"),
                      Words::tr("The bytes are as they were written."));
    }
    if (kind == "crc32") {
        return judged(
            field, Verdict::Good, Words::tr("good (CRC-32)"),
            Words::tr("The bytes are as they were written; the program that wrote them lacked "
                      "the usual checksum."));
    }
    if (kind.empty()) {
        return judged(field, Verdict::Doubtful, Words::tr("not checked"),
                      Words::tr("There is no checksum to check these bytes with."));
    }
    return judged(field, Verdict::Bad, Words::tr("bad"),
                  Words::tr("The bytes were changed or damaged."));
}

TokenRow sealRow(HmacState state) {
    const auto field = Words::tr("Seal (HMAC)");
    switch (state) {
    case HmacState::Valid:
        return judged(field, Verdict::Good, Words::tr("valid"),
                      Words::tr("Nobody without the key has changed the token."));
    case HmacState::Invalid:
        return judged(field, Verdict::Bad, Words::tr("invalid"),
                      Words::tr("The token was changed, or the key is another one."));
    case HmacState::Absent:
        return judged(field, Verdict::Doubtful, Words::tr("absent"),
                      Words::tr("Anybody could have changed the token and its checksums."));
    case HmacState::Unverified:
        break;
    }
    return judged(field, Verdict::Doubtful, Words::tr("not checked"),
                  Words::tr("There is a seal, but no key was given to check it with."));
}

// What stands beside "Signature", and what it means.
TokenRow signatureRow(const QString& field, const SignatureCheck& check) {
    if (check.state == SignatureCheck::State::Invalid) {
        return judged(field, Verdict::Bad, Words::tr("does not fit"),
                      Words::tr("The token was changed after it was signed."));
    }
    if (check.state == SignatureCheck::State::Unreadable) {
        return judged(field, Verdict::Doubtful, Words::tr("cannot be read"),
                      Words::tr("It is not written as this program knows it: %1")
                          .arg(strangersName(check.problem)));
    }
    switch (check.trust) {
    case KeyTrust::Trusted:
        return judged(field, Verdict::Good, Words::tr("valid"),
                      Words::tr("The key is in your list, under this name."));
    case KeyTrust::OtherName:
        return judged(field, Verdict::Bad,
                      Words::tr("the key is that of %1").arg(fromUtf8(check.trustedName)),
                      Words::tr("Somebody signs under the name of somebody else."));
    case KeyTrust::Revoked:
        return judged(field, Verdict::Bad, Words::tr("by a revoked key"),
                      Words::tr("Whoever has stolen the key can sign with it."));
    case KeyTrust::Unknown:
        break;
    }
    return judged(field, Verdict::Doubtful, Words::tr("by an unknown key"),
                  Words::tr("It fits, but anybody can make a key and sign under any name."));
}

QString coverText(const SignatureCheck& check) {
    if (check.covers.empty()) {
        return Words::tr("everything");
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
        return Words::tr("unknown (%1)").arg(quant);
    }
}

QString flagsText(unsigned flags) {
    QStringList names;
    if ((flags & kSealed) != 0) {
        names << Words::tr("sealed");
    }
    if ((flags & kCompressed) != 0) {
        names << Words::tr("compressed");
    }
    if (const unsigned others = flags & ~(kSealed | kCompressed); others != 0) {
        names << Words::tr("unknown (%1)").arg(others);
    }
    return names.isEmpty() ? Words::tr("none") : names.join(QStringLiteral(", "));
}

QString countText(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

TokenGroup checkRows(const TokenFile& file) {
    TokenGroup group{Words::tr("Checks"), {}};
    group.rows.push_back(checksumRow(Words::tr("Header"), file.headerCrc));
    group.rows.push_back(checksumRow(Words::tr("Contents"), file.bodyCrc));
    group.rows.push_back(sealRow(file.hmac));
    if (!file.absent.empty()) {
        QStringList keys;
        for (const auto& key : file.absent) {
            keys << fromUtf8(key);
        }
        group.rows.push_back(
            judged(Words::tr("Missing fields"), Verdict::Doubtful, keys.join(QStringLiteral(", ")),
                   Words::tr("The file lacks these; they stand at their defaults.")));
    }
    return group;
}

TokenGroup checkRows(const TokenExamination& examination) {
    return {Words::tr("Checks"),
            {checksumRow(Words::tr("Header"), examination.headerCrc),
             checksumRow(Words::tr("Contents"), examination.bodyCrc), sealRow(examination.hmac)}};
}

TokenGroup signatureRows(const std::vector<SignatureCheck>& signatures) {
    TokenGroup group{Words::tr("Signatures"), {}};
    for (const auto& check : signatures) {
        const bool ours = check.covers.empty();
        group.rows.push_back(
            signatureRow(ours ? Words::tr("Signature") : Words::tr("Partial signature"), check));
        group.rows.push_back({Words::tr("Signed as"), strangersName(check.signer),
                              Words::tr("The name that stands in the token."), Verdict::None});
        group.rows.push_back({Words::tr("Key"), fingerprintText(check.fingerprint),
                              Words::tr("Its fingerprint: compare it with the one that the signer "
                                        "tells you."),
                              Verdict::None});
        group.rows.push_back({Words::tr("Covers"), coverText(check),
                              Words::tr("What cannot be changed without breaking the signature."),
                              Verdict::None});
    }
    return group;
}

TokenGroup headerRows(const TokenExamination& examination) {
    TokenGroup group{Words::tr("Header, as far as it could be read"), {}};
    if (!examination.header) {
        return group;
    }
    const auto& header = *examination.header;
    group.rows = {
        {Words::tr("Version"), QStringLiteral("%1.%2").arg(header.major).arg(header.minor),
         Words::tr("Of the file's format.")},
        {Words::tr("Flags"), flagsText(header.flags), Words::tr("What the file says of itself.")},
        {Words::tr("Numbers"), numberKind(header.quant),
         Words::tr("How the vector's numbers are stored.")},
        {Words::tr("Metadata"), bytesText(static_cast<std::int64_t>(header.metadataBytes)),
         Words::tr("Of all fields but the vector.")},
        {Words::tr("Vector"),
         Words::tr("%n number(s)", "",
                   static_cast<int>(std::min<std::uint64_t>(header.vectorCount,
                                                            std::numeric_limits<int>::max()))),
         Words::tr("As many as the header states.")},
        {Words::tr("Vector's bytes"), countText(header.vectorBytes),
         Words::tr("As many as the header states.")}};
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

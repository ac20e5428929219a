#include "ui/models/token_trust.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/token_files.h"

#include <QTest>

#include <functional>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using State = SignatureCheck::State;

// A good token after this was done to it.
TokenExamination tokenWith(const std::function<void(TokenFile&)>& change) {
    auto file = madeTokenFile();
    change(file);
    return madeExamination(file);
}

TokenExamination signedBy(std::vector<SignatureCheck> checks, HmacState hmac = HmacState::Absent) {
    return tokenWith([&](TokenFile& file) {
        file.signatures = std::move(checks);
        file.hmac = hmac;
    });
}

SignatureCheck inState(SignatureCheck check, State state) {
    check.state = state;
    return check;
}

SignatureCheck partOf(SignatureCheck check) {
    check.scheme = "tessera-core";
    check.covers = {"uhs_vector", "timestamp"};
    return check;
}

const auto kAnna = madeSignature(KeyTrust::Trusted);

} // namespace

Q_DECLARE_METATYPE(tessera::TokenExamination)

class TestTokenTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysItPlainly_data();
    void saysItPlainly();
    void addsWhatElseIsWorthKnowing();
    void offersWhatHelps();
    void needsAFittingChecksumToBlameTheMissingSeal();
    void namesCannotSpeakForTheProgram();
    void explainsKeys();
};

void TestTokenTrust::saysItPlainly_data() {
    QTest::addColumn<TokenExamination>("token");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("sentence"); // a part of it
    const int good = static_cast<int>(Verdict::Good);
    const int doubtful = static_cast<int>(Verdict::Doubtful);
    const int bad = static_cast<int>(Verdict::Bad);
    QTest::newRow("trusted") << signedBy({kAnna}) << good
                             << "Signed by Anna, whom you trust, and intact.";
    QTest::newRow("unsigned") << tokenWith([](TokenFile&) {}) << doubtful
                              << "Intact but unsigned: anybody could have made it.";
    QTest::newRow("unknown key") << signedBy({madeSignature(KeyTrust::Unknown)}) << doubtful
                                 << "Signed as \u201CAnna\u201D with a key that you do not know";
    QTest::newRow("another's key")
        << signedBy({madeSignature(KeyTrust::OtherName, "Anna", "Bert")}) << bad
        << "signed as \u201CAnna\u201D, but with a key that belongs to \u201CBert\u201D";
    QTest::newRow("revoked") << signedBy({madeSignature(KeyTrust::Revoked)}) << bad
                             << "a key of Anna that you revoked";
    QTest::newRow("changed") << signedBy({inState(kAnna, State::Invalid)}) << bad
                             << "changed after it was signed";
    QTest::newRow("unreadable signature")
        << signedBy({inState(kAnna, State::Unreadable)}) << doubtful << "cannot read";
    QTest::newRow("in part") << signedBy({partOf(kAnna)}) << doubtful << "only in part";
    // Somebody trusted vouches for everything, whatever else stands there.
    QTest::newRow("trusted, beside one that does not fit")
        << signedBy({kAnna, inState(partOf(kAnna), State::Invalid)}) << good << "whom you trust";
    QTest::newRow("in part, beside one that does not fit")
        << signedBy({inState(kAnna, State::Invalid), partOf(kAnna)}) << bad << "Do not trust";
    QTest::newRow("in part, beside another's key")
        << signedBy({madeSignature(KeyTrust::OtherName, "Anna", "Bert"), partOf(kAnna)}) << bad
        << "belongs to";
    QTest::newRow("sealed") << signedBy({}, HmacState::Valid) << good
                            << "Sealed with your key and intact";
    QTest::newRow("unverified") << signedBy({}, HmacState::Unverified) << doubtful
                                << "without checking its seal";
    QTest::newRow("older pair") << tokenWith([](TokenFile& file) {
        file.format = TokenFormat::LegacyPair;
        file.headerCrc = file.bodyCrc = "";
    }) << doubtful << "has no checksums";
    QTest::newRow("no key") << madeRefusal(ErrorCode::InvalidArgument, "sealed", "crc32c",
                                           HmacState::Unverified)
                            << doubtful << "This token is sealed";
    QTest::newRow("wrong key") << madeRefusal(ErrorCode::Corrupt, "sealed", "crc32c",
                                              HmacState::Invalid)
                               << bad << "does not fit your key";
    QTest::newRow("bad checksum") << madeRefusal(ErrorCode::Corrupt, "damaged", "bad") << bad
                                  << "a checksum does not fit";
    QTest::newRow("bad checksum, sealed")
        << madeRefusal(ErrorCode::Corrupt, "damaged", "bad", HmacState::Unverified) << bad
        << "a checksum does not fit";
    QTest::newRow("newer version")
        << madeRefusal(ErrorCode::Unsupported, "version 2") << doubtful << "cannot read";
    QTest::newRow("bad contents") << madeRefusal(ErrorCode::Corrupt, "a map in a map") << bad
                                  << "breaks the rules";
    QTest::newRow("garbage") << madeGarbage() << bad << "This is not a token";
    QTest::newRow("nothing at all") << TokenExamination() << bad << "This is not a token";
}

void TestTokenTrust::saysItPlainly() {
    QFETCH(TokenExamination, token);
    QFETCH(QString, sentence);
    const auto trust = trustOf(token, {});
    QTEST(static_cast<int>(trust.verdict), "verdict");
    QVERIFY2(trust.sentence.contains(sentence), qPrintable(trust.sentence));
    QVERIFY(trust.sentence.endsWith('.'));
    QCOMPARE(trust.details.isEmpty(), !token.refusal.has_value());
    // Only what is signed or sealed by somebody known is called good.
    QVERIFY(trust.verdict != Verdict::Good || token.content.has_value());
}

void TestTokenTrust::addsWhatElseIsWorthKnowing() {
    QVERIFY(trustOf(signedBy({kAnna}), {}).remark.isEmpty());
    const auto old = tokenWith([](TokenFile& file) { file.headerCrc = file.bodyCrc = "crc32"; });
    QVERIFY(trustOf(old, {}).remark.contains("CRC-32"));
    QCOMPARE(trustOf(old, {}).verdict, Verdict::Doubtful); // unsigned, as ever
    QVERIFY(trustOf(signedBy({kAnna}, HmacState::Valid), {}).remark.contains("fits your key"));
    const auto unverified = trustOf(signedBy({kAnna}, HmacState::Unverified), {});
    QCOMPARE(unverified.verdict, Verdict::Good);
    QVERIFY(unverified.remark.contains("not checked"));
    QVERIFY(trustOf(signedBy({kAnna, inState(partOf(kAnna), State::Invalid)}), {})
                .remark.contains("does not fit"));
}

void TestTokenTrust::offersWhatHelps() {
    const auto noKey =
        trustOf(madeRefusal(ErrorCode::InvalidArgument, "", "crc32c", HmacState::Unverified), {});
    QVERIFY(noKey.keyHelps && noKey.mayBeUnverified && !noKey.signersHelp);
    const auto wrong =
        trustOf(madeRefusal(ErrorCode::Corrupt, "", "crc32c", HmacState::Invalid), {});
    QVERIFY(wrong.keyHelps && !wrong.mayBeUnverified);
    QVERIFY(trustOf(signedBy({}, HmacState::Unverified), {}).keyHelps);
    QVERIFY(trustOf(signedBy({madeSignature(KeyTrust::Unknown)}), {}).signersHelp);
    const auto good = trustOf(signedBy({kAnna}), {});
    QVERIFY(!good.keyHelps && !good.mayBeUnverified && !good.signersHelp);
}

void TestTokenTrust::needsAFittingChecksumToBlameTheMissingSeal() {
    TokenReadOptions strict;
    strict.requireHmac = true;
    const auto unsealed = madeRefusal(ErrorCode::Corrupt, "there is no seal");
    QVERIFY(trustOf(unsealed, strict).refusedAsUnsealed);
    QVERIFY(trustOf(unsealed, strict).sentence.contains("no seal"));
    QVERIFY(!trustOf(unsealed, {}).refusedAsUnsealed);
    QVERIFY(!trustOf(madeRefusal(ErrorCode::Corrupt, "", "bad"), strict).refusedAsUnsealed);
    QVERIFY(!trustOf(madeGarbage(), strict).refusedAsUnsealed);
}

void TestTokenTrust::namesCannotSpeakForTheProgram() {
    const auto trust = trustOf(
        signedBy({madeSignature(KeyTrust::Unknown, "Anna\u201D, whom you trust.\n\u202E%1 %2")}),
        {});
    QVERIFY(!trust.sentence.contains('\n') && !trust.sentence.contains(QChar(0x202E)));
    QVERIFY(trust.sentence.contains("\u201CAnna', whom you trust. %1 %2\u201D"));
    QVERIFY(trust.sentence.contains("a key that you do not know"));
    QCOMPARE(trust.verdict, Verdict::Doubtful);
}

void TestTokenTrust::explainsKeys() {
    QVERIFY(keyErrorText({ErrorCode::NotFound, "", {}}).contains("no such file"));
    QVERIFY(keyErrorText({ErrorCode::Corrupt, "", {}}).contains("holds no key"));
    QVERIFY(keyErrorText({ErrorCode::Unsupported, "", {}}).contains("passphrase"));
    QVERIFY(keyErrorText({ErrorCode::Io, "", {}}).endsWith('?'));
}

TESSERA_TEST(TestTokenTrust)
#include "test_token_trust.moc"

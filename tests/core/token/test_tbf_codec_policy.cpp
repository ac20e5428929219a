#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::token;

namespace {

using Bytes = std::vector<std::byte>;
using token::test::smallToken;

constexpr int kAccepted = -1;

Bytes file(std::optional<std::string> key) {
    TokenWriteOptions options;
    options.hmacKey = std::move(key);
    return encodeTbf(smallToken(), options).value();
}

} // namespace

class TestTbfCodecPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every combination of file, key and wish.
    void policies_data() {
        QTest::addColumn<bool>("sealed");
        QTest::addColumn<QString>("key"); // "" = none
        QTest::addColumn<bool>("require");
        QTest::addColumn<bool>("unverified");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        const int corrupt = int(ErrorCode::Corrupt);
        const int invalid = int(ErrorCode::InvalidArgument);
        for (const bool unverified : {false, true}) {
            const auto row = [unverified](const char* name, bool sealed, const char* key,
                                          bool require, int code, const char* state) {
                QTest::newRow((std::string(name) + (unverified ? ", unverified" : "")).c_str())
                    << sealed << key << require << unverified << code << state;
            };
            row("plain, no key", false, "", false, kAccepted, "absent");
            row("plain, no key, required", false, "", true, corrupt, "absent");
            row("plain, key", false, "right", false, corrupt, "absent");
            row("plain, key, required", false, "right", true, corrupt, "absent");
            row("sealed, no key", true, "", false, unverified ? kAccepted : invalid, "unverified");
            row("sealed, no key, required", true, "", true, invalid, "unverified");
            row("sealed, key", true, "right", false, kAccepted, "valid");
            row("sealed, key, required", true, "right", true, kAccepted, "valid");
            row("sealed, wrong key", true, "wrong", false, corrupt, "invalid");
            row("sealed, wrong key, required", true, "wrong", true, corrupt, "invalid");
        }
    }
    void policies() {
        QFETCH(bool, sealed);
        QFETCH(QString, key);
        QFETCH(bool, require);
        QFETCH(bool, unverified);
        QFETCH(int, code);
        QFETCH(QString, state);
        TokenReadOptions options;
        if (!key.isEmpty()) {
            options.hmacKey = key.toStdString();
        }
        options.requireHmac = require;
        options.unverified = unverified;
        const auto seen =
            examineTbf(file(sealed ? std::optional<std::string>("right") : std::nullopt), options);
        QCOMPARE(seen.refusal ? int(seen.refusal->code) : kAccepted, code);
        QCOMPARE(QString(hmacStateName(seen.hmac)), state);
        if (seen.content) {
            QVERIFY(seen.content->hmac == seen.hmac);
        } else {
            QVERIFY(seen.refusal->offset.has_value());
        }
    }

    void refusalsNameTheWaysOut() {
        const auto noKey = decodeTbf(file("key")).error().detail;
        QVERIFY(noKey.find("give the key") != std::string::npos);
        QVERIFY(noKey.find("unverified") != std::string::npos);
        const auto stripped = decodeTbf(file(std::nullopt), {"key"}).error().detail;
        QVERIFY(stripped.find("without the key") != std::string::npos);
    }

    // A flag that is taken away together with the HMAC, checksums mended: whoever has the key is
    // not fooled.
    void downgrade() {
        Bytes bytes = file("key");
        bytes[kTbfFlagsOffset] = std::byte{0};
        bytes[bytes.size() - kTbfTrailerBytes - 4] ^= std::byte{1};
        std::fill(bytes.end() - kTbfTrailerBytes, bytes.end(), std::byte{0});
        token::test::mendChecksums(bytes);
        QVERIFY(decodeTbf(bytes).has_value());
        QCOMPARE(decodeTbf(bytes, {"key"}).error().code, ErrorCode::Corrupt);
        TokenReadOptions required;
        required.requireHmac = true;
        QCOMPARE(decodeTbf(bytes, required).error().code, ErrorCode::Corrupt);
    }

    void sizesOfKeys() {
        for (const std::size_t bytes :
             {std::size_t{1}, std::size_t{64}, std::size_t{65}, std::size_t{kTbfMaxKeyBytes}}) {
            const std::string key(bytes, '\0');
            QVERIFY(decodeTbf(file(key), {key}).value().hmac == HmacState::Valid);
        }
        for (const std::size_t bytes : {std::size_t{0}, std::size_t{kTbfMaxKeyBytes} + 1}) {
            TokenWriteOptions options;
            options.hmacKey = std::string(bytes, 'k');
            QCOMPARE(encodeTbf(smallToken(), options).error().code, ErrorCode::InvalidArgument);
            QCOMPARE(decodeTbf(file("k"), {options.hmacKey}).error().code,
                     ErrorCode::InvalidArgument);
        }
    }

    void sealedIsTheSameEveryTime() {
        QCOMPARE(file("key"), file("key"));
        QVERIFY(file("key") != file("kez"));
    }
};

TESSERA_TEST(TestTbfCodecPolicy)
#include "test_tbf_codec_policy.moc"

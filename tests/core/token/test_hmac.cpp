#include "core/token/hmac.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera::token;

class TestHmac : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The test cases of RFC 4231 (Nystrom, 2005).
    void knownAnswers_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                           << QByteArray("b0344c61d8db38535ca8afceaf0bf12b"
                                         "881dc200c9833da726e9376c2e32cff7");
        QTest::newRow("2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                           << QByteArray("5bdcc146bf60754e6a042426089575c7"
                                         "5a003f089d2739839dec58b964ec3843");
        QTest::newRow("3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                           << QByteArray("773ea91e36800e46854db8ebd09181a7"
                                         "2959098b3ef8c122d9635514ced565fe");
        QTest::newRow("6, a long key")
            << QByteArray(131, '\xaa')
            << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
            << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f"
                          "8e0bc6213728c5140546040f0ee37f54");
    }
    void knownAnswers() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, hex);
        const auto expected = test::bytesOf(QByteArray::fromHex(hex));
        const Hmac hmac = hmacSha256(key.toStdString(), test::bytesOf(message));
        QVERIFY(sameHmac(hmac, expected));
        QCOMPARE(std::vector<std::byte>(hmac.begin(), hmac.end()), expected);
    }

    // An empty message and an empty key are not the same as those of the call before.
    void nothing() {
        const Hmac before = hmacSha256("a key", test::bytesOf("a message"));
        const Hmac empty = hmacSha256("", {});
        QVERIFY(empty != before);
        QVERIFY(empty == hmacSha256(std::string(64, '\0'), {})); // keys are padded with zeros
    }

    void everyDifferenceCounts() {
        const Hmac hmac = hmacSha256("key", test::bytesOf("message"));
        std::vector<std::byte> stored(hmac.begin(), hmac.end());
        QVERIFY(sameHmac(hmac, stored));
        for (std::byte& byte : stored) {
            byte ^= std::byte{1};
            QVERIFY(!sameHmac(hmac, stored));
            byte ^= std::byte{1};
        }
        QVERIFY(!sameHmac(hmac, std::span(stored).first(31)));
        QVERIFY(!sameHmac(hmac, {}));
        stored.push_back(std::byte{0});
        QVERIFY(!sameHmac(hmac, stored));
    }
};

TESSERA_TEST(TestHmac)
#include "test_hmac.moc"

#include "core/token/crc.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera::token;

class TestCrc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The published check value of each is that of "123456789".
    void knownAnswers() {
        const auto bytes = test::bytesOf("123456789");
        QCOMPARE(crc(CrcKind::Crc32c, bytes), 0xE3069283U);
        QCOMPARE(crc(CrcKind::Crc32, bytes), 0xCBF43926U);
        QCOMPARE(crc(CrcKind::Crc32c, {}), 0U);
        QVERIFY(matchCrc(bytes, 0xE3069283U) == CrcKind::Crc32c);
        QVERIFY(matchCrc(bytes, 0xCBF43926U) == CrcKind::Crc32);
        QVERIFY(!matchCrc(bytes, 0).has_value());
        QCOMPARE(crcKindName(CrcKind::Crc32c), std::string_view("CRC-32C"));
        QCOMPARE(crcKindName(CrcKind::Crc32), std::string_view("CRC-32"));
    }
};

TESSERA_TEST(TestCrc)
#include "test_crc.moc"

#include "core/format/idx.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <cstring>

using namespace tessera;
using namespace tessera::format;

namespace {

std::vector<std::byte> bytesOf(const QByteArray& bytes) {
    const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
    return {first, first + bytes.size()};
}

} // namespace

class TestIdx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Two images of 1 x 3 bytes, as the MNIST files begin.
    void bytes() {
        const auto file =
            bytesOf(QByteArray::fromHex("00000803000000020000000100000003010203fdfeff"));
        const auto array = parseIdx(file);
        QVERIFY2(array.has_value(), array ? "" : array.error().detail.c_str());
        QVERIFY(array->dtype == DType::U8);
        QCOMPARE(array->shape, (std::vector<std::int64_t>{2, 1, 3}));
        QCOMPARE(array->bytes.size(), std::size_t(6));
        QCOMPARE(int(array->bytes[3]), 0xFD);
        QCOMPARE(serializeIdx(*array).value(), file);
        for (std::size_t length = 0; length < file.size(); ++length) {
            QCOMPARE(parseIdx(std::span(file).first(length)).error().code, ErrorCode::Corrupt);
        }
    }

    void bigEndianNumbers() {
        const auto floats =
            parseIdx(bytesOf(QByteArray::fromHex("00000d01000000023f800000c0000000")));
        QVERIFY(floats.has_value());
        float values[2] = {};
        std::memcpy(values, floats->bytes.data(), sizeof(values));
        QCOMPARE(values[0], 1.0F);
        QCOMPARE(values[1], -2.0F);
        const auto shorts = parseIdx(bytesOf(QByteArray::fromHex("00000b0100000001fff9")));
        std::int16_t value = 0;
        std::memcpy(&value, shorts->bytes.data(), sizeof(value));
        QCOMPARE(int(value), -7);
    }

    void lies_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("magic") << QByteArray("0100080100000001ff");
        QTest::newRow("type") << QByteArray("00000a0100000001ff");
        QTest::newRow("no axes") << QByteArray("00000800");
        QTest::newRow("too few") << QByteArray("0000080100000002ff");
        QTest::newRow("too many") << QByteArray("0000080100000001ffff");
        QTest::newRow("2^32 - 1 rows") << QByteArray("00000801ffffffffff");
        QTest::newRow("product beyond 64 bits") << QByteArray("00000803ffffffffffffffffffffffffff");
        QTest::newRow("255 axes") << QByteArray("000008ff00000001");
    }
    void lies() {
        QFETCH(QByteArray, hex);
        const auto array = parseIdx(bytesOf(QByteArray::fromHex(hex)));
        QCOMPARE(array.error().code, ErrorCode::Corrupt);
    }

    void whatHasNoPlace() {
        QCOMPARE(serializeIdx({"", DType::I64, {1}, std::vector<std::byte>(8)}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(serializeIdx({"", DType::U8, {2}, std::vector<std::byte>(1)}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(serializeIdx({"", DType::U8, {}, std::vector<std::byte>(1)}).error().code,
                 ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestIdx)
#include "test_idx.moc"

#include "core/format/gzip.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::format;

namespace {

// gzip of "hello, hello, hello\n", written by Python's gzip module with mtime 0.
const QByteArray kHello =
    QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9d751c840a2b800e7426e5214000000");
// gzip of 100000 zero bytes.
const QByteArray kZeros = QByteArray::fromHex(
    "1f8b0800000000000203edc13101000000c2a0f54f6d0d0fa00000000000000000000000000000000000000000"
    "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
    "000000000000000000000000000000000000000000000000000000000000008057037d9511d4a0860100");

std::span<const std::byte> span(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
}

QByteArray text(const std::vector<std::byte>& bytes) {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

} // namespace

class TestGzip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void members() {
        QCOMPARE(text(gunzip(span(kHello), 100).value()), QByteArray("hello, hello, hello\n"));
        QCOMPARE(text(gunzip(span(kHello + kHello), 100).value()),
                 QByteArray("hello, hello, hello\nhello, hello, hello\n"));
        QCOMPARE(text(gunzip(span(kZeros), 100'000).value()), QByteArray(100'000, '\0'));
    }

    void limit() {
        QVERIFY(gunzip(span(kHello), 20).has_value());
        QCOMPARE(gunzip(span(kHello), 19).error().code, ErrorCode::Unsupported);
        QCOMPARE(gunzip(span(kHello + kHello), 39).error().code, ErrorCode::Unsupported);
        QCOMPARE(gunzip(span(kZeros), 99'999).error().code, ErrorCode::Unsupported);
    }

    void damaged() {
        for (qsizetype length = 0; length < kHello.size(); ++length) {
            QCOMPARE(gunzip(span(kHello.left(length)), 100).error().code, ErrorCode::Corrupt);
            QCOMPARE(gunzip(span(kHello + kHello.left(length)), 100).has_value(), length == 0);
        }
        QCOMPARE(gunzip(span(kHello + "x"), 100).error().code, ErrorCode::Corrupt);
        QCOMPARE(gunzip(span(QByteArray("no gzip at all")), 100).error().code, ErrorCode::Corrupt);
        QByteArray flipped = kHello;
        flipped[flipped.size() - 8] ^= 1; // checksum
        QCOMPARE(gunzip(span(flipped), 100).error().code, ErrorCode::Corrupt);
    }
};

TESSERA_TEST(TestGzip)
#include "test_gzip.moc"

#include "core/format/file_io.h"
#include "core/format/sha256.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::format;

class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        // FIPS 180-4 examples
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4959"
                                             "91b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff6"
                                           "1f20015ad");
        QTest::newRow("million a") << QByteArray(1'000'000, 'a')
                                   << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e0"
                                                 "46d39ccc7112cd0");
    }
    void knownAnswers() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
        QCOMPARE(sha256Hex(bytes), digest.toStdString());
        Sha256 pieces;
        for (std::size_t i = 0; i < bytes.size(); i += 997) {
            pieces.update(bytes.subspan(i, std::min<std::size_t>(997, bytes.size() - i)));
        }
        QCOMPARE(pieces.hexDigest(), digest.toStdString());
        QCOMPARE(pieces.hexDigest(), digest.toStdString());
    }

    void goldenFiles() {
        const auto folder = test::goldenDir() / "safetensors";
        const auto expected = test::readJson(folder / "expected.json")["files"];
        QVERIFY(!expected.empty());
        for (const auto& [stem, entry] : expected.items()) {
            QCOMPARE(sha256File(folder / (stem + ".safetensors")).value(),
                     entry["sha256"].get<std::string>());
        }
        QCOMPARE(sha256File(folder).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(sha256File(folder / "none").error().code, ErrorCode::NotFound);
    }
};

TESSERA_TEST(TestSha256)
#include "test_sha256.moc"

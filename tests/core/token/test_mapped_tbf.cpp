#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::token;

namespace {

namespace fs = std::filesystem;
using token::test::fileBytes;

} // namespace

class TestMappedTbf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles_data() {
        QTest::addColumn<QString>("sidecar");
        for (const auto& file : token::test::sidecars()) {
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
        }
    }
    void goldenFiles() {
        QFETCH(QString, sidecar);
        const fs::path path = sidecar.toStdString();
        const auto options = token::test::writeOptions(tessera::test::readJson(path));
        const auto file = fs::path(path).replace_extension(".tbf");
        const TokenReadOptions key{options.hmacKey};
        const auto mapped = MappedTbf::open(file, key);
        if (options.numbers != TokenNumbers::Float32) {
            QCOMPARE(mapped.error().code, ErrorCode::Unsupported);
            return;
        }
        QVERIFY2(mapped.has_value(), mapped ? "" : mapped.error().detail.c_str());
        auto read = readTbf(file, key).value();
        const auto vector = mapped->vector();
        token::test::compareVectors({vector.begin(), vector.end()}, read.token.uhsVector);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(vector.data()) % kTbfAlignment,
                 std::uintptr_t{0});
        QVERIFY(mapped->about().token.uhsVector.empty());
        read.token.uhsVector.clear();
        token::test::compareTokens(mapped->about().token, read.token);
        QVERIFY(mapped->about().hmac == read.hmac);
        QCOMPARE(mapped->about().vectorCount, std::int64_t(vector.size()));
    }

    // Refuses what reading refuses.
    void badFiles() {
        const auto folder = tessera::test::goldenDir() / "tbf_bad";
        const auto table = tessera::test::readJson(folder / "bad.json");
        for (const auto& entry : table["files"]) {
            const auto file = folder / entry["file"].get<std::string>();
            const TokenReadOptions options{token::test::keyFromHex(entry["reader_key_hex"])};
            const auto read = readTbf(file, options);
            const auto mapped = MappedTbf::open(file, options);
            if (!read) {
                QVERIFY2(!mapped.has_value(), file.c_str());
                QVERIFY(mapped.error().code == read.error().code ||
                        mapped.error().code == ErrorCode::Unsupported);
            } else {
                QCOMPARE(mapped.has_value(), read->numbers == TokenNumbers::Float32);
            }
        }
    }

    void refusals() {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "t.tbf";
        QCOMPARE(MappedTbf::open(path).error().code, ErrorCode::NotFound);
        QCOMPARE(MappedTbf::open(path.parent_path()).error().code, ErrorCode::InvalidArgument);
        QVERIFY(format::writeFileAtomically(path, {}).has_value());
        QCOMPARE(MappedTbf::open(path).error().code, ErrorCode::Corrupt);
        QVERIFY(MappedTbf::open(path).error().detail.starts_with(path.string()));
        TokenWriteOptions sealed;
        sealed.hmacKey = "key";
        QVERIFY(writeTbf(path, token::test::smallToken(), sealed).has_value());
        QCOMPARE(MappedTbf::open(path).error().code, ErrorCode::InvalidArgument);
        QVERIFY(MappedTbf::open(path, {"key"}).value().about().hmac == HmacState::Valid);
        // A NaN behind right checksums.
        auto bytes = encodeTbf(token::test::smallToken()).value();
        token::test::putU32(bytes, bytes.size() - kTbfTrailerBytes - 4, 0x7FC00000U);
        token::test::mendChecksums(bytes);
        QVERIFY(format::writeFileAtomically(path, bytes).has_value());
        const auto nan = MappedTbf::open(path);
        QCOMPARE(nan.error().code, ErrorCode::Corrupt);
        QVERIFY(nan.error().offset == bytes.size() - kTbfTrailerBytes - 4);
    }

    void moves() {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "t.tbf";
        Token token = token::test::smallToken();
        QVERIFY(writeTbf(path, token).has_value());
        auto first = MappedTbf::open(path).value();
        const MappedTbf second = std::move(first);
        // A file that is replaced as a whole stays what it was to those who have it open.
        token.uhsVector.assign(3, 9.0F);
        QVERIFY(writeTbf(path, token).has_value());
        const auto vector = second.vector();
        QVERIFY(std::vector<float>(vector.begin(), vector.end()) ==
                token::test::smallToken().uhsVector);
    }
};

TESSERA_TEST(TestMappedTbf)
#include "test_mapped_tbf.moc"

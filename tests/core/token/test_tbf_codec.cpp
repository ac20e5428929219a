#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>

using namespace tessera;
using namespace tessera::token;

namespace {

using Bytes = std::vector<std::byte>;
namespace fs = std::filesystem;
using token::test::compareTokens;
using token::test::fileBytes;
using token::test::smallToken;

// The examples of FORMAT.md, in their order.
std::vector<Bytes> formatExamples() {
    const auto text = fileBytes(fs::path(TESSERA_SOURCE_DIR) / "core/token/FORMAT.md");
    const QByteArray document(reinterpret_cast<const char*>(text.data()), qsizetype(text.size()));
    std::vector<Bytes> examples;
    for (qsizetype begin = document.indexOf("```hex\n"); begin >= 0;
         begin = document.indexOf("```hex\n", begin)) {
        begin += 7;
        QByteArray hex;
        for (const QByteArray& line :
             document.mid(begin, document.indexOf("```", begin) - begin).split('\n')) {
            hex += line.startsWith('#') ? QByteArray() : line;
        }
        examples.push_back(token::test::bytesOf(QByteArray::fromHex(hex)));
    }
    return examples;
}

} // namespace

class TestTbfCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstExampleOfTheFormat() {
        const auto examples = formatExamples();
        QCOMPARE(examples.size(), std::size_t(2));
        const auto decoded = decodeTbf(examples[0]);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        compareTokens(decoded->token, smallToken());
        QVERIFY(decoded->absent == std::vector<std::string>{"d"});
        QCOMPARE(encodeTbf(smallToken()).value(), examples[0]);
    }

    // int8 and sealed.
    void secondExampleOfTheFormat() {
        const auto examples = formatExamples();
        QCOMPARE(examples.size(), std::size_t(2));
        TokenWriteOptions options;
        options.numbers = TokenNumbers::Int8;
        options.hmacKey = "example";
        const auto decoded = decodeTbf(examples[1], {options.hmacKey});
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QVERIFY(decoded->hmac == HmacState::Valid && decoded->numbers == TokenNumbers::Int8);
        QCOMPARE(encodeTbf(smallToken(), options).value(), examples[1]);
        options.int8 = decoded->int8;
        QCOMPARE(encodeTbf(decoded->token, options).value(), examples[1]);
        QVERIFY(!decodeTbf(examples[1]).has_value());
    }

    void everyTypeOfNumbers_data() {
        QTest::addColumn<int>("numbers");
        for (int i = 0; i < 4; ++i) {
            QTest::newRow(tokenNumbersName(TokenNumbers(i))) << i;
        }
    }
    void everyTypeOfNumbers() {
        QFETCH(int, numbers);
        TokenWriteOptions options;
        options.numbers = TokenNumbers(numbers);
        Token token = smallToken();
        token.uhsVector.assign(2048, 0.0F);
        const auto file = decodeTbf(encodeTbf(token, options).value()).value();
        QVERIFY(file.numbers == options.numbers);
        token::test::compareVectors(file.token.uhsVector, token.uhsVector);
        token.uhsVector[7] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(encodeTbf(token, options).error().code, ErrorCode::InvalidArgument);
        token.uhsVector.clear();
        const auto empty = encodeTbf(token, options);
        if (options.numbers == TokenNumbers::Int8) {
            QCOMPARE(empty.error().code, ErrorCode::InvalidArgument);
        } else {
            QVERIFY(decodeTbf(empty.value()).value().token.uhsVector.empty());
        }
        token.uhsVector = {2.0F};
        QCOMPARE(decodeTbf(encodeTbf(token, options).value()).value().token.uhsVector.at(0), 2.0F);
    }

    void drift() {
        Token token = smallToken();
        token.customMetadata["twb.drift"] = nullptr;
        const auto unmeasured = decodeTbf(encodeTbf(token).value()).value().token;
        QVERIFY(!unmeasured.driftScore.has_value());
        QVERIFY(unmeasured.customMetadata["twb.drift"].is_null());
        token.driftScore = 0.0;
        QVERIFY(decodeTbf(encodeTbf(token).value()).value().token.driftScore == 0.0);
    }

    void integersStayOnlyWhereTheyCan() {
        Token token = smallToken();
        token.privacyEpsilon = 8.0;
        token.integerFields = {"pe", "m.A"};
        auto again = decodeTbf(encodeTbf(token).value()).value().token;
        QVERIFY(again.integerFields == (std::vector<std::string>{"m.A", "pe"}));
        again.privacyEpsilon = 8.5; // no whole number any more
        const auto changed = decodeTbf(encodeTbf(again).value()).value().token;
        QCOMPARE(changed.privacyEpsilon, 8.5);
        QVERIFY(changed.integerFields == std::vector<std::string>{"m.A"});
    }

    // A writer may give the scale as a whole number; a copy does not make it a float.
    void integerScale() {
        Token token = smallToken();
        token.uhsVector = {-3.0F, 0.0F, 124.0F};
        token.integerFields = {"_q_scale"};
        TokenWriteOptions options;
        options.numbers = TokenNumbers::Int8;
        options.int8 = Int8Scale{1.0, -125};
        const auto bytes = encodeTbf(token, options).value();
        const auto file = decodeTbf(bytes).value();
        compareTokens(file.token, token);
        QVERIFY(file.int8 == options.int8);
        QCOMPARE(encodeTbf(file.token, options).value(), bytes);
        token.integerFields.clear();
        QVERIFY(encodeTbf(token, options).value() != bytes);
    }

    void unknownKeysAreKept() {
        TokenWriteOptions options;
        options.unknown =
            Metadata::parse(R"({"zz":[1,2.0,null],"_q_scale":"no scale here","a":{}})");
        const auto bytes = encodeTbf(smallToken(), options).value();
        const auto file = decodeTbf(bytes).value();
        QCOMPARE(file.unknown.dump(), options.unknown.dump());
        QCOMPARE(encodeTbf(file.token, options).value(), bytes);
        // As int8, the format's own keys come last and take the place of the strange one.
        options.numbers = TokenNumbers::Int8;
        const auto int8 = decodeTbf(encodeTbf(smallToken(), options).value()).value();
        QCOMPARE(int8.unknown.dump(), std::string(R"({"zz":[1,2.0,null],"a":{}})"));
        options.unknown = Metadata{{"pe", 3.0}};
        QCOMPARE(encodeTbf(smallToken(), options).error().code, ErrorCode::InvalidArgument);
        options.unknown = Metadata::array();
        QCOMPARE(encodeTbf(smallToken(), options).error().code, ErrorCode::InvalidArgument);
    }

    // Each checksum may be of either kind.
    void mixedChecksums() {
        auto bytes = encodeTbf(smallToken()).value();
        token::test::putU32(
            bytes, bytes.size() - 4,
            crc(CrcKind::Crc32, std::span(bytes).first(bytes.size() - kTbfTrailerBytes)));
        const auto seen = examineTbf(bytes);
        QVERIFY(seen.content.has_value());
        QCOMPARE(seen.headerCrc, std::string("crc32c"));
        QCOMPARE(seen.bodyCrc, std::string("crc32"));
        QCOMPARE(seen.content->bodyCrc, std::string("crc32"));
        QVERIFY(seen.sections.back().note.find("CRC-32") != std::string::npos);
    }

    void absentKeysAreNamed() {
        const auto folder = tessera::test::goldenDir() / "tbf_bad";
        const auto table = tessera::test::readJson(folder / "bad.json");
        for (const auto& entry : table["files"]) {
            if (!entry["what_is_wrong"].get<std::string>().starts_with("only the four keys")) {
                continue;
            }
            const auto file = readTbf(folder / entry["file"].get<std::string>()).value();
            QVERIFY(file.absent == (std::vector<std::string>{"g", "proj", "pe", "pd", "d", "src",
                                                             "tgt", "ts", "v", "x"}));
            QVERIFY(!file.token.driftScore.has_value());
            QCOMPARE(file.token.privacyEpsilon, 1.0);
            QVERIFY(file.token.customMetadata.is_object());
            return;
        }
        QFAIL("no such golden file");
    }

    void notWritable_data() {
        static constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char* name, std::function<void(Token&)> spoil) {
            QTest::newRow(name) << std::move(spoil);
        };
        QTest::addColumn<std::function<void(Token&)>>("spoil");
        row("NaN epsilon", [](Token& token) { token.privacyEpsilon = kNan; });
        row("negative epsilon", [](Token& token) { token.privacyEpsilon = -1; });
        row("delta above 1", [](Token& token) { token.privacyDelta = 2; });
        row("NaN drift", [](Token& token) { token.driftScore = kNan; });
        row("NaN weight", [](Token& token) { token.modalityWeights[0].second = kNan; });
        row("weight twice", [](Token& token) { token.modalityWeights.emplace_back("A", 2.0); });
        row("generation", [](Token& token) { token.generation = -5; });
        row("x not a map", [](Token& token) { token.customMetadata = 3; });
        row("hints not an array", [](Token& token) { token.projectionHints = Metadata::object(); });
        row("bad UTF-8", [](Token& token) { token.sourceModelId = std::string(1, '\xFF'); });
    }
    void notWritable() {
        QFETCH(std::function<void(Token&)>, spoil);
        Token token = smallToken();
        spoil(token);
        const auto encoded = encodeTbf(token);
        QVERIFY(!encoded.has_value());
        QCOMPARE(encoded.error().code, ErrorCode::InvalidArgument);
    }

    // What is written can be read: the writer knows the reader's limits.
    void largestMetadata() {
        const auto size = [](std::size_t text) {
            Token token = smallToken();
            token.customMetadata["a"] = std::string(text, 'a');
            return encodeTbf(token);
        };
        // 5 bytes in front of a long text instead of 1, and 2 for the key.
        const auto small = decodeTbf(encodeTbf(smallToken()).value()).value().metadataBytes;
        const auto most = std::size_t(kTbfMaxMetadataBytes) - std::size_t(small) - 7;
        const auto file = decodeTbf(size(most).value()).value();
        QCOMPARE(file.metadataBytes, std::int64_t(kTbfMaxMetadataBytes));
        QCOMPARE(size(most + 1).error().code, ErrorCode::InvalidArgument);
    }

    void files() {
        const QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "t.tbf";
        const auto written = writeTbf(path, smallToken());
        QCOMPARE(written.value(), encodeTbf(smallToken()).value().size());
        compareTokens(readTbf(path).value().token, smallToken());
        Token bad = smallToken();
        bad.privacyEpsilon = -1;
        QVERIFY(!writeTbf(path, bad).has_value());
        QVERIFY(readTbf(path).has_value());
        QCOMPARE(readTbf(path.parent_path() / "none").error().code, ErrorCode::NotFound);
        QCOMPARE(readTbf(path.parent_path()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readTbf("/dev/zero").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(writeTbf(path / "x", smallToken()).error().code, ErrorCode::Io);
        TokenReadOptions sealed;
        sealed.requireHmac = true;
        QCOMPARE(readTbf(path, sealed).error().code, ErrorCode::Corrupt);
        QVERIFY(readTbf(path, sealed).error().detail.starts_with(path.string()));
    }
};

TESSERA_TEST(TestTbfCodec)
#include "test_tbf_codec.moc"

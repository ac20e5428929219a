#include "core/format/file_io.h"
#include "core/format/sha256.h"
#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>

using namespace tessera;
using namespace tessera::token;

namespace {

using Bytes = std::vector<std::byte>;
namespace fs = std::filesystem;

Bytes fileBytes(const fs::path& path) {
    return format::readFile(path, kTbfMaxFileBytes).value();
}

std::vector<fs::path> sidecars() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(tessera::test::goldenDir() / "tbf")) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// The damaged file of which bad.json says this; names of golden files are free.
fs::path badFile(const QString& wrong) {
    const auto folder = tessera::test::goldenDir() / "tbf_bad";
    const auto table = tessera::test::readJson(folder / "bad.json");
    for (const auto& entry : table["files"]) {
        if (entry["what_is_wrong"].get<std::string>().starts_with(wrong.toStdString())) {
            return folder / entry["file"].get<std::string>();
        }
    }
    return folder / "no such file";
}

bool isReadable(const Metadata& sidecar) {
    return sidecar["written_with"]["quant"] == "FLOAT32" &&
           sidecar["written_with"]["hmac_key_hex"].is_null();
}

void compareTokens(const Token& actual, const Token& expected) {
    QVERIFY(actual.knowledgeType == expected.knowledgeType);
    QCOMPARE(actual.uhsVector.size(), expected.uhsVector.size());
    for (std::size_t i = 0; i < actual.uhsVector.size(); ++i) {
        QCOMPARE(std::bit_cast<std::uint32_t>(actual.uhsVector[i]),
                 std::bit_cast<std::uint32_t>(expected.uhsVector[i]));
    }
    QVERIFY(actual.modalityWeights == expected.modalityWeights);
    QCOMPARE(actual.correlationMap.dump(), expected.correlationMap.dump());
    QCOMPARE(actual.lineageDag.dump(), expected.lineageDag.dump());
    QCOMPARE(actual.generation, expected.generation);
    QCOMPARE(actual.projectionHints.dump(), expected.projectionHints.dump());
    QVERIFY(actual.privacyEpsilon == expected.privacyEpsilon);
    QVERIFY(actual.privacyDelta == expected.privacyDelta);
    QVERIFY(actual.driftScore == expected.driftScore);
    QCOMPARE(actual.sourceModelId, expected.sourceModelId);
    QVERIFY(actual.targetModelId == expected.targetModelId);
    QCOMPARE(actual.timestamp, expected.timestamp);
    QCOMPARE(actual.version, expected.version);
    QVERIFY(actual.customMetadata == expected.customMetadata);
    QVERIFY(actual.integerFields == expected.integerFields);
}

Token smallToken() {
    Token token;
    token.uhsVector = {1.0F, -0.5F, 0.25F};
    token.modalityWeights = {{"A", 1.0}};
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    token.sourceModelId = "mlp";
    token.timestamp = "2026-01-01T00:00:00Z";
    return token;
}

} // namespace

class TestTbfCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles_data() {
        QTest::addColumn<QString>("sidecar");
        for (const auto& file : sidecars()) {
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
        }
    }
    void goldenFiles() {
        QFETCH(QString, sidecar);
        fs::path path = sidecar.toStdString();
        const auto facts = tessera::test::readJson(path);
        const auto bytes = fileBytes(path.replace_extension(".tbf"));
        const auto decoded = decodeTbf(bytes);
        if (!isReadable(facts)) {
            QCOMPARE(decoded.error().code, ErrorCode::Unsupported);
            return;
        }
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        const Token expected = token::test::tokenFrom(facts["token"]);
        compareTokens(decoded->token, expected);
        QVERIFY(decoded->unknownKeys.empty());
        QVERIFY(decoded->absent.empty());
        QCOMPARE(decoded->header.metadataBytes,
                 facts["header"]["metadata_length"].get<std::uint32_t>());

        const auto encoded = encodeTbf(decoded->token);
        QVERIFY(encoded.has_value());
        const bool standard = facts["written_with"]["crc_kind"] == "crc32c";
        const CrcKind kind = standard ? CrcKind::Crc32c : CrcKind::Crc32;
        QVERIFY(decoded->headerCrc == kind && decoded->bodyCrc == kind);
        if (standard) {
            QCOMPARE(*encoded, bytes);
            QCOMPARE(encodeTbf(expected).value(), bytes);
            QCOMPARE(format::sha256Hex(*encoded), facts["sha256"].get<std::string>());
        } else {
            QCOMPARE(encoded->size(), bytes.size());
            QVERIFY(decodeTbf(*encoded).value().bodyCrc == CrcKind::Crc32c);
        }
    }

    void badFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("should");
        QTest::addColumn<bool>("hasKey");
        const auto table = tessera::test::readJson(tessera::test::goldenDir() / "tbf_bad/bad.json");
        for (const auto& entry : table["files"]) {
            const auto name = entry["file"].get<std::string>();
            QTest::newRow(name.c_str())
                << QString::fromStdString(name)
                << QString::fromStdString(entry["should"].get<std::string>())
                << !entry["reader_key_hex"].is_null();
        }
    }
    void badFiles() {
        QFETCH(QString, file);
        QFETCH(QString, should);
        QFETCH(bool, hasKey);
        const auto bytes = fileBytes(tessera::test::goldenDir() / "tbf_bad" / file.toStdString());
        // Whoever has a key wants it checked.
        const auto decoded = decodeTbf(bytes, hasKey ? HmacPolicy::Required : HmacPolicy::AsInFile);
        const bool otherForm =
            bytes.size() > 8 && (bytes[6] == std::byte{kTbfFlagHmac} || bytes[7] != std::byte{0});
        if (should == "accept" && !otherForm) {
            QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        } else if (should == "accept") {
            QCOMPARE(decoded.error().code, ErrorCode::Unsupported);
        } else if (should == "reject") {
            QVERIFY(!decoded.has_value());
            QVERIFY(decoded.error().code == ErrorCode::Corrupt ||
                    decoded.error().code == ErrorCode::Unsupported);
            QVERIFY(!decoded.error().detail.empty());
        }
    }

    // Choices where the format leaves one.
    void choices_data() {
        QTest::addColumn<QString>("wrong"); // as bad.json says it
        QTest::addColumn<int>("code");      // -1: accepted
        const int corrupt = int(ErrorCode::Corrupt);
        const int unsupported = int(ErrorCode::Unsupported);
        QTest::newRow("major 0") << "version major 0" << unsupported;
        QTest::newRow("major 2") << "version major above 1" << unsupported;
        QTest::newRow("compressed") << "FLAG_COMPRESSED set" << unsupported;
        QTest::newRow("unknown flag") << "undefined flag bits" << corrupt;
        QTest::newRow("HMAC without flag") << "HMAC flag clear but" << corrupt;
        QTest::newRow("type as integer") << "knowledge type as an int" << -1;
        QTest::newRow("same key twice") << "the key src appears twice" << corrupt;
        QTest::newRow("NaN epsilon") << "epsilon NaN" << corrupt;
        QTest::newRow("NaN vector") << "NaN in the vector" << corrupt;
        QTest::newRow("infinite vector") << "Infinity in the vector" << -1;
        QTest::newRow("negative epsilon") << "epsilon -1" << corrupt;
        QTest::newRow("negative generation") << "generation -5" << corrupt;
        QTest::newRow("depth 500") << "custom metadata nested 500" << corrupt;
        QTest::newRow("extension") << "MessagePack extension" << unsupported;
        QTest::newRow("integer key") << "integer map key" << unsupported;
    }
    void choices() {
        QFETCH(QString, wrong);
        QFETCH(int, code);
        const auto decoded = readTbf(badFile(wrong));
        QCOMPARE(decoded ? -1 : int(decoded.error().code), code);
    }

    void unknownAndAbsentKeysAreReported() {
        const auto unknown = readTbf(badFile("unknown extra key"));
        QVERIFY(unknown.has_value());
        QVERIFY(!unknown->unknownKeys.empty());
        const auto absent = readTbf(badFile("only the four keys"));
        QVERIFY(absent.has_value());
        QVERIFY(absent->absent == (std::vector<std::string>{"g", "proj", "pe", "pd", "d", "src",
                                                            "tgt", "ts", "v", "x"}));
        QVERIFY(!absent->token.driftScore.has_value());
        QCOMPARE(absent->token.privacyEpsilon, 1.0);
        QVERIFY(absent->token.customMetadata.is_object());
    }

    void formatExample() {
        const auto text = fileBytes(fs::path(TESSERA_SOURCE_DIR) / "core/token/FORMAT.md");
        const QByteArray document(reinterpret_cast<const char*>(text.data()),
                                  qsizetype(text.size()));
        const qsizetype begin = document.indexOf("```hex\n") + 7;
        QVERIFY(begin > 7);
        QByteArray hex;
        for (const QByteArray& line :
             document.mid(begin, document.indexOf("```", begin) - begin).split('\n')) {
            hex += line.startsWith('#') ? QByteArray() : line;
        }
        const auto bytes = token::test::bytesOf(QByteArray::fromHex(hex));
        const auto decoded = decodeTbf(bytes);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        compareTokens(decoded->token, smallToken());
        QVERIFY(decoded->absent == std::vector<std::string>{"d"});
        QCOMPARE(encodeTbf(smallToken()).value(), bytes);
    }

    void everyTruncationIsRefused() {
        const auto bytes = encodeTbf(smallToken()).value();
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QCOMPARE(decodeTbf(std::span(bytes).first(length)).error().code, ErrorCode::Corrupt);
        }
    }

    void everyFlipIsRefused() {
        auto bytes = encodeTbf(smallToken()).value();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                bytes[i] ^= std::byte{1} << bit;
                QVERIFY(!decodeTbf(bytes).has_value());
                bytes[i] ^= std::byte{1} << bit;
            }
            bytes[i] ^= std::byte{0xFF};
            QVERIFY(!decodeTbf(bytes).has_value());
            bytes[i] ^= std::byte{0xFF};
        }
        QVERIFY(decodeTbf(bytes).has_value());
    }

    // With the checksums made right again, damage reaches the parsers behind them.
    void flipsBehindTheChecksumComeBack() {
        const auto bytes = encodeTbf(smallToken()).value();
        const auto put = [](Bytes& file, std::size_t offset, std::uint32_t value) {
            for (unsigned i = 0; i < 4; ++i) {
                file[offset + i] = static_cast<std::byte>(value >> (8 * i));
            }
        };
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (const unsigned value : {0x00U, 0x7FU, 0x80U, 0xC1U, 0xC7U, 0xDDU, 0xDFU, 0xFFU}) {
                Bytes file = bytes;
                file[i] = static_cast<std::byte>(value);
                put(file, kTbfHeaderCrcOffset,
                    crc(CrcKind::Crc32c, std::span(file).first(kTbfHeaderCrcOffset)));
                put(file, file.size() - 4,
                    crc(CrcKind::Crc32c, std::span(file).first(file.size() - kTbfTrailerBytes)));
                const auto decoded = decodeTbf(file);
                if (decoded) {
                    QVERIFY(encodeTbf(decoded->token).has_value());
                }
            }
        }
    }

    void vectors() {
        Token token = smallToken();
        token.uhsVector.clear();
        QVERIFY(decodeTbf(encodeTbf(token).value()).value().token.uhsVector.empty());
        token.uhsVector.assign(2048, 0.0F);
        QVERIFY(decodeTbf(encodeTbf(token).value()).value().token.uhsVector == token.uhsVector);
        token.uhsVector[7] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(encodeTbf(token).error().code, ErrorCode::InvalidArgument);
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

    void notWritable() {
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        struct Case {
            const char* name;
            std::function<void(Token&)> spoil;
        };
        const std::vector<Case> cases = {
            {"NaN epsilon", [&](Token& token) { token.privacyEpsilon = kNan; }},
            {"negative epsilon", [](Token& token) { token.privacyEpsilon = -1; }},
            {"delta above 1", [](Token& token) { token.privacyDelta = 2; }},
            {"NaN drift", [&](Token& token) { token.driftScore = kNan; }},
            {"NaN weight", [&](Token& token) { token.modalityWeights[0].second = kNan; }},
            {"weight twice", [](Token& token) { token.modalityWeights.emplace_back("A", 2.0); }},
            {"generation", [](Token& token) { token.generation = -5; }},
            {"x not a map", [](Token& token) { token.customMetadata = 3; }},
            {"hints not an array",
             [](Token& token) { token.projectionHints = Metadata::object(); }},
            {"bad UTF-8", [](Token& token) { token.sourceModelId = std::string(1, '\xFF'); }},
            {"too large",
             [](Token& token) { token.customMetadata["a"] = std::string(1 << 20, 'a'); }},
        };
        for (const Case& entry : cases) {
            Token token = smallToken();
            entry.spoil(token);
            const auto encoded = encodeTbf(token);
            QVERIFY2(!encoded.has_value(), entry.name);
            QCOMPARE(encoded.error().code, ErrorCode::InvalidArgument);
        }
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
        QCOMPARE(writeTbf(path / "x", smallToken()).error().code, ErrorCode::Io);
        QCOMPARE(readTbf(path, HmacPolicy::Required).error().code, ErrorCode::Corrupt);
    }
};

TESSERA_TEST(TestTbfCodec)
#include "test_tbf_codec.moc"

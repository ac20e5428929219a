#include "core/format/sha256.h"
#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace tessera;
using namespace tessera::token;

namespace {

using Bytes = std::vector<std::byte>;
namespace fs = std::filesystem;
using token::test::fileBytes;

constexpr int kAccepted = -1;
constexpr int kCorrupt = int(ErrorCode::Corrupt);
constexpr int kUnsupported = int(ErrorCode::Unsupported);
constexpr int kInvalid = int(ErrorCode::InvalidArgument);

// Why a file is refused: the code, and which part of the file is to blame ("" = none: it is whole,
// but of a kind that is not read). Also our choice wherever the format leaves one; FORMAT.md.
struct Reason {
    const char* wrong; // the words of bad.json begin so
    int code;
    const char* part;
};

const std::vector<Reason>& reasons() {
    static const std::vector<Reason> table = {
        {"magic bytes", kCorrupt, "rest"},
        {"zero bytes", kCorrupt, "rest"},
        {"file ends inside the 32-byte header", kCorrupt, "rest"},
        {"header without metadata", kCorrupt, "metadata"},
        {"one byte short", kCorrupt, "metadata"},
        {"file ends inside the vector", kCorrupt, "vector"},
        {"trailer cut short", kCorrupt, "checksum"},
        {"one bit of the header CRC", kCorrupt, "header"},
        {"one bit of the flags byte flipped", kCorrupt, "header"},
        {"one bit of the body CRC", kCorrupt, "checksum"},
        {"one payload bit flipped", kCorrupt, "checksum"},
        {"one metadata bit flipped", kCorrupt, "checksum"},
        {"one bit of the stored HMAC", kCorrupt, "hmac"},
        {"payload edited and CRCs recomputed", kCorrupt, "hmac"},
        {"intact HMAC file, read with another key", kCorrupt, "hmac"},
        {"intact HMAC file, no key supplied", kInvalid, ""},
        {"HMAC flag cleared", kCorrupt, "hmac"},
        {"HMAC flag clear but", kCorrupt, "hmac"},
        {"metadata is a MessagePack", kCorrupt, "metadata"},
        {"metadata length 0", kCorrupt, ""},
        {"metadata ends inside", kCorrupt, "metadata"},
        {"extra bytes after the metadata", kCorrupt, "metadata"},
        {"metadata_length far beyond", kCorrupt, "header"},
        {"metadata_length 64 too large", kCorrupt, "padding"},
        {"metadata_length one too small", kCorrupt, "metadata"},
        {"vector_byte_length far beyond", kCorrupt, "header"},
        {"vector_count", kCorrupt, "header"},
        {"vector_byte_length is not a multiple", kCorrupt, "header"},
        {"unknown quantisation", kUnsupported, ""},
        {"version major above 1", kUnsupported, ""},
        {"version major 0", kUnsupported, ""},
        {"reserved bytes", kCorrupt, "header"},
        {"FLAG_COMPRESSED", kUnsupported, ""},
        {"undefined flag bits", kCorrupt, "header"},
        {"padding bytes", kCorrupt, "padding"},
        {"bytes appended", kCorrupt, "rest"},
        {"unaccounted bytes", kCorrupt, "rest"},
        {"custom metadata nested", kCorrupt, "metadata"},
        {"array header", kCorrupt, "metadata"},
        {"map header", kCorrupt, "metadata"},
        {"string header", kCorrupt, "metadata"},
        {"MessagePack byte 0xC1", kCorrupt, "metadata"},
        {"string that is not valid", kCorrupt, "metadata"},
        {"MessagePack extension", kUnsupported, "metadata"},
        {"integer map key", kUnsupported, "metadata"},
        {"the key src appears twice", kCorrupt, "metadata"},
        {"required metadata key", kCorrupt, "metadata"},
        {"unknown knowledge type", kCorrupt, "metadata"},
        {"knowledge type as an int", kAccepted, ""},
        {"string where", kCorrupt, "metadata"},
        {"nil where", kCorrupt, "metadata"},
        {"array where", kCorrupt, "metadata"},
        {"integer where", kCorrupt, "metadata"},
        {"string as a modality", kCorrupt, "metadata"},
        {"generation -5", kCorrupt, "metadata"},
        {"epsilon -1", kCorrupt, "metadata"},
        {"epsilon NaN", kCorrupt, "metadata"},
        {"NaN in the vector", kCorrupt, "vector"},
        {"Infinity in the vector", kAccepted, ""},
        {"INT8 without", kCorrupt, "metadata"},
        {"INT8 scale is a string", kCorrupt, "metadata"},
        {"INT8 scale is NaN", kCorrupt, "metadata"},
        {"INT8 scale is negative", kAccepted, ""},
        {"INT8 zero point 2^62", kCorrupt, "metadata"},
        {"unknown minor version", kAccepted, ""},
        {"unknown extra key", kAccepted, ""},
        {"only the four keys", kAccepted, ""},
        {"nothing: intact", kAccepted, ""},
    };
    return table;
}

const Reason* reasonFor(const std::string& wrong) {
    for (const Reason& reason : reasons()) {
        if (wrong.starts_with(reason.wrong)) {
            return &reason;
        }
    }
    return nullptr;
}

// Equal but for the checksums, and for what the HMAC has to say about them.
void compareButSums(Bytes actual, Bytes expected) {
    QCOMPARE(actual.size(), expected.size());
    for (Bytes* file : {&actual, &expected}) {
        token::test::putU32(*file, kTbfHeaderCrcOffset, 0);
        std::fill(file->end() - kTbfTrailerBytes, file->end(), std::byte{0});
    }
    QCOMPARE(actual, expected);
}

} // namespace

class TestTbfCodecGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data() { addSidecars(); }
    void decodes() {
        QFETCH(QString, sidecar);
        const fs::path path = sidecar.toStdString();
        const auto facts = tessera::test::readJson(path);
        const auto bytes = fileBytes(fs::path(path).replace_extension(".tbf"));
        const TokenReadOptions options{token::test::writeOptions(facts).hmacKey};
        const auto file = decodeTbf(bytes, options);
        QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
        token::test::compareTokens(file->token, token::test::tokenFrom(facts["token"]));
        QVERIFY(file->unknown.empty());
        QVERIFY(file->absent.empty());
        QCOMPARE(file->formatName, std::string("TBF 1.1"));
        QVERIFY(file->numbers == token::test::writeOptions(facts).numbers);
        QVERIFY(file->hmac == (options.hmacKey ? HmacState::Valid : HmacState::Absent));
        const bool standard = facts["written_with"]["crc_kind"] == "crc32c";
        QCOMPARE(file->headerCrc, std::string(standard ? "crc32c" : "crc32"));
        QCOMPARE(file->bodyCrc, file->headerCrc);
        QCOMPARE(file->fileBytes, facts["file_size"].get<std::int64_t>());
        QCOMPARE(file->metadataBytes, facts["header"]["metadata_length"].get<std::int64_t>());
        QCOMPARE(file->vectorCount, facts["header"]["vector_count"].get<std::int64_t>());
        QCOMPARE(file->int8.has_value(), !facts["int8"].is_null());
        if (file->int8) {
            QCOMPARE(file->int8->scale, facts["int8"]["scale"].get<double>());
            QCOMPARE(file->int8->zeroPoint, facts["int8"]["zero_point"].get<std::int64_t>());
        }
    }

    void examines_data() { addSidecars(); }
    void examines() {
        QFETCH(QString, sidecar);
        const fs::path path = sidecar.toStdString();
        const auto facts = tessera::test::readJson(path);
        const auto bytes = fileBytes(fs::path(path).replace_extension(".tbf"));
        const auto key = token::test::writeOptions(facts).hmacKey;
        const auto seen = examineTbf(bytes, {key});
        QVERIFY(seen.content.has_value() && !seen.refusal.has_value());
        const Metadata& header = facts["header"];
        QCOMPARE(seen.header->major, header["version_major"].get<int>());
        QCOMPARE(seen.header->minor, header["version_minor"].get<int>());
        QCOMPARE(seen.header->flags, header["flags"].get<unsigned>());
        QCOMPARE(seen.header->quant, header["quant_type"].get<unsigned>());
        QCOMPARE(seen.header->vectorBytes, header["vector_byte_length"].get<std::uint64_t>());
        const Metadata& layout = facts["layout"];
        std::uint64_t end = 0;
        for (const TokenSection& part : seen.sections) {
            QCOMPARE(part.offset, end);
            end += part.bytes;
            QVERIFY(part.state == CheckState::Good || (part.id == "hmac" && !key));
            if (part.id == "metadata") {
                QCOMPARE(part.offset, layout["metadata_offset"].get<std::uint64_t>());
            } else if (part.id == "padding") {
                QCOMPARE(part.bytes, layout["padding"].get<std::uint64_t>());
            } else if (part.id == "vector") {
                QCOMPARE(part.offset, layout["vector_offset"].get<std::uint64_t>());
            } else if (part.id == "hmac") {
                QCOMPARE(part.offset, layout["trailer_offset"].get<std::uint64_t>());
            }
        }
        QCOMPARE(end, bytes.size());
    }

    // From what the writer was given, to the byte.
    void encodes_data() { addSidecars(); }
    void encodes() {
        QFETCH(QString, sidecar);
        const fs::path path = sidecar.toStdString();
        const auto facts = tessera::test::readJson(path);
        const auto bytes = fileBytes(fs::path(path).replace_extension(".tbf"));
        Token given = token::test::tokenFrom(facts["token"]);
        given.uhsVector = token::test::inputVector(facts);
        const auto options = token::test::writeOptions(facts);
        const auto encoded = encodeTbf(given, options);
        QVERIFY2(encoded.has_value(), encoded ? "" : encoded.error().detail.c_str());
        if (facts.contains("correct_vector")) { // the golden file is wrong, ours must not be
            QVERIFY(*encoded != bytes);
            token::test::compareVectors(
                decodeTbf(*encoded, {options.hmacKey}).value().token.uhsVector,
                token::test::floatsFrom(facts["correct_vector"]));
            return;
        }
        if (facts["written_with"]["crc_kind"] == "crc32c") {
            QCOMPARE(*encoded, bytes);
            QCOMPARE(format::sha256Hex(*encoded), facts["sha256"].get<std::string>());
        } else {
            compareButSums(*encoded, bytes);
            QCOMPARE(decodeTbf(*encoded, {options.hmacKey}).value().bodyCrc, std::string("crc32c"));
        }
    }

    // A copy of a file, to the byte.
    void rewrites_data() { addSidecars(); }
    void rewrites() {
        QFETCH(QString, sidecar);
        const fs::path path = sidecar.toStdString();
        const auto facts = tessera::test::readJson(path);
        const auto bytes = fileBytes(fs::path(path).replace_extension(".tbf"));
        const auto key = token::test::writeOptions(facts).hmacKey;
        const auto file = decodeTbf(bytes, {key}).value();
        TokenWriteOptions options;
        options.numbers = file.numbers;
        options.hmacKey = key;
        options.int8 = file.int8;
        options.unknown = file.unknown;
        const auto again = encodeTbf(file.token, options).value();
        if (file.bodyCrc == "crc32c") {
            QCOMPARE(again, bytes);
        } else {
            compareButSums(again, bytes);
        }
    }

    void badFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("should");
        QTest::addColumn<QByteArray>("keyHex"); // "none"
        const auto table = tessera::test::readJson(tessera::test::goldenDir() / "tbf_bad/bad.json");
        for (const auto& entry : table["files"]) {
            const auto name = entry["file"].get<std::string>();
            const Metadata& key = entry["reader_key_hex"];
            QTest::newRow(name.c_str())
                << QString::fromStdString(name)
                << QString::fromStdString(entry["what_is_wrong"].get<std::string>())
                << QString::fromStdString(entry["should"].get<std::string>())
                << (key.is_null() ? QByteArray("none")
                                  : QByteArray::fromStdString(key.get<std::string>()));
        }
    }
    void badFiles() {
        QFETCH(QString, file);
        QFETCH(QString, wrong);
        QFETCH(QString, should);
        QFETCH(QByteArray, keyHex);
        const auto bytes = fileBytes(tessera::test::goldenDir() / "tbf_bad" / file.toStdString());
        TokenReadOptions options;
        if (keyHex != "none") {
            options.hmacKey = QByteArray::fromHex(keyHex).toStdString();
        }
        const auto seen = examineTbf(bytes, options);
        QCOMPARE(seen.content.has_value(), !seen.refusal.has_value());
        if (should != "either") {
            QVERIFY2(seen.content.has_value() == (should == "accept"),
                     seen.refusal ? seen.refusal->detail.c_str() : "");
        }
        std::uint64_t end = 0;
        for (const TokenSection& part : seen.sections) {
            QCOMPARE(part.offset, end);
            end += part.bytes;
        }
        QCOMPARE(end, bytes.size());
        const Reason* const reason = reasonFor(wrong.toStdString());
        if (reason == nullptr) {
            QVERIFY2(should != "either", "no rule of ours covers this file");
            return;
        }
        QCOMPARE(seen.refusal ? int(seen.refusal->code) : kAccepted, reason->code);
        QVERIFY(!seen.refusal || !seen.refusal->detail.empty());
        std::set<std::string> bad;
        for (const TokenSection& part : seen.sections) {
            if (part.state == CheckState::Bad) {
                bad.insert(part.id);
            }
        }
        const std::string part = reason->part;
        QVERIFY2(part.empty() ? bad.empty() : bad.contains(part),
                 bad.empty() ? "nothing is to blame" : bad.begin()->c_str());
    }

    // What the reference saw in files that both accept.
    void badFilesThatAreReadAlike() {
        const auto folder = tessera::test::goldenDir() / "tbf_bad";
        const auto table = tessera::test::readJson(folder / "bad.json");
        int compared = 0;
        for (const auto& entry : table["files"]) {
            if (!entry.contains("decoded")) {
                continue;
            }
            const auto file = readTbf(folder / entry["file"].get<std::string>(),
                                      {token::test::keyFromHex(entry["reader_key_hex"])});
            if (!file) {
                continue;
            }
            const auto expected = token::test::floatsFrom(entry["decoded"]["uhs_vector"]);
            auto vector = file->token.uhsVector;
            vector.resize(std::min(vector.size(), expected.size()));
            token::test::compareVectors(vector, expected);
            QCOMPARE(file->token.sourceModelId,
                     entry["decoded"]["source_model_id"].get<std::string>());
            ++compared;
        }
        QVERIFY(compared > 0);
    }

private:
    static void addSidecars() {
        QTest::addColumn<QString>("sidecar");
        for (const auto& file : token::test::sidecars()) {
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
        }
    }
};

TESSERA_TEST(TestTbfCodecGolden)
#include "test_tbf_codec_golden.moc"

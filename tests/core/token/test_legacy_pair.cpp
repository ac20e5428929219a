#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "core/format/sha256.h"
#include "core/token/legacy_pair.h"
#include "core/token/python_text.h"
#include "core/token/signature.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <utility>

using namespace tessera;
using namespace tessera::token;

namespace {

namespace fs = std::filesystem;
using token::test::bytesOf;
using Bytes = std::vector<std::byte>;

Bytes fileBytes(const fs::path& path) {
    return format::readFile(path, 1 << 26).value();
}

std::string fileText(const fs::path& path) {
    const auto bytes = fileBytes(path);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

fs::path goldenFolder() {
    return tessera::test::goldenDir() / "safetensors";
}

Bytes tensorsOf(const std::vector<format::NamedArray>& arrays) {
    return format::serializeSafetensors({arrays, {}}).value();
}

format::NamedArray vectorOf(std::vector<std::int64_t> shape, format::DType dtype,
                            std::size_t bytes) {
    return {"uhs_vector", dtype, std::move(shape), Bytes(bytes)};
}

Token smallToken() {
    Token token;
    token.uhsVector = {1.0F, -0.5F, 0.1F};
    token.modalityWeights = {{"A", 1.0}, {"W", 0.5}};
    token.integerFields = {"m.A"};
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    token.privacyDelta = 1e-5;
    token.driftScore = 0.125;
    token.sourceModelId = "modèle";
    token.timestamp = "2026-01-01T00:00:00+00:00";
    token.customMetadata = Metadata::parse(R"({"a":{"b":[1,2.5,null]}})");
    return token;
}

// A pair in a folder of its own, which starts out as that of smallToken().
class Pair {
public:
    Pair() {
        // Written once: each flush to the disk takes time.
        static const auto files = [] {
            const QTemporaryDir once;
            const auto paths = pairPaths(once.filePath("t").toStdString());
            if (!writePair(paths.fields, smallToken())) {
                qFatal("cannot write a pair");
            }
            return std::pair(fileBytes(paths.tensors), fileBytes(paths.fields));
        }();
        put(tensors(), files.first);
        put(fields(), files.second);
    }
    [[nodiscard]] fs::path folder() const { return m_dir.path().toStdString(); }
    [[nodiscard]] fs::path tensors() const { return folder() / "t.safetensors"; }
    [[nodiscard]] fs::path fields() const { return folder() / "t.json"; }
    void setTensors(const Bytes& bytes) const { put(tensors(), bytes); }
    void setFields(const QByteArray& text) const { put(fields(), bytesOf(text)); }
    // Sets keys of the JSON; null takes one out.
    void patch(const char* json) const {
        auto document = parsePythonJson(fileText(fields())).value();
        document.merge_patch(parsePythonJson(json).value());
        setFields(QByteArray::fromStdString(pythonJson(document, PythonLayout::Compact).value()));
    }

private:
    // Without the flush to the disk, which would take most of the time here.
    static void put(const fs::path& path, const Bytes& bytes) {
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        if (!out.flush()) {
            qFatal("cannot write");
        }
    }
    QTemporaryDir m_dir;
};

// Exactly one of content and refusal, and sections without gaps.
void checkForm(const TokenExamination& result) {
    QCOMPARE(result.content.has_value(), !result.refusal.has_value());
    std::uint64_t end = 0;
    for (const auto& section : result.sections) {
        QCOMPARE(section.offset, end);
        end += section.bytes;
        QVERIFY(!result.content || section.state != CheckState::Bad);
    }
    if (result.content) {
        QCOMPARE(std::int64_t(end), result.content->fileBytes);
    }
}

} // namespace

class TestLegacyPair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paths_data() {
        QTest::addColumn<QString>("either");
        QTest::addColumn<QString>("stem");
        QTest::newRow("tensors") << "a/b.safetensors"
                                 << "a/b";
        QTest::newRow("fields") << "a/b.json"
                                << "a/b";
        QTest::newRow("neither") << "a/b"
                                 << "a/b";
        QTest::newRow("points") << "a.b/v1.2.json"
                                << "a.b/v1.2";
        QTest::newRow("other ending") << "v1.2"
                                      << "v1.2";
        QTest::newRow("both") << "a.json.safetensors"
                              << "a.json";
    }
    void paths() {
        QFETCH(QString, either);
        QFETCH(QString, stem);
        const auto pair = pairPaths(either.toStdString());
        QCOMPARE(pair.tensors, fs::path((stem + ".safetensors").toStdString()));
        QCOMPARE(pair.fields, fs::path((stem + ".json").toStdString()));
    }

    void goldenPairs_data() {
        QTest::addColumn<QString>("stem");
        const auto expected = tessera::test::readJson(goldenFolder() / "expected.json");
        for (const auto& [stem, entry] : expected["files"].items()) {
            QTest::newRow(stem.c_str()) << QString::fromStdString(stem);
        }
    }
    void goldenPairs() {
        QFETCH(QString, stem);
        const auto facts =
            tessera::test::readJson(goldenFolder() / "expected.json")["files"][stem.toStdString()];
        const auto path = goldenFolder() / (stem.toStdString() + ".json");
        const auto result = examinePair(path);
        checkForm(result);
        QVERIFY2(result.content.has_value(), result.refusal ? result.refusal->detail.c_str() : "");
        const TokenFile& file = *result.content;
        QVERIFY(file.format == TokenFormat::LegacyPair);
        QVERIFY(file.numbers == TokenNumbers::Float32);
        QVERIFY(file.absent.empty() && file.unknown.empty());
        QCOMPARE(result.sections.size(), std::size_t(3));
        QCOMPARE(result.sections[0].bytes, 8 + facts["header_length"].get<std::uint64_t>());
        QVERIFY(result.sections[2].note.find("copy") == std::string::npos);

        const auto& vector = file.token.uhsVector;
        QCOMPARE(file.vectorCount, facts["loaded_vector_len"].get<std::int64_t>());
        QCOMPARE(vector.size(), facts["loaded_vector_len"].get<std::size_t>());
        double sum = 0;
        for (std::size_t i = 0; i < vector.size(); ++i) {
            sum += double(vector[i]);
            if (i < facts["loaded_vector_head_f32"].size()) {
                QCOMPARE(double(vector[i]), facts["loaded_vector_head_f32"][i].get<double>());
            }
        }
        QVERIFY(tessera::test::near(sum, facts["loaded_vector_sum_f64"].get<double>(), 1e-12));

        // All other fields are those of the JSON.
        const auto json = tessera::test::readJson(path);
        auto expected = token::test::tokenFrom(json);
        QCOMPARE(file.token.sourceModelId, expected.sourceModelId);
        QVERIFY(file.token.targetModelId == expected.targetModelId);
        QVERIFY(file.token.modalityWeights == expected.modalityWeights);
        QCOMPARE(file.token.customMetadata.dump(), expected.customMetadata.dump());
        QCOMPARE(file.token.lineageDag.dump(), expected.lineageDag.dump());
        QVERIFY(file.token.driftScore == expected.driftScore);

        // Written again: the tensors are the same bytes, the JSON but for the vector, whose copy is
        // now the numbers of the tensors.
        const QTemporaryDir folder;
        const auto copy = pairPaths(folder.filePath("copy").toStdString());
        const auto written = writePair(copy.fields, file.token);
        QVERIFY(written.has_value());
        const auto tensors = fileBytes(copy.tensors);
        QCOMPARE(format::sha256Hex(tensors), facts["sha256"].get<std::string>());
        auto document = parsePythonJson(fileText(path)).value();
        document["uhs_vector"] = std::vector<double>(vector.begin(), vector.end());
        const auto text = pythonJson(document, PythonLayout::Indented).value();
        QCOMPARE(fileText(copy.fields), text);
        QCOMPARE(*written, std::int64_t(text.size() + tensors.size()));
        QCOMPARE(fileText(copy.fields).size() + tensors.size(),
                 std::size_t(examinePair(copy.tensors).content->fileBytes));
    }

    void writtenAndRead_data() {
        QTest::addColumn<int>("index");
        QTest::newRow("all fields") << 0;
        QTest::newRow("defaults") << 1;
        QTest::newRow("no drift, no target, no numbers") << 2;
        QTest::newRow("extremes") << 3;
    }
    void writtenAndRead() {
        QFETCH(int, index);
        Token token = smallToken();
        if (index == 1) {
            token = Token();
        } else if (index == 2) {
            token.uhsVector.clear();
            token.driftScore.reset();
            token.targetModelId.reset();
        } else if (index == 3) {
            using Limits = std::numeric_limits<float>;
            token.uhsVector = {Limits::infinity(), -Limits::infinity(),  -0.0F,
                               Limits::max(),      Limits::denorm_min(), Limits::lowest()};
            token.driftScore = -std::numeric_limits<double>::infinity();
            token.customMetadata["n"] = std::numeric_limits<std::uint64_t>::max();
            token.sourceModelId = std::string("a\0\"\\🧩", 8);
        }
        const Pair pair;
        QVERIFY(writePair(pair.fields(), token).has_value());
        const auto result = examinePair(pair.tensors());
        checkForm(result);
        QVERIFY2(result.content.has_value(), result.refusal ? result.refusal->detail.c_str() : "");
        const Token& read = result.content->token;
        QCOMPARE(read.uhsVector.size(), token.uhsVector.size());
        for (std::size_t i = 0; i < token.uhsVector.size(); ++i) {
            QCOMPARE(std::bit_cast<std::uint32_t>(read.uhsVector[i]),
                     std::bit_cast<std::uint32_t>(token.uhsVector[i]));
        }
        QVERIFY(read.modalityWeights == token.modalityWeights);
        QVERIFY(read.integerFields == token.integerFields);
        QVERIFY(read.privacyEpsilon == token.privacyEpsilon);
        QVERIFY(read.driftScore == token.driftScore);
        QVERIFY(read.targetModelId == token.targetModelId);
        QCOMPARE(read.sourceModelId, token.sourceModelId);
        QCOMPARE(read.customMetadata.dump(), token.customMetadata.dump());
        // Once more: the same bytes.
        const auto fields = fileText(pair.fields());
        const auto tensors = fileBytes(pair.tensors());
        QVERIFY(writePair(pair.tensors(), read).has_value());
        QCOMPARE(fileText(pair.fields()), fields);
        QCOMPARE(fileBytes(pair.tensors()), tensors);
    }

    void infinityIsBare() {
        const Pair pair;
        const auto text = QString::fromStdString(fileText(pair.fields()));
        QVERIFY(text.contains("\n  \"privacy_epsilon\": Infinity,\n"));
        QVERIFY(text.contains("\n    \"A\": 1,\n"));
        QVERIFY(!text.endsWith('\n'));
        auto token = smallToken();
        token.driftScore.reset();
        QVERIFY(writePair(pair.fields(), token).has_value());
        QVERIFY(!QString::fromStdString(fileText(pair.fields())).contains("drift_score"));
        QCOMPARE(examinePair(pair.fields()).content->absent, std::vector<std::string>{"d"});
    }

    void unknownKeysAreKept() {
        const Pair pair;
        pair.patch(R"({"future":{"a":1},"t":5,"_q_scale":2})");
        const auto result = examinePair(pair.fields());
        checkForm(result);
        QCOMPARE(result.content->unknown.dump(),
                 std::string(R"({"future":{"a":1},"t":5,"_q_scale":2})"));
        QVERIFY(
            writePair(pair.fields(), result.content->token, result.content->unknown).has_value());
        QCOMPARE(examinePair(pair.fields()).content->unknown.dump(),
                 result.content->unknown.dump());
    }

    void signaturesSurvive() {
        const auto key = SigningKey::generate().value();
        const auto unknown = Metadata::parse(R"({"future":[1,2.0]})");
        const auto token = signToken(smallToken(), unknown, key, "Ada", true).value();
        const Pair pair;
        QVERIFY(writePair(pair.fields(), token, unknown).has_value());
        const auto file = examinePair(pair.fields()).content.value();
        const auto checks = checkSignatures(file.token, file.unknown, {});
        QCOMPARE(checks.size(), std::size_t(2));
        for (const auto& check : checks) {
            QVERIFY2(check.state == SignatureCheck::State::Valid, check.problem.c_str());
        }
    }

    void missingHalves() {
        const Pair pair;
        const auto refusal = [&pair](const fs::path& path) {
            const auto result = examinePair(path);
            checkForm(result);
            QVERIFY(result.sections.empty());
            QVERIFY(result.refusal && result.refusal->code == ErrorCode::NotFound);
            const auto missing = fs::exists(pair.fields()) ? "t.safetensors" : "t.json";
            QVERIFY(QString::fromStdString(result.refusal->detail).contains(missing));
        };
        fs::rename(pair.fields(), pair.folder() / "away");
        refusal(pair.tensors());
        refusal(pair.fields());
        fs::rename(pair.folder() / "away", pair.fields());
        fs::remove(pair.tensors());
        refusal(pair.tensors());
        refusal(pair.fields());
        fs::remove(pair.fields());
        QCOMPARE(examinePair(pair.fields()).refusal->code, ErrorCode::NotFound);
        fs::create_directory(pair.fields());
        fs::create_directory(pair.tensors());
        QCOMPARE(examinePair(pair.fields()).refusal->code, ErrorCode::InvalidArgument);
    }

    void badTensors_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const Bytes& file, ErrorCode code,
                            const QString& says) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(file.data()),
                                              qsizetype(file.size()))
                                << int(code) << says;
        };
        using format::DType;
        const auto corrupt = ErrorCode::Corrupt;
        const auto good = tensorsOf({vectorOf({3}, DType::F32, 12)});
        row("empty", {}, corrupt, "SafeTensors");
        row("seven bytes", Bytes(7), corrupt, "SafeTensors");
        row("eight zeros", Bytes(8), corrupt, "SafeTensors");
        row("huge header", Bytes(64, std::byte{0xFF}), corrupt, "SafeTensors");
        row("cut", Bytes(good.begin(), good.end() - 1), corrupt, "damaged");
        auto longer = good;
        longer.push_back({});
        row("one byte more", longer, corrupt, "damaged");
        row("no tensor", tensorsOf({}), corrupt, "uhs_vector");
        row("another name", tensorsOf({{"vector", DType::F32, {3}, Bytes(12)}}), corrupt,
            "uhs_vector");
        row("one more", tensorsOf({vectorOf({3}, DType::F32, 12), {"b", DType::F32, {}, Bytes(4)}}),
            ErrorCode::Unsupported, "beside");
        row("F16", tensorsOf({vectorOf({3}, DType::F16, 6)}), ErrorCode::Unsupported, "float32");
        row("BF16", tensorsOf({vectorOf({3}, DType::BF16, 6)}), ErrorCode::Unsupported, "float32");
        row("F64", tensorsOf({vectorOf({3}, DType::F64, 24)}), ErrorCode::Unsupported, "float32");
        row("I8", tensorsOf({vectorOf({3}, DType::I8, 3)}), ErrorCode::Unsupported, "float32");
        row("no dimension", tensorsOf({vectorOf({}, DType::F32, 4)}), corrupt, "dimensions");
        row("two dimensions", tensorsOf({vectorOf({1, 3}, DType::F32, 12)}), corrupt, "dimensions");
        auto nan = vectorOf({3}, DType::F32, 12);
        const float value = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(nan.bytes.data() + 4, &value, 4);
        row("NaN", tensorsOf({nan}), corrupt, "NaN");
        auto unknown =
            QByteArray(reinterpret_cast<const char*>(good.data()), qsizetype(good.size()));
        unknown.replace("\"F32\"", "\"F8\" ");
        row("F8", bytesOf(unknown), ErrorCode::Unsupported, "F32");
    }
    void badTensors() {
        QFETCH(QByteArray, file);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Pair pair;
        pair.setTensors(bytesOf(file));
        const auto result = examinePair(pair.fields());
        checkForm(result);
        QVERIFY(result.refusal.has_value());
        QCOMPARE(int(result.refusal->code), code);
        const auto detail = QString::fromStdString(result.refusal->detail);
        QVERIFY2(detail.contains(says), result.refusal->detail.c_str());
        QVERIFY2(detail.contains("t.safetensors"), result.refusal->detail.c_str());
        QVERIFY(!result.refusal->offset || *result.refusal->offset <= std::uint64_t(file.size()));
        QVERIFY(std::any_of(result.sections.begin(), result.sections.end(), [](const auto& s) {
            return s.state == CheckState::Bad && !s.note.empty();
        }));
        // The JSON was looked at all the same.
        QCOMPARE(result.sections.back().id, std::string("metadata"));
        QVERIFY(result.sections.back().state != CheckState::Bad);
    }

    void badFields_data() {
        QTest::addColumn<QByteArray>("text"); // a patch if it begins with a blank
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "JSON";
        QTest::newRow("array") << QByteArray("[]") << "map";
        QTest::newRow("text") << QByteArray("\"a\"") << "map";
        QTest::newRow("empty map") << QByteArray("{}") << "knowledge_type";
        QTest::newRow("cut") << QByteArray("{\"knowledge_type\":") << "JSON";
        QTest::newRow("not UTF-8") << QByteArray("{\"\xFF\":1}") << "UTF-8";
        QTest::newRow("nested arrays") << QByteArray(1'000'000, '[') << "levels";
        QTest::newRow("key twice")
            << QByteArray(R"({"knowledge_type":1,"knowledge_type":1})") << "twice";
        for (const auto& [patch, says] : std::vector<std::pair<const char*, const char*>>{
                 {R"( {"knowledge_type":null})", "knowledge_type"},
                 {R"( {"knowledge_type":"OTHER"})", "knowledge_type"},
                 {R"( {"knowledge_type":9})", "knowledge_type"},
                 {R"( {"modality_weights":null})", "modality_weights"},
                 {R"( {"modality_weights":[1]})", "modality_weights"},
                 {R"( {"modality_weights":{"A":"1"}})", "modality_weights"},
                 {R"( {"modality_weights":{"A":NaN}})", "modality_weights"},
                 {R"( {"correlation_map":[]})", "correlation_map"},
                 {R"( {"lineage_dag":1})", "lineage_dag"},
                 {R"( {"generation":-1})", "generation"},
                 {R"( {"generation":1.0})", "generation"},
                 {R"( {"projection_hints":{}})", "projection_hints"},
                 {R"( {"privacy_epsilon":-Infinity})", "privacy_epsilon"},
                 {R"( {"privacy_epsilon":NaN})", "privacy_epsilon"},
                 {R"( {"privacy_delta":2})", "privacy_delta"},
                 {R"( {"drift_score":"0"})", "drift_score"},
                 {R"( {"drift_score":NaN})", "drift_score"},
                 {R"( {"source_model_id":1})", "source_model_id"},
                 {R"( {"target_model_id":1})", "target_model_id"},
                 {R"( {"timestamp":1})", "timestamp"},
                 {R"( {"version":1})", "version"},
                 {R"( {"custom_metadata":"x"})", "custom_metadata"},
                 {R"( {"uhs_vector":{}})", "uhs_vector"},
                 {R"( {"uhs_vector":1})", "uhs_vector"},
             }) {
            QTest::newRow(patch + 1) << QByteArray(patch) << says;
        }
    }
    void badFields() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const Pair pair;
        if (text.startsWith(' ')) {
            pair.patch(text.constData());
        } else {
            pair.setFields(text);
        }
        const auto result = examinePair(pair.tensors());
        checkForm(result);
        QVERIFY(result.refusal.has_value());
        QCOMPARE(result.refusal->code, ErrorCode::Corrupt);
        const auto detail = QString::fromStdString(result.refusal->detail);
        QVERIFY2(detail.contains(says), result.refusal->detail.c_str());
        QVERIFY2(detail.contains("t.json"), result.refusal->detail.c_str());
        QCOMPARE(result.sections.size(), std::size_t(3));
        QVERIFY(result.sections[2].state == CheckState::Bad);
        QVERIFY(result.sections[1].state != CheckState::Bad);
    }

    void missingFieldsHaveTheirDefaults() {
        const Pair pair;
        pair.patch(R"({"privacy_epsilon":null,"privacy_delta":null,"generation":null})");
        // A null is no number; leave the keys out instead.
        const auto file = examinePair(pair.fields());
        QVERIFY(file.content.has_value()); // a merge patch takes them out
        QCOMPARE(file.content->absent, (std::vector<std::string>{"g", "pe", "pd"}));
        QCOMPARE(file.content->token.privacyEpsilon, 1.0);
    }

    // Ignored as the reference does; a note tells that the halves may not belong together.
    void copyOfTheVector() {
        const Pair pair;
        const auto note = [&pair](const char* patch) {
            pair.patch(patch);
            const auto result = examinePair(pair.fields());
            checkForm(result);
            if (!result.content || result.content->token.uhsVector != smallToken().uhsVector) {
                return QString("not read");
            }
            return QString::fromStdString(result.sections.back().note);
        };
        QVERIFY(!note(R"({"uhs_vector":[1,-0.5,0.1]})").contains("copy"));
        QVERIFY(!note(R"({"uhs_vector":null})").contains("copy"));
        QVERIFY(note(R"({"uhs_vector":[]})").contains("copy"));
        QVERIFY(note(R"({"uhs_vector":[1,-0.5,0.11]})").contains("copy"));
        QVERIFY(note(R"({"uhs_vector":[1,-0.5,"x"]})").contains("copy"));
        QVERIFY(note(R"({"uhs_vector":[1,-0.5,1e300]})").contains("copy"));
    }

    void notWritable() {
        const QTemporaryDir folder;
        const auto path = fs::path(folder.path().toStdString()) / "t.json";
        const auto code = [&path](const Token& token,
                                  const Metadata& unknown = Metadata::object()) {
            return writePair(path, token, unknown).error().code;
        };
        auto token = smallToken();
        token.uhsVector[1] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(code(token), ErrorCode::InvalidArgument);
        token = smallToken();
        token.customMetadata["b"] = Metadata::binary({1});
        QCOMPARE(code(token), ErrorCode::InvalidArgument);
        token = smallToken();
        token.sourceModelId = "\xFF";
        QCOMPARE(code(token), ErrorCode::InvalidArgument);
        token = smallToken();
        token.privacyEpsilon = -1;
        QCOMPARE(code(token), ErrorCode::InvalidArgument);
        token = smallToken();
        token.customMetadata["long"] = std::string((32 << 20) + 1, 'a');
        QCOMPARE(code(token), ErrorCode::InvalidArgument);
        QCOMPARE(code(smallToken(), Metadata::array()), ErrorCode::InvalidArgument);
        QCOMPARE(code(smallToken(), Metadata{{"timestamp", "x"}}), ErrorCode::InvalidArgument);
        QCOMPARE(code(smallToken(), Metadata{{"uhs_vector", 1}}), ErrorCode::InvalidArgument);
        QVERIFY(fs::is_empty(folder.path().toStdString()));
    }

    void interrupted() {
        const QTemporaryDir folder;
        const auto pair = pairPaths(folder.filePath("t").toStdString());
        fs::create_directory(pair.fields);
        QCOMPARE(writePair(pair.fields, smallToken()).error().code, ErrorCode::Io);
        QVERIFY(!fs::exists(pair.tensors)); // a new half does not stay
        fs::remove(pair.fields);
        fs::create_directory(pair.tensors);
        QCOMPARE(writePair(pair.fields, smallToken()).error().code, ErrorCode::Io);
        QVERIFY(!fs::exists(pair.fields)); // the tensors go first
        QCOMPARE(writePair("/nonexistent folder/t", smallToken()).error().code, ErrorCode::Io);
    }

    void anyCutAndAnyFlip() {
        const Pair pair;
        const auto tensors = fileBytes(pair.tensors());
        const auto fields = fileText(pair.fields());
        for (std::size_t cut = 0; cut < tensors.size(); ++cut) {
            pair.setTensors({tensors.begin(), tensors.begin() + std::ptrdiff_t(cut)});
            const auto result = examinePair(pair.fields());
            checkForm(result);
            QVERIFY(result.refusal.has_value());
        }
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            auto flipped = tensors;
            flipped[i] ^= std::byte{0x55};
            pair.setTensors(flipped);
            checkForm(examinePair(pair.fields()));
        }
        pair.setTensors(tensors);
        for (std::size_t cut = 0; cut < fields.size(); ++cut) {
            pair.setFields(QByteArray::fromStdString(fields.substr(0, cut)));
            const auto result = examinePair(pair.fields());
            checkForm(result);
            QVERIFY(result.refusal.has_value());
        }
    }
};

TESSERA_TEST(TestLegacyPair)
#include "test_legacy_pair.moc"

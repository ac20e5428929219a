#include "core/format/file_io.h"
#include "core/format/sha256.h"
#include "core/token/python_text.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::token;

namespace {

namespace fs = std::filesystem;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Metadata numeric(const char* file) {
    return tessera::test::readJson(tessera::test::goldenDir() / "numeric" / file);
}

std::string sha256Of(const std::string& text) {
    return format::sha256Hex(std::as_bytes(std::span(text)));
}

std::string compact(const Metadata& value) {
    return pythonJson(value, PythonLayout::Compact).value();
}

Metadata nested(int levels) {
    Metadata value = Metadata::array();
    for (int i = 1; i < levels; ++i) {
        value = i % 2 == 0 ? Metadata::array({value}) : Metadata{{"k", value}};
    }
    return value;
}

} // namespace

class TestPythonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void floats_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0.0";
        QTest::newRow("negative zero") << -0.0 << "-0.0";
        QTest::newRow("whole") << 1.0 << "1.0";
        QTest::newRow("negative") << -2.5 << "-2.5";
        QTest::newRow("tenth") << 0.1 << "0.1";
        QTest::newRow("two digits before the point") << 12.5 << "12.5";
        QTest::newRow("last without exponent") << 1e-4 << "0.0001";
        QTest::newRow("first small one with exponent") << 1e-5 << "1e-05";
        QTest::newRow("digits and exponent") << -1.25e-7 << "-1.25e-07";
        QTest::newRow("last large one without exponent")
            << 9999999999999998.0 << "9999999999999998.0";
        QTest::newRow("first large one with exponent") << 1e16 << "1e+16";
        QTest::newRow("three digits of exponent") << 1.5e300 << "1.5e+300";
        QTest::newRow("2^53") << 9007199254740992.0 << "9007199254740992.0";
        QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min() << "5e-324";
        QTest::newRow("largest") << std::numeric_limits<double>::max() << "1.7976931348623157e+308";
        QTest::newRow("a float32") << double(0.1F) << "0.10000000149011612";
        QTest::newRow("infinity") << kInfinity << "Infinity";
        QTest::newRow("negative infinity") << -kInfinity << "-Infinity";
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << "NaN";
    }
    void floats() {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(pythonFloat(value)), text);
        const auto read = parsePythonJson(text.toStdString());
        QVERIFY(read.has_value());
        QVERIFY(read->is_number_float());
        QVERIFY(std::isnan(value) ? std::isnan(read->get<double>())
                                  : read->get<double>() == value &&
                                        std::signbit(read->get<double>()) == std::signbit(value));
    }

    void goldenVectors() {
        const auto cases = numeric("signing.json")["cases"];
        QVERIFY(!cases.empty());
        for (const auto& one : cases) {
            Metadata vector = Metadata::array();
            for (const auto& value : one["token"]["uhs_vector"]) {
                vector.push_back(value.get<double>());
            }
            const auto text = compact(vector);
            QCOMPARE(text, one["uhs_vector_text"].get<std::string>());
            QCOMPARE(sha256Of(text), one["uhs_vector_sha256"].get<std::string>());
        }
    }

    void goldenAudit() {
        const auto entries = numeric("audit.json")["entries"];
        QVERIFY(!entries.empty());
        for (Metadata entry : entries) {
            const auto expected = entry["hashed_text"].get<std::string>();
            const auto hash = entry["entry_hash"].get<std::string>();
            entry.erase("hashed_text");
            entry.erase("entry_hash");
            const auto text = pythonJson(entry, PythonLayout::Default, PythonKeys::Sorted).value();
            QCOMPARE(text, expected);
            QCOMPARE(sha256Of(text), hash);
        }
    }

    // Reading and writing gives what Python wrote, byte for byte.
    void goldenPairs() {
        const auto folder = tessera::test::goldenDir() / "safetensors";
        const auto files = tessera::test::readJson(folder / "expected.json")["files"];
        QVERIFY(!files.empty());
        for (const auto& [stem, entry] : files.items()) {
            const auto bytes = format::readFile(folder / (stem + ".json"), 1 << 20).value();
            const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            const auto value = parsePythonJson(text);
            QVERIFY(value.has_value());
            QCOMPARE(pythonJson(*value, PythonLayout::Indented).value(), text);
        }
    }

    void layouts() {
        const auto value = Metadata::parse(R"({"b":[1,[]],"a":{"d":{},"c":null}})");
        QCOMPARE(compact(value), std::string(R"({"b":[1,[]],"a":{"d":{},"c":null}})"));
        QCOMPARE(pythonJson(value, PythonLayout::Default).value(),
                 std::string(R"({"b": [1, []], "a": {"d": {}, "c": null}})"));
        QCOMPARE(pythonJson(value, PythonLayout::Indented, PythonKeys::Sorted).value(),
                 std::string("{\n  \"a\": {\n    \"c\": null,\n    \"d\": {}\n  },\n"
                             "  \"b\": [\n    1,\n    []\n  ]\n}"));
        QCOMPARE(pythonJson(Metadata(true), PythonLayout::Indented).value(), std::string("true"));
    }

    // Python compares code points, not letters and not UTF-16 units.
    void sortedKeys() {
        const auto value = Metadata::parse(R"({"🧩":1,"￮":2,"é":3,"a":4,"Z":5,"":6})");
        QCOMPARE(pythonJson(value, PythonLayout::Compact, PythonKeys::Sorted).value(),
                 std::string(
                     "{\"\":6,\"Z\":5,\"a\":4,\"\\u00e9\":3,\"\\uffee\":2,\"\\ud83e\\udde9\":1}"));
    }

    void texts_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
        QTest::newRow("escapes") << QByteArray("\"\\/\b\f\n\r\t")
                                 << QByteArray("\"\\\"\\\\/\\b\\f\\n\\r\\t\"");
        QTest::newRow("controls") << QByteArray("\x00\x01\x1f\x7f", 4)
                                  << QByteArray("\"\\u0000\\u0001\\u001f\\u007f\"");
        QTest::newRow("two bytes") << QByteArray("é߿") << QByteArray("\"\\u00e9\\u07ff\"");
        QTest::newRow("three bytes")
            << QByteArray("ࠀ✓￿") << QByteArray("\"\\u0800\\u2713\\uffff\"");
        QTest::newRow("four bytes") << QByteArray("𐀀🧩\xF4\x8F\xBF\xBF")
                                    << QByteArray("\"\\ud800\\udc00\\ud83e\\udde9\\udbff\\udfff\"");
    }
    void texts() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, json);
        QCOMPARE(compact(Metadata(value.toStdString())), json.toStdString());
        QVERIFY(parsePythonJson(json.toStdString()).value() == value.toStdString());
        if (!value.contains('\0') && !value.contains('\n') && !value.contains('"')) {
            // Bytes above 7F may also stand for themselves.
            const auto raw = "\"" + value.toStdString() + "\"";
            QVERIFY(parsePythonJson(raw).value() == value.toStdString());
        }
    }

    void kindsAndOrder() {
        const std::string text = R"({"b":1,"a":1.0,"z":-1,"y":[true,false,null],"x":1e2,)"
                                 "\"max\":18446744073709551615,\"min\":-9223372036854775808}";
        const auto value = parsePythonJson(" \t\r\n" + text + "\n").value();
        QCOMPARE(value.begin().key(), std::string("b"));
        QVERIFY(value["b"].is_number_unsigned());
        QVERIFY(value["a"].is_number_float());
        QVERIFY(value["z"].is_number_integer() && !value["z"].is_number_unsigned());
        QVERIFY(value["x"].is_number_float());
        QCOMPARE(value["max"].get<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(value["min"].get<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(compact(value),
                 QString::fromStdString(text).replace("1e2", "100.0").toStdString());
        QCOMPARE(compact(parsePythonJson("-0").value()), std::string("0"));
    }

    // As Python's float(): what is too large is infinite, what is too small is 0.
    void numbersOutOfRange_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("large") << QByteArray("1e999") << kInfinity;
        QTest::newRow("large, negative") << QByteArray("-1e999") << -kInfinity;
        QTest::newRow("just too large") << QByteArray("1.7976931348623159e308") << kInfinity;
        QTest::newRow("small") << QByteArray("1e-999") << 0.0;
        QTest::newRow("just too small") << QByteArray("2.4e-324") << 0.0;
        QTest::newRow("exponent beyond 64 bits")
            << QByteArray("1e99999999999999999999") << kInfinity;
        QTest::newRow("exponent far below") << QByteArray("1E-99999999999999999999") << 0.0;
        QTest::newRow("zero") << QByteArray("0e99999999999999999999") << 0.0;
        QTest::newRow("zeros") << QByteArray("0.000e99999999999999999999") << 0.0;
        QTest::newRow("small times large")
            << QByteArray("0." + QByteArray(400, '0') + "1e401") << 1.0;
        QTest::newRow("large by its digits")
            << QByteArray(QByteArray(400, '9') + ".5") << kInfinity;
        QTest::newRow("small by its zeros") << QByteArray("0." + QByteArray(400, '0') + "1") << 0.0;
        QTest::newRow("large times small")
            << QByteArray("1" + QByteArray(400, '0') + "e-400") << 1.0;
    }
    void numbersOutOfRange() {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const auto read = parsePythonJson(text.toStdString());
        QVERIFY(read.has_value());
        QVERIFY(read->get<double>() == value);
    }

    void depth() {
        const auto text = compact(nested(kMaxJsonDepth));
        QVERIFY(parsePythonJson(text).has_value());
        QCOMPARE(pythonJson(nested(kMaxJsonDepth + 1), PythonLayout::Compact).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(parsePythonJson("[" + text + "]").error().code, ErrorCode::Corrupt);
        for (const char* bomb : {"[", "{\"a\":", "[{\"a\":"}) {
            QByteArray deep;
            for (int i = 0; i < 500'000; ++i) {
                deep += bomb;
            }
            QCOMPARE(parsePythonJson(deep.toStdString()).error().code, ErrorCode::Corrupt);
        }
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset"); // -1: none is given
        for (const auto& [text, offset] :
             std::vector<std::pair<const char*, int>>{{"", 0},
                                                      {"  ", 2},
                                                      {"nul", 0},
                                                      {"nan", 0},
                                                      {"-NaN", 0},
                                                      {"+1", 0},
                                                      {"01", 0},
                                                      {"-", 0},
                                                      {".5", 0},
                                                      {"1.", 2},
                                                      {"1e", 2},
                                                      {"1e+", 3},
                                                      {"0x10", 1},
                                                      {"1 1", 2},
                                                      {"[1 2]", 3},
                                                      {"[1,]", 3},
                                                      {"[1", 2},
                                                      {"[", 1},
                                                      {"{", 1},
                                                      {"{1:2}", 1},
                                                      {"{\"a\"}", 4},
                                                      {"{\"a\":}", 5},
                                                      {"{\"a\":1,}", 7},
                                                      {"{\"a\":1", 6},
                                                      {"]", 0},
                                                      {"'a'", 0},
                                                      {"\"a", 2},
                                                      {"\"\\", 2},
                                                      {"\"\\x41\"", 2},
                                                      {"\"\\u12\"", 2},
                                                      {"\"\\u12g4\"", 2},
                                                      {"\"\t\"", 1},
                                                      {"\"\\ud800\"", 7},
                                                      {"\"\\udc00\"", 7},
                                                      {"\"\\ud83e\\ud83e\"", 13},
                                                      {"[1] x", 4},
                                                      {"\xEF\xBB\xBF{}", 0},
                                                      {"\"\xFF\"", -1},
                                                      {"\"\xED\xA0\x80\"", -1}}) {
            QTest::newRow(text) << QByteArray(text) << offset;
        }
        QTest::newRow("zero byte") << QByteArray("1\0", 2) << 1;
        QTest::newRow("same key twice") << QByteArray(R"({"a":1,"a":2})") << 10;
        QTest::newRow("same key, escaped") << QByteArray("{\"a\":1,\"\\u0061\":2}") << 15;
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto value = parsePythonJson(text.toStdString());
        QVERIFY(!value.has_value());
        QCOMPARE(value.error().code, ErrorCode::Corrupt);
        QCOMPARE(value.error().offset.has_value(), offset >= 0);
        if (offset >= 0) {
            QCOMPARE(int(*value.error().offset), offset);
        }
    }

    void wholeNumbersBeyond64Bits() {
        for (const char* text : {"18446744073709551616", "-9223372036854775809"}) {
            QCOMPARE(parsePythonJson(text).error().code, ErrorCode::Unsupported);
        }
    }

    // A search through all keys for each of them would take minutes.
    void manyKeysAreQuick() {
        std::string text = "{";
        for (int i = 0; i < 200'000; ++i) {
            text += "\"k" + std::to_string(i) + "\":0,";
        }
        text.back() = '}';
        const auto value = parsePythonJson(text).value();
        QCOMPARE(value.size(), std::size_t(200'000));
        QCOMPARE(compact(value), text);
    }

    void notWritable() {
        const auto code = [](const Metadata& value) {
            return pythonJson(value, PythonLayout::Compact).error().code;
        };
        QCOMPARE(code("\xFF"), ErrorCode::InvalidArgument);
        QCOMPARE(code(Metadata{{"\xFF", 1}}), ErrorCode::InvalidArgument);
        QCOMPARE(code(Metadata::binary({1})), ErrorCode::InvalidArgument);
        QCOMPARE(code(Metadata(Metadata::value_t::discarded)), ErrorCode::InvalidArgument);
        Metadata twice = Metadata::object();
        twice.get_ref<Metadata::object_t&>().push_back({"a", 1});
        twice.get_ref<Metadata::object_t&>().push_back({"a", 2});
        QCOMPARE(code(twice), ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestPythonText)
#include "test_python_text.moc"

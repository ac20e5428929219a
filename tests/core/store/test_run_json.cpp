#include "core/store/run_json.h"
#include "core/store/run_json_text.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <string_view>

using namespace tessera;
using namespace tessera::store;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

RunSummary fullSummary() {
    RunSummary s;
    s.sourceAccuracy = 0.97;
    s.accuracyBefore = 0.0;
    s.accuracyAfter = 0.1 + 0.2; // needs all 17 digits
    s.interval = Interval{0.25, 0.35};
    s.agreement = 0.5;
    s.recovery = -kInfinite;
    s.testSize = 360;
    s.drift = {1.5, 0.25, kInfinite, std::nullopt};
    s.controls = {{ControlId("untrained_source"), 0.1, 1e-300},
                  {ControlId("readout_only"), std::nullopt, std::nullopt}};
    s.gradientSteps = std::int64_t(1) << 53;
    s.labelsUsed = 0;
    s.seconds = {1, 2, 3, 4, 5, 6, 7, 8, 9, std::nullopt};
    s.peakMemoryBytes = 123456789012;
    s.tokenBytes = 9000;
    s.hub = {1e-6, 0.5, 0.0, 64, 12.5};
    s.privacy = PrivacyStatement{8.0,
                                 1e-5,
                                 10.0,
                                 0.1,
                                 0.06,
                                 1.6,
                                 200,
                                 0.3,
                                 "one image",
                                 "replace one",
                                 "abc",
                                 "def",
                                 {"drift", "labels"}};
    s.sourceHash = "00ff";
    s.receiverHash = "11";
    s.metricsHash = "22";
    return s;
}

// What the text gives by way of JSON, in words.
template <class T>
std::string slowly(const std::string& text, Result<T> (*read)(const nlohmann::ordered_json&)) {
    const auto json = parse(text);
    const auto value = json ? read(*json) : fail(json.error());
    return value ? dump(toJson(*value)) : value.error().detail;
}

// The same straight from the text.
template <class T>
std::string quickly(const std::string& text, Result<T> (*read)(std::string_view)) {
    const auto value = read(text);
    return value ? dump(toJson(*value)) : value.error().detail;
}

} // namespace

class TestRunJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void keepsFieldsApart();
    void tellsNothingFromZeroAndInfinity();
    void readsOlderAndNewerObjects();
    void refuses_data();
    void refuses();
    void environment();
    void textsGiveWhatJsonGives_data();
    void textsGiveWhatJsonGives();
    void damagedTextsGiveWhatJsonGives();
    void survivesBytesThatAreNotUtf8();
    void survivesDeepNesting();
};

void TestRunJson::roundTrips_data() {
    QTest::addColumn<bool>("full");
    QTest::newRow("nothing measured") << false;
    QTest::newRow("everything measured") << true;
}

void TestRunJson::roundTrips() {
    QFETCH(bool, full);
    const RunSummary summary = full ? fullSummary() : RunSummary{};
    const std::string text = dump(toJson(summary));
    const auto json = parse(text);
    QVERIFY(json);
    const auto read = summaryFromJson(*json);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(dump(toJson(*read)), text);
}

void TestRunJson::keepsFieldsApart() {
    const auto read = summaryFromJson(toJson(fullSummary()));
    QVERIFY(read);
    QCOMPARE(*read->accuracyAfter, 0.1 + 0.2);
    QCOMPARE(read->interval->hi, 0.35);
    QCOMPARE(*read->recovery, -kInfinite);
    QCOMPARE(*read->drift.hub, kInfinite);
    QVERIFY(!read->drift.layer);
    QCOMPARE(read->controls.size(), std::size_t(2));
    QCOMPARE(read->controls[0].id.value, std::string("untrained_source"));
    QCOMPARE(*read->controls[0].pValue, 1e-300);
    QCOMPARE(*read->gradientSteps, std::int64_t(1) << 53);
    QCOMPARE(*read->seconds.prepare, 9.0);
    QVERIFY(!read->seconds.controls);
    QCOMPARE(*read->hub.rank, 64);
    QCOMPARE(read->privacy->notCovered.size(), std::size_t(2));
    QCOMPARE(read->privacy->mu, 1.6);
}

void TestRunJson::tellsNothingFromZeroAndInfinity() {
    RunSummary summary;
    summary.accuracyBefore = 0.0;
    summary.recovery = kInfinite;
    summary.agreement = std::nan("");
    const auto json = toJson(summary);
    QVERIFY(json["source_accuracy"].is_null());
    QVERIFY(json["privacy"].is_null());
    QCOMPARE(json["accuracy_before"].get<double>(), 0.0);
    QCOMPARE(json["recovery"].get<std::string>(), std::string("Infinity"));
    QCOMPARE(json["agreement"].get<std::string>(), std::string("NaN"));
    const auto read = summaryFromJson(json);
    QVERIFY(read);
    QVERIFY(!read->sourceAccuracy);
    QVERIFY(std::isnan(*read->agreement));
}

void TestRunJson::readsOlderAndNewerObjects() {
    const auto read = summaryFromJson(*parse(R"({"agreement": 1, "of_tomorrow": [1, 2]})"));
    QVERIFY(read);
    QCOMPARE(*read->agreement, 1.0);
    QVERIFY(!read->recovery);
}

void TestRunJson::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("not an object") << "[]";
    QTest::newRow("text for a number") << R"({"agreement": "high"})";
    QTest::newRow("fraction for a count") << R"({"labels_used": 1.5})";
    QTest::newRow("number for a text") << R"({"source_hash": 1})";
    QTest::newRow("three ends of an interval") << R"({"interval": [0, 1, 2]})";
    QTest::newRow("list for an object") << R"({"drift": [1]})";
    QTest::newRow("rank beyond int") << R"({"hub": {"rank": 99999999999}})";
    QTest::newRow("control without object") << R"({"controls": [1]})";
}

void TestRunJson::refuses() {
    QFETCH(QString, text);
    const auto read = summaryFromJson(*parse(text.toStdString()));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::Corrupt);
}

void TestRunJson::environment() {
    const Environment environment = {
        {"blas", "OpenBLAS 0.3.21"}, {"threads", "1"}, {"ümlaut", "ß"}};
    const auto read = environmentFromJson(*parse(dump(toJson(environment))));
    QVERIFY(read);
    QVERIFY(*read == environment);
    QVERIFY(!environmentFromJson(*parse("[]")));
    QVERIFY(!environmentFromJson(*parse(R"({"threads": 1})")));
    QVERIFY(!parse("{"));
}

void TestRunJson::textsGiveWhatJsonGives_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("nothing measured", QByteArray::fromStdString(dump(toJson(RunSummary{}))));
    row("everything measured", QByteArray::fromStdString(dump(toJson(fullSummary()))));
    row("nothing", "");
    row("no keys", "{}");
    row("keys of an older version", R"({"agreement":1,"labels_used":2,"source_hash":"a"})");
    row("another order", R"({"labels_used":2,"agreement":1})");
    row("unknown key", R"({"agreement":1,"of_tomorrow":[1,2],"labels_used":2})");
    row("a key twice", R"({"agreement":1,"agreement":2})");
    row("an object twice", R"({"drift":{"output":1},"drift":{"hub":2}})");
    row("blanks", R"({ "agreement": 1 })");
    row("behind the end", R"({"agreement":1}{)");
    row("escapes", R"({"source_hash":"a\u00e4\n","metrics_hash":"b"})");
    row("beyond ASCII", R"({"source_hash":"ä"})");
    row("not UTF-8", "{\"source_hash\":\"\xFF\"}");
    row("control character", "{\"source_hash\":\"\x01\"}");
    row("delete character", "{\"source_hash\":\"\x7F\"}");
    row("null for a list", R"({"controls":null})");
    row("list of one", R"({"controls":[{"id":"a"}]})");
    row("comma at the end", R"({"controls":[{"id":"a"},]})");
    row("environment", R"({"blas":"OpenBLAS","threads":"1"})");
    row("environment with a key twice", R"({"blas":"one","blas":"two"})");
    row("environment with a number", R"({"threads":1})");
    for (const char* number : {"0",
                               "-0",
                               "-0.0",
                               "1.",
                               ".5",
                               "01",
                               "+1",
                               "1e5",
                               "1E-5",
                               "1e+5",
                               "1e",
                               "-",
                               "--1",
                               "0x1",
                               "1e400",
                               "-1e400",
                               "1e-400",
                               "4.9e-324",
                               "0.1",
                               "9223372036854775807",
                               "9223372036854775808",
                               "-9223372036854775808",
                               "18446744073709551615",
                               "18446744073709551616",
                               "123456789012345678901234567890",
                               "1.7976931348623157e308",
                               "inf",
                               "nan",
                               "NaN",
                               "\"NaN\"",
                               "\"Infinity\"",
                               "\"-Infinity\"",
                               "\"inf\"",
                               "true",
                               "2147483648",
                               "1.0",
                               "[1]",
                               "null"}) {
        for (const char* key : {"agreement", "labels_used"}) {
            const auto text = QByteArray("{\"") + key + "\":" + number + "}";
            row(text.constData(), text);
        }
        const auto text = QByteArray(R"({"hub":{"rank":)") + number + "}}";
        row(text.constData(), text);
    }
}

void TestRunJson::textsGiveWhatJsonGives() {
    QFETCH(QByteArray, text);
    const auto bytes = text.toStdString();
    QCOMPARE(quickly(bytes, summaryFromText), slowly(bytes, summaryFromJson));
    QCOMPARE(quickly(bytes, environmentFromText), slowly(bytes, environmentFromJson));
}

void TestRunJson::damagedTextsGiveWhatJsonGives() {
    const auto whole = dump(toJson(fullSummary()));
    std::mt19937 random(1);
    const std::string letters = R"(0123456789.-+eE"\,:{}[] nul)";
    for (int i = 0; i < 3000; ++i) {
        auto text = whole;
        const auto at = random() % text.size();
        switch (i % 3) {
        case 0:
            text[at] = letters[random() % letters.size()];
            break;
        case 1:
            text.erase(at, 1 + random() % 3);
            break;
        default:
            text.insert(at, 1, letters[random() % letters.size()]);
        }
        QCOMPARE(quickly(text, summaryFromText), slowly(text, summaryFromJson));
    }
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto text = whole.substr(0, length);
        QCOMPARE(quickly(text, summaryFromText), slowly(text, summaryFromJson));
    }
}

void TestRunJson::survivesBytesThatAreNotUtf8() {
    RunSummary summary;
    summary.sourceHash = "\xFF\xFE";
    QVERIFY(parse(dump(toJson(summary))));
}

void TestRunJson::survivesDeepNesting() {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    const auto json = parse(deep);
    QVERIFY(!json || !summaryFromJson(*json));
}

TESSERA_TEST(TestRunJson)
#include "test_run_json.moc"

#include "core/store/run_json.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>

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

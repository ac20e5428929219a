#include "ui/strings/strings.h"

#include "tests/support/test_registry.h"

#include <QLocale>
#include <QTest>

#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::ui;

namespace {

constexpr auto kNan = std::numeric_limits<double>::quiet_NaN();
constexpr auto kInfinity = std::numeric_limits<double>::infinity();

} // namespace

class TestStrings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void notMeasuredIsNeverZero();
    void durations_data();
    void durations();
    void numbersFollowTheLocale();
    void everyErrorHasItsSentence();
    void everyStateAndPhaseHasItsWord();
    void unknownIdsAreShownAsTheyAre();
    void timesAreLocal();
    void toolTipsTakeNoHtml();
};

void TestStrings::numbers_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("significant");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << 0.08953 << 3 << "0.0895";
    QTest::newRow("whole") << 30.0 << 3 << "30";
    QTest::newRow("thousands are written out") << 4153.7 << 3 << "4,150";
    QTest::newRow("negative thousands") << -4153.7 << 3 << "-4,150";
    QTest::newRow("zero is a number") << 0.0 << 3 << "0";
    QTest::newRow("millions") << 1.84e7 << 3 << "1.84E+07";
    QTest::newRow("infinite") << kInfinity << 3 << QString(QChar(0x221E));
    QTest::newRow("minus infinite") << -kInfinity << 3 << QString("-") + QChar(0x221E);
    QTest::newRow("not a number") << kNan << 3 << QString(QChar(0x2014));
}

void TestStrings::numbers() {
    QFETCH(double, value);
    QFETCH(int, significant);
    QFETCH(QString, text);
    QCOMPARE(numberText(value, significant).toUpper(), text.toUpper());
}

void TestStrings::notMeasuredIsNeverZero() {
    const QString dash = QChar(0x2014);
    QCOMPARE(numberText(std::nullopt), dash);
    QCOMPARE(percentText(std::nullopt), dash);
    QCOMPARE(percentText(kNan), dash);
    QCOMPARE(secondsText(-1.0), dash);
    QCOMPARE(percentText(0.0), QString("0.0%"));
    QCOMPARE(percentText(0.875, 1), QString("87.5%"));
}

void TestStrings::durations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << "0.0 s";
    QTest::newRow("very short") << 0.0123 << "12 ms";
    QTest::newRow("short") << 0.25 << "0.3 s";
    QTest::newRow("seconds") << 42.4 << "42 s";
    QTest::newRow("never 60 s") << 59.7 << "1 min 0 s";
    QTest::newRow("minutes") << 130.0 << "2 min 10 s";
    QTest::newRow("hours") << 7325.0 << "2 h 2 min";
}

void TestStrings::durations() {
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(secondsText(seconds), text);
}

void TestStrings::numbersFollowTheLocale() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const auto percent = percentText(0.5, 1);
    const auto number = numberText(0.25);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(percent, QString("50,0%"));
    QCOMPARE(number, QString("0,25"));
}

void TestStrings::everyErrorHasItsSentence() {
    std::set<QString> sentences;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Diverged); ++code) {
        const auto sentence = errorText(Error{static_cast<ErrorCode>(code), "no file x", {}});
        QVERIFY(sentence.endsWith('.') || sentence.endsWith('?'));
        QVERIFY(!sentence.contains("no file x"));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), std::size_t(ErrorCode::Diverged) + 1);
}

void TestStrings::everyStateAndPhaseHasItsWord() {
    for (int state = 0; state <= static_cast<int>(RunState::Interrupted); ++state) {
        QVERIFY(!stateText(static_cast<RunState>(state)).isEmpty());
    }
    for (int phase = 0; phase <= static_cast<int>(Phase::Controls); ++phase) {
        QVERIFY(!phaseText(static_cast<Phase>(phase)).isEmpty());
    }
}

void TestStrings::unknownIdsAreShownAsTheyAre() {
    QCOMPARE(modeText(ModeId("Z9")), QString("Z9"));
    QCOMPARE(controlText(ControlId("readout_only")), QString("Readout only"));
    QCOMPARE(seriesAxisText("drift.output"), QString("Output drift (nats)"));
    QCOMPARE(seriesAxisText("something.new"), QString("something.new"));
}

void TestStrings::timesAreLocal() {
    QCOMPARE(timeText(""), QString());
    QCOMPARE(timeText("no time"), QString("no time"));
    QVERIFY(timeText("2026-01-01T12:00:00.000Z").contains("26"));
}

void TestStrings::toolTipsTakeNoHtml() {
    QCOMPARE(plainToolTip("a < b & c"), QString("a < b & c"));
    QCOMPARE(plainToolTip("<b>bold</b>"), QString("<qt>&lt;b&gt;bold&lt;/b&gt;</qt>"));
}

TESSERA_TEST(TestStrings)
#include "test_strings.moc"

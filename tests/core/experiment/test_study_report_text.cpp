#include "core/experiment/study_report_text.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::experiment;

namespace {
QString shown(const std::string& text) {
    return QString::fromStdString(text);
}
} // namespace

class TestStudyReportText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void xml() {
        QCOMPARE(shown(xmlEscaped("a < b & \"c\" > 'd'\tü")),
                 QString("a &lt; b &amp; &quot;c&quot; &gt; 'd'\tü"));
        // What XML 1.0 cannot hold, and what is no UTF-8: a lone byte, an overlong slash, half of a
        // surrogate pair, a character that is cut off.
        for (const std::string bad : {"\x01", "\x80", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82"}) {
            const auto escaped = xmlEscaped("x" + bad + "y");
            QVERIFY(escaped.starts_with("x\uFFFD"));
            QVERIFY(escaped.ends_with("y"));
            QVERIFY(QString::fromStdString(escaped).toStdString() == escaped);
        }
        QCOMPARE(shown(xmlEscaped("\U0001F600")), QString::fromUtf8("\xf0\x9f\x98\x80"));
    }

    void latex() {
        QCOMPARE(shown(latexEscaped("50% of $x_1 & {y}^2 #3 ~ \\z <a>")),
                 QString("50\\% of \\$x\\_1 \\& \\{y\\}\\textasciicircum{}2 \\#3 "
                         "\\textasciitilde{} \\textbackslash{}z \\textless{}a\\textgreater{}"));
        QCOMPARE(shown(latexEscaped("a\nb\x80")), QString("a b?"));
        QCOMPARE(shown(latexEscaped(kDash)), QString("--"));
    }

    void csv() {
        QCOMPARE(shown(csvField("plain")), QString("plain"));
        QCOMPARE(shown(csvField("a,\"b\"")), QString("\"a,\"\"b\"\"\""));
        QCOMPARE(shown(csvField("two\nlines")), QString("\"two\nlines\""));
    }

    void numbers() {
        QCOMPARE(shown(percentText(0.8204)), QString("82.0"));
        QCOMPARE(shown(percentText({})), shown(std::string(kDash)));
        QCOMPARE(shown(pointsText(0.031)), QString("+3.1"));
        QCOMPARE(shown(pointsText(-0.004)), QString("-0.4"));
        QCOMPARE(shown(pointsText(-0.0001)), QString("0.0"));
        QCOMPARE(shown(intervalText(Interval{-0.0001, 0.5})), QString("[0.0, 50.0]"));
        QCOMPARE(shown(pText(0.004)), QString("0.004"));
        QCOMPARE(shown(pText(1e-9)), QString("< 0.001"));
        QCOMPARE(shown(pText({})), shown(std::string(kDash)));
    }

    void estimates() {
        stats::Estimate estimate{5, 0.82, 0.01, Interval{0.80, 0.84}};
        QCOMPARE(shown(estimateText(estimate)), QString("82.0 [80.0, 84.0]"));
        estimate = {1, 0.82, {}, {}};
        QCOMPARE(shown(estimateText(estimate)), QString("82.0 (n = 1)"));
        QCOMPARE(shown(changeText(estimate)), QString("+82.0 (n = 1)"));
        QCOMPARE(shown(estimateText({})), shown(std::string(kDash)));
    }

    void ranges() {
        QCOMPARE(shown(rangeText({}, 0)), shown(std::string(kDash)));
        QCOMPARE(shown(rangeText({3, 57.0, 57.0, 57.0}, 0)), QString("57"));
        QCOMPARE(shown(rangeText({3, 58.2, 57.0, 63.0}, 0)), QString("57 to 63 (mean 58.2)"));
        QCOMPARE(shown(rangeText({2, 1536.0, 1024.0, 2048.0}, 1, 1024.0)),
                 QString("1.0 to 2.0 (mean 1.5)"));
    }

    void lists() {
        QCOMPARE(shown(listText({})), QString());
        QCOMPARE(shown(listText({"a"})), QString("a"));
        QCOMPARE(shown(listText({"a", "b", "c"})), QString("a, b and c"));
        QCOMPARE(shown(countText(1, "run", "runs")), QString("1 run"));
        QCOMPARE(shown(countText(0, "run", "runs")), QString("0 runs"));
    }
};

TESSERA_TEST(TestStudyReportText)

#include "test_study_report_text.moc"

#include "ui/bridge/lesson_check.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::ui;

namespace {

RunSummary figures() {
    RunSummary summary;
    summary.sourceAccuracy = 0.95;
    summary.accuracyBefore = 0.1;
    summary.accuracyAfter = 0.832;
    summary.agreement = std::numeric_limits<double>::quiet_NaN();
    summary.controls = {{ControlId("shuffled_targets"), 0.12, 0.001},
                        {ControlId("readout_only"), std::nullopt, std::nullopt}};
    return summary;
}

} // namespace

class TestLessonCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data() {
        QTest::addColumn<QStringList>("figures");
        QTest::addColumn<double>("atLeast"); // NaN: none
        QTest::addColumn<double>("atMost");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("sign");
        const double none = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char* name, const QStringList& figures, double atLeast,
                            double atMost, const char* sentence, const char* sign) {
            QTest::newRow(name) << figures << atLeast << atMost << QString::fromUtf8(sentence)
                                << QString::fromUtf8(sign);
        };
        row("reached", {"accuracy_after"}, 0.6, none,
            "Expected: accuracy after at least 60.0%. Measured: 83.2%. As expected.", "✓");
        row("just reached", {"accuracy_after"}, 0.832, none,
            "Expected: accuracy after at least 83.2%. Measured: 83.2%. As expected.", "✓");
        row("nearly reached", {"accuracy_after"}, 0.8321, none,
            "Expected: accuracy after at least 83.21%. Measured: 83.20%. Not as expected.", "✗");
        row("nearly too much", {"accuracy_after"}, 0.5, 0.832004,
            "Expected: accuracy after from 50.0000% to 83.2004%. Measured: 83.2000%. As expected.",
            "✓");
        row("the same but for rounding", {"accuracy_after", "control:shuffled_targets"}, 0.712,
            none,
            "Expected: accuracy after minus accuracy of the control “Shuffled targets” at least "
            "71.2 points. Measured: 71.2 points. As expected.",
            "✓");
        row("missed", {"accuracy_after"}, 0.9, none,
            "Expected: accuracy after at least 90.0%. Measured: 83.2%. Not as expected.", "✗");
        row("too much", {"accuracy_before"}, none, 0.05,
            "Expected: accuracy before at most 5.0%. Measured: 10.0%. Not as expected.", "✗");
        row("a control", {"control:shuffled_targets"}, none, 0.25,
            "Expected: accuracy of the control “Shuffled targets” at most 25.0%. Measured: 12.0%. "
            "As expected.",
            "✓");
        row("a control that was not measured", {"control:readout_only"}, none, 0.25,
            "Expected: accuracy of the control “Readout only” at most 25.0%. Not measured.", "–");
        row("a control that was not run", {"control:untrained_source"}, none, 0.25,
            "Expected: accuracy of the control “Untrained source” at most 25.0%. Not measured.",
            "–");
        row("a measure that is no number", {"agreement"}, 0.5, none,
            "Expected: agreement with the source at least 50.0%. Not measured.", "–");
        row("a measure that is not there", {"recovery"}, 0.5, none,
            "Expected: recovery at least 50.0%. Not measured.", "–");
        row("a difference", {"accuracy_after", "control:shuffled_targets"}, 0.3, none,
            "Expected: accuracy after minus accuracy of the control “Shuffled targets” at least "
            "30.0 points. Measured: 71.2 points. As expected.",
            "✓");
        row("between two bounds", {"accuracy_after", "source_accuracy"}, -0.05, 0.05,
            "Expected: accuracy after minus accuracy of the source from -5.0 points to 5.0 points. "
            "Measured: -11.8 points. Not as expected.",
            "✗");
        row("a difference of which one half is missing", {"accuracy_after", "recovery"}, 0.3, none,
            "Expected: accuracy after minus recovery at least 30.0 points. Not measured.", "–");
    }
    void judges() {
        QFETCH(QStringList, figures);
        QFETCH(double, atLeast);
        QFETCH(double, atMost);
        QFETCH(QString, sentence);
        QFETCH(QString, sign);
        LessonCheck check{figures, std::nullopt, std::nullopt};
        if (!qIsNaN(atLeast)) {
            check.atLeast = atLeast;
        }
        if (!qIsNaN(atMost)) {
            check.atMost = atMost;
        }
        const auto outcome = outcomeOf(check, ::figures());
        QCOMPARE(lessonSentence(check, outcome), sentence);
        QCOMPARE(lessonSign(outcome.verdict), sign);
    }

    void knowsItsFigures() {
        QVERIFY(isLessonFigure("accuracy_after"));
        QVERIFY(isLessonFigure("control:anything"));
        QVERIFY(!isLessonFigure("control:"));
        QVERIFY(!isLessonFigure("luck"));
        QVERIFY(!isLessonFigure(""));
    }
};

TESSERA_TEST(TestLessonCheck)
#include "test_lesson_check.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/support/run_views.h"
#include "ui/plots/curve_kinds.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::test;

namespace {

std::shared_ptr<RunView> bare(int epochs) {
    auto view = std::make_shared<RunView>();
    view->record.id = RunId("r");
    view->record.experiment.transfer.epochs = epochs;
    return view;
}

} // namespace

class TestCurveData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void percentAndGap() {
        auto view = bare(2);
        view->samples = {{"accuracy.validation", 0, 0.1, ""},
                         {"accuracy.validation", 1, std::nullopt, ""},
                         {"accuracy.validation", 2, std::numeric_limits<double>::quiet_NaN(), ""},
                         {"accuracy.validation", 3, 0.9, ""}};
        const auto set = ui::curvesOf({view}, ui::curveKind("curve.accuracy"));
        QCOMPARE(set.curves.size(), std::size_t{1});
        const auto& points = set.curves[0].points;
        QCOMPARE(points.size(), std::size_t{4});
        QCOMPARE(*points[0].y, 10.0);
        QVERIFY(!points[1].y && !points[2].y);
        QCOMPARE(*set.curves[0].lastMeasured()->y, 90.0);
        QCOMPARE(*set.readoutStep, 3.0);
    }

    void testFigureHasItsInterval() {
        auto view = bare(3);
        view->record.summary.accuracyAfter = 0.8825;
        view->record.summary.interval = Interval{0.847, 0.91};
        const auto set = ui::curvesOf({view}, ui::curveKind("curve.accuracy"));
        QCOMPARE(set.tests.size(), std::size_t{1});
        QCOMPARE(set.tests[0].value, 88.25);
        QCOMPARE(set.tests[0].interval->lo, 84.7);
        QVERIFY(ui::curvesOf({view}, ui::curveKind("curve.loss")).tests.empty());
        view->record.summary.accuracyAfter.reset();
        QVERIFY(ui::curvesOf({view}, ui::curveKind("curve.accuracy")).tests.empty());
    }

    void pairsLieBehindTheMeanOfOneRun() {
        auto view = bare(1);
        view->samples = {{"drift.layer", 0, 2.0, ""},
                         {"drift.layer", 0, 1.0, "layers.0>lstm.0"},
                         {"drift.layer", 1, 1.0, "layers.0>lstm.0"},
                         {"drift.layer", 0, 3.0, "layers.1>lstm.1"}};
        const auto set = ui::curvesOf({view}, ui::curveKind("curve.drift.layer"));
        QCOMPARE(set.curves.size(), std::size_t{3});
        QCOMPARE(set.curves.back().layer, std::string());
        QCOMPARE(set.curves[0].style, ui::CurveStyle::Background);
        QCOMPARE(set.curves[0].points.size(), std::size_t{2});
        // Among several runs only the means can be told apart.
        QCOMPARE(ui::curvesOf({view, view}, ui::curveKind("curve.drift.layer")).curves.size(),
                 std::size_t{2});
    }

    void readoutIsNamedOnlyIfAllRunsShareIt() {
        const auto& kind = ui::curveKind("curve.drift.output");
        const auto three = madeRunView({.epochs = 3});
        const auto same = ui::curvesOf({three, three}, kind);
        QCOMPARE(*same.readoutStep, 4.0);
        QVERIFY(!same.readoutsApart);
        const auto apart = ui::curvesOf({three, madeRunView({.epochs = 5})}, kind);
        QVERIFY(!apart.readoutStep);
        QVERIFY(apart.readoutsApart);
        QCOMPARE(apart.lastX, 6.0);
        QVERIFY(apart.curves[0].points[4].readout && !apart.curves[1].points[4].readout);
    }

    void aRunThatStoppedEarlyIsAsLongAsItGot() {
        const auto& kind = ui::curveKind("curve.drift.output");
        auto stopped = bare(5000);
        for (int step = 0; step <= 970; ++step) {
            stopped->samples.push_back({"drift.output", step, 1.0, ""});
        }
        const auto alone = ui::curvesOf({stopped}, kind);
        QCOMPARE(alone.lastX, 970.0);
        QVERIFY(!alone.readoutStep && !alone.readoutsApart);
        // Epoch 4 of the one is the readout of the other: the axis must not name it.
        const auto both = ui::curvesOf({madeRunView({.epochs = 3}), stopped}, kind);
        QVERIFY(!both.readoutStep);
        QVERIFY(both.readoutsApart);
        // An unfinished run that is shorter does not stand in the way.
        stopped->samples.resize(3);
        QCOMPARE(*ui::curvesOf({madeRunView({.epochs = 3}), stopped}, kind).readoutStep, 4.0);
    }

    void controlsOfOneRun() {
        auto view = bare(3);
        view->record.summary.controls = {{ControlId("readout_only"), 0.758, {}},
                                         {ControlId("shuffled_targets"), std::nullopt, {}}};
        const auto set = ui::curvesOf({view}, ui::curveKind("curve.accuracy"));
        QCOMPARE(set.controls.size(), std::size_t{1});
        QCOMPARE(set.controls[0].value, 75.8);
        QVERIFY(ui::curvesOf({view}, ui::curveKind("curve.drift.hub")).controls.empty());
        QVERIFY(ui::curvesOf({view, view}, ui::curveKind("curve.accuracy")).controls.empty());
    }

    void batchesPerEpoch_data() {
        QTest::addColumn<int>("reference");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("done");
        QTest::addColumn<double>("expected"); // 0: unknown
        QTest::newRow("from the split") << 100 << 32 << 1 << false << 1.0 / 4;
        QTest::newRow("a last batch of one is dropped") << 97 << 32 << 1 << false << 1.0 / 3;
        QTest::newRow("batches of one") << 5 << 1 << 1 << false << 1.0 / 5;
        QTest::newRow("from a finished run") << 0 << 32 << 57 << true << 3.0 / 57;
        QTest::newRow("still running") << 0 << 32 << 57 << false << 0.0;
        QTest::newRow("not a whole number of epochs") << 0 << 32 << 58 << true << 0.0;
        QTest::newRow("no steps") << 0 << 32 << 0 << true << 0.0;
    }
    void batchesPerEpoch() {
        QFETCH(int, reference);
        QFETCH(int, batch);
        QFETCH(int, steps);
        QFETCH(bool, done);
        QFETCH(double, expected);
        auto view = bare(3);
        view->record.state = done ? RunState::Done : RunState::Running;
        view->record.experiment.data.splits.reference = reference;
        view->record.experiment.transfer.batch = batch;
        for (int step = 1; step <= steps; ++step) {
            view->samples.push_back({"loss.batch", step, 1.0, ""});
        }
        const auto scale = ui::epochsPerBatch(*view);
        QCOMPARE(scale.has_value(), expected > 0.0);
        QCOMPARE(scale.value_or(0.0), expected);
        const auto set = ui::curvesOf({view}, ui::curveKind("curve.loss"));
        QCOMPARE(set.curves.size(), std::size_t(expected > 0.0 ? 1 : 0));
    }
};

TESSERA_TEST(TestCurveData)
#include "test_curve_data.moc"

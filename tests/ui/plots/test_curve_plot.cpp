// What the curve plots do beyond the contract.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/result_strip.h"

#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::test;

namespace {

ui::ResultStrip* stripOf(QCustomPlot& canvas) {
    for (auto* layerable : canvas.layer("legend")->children()) {
        if (auto* strip = dynamic_cast<ui::ResultStrip*>(layerable)) {
            return strip;
        }
    }
    return nullptr;
}

} // namespace

class TestCurvePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curveReadoutNamesThePoint() {
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({madeRunView()});
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 1.0, 0.5));
        QCOMPARE(readout.last().first().toString(),
                 "digits mlp 8d/2L > lstm 5d/2L, seed 1, epoch 1: Output drift, 0.5");
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 4.0, 0.2));
        QVERIFY(readout.last().first().toString().contains("readout"));
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 3.0, 0.95));
        QVERIFY(readout.last().first().toString().contains("epoch: 3"));
    }

    void hubDriftSaysThatItCanRise() {
        PlotWorld world;
        auto plot = world.make("curve.drift.hub");
        plot->setRuns({madeRunView()});
        QVERIFY(plot->summary().contains("can rise in a good transfer"));
    }

    void severalRunsAreNamedWithTheirSeeds() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        plot->setRuns({withName("a", "first"), withName("b", "second")});
        QVERIFY(plot->summary().contains("first, seed 1"));
        QVERIFY(plot->summary().contains("second, seed 1"));
        const auto table = plot->table();
        QCOMPARE(table.rows.size(), std::size_t{2 * (5 + 5) + 2});
        QVERIFY(table.columns.contains("value (%)"));
    }

    void missingPointsBreakTheLine() {
        auto run = std::make_shared<RunView>(*madeRunView());
        std::erase_if(run->samples, [](const auto& s) { return s.series != "drift.output"; });
        run->samples[2].value.reset();
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({run});
        const auto& line = *static_cast<ui::CurveLineItem*>(canvasOf(*plot).plottable(0));
        QCOMPARE(line.points().size(), std::size_t{5});
        QVERIFY(line.points()[1].y && !line.points()[2].y && line.points()[3].y);
        QVERIFY(!plot->table().rows[2][5].isValid());
    }

    void controlsAreShownBesideTheTest() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        plot->setRuns({madeControlledRun()});
        plot->show();
        const auto table = plot->table();
        QCOMPARE(table.rows.back()[2].toString(), "Control, test: Readout only");
        QCOMPARE(table.rows.back()[5].toDouble(), 75.8);
        QVERIFY(plot->summary().contains("Readout only 75.8%"));
        auto& canvas = canvasOf(*plot);
        const auto strip = stripOf(canvas);
        QCOMPARE(strip->marks().size(), std::size_t{4});
        pixelOf(*plot, 0, 0, 0); // lays out
        const auto last = QPointF(canvas.xAxis->coordToPixel(4.0), 0.0);
        for (std::size_t i = 0; i < 4; ++i) { // apart from the curves' ends and from each other
            QVERIFY(strip->place(i).x() - (i > 0 ? strip->place(i - 1).x() : last.x() + 20) > 8.0);
            QVERIFY(strip->place(i).x() < canvas.width());
        }
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvas, strip->place(3).toPoint());
        QVERIFY(readout.last().first().toString().endsWith("control, test: Readout only 75.8%"));
        QTest::mouseMove(&canvas, strip->place(0).toPoint());
        QVERIFY(readout.last().first().toString().contains("test: 88.2%") ||
                readout.last().first().toString().contains("test: 88.3%"));
    }

    void runsOfDifferentLengthHaveMarkedReadouts() {
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({madeRunView(), madeRunView({.epochs = 9, .id = "b"})});
        const auto marked = [&](int index) {
            const auto& line = *static_cast<ui::CurveLineItem*>(canvasOf(*plot).plottable(index));
            std::vector<double> places;
            for (const auto& point : line.points()) {
                if (point.marker == ui::Marker::Triangle) {
                    places.push_back(point.x);
                }
            }
            return places;
        };
        QCOMPARE(marked(0), std::vector<double>{4.0});
        QCOMPARE(marked(1), std::vector<double>{10.0});
        QVERIFY(plot->summary().contains("is a triangle"));
        plot->setRuns({madeRunView(), madeRunView({.id = "b"})});
        QVERIFY(marked(0).empty());
        QVERIFY(!plot->summary().contains("triangle"));
    }
};

TESSERA_TEST(TestCurvePlot)
#include "test_curve_plot.moc"

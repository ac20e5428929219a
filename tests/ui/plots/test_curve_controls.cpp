// Smoothed curves, logarithmic axes, bands, and what tells several runs apart.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/curve_band.h"
#include "ui/plots/curve_kinds.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/curve_smoothing.h"
#include "ui/plots/plot_axes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

std::vector<ui::CurveLineItem*> linesOf(ui::Plot& plot) {
    std::vector<ui::CurveLineItem*> lines;
    for (int i = 0; i < canvasOf(plot).plottableCount(); ++i) {
        if (auto* line = dynamic_cast<ui::CurveLineItem*>(canvasOf(plot).plottable(i))) {
            lines.push_back(line);
        }
    }
    return lines;
}

std::vector<ui::CurveBandItem*> bandsOf(ui::Plot& plot) {
    std::vector<ui::CurveBandItem*> bands;
    for (int i = 0; i < canvasOf(plot).plottableCount(); ++i) {
        if (auto* band = dynamic_cast<ui::CurveBandItem*>(canvasOf(plot).plottable(i))) {
            bands.push_back(band);
        }
    }
    return bands;
}

void smooth(ui::Plot& plot, double weight) {
    auto& box = *plot.findChild<QComboBox*>("curveSmoothing");
    box.setCurrentIndex(box.findData(weight));
}

} // namespace

class TestCurveControls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movingAverage() {
        const std::vector<ui::CurvePoint> points = {
            {0.0, 0, 4.0, false}, {1.0, 1, std::nullopt, false}, {2.0, 2, 8.0, false}};
        const auto plain = ui::smoothed(points, 0.0);
        QCOMPARE(*plain[2], 8.0);
        const auto half = ui::smoothed(points, 0.5);
        QCOMPARE(*half[0], 4.0); // free of the pull of its start
        QVERIFY(!half[1]);
        QCOMPARE(*half[2], (0.25 * 4.0 + 0.5 * 8.0) / 0.75);
        QVERIFY(ui::smoothed({}, 0.9).empty());
        QVERIFY(std::isfinite(*ui::smoothed(points, 1.0)[2]));
    }

    void smoothingKeepsWhatWasMeasured() {
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({madeRunView()});
        QCOMPARE(linesOf(*plot).size(), std::size_t{1});
        smooth(*plot, 0.5);
        const auto lines = linesOf(*plot);
        QCOMPARE(lines.size(), std::size_t{2}); // pale ones behind
        QCOMPARE(*lines[0]->points()[1].y, 0.5);
        QCOMPARE(*lines[1]->points()[1].y, (0.25 * 1.0 + 0.5 * 0.5) / 0.75);
        QVERIFY(lines[0]->pen().color().alpha() < lines[1]->pen().color().alpha());
        QVERIFY(lines[0]->pen().widthF() < lines[1]->pen().widthF());
        QVERIFY(plot->summary().contains("exponential moving average, weight 0.5"));
        const auto table = plot->table();
        QCOMPARE(table.columns.last(), "smoothed, weight 0.5 (nats)");
        QCOMPARE(table.rows[1][5].toDouble(), 0.5);
        QCOMPARE(table.rows[1].back().toDouble(), *lines[1]->points()[1].y);
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 1.0, 0.5));
        QVERIFY(readout.last().first().toString().endsWith("Output drift, 0.5, smoothed 0.667"));
        smooth(*plot, 0.0);
        QCOMPARE(linesOf(*plot).size(), std::size_t{1});
        QVERIFY(!plot->summary().contains("moving average"));
    }

    void weightsGoUpToNinetyNine() {
        PlotWorld world;
        auto plot = world.make("curve.loss");
        const auto& box = *plot->findChild<QComboBox*>("curveSmoothing");
        QCOMPARE(box.itemData(0).toDouble(), 0.0);
        QCOMPARE(box.itemData(box.count() - 1).toDouble(), 0.99);
    }

    void logarithmicAxis() {
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({madeRunView()});
        auto& box = *plot->findChild<QCheckBox*>("curveLogarithmic");
        QVERIFY(box.isEnabled());
        box.click();
        const auto& y = *canvasOf(*plot).yAxis;
        QVERIFY(y.range().contains(std::log10(0.2)) && y.range().contains(0.0));
        QVERIFY(!y.range().contains(1.0));
        QCOMPARE(*linesOf(*plot)[0]->points()[1].y, std::log10(0.5));
        QCOMPARE(plot->table().rows[1][5].toDouble(), 0.5);
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 1.0, std::log10(0.5)));
        QVERIFY(readout.last().first().toString().endsWith("epoch 1: Output drift, 0.5"));
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 3.0, std::log10(0.9)));
        QVERIFY(readout.last().first().toString().contains("Output drift: 0."));
        QVERIFY(coloursIn(pictureOf(*plot, ui::lightTheme())) > 10);
    }

    void logarithmicEpochs() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        plot->setRuns({madeRunView()}); // epochs 0 to 3, and the readout
        auto& box = *plot->findChild<QCheckBox*>("curveLogEpochs");
        QVERIFY(box.isEnabled());
        const auto even = linesOf(*plot)[0]->points();
        QVERIFY(even[0].y.has_value());
        box.click();
        const auto& line = linesOf(*plot)[0]->points();
        QVERIFY(!line[0].y); // epoch 0
        QCOMPARE(line[2].x, std::log10(2.0));
        QCOMPARE(line[2].y, even[2].y);
        const auto range = canvasOf(*plot).xAxis->range();
        QVERIFY(range.contains(0.0) && range.contains(std::log10(4.0)) && !range.contains(-0.5));
        QVERIFY(plot->summary().contains("Epoch 0 is left out"));
        QCOMPARE(plot->table().rows[0][4].toInt(), 0); // the numbers are all there
        QVERIFY(plot->axes(ui::lightTheme())[0].logarithmicX);
        canvasOf(*plot).replot(QCustomPlot::rpImmediateRefresh);
        QCOMPARE(canvasOf(*plot).xAxis->tickVectorLabels(),
                 (QVector<QString>{"1", "2", "3", "readout"}));
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, std::log10(2.0), *even[2].y));
        QVERIFY(readout.last().first().toString().contains("epoch 2"));
        box.click();
        QVERIFY(!plot->summary().contains("left out"));
        QCOMPARE(linesOf(*plot)[0]->points()[0].y, even[0].y);
    }

    void logarithmicEpochsNeedOneAfterZero() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        auto run = std::make_shared<RunView>(*madeRunView());
        std::erase_if(run->samples, [](const MetricSample& sample) { return sample.step > 0; });
        plot->setRuns({run});
        auto& box = *plot->findChild<QCheckBox*>("curveLogEpochs");
        QVERIFY(!box.isEnabled());
        QVERIFY(box.toolTip().contains("nothing was measured after it"));
    }

    void logarithmNeedsValuesAboveZero() {
        PlotWorld world;
        auto plot = world.make("curve.drift.output");
        plot->setRuns({madeRunView()});
        auto& box = *plot->findChild<QCheckBox*>("curveLogarithmic");
        box.click();
        auto run = std::make_shared<RunView>(*madeRunView());
        for (auto& sample : run->samples) {
            if (sample.series == "drift.output" && sample.step == 2) {
                sample.value = 0.0;
            }
        }
        plot->setRuns({run});
        QVERIFY(!box.isEnabled());
        QVERIFY(box.toolTip().contains("no place for 0"));
        QCOMPARE(*linesOf(*plot)[0]->points()[1].y, 0.5); // even again
        plot->setRuns({madeRunView()});
        QVERIFY(box.isEnabled() && box.isChecked());
        QCOMPARE(*linesOf(*plot)[0]->points()[1].y, std::log10(0.5));
    }

    void accuracyHasItsBand() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        plot->setRuns({madeRunView({.samples = 200, .classes = 10})});
        const auto bands = bandsOf(*plot);
        QCOMPARE(bands.size(), std::size_t{1});         // of the accuracy, not of the agreement
        const auto& span = *bands[0]->points()[1].span; // 100 of 200 are right
        QVERIFY2(std::abs(span.lower - 43.136) < 0.01 && std::abs(span.upper - 56.864) < 0.01,
                 qPrintable(QString("%1 %2").arg(span.lower).arg(span.upper)));
        QVERIFY(plot->summary().contains(
            "Band: 95% interval (Wilson) of the accuracy on 200 validation inputs."));
        const auto table = plot->table();
        QVERIFY(std::abs(table.rows[1][6].toDouble() - 43.136) < 0.01);
        QVERIFY(table.rows[1][7].isValid());
        plot->setRuns({madeRunView({.samples = 0})}); // nobody knows how many
        QVERIFY(bandsOf(*plot).empty());
        QVERIFY(!plot->summary().contains("Band"));
    }

    void bandsOfSeveralRuns() {
        PlotWorld world;
        auto plot = world.make("curve.accuracy");
        plot->setRuns({madeRunView(), madeRunView({.samples = 24, .id = "b"})});
        QCOMPARE(bandsOf(*plot).size(), std::size_t{2});
        QVERIFY(plot->summary().contains("Bands: 95% intervals (Wilson)"));
        plot->setRuns({madeRunView({.notANumber = true})}); // with gaps
        QVERIFY(coloursIn(pictureOf(*plot, ui::lightTheme())) > 10);
    }

    void severalRunsDifferWithoutTheirColours() {
        PlotWorld world;
        for (const char* id : {"curve.drift.output", "curve.accuracy"}) {
            auto plot = world.make(id);
            std::vector<RunViewPtr> runs;
            for (const char* name : {"a", "b", "c"}) {
                runs.push_back(withName(name, name));
            }
            plot->setRuns(runs);
            QSet<int> markers, dashes;
            for (const auto* line : linesOf(*plot)) {
                markers.insert(static_cast<int>(line->marker()));
                dashes.insert(static_cast<int>(line->pen().style()));
            }
            QCOMPARE(markers.size(), 3);
            QVERIFY(!markers.contains(static_cast<int>(ui::Marker::None)));
            // Where a run has two curves, the dash tells these apart.
            QCOMPARE(dashes.size(), QByteArray(id) == "curve.accuracy" ? 2 : 3);
        }
    }

    void theChosenPairStandsOut() {
        auto run = std::make_shared<RunView>(*madeRunView());
        for (int step = 0; step <= 4; ++step) {
            run->samples.push_back({"drift.layer", step, 2.0, "layers.0>layers.0"});
            run->samples.push_back({"drift.layer", step, 3.0, "layers.1>layers.1"});
        }
        PlotWorld world;
        auto plot = world.make("curve.drift.layer");
        plot->setRuns({run});
        const auto lines = linesOf(*plot);
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(lines[0]->pen().widthF(), lines[1]->pen().widthF());
        world.selection.setLayers(ui::ChosenLayers{"layers.1", "layers.1"});
        QVERIFY(lines[1]->pen().widthF() > lines[0]->pen().widthF());
        world.selection.setLayers(std::nullopt);
        QCOMPARE(lines[0]->pen().widthF(), lines[1]->pen().widthF());
    }
};

TESSERA_TEST(TestCurveControls)
#include "test_curve_controls.moc"

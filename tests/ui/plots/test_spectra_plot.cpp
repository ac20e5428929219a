#include "ui/plots/spectra_plot.h"

#include "tests/support/test_registry.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/plot_axes.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <set>

using namespace tessera;
using namespace tessera::test;

namespace {

ui::SpectraPlot& spectraPlot(ui::Plot& plot) {
    return static_cast<ui::SpectraPlot&>(plot);
}

// Those of one of the plot's two axis rects.
std::vector<ui::CurveLineItem*> linesOf(ui::Plot& plot, int rect) {
    std::vector<ui::CurveLineItem*> lines;
    for (int i = 0; i < canvasOf(plot).plottableCount(); ++i) {
        auto* line = dynamic_cast<ui::CurveLineItem*>(canvasOf(plot).plottable(i));
        if (line != nullptr && line->keyAxis()->axisRect() == canvasOf(plot).axisRect(rect)) {
            lines.push_back(line);
        }
    }
    return lines;
}

} // namespace

class TestSpectraPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void featuresOfBothNetworks() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        QCOMPARE(made.analysis.spectraMade, 2);
        const auto lines = linesOf(*plot, 0);
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0]->points().size(), std::size_t{8});
        QCOMPARE(lines[1]->points().size(), std::size_t{5});
        QCOMPARE(*lines[0]->points()[0].y, std::log10(12.0)); // the third layer
        QCOMPARE(lines[0]->pen().style(), Qt::SolidLine);
        QCOMPARE(lines[1]->pen().style(), Qt::DashLine);
        QCOMPARE(lines[0]->pen().color(), made.world.theme.theme().identity(ui::Identity::Source));
        const auto ratios = linesOf(*plot, 1);
        QCOMPARE(ratios.size(), std::size_t{2});
        QCOMPARE(ratios[0]->points().size(), std::size_t{3});
        QCOMPARE(*ratios[1]->points()[2].y, 4.0);
        // The eigenvalues of those that are shown, and the ratios of all.
        const auto table = plot->table();
        QCOMPARE(table.rows.size(), std::size_t{2 + 8 + 2 + 5});
        QCOMPARE(table.rows[0][1].toString(), "layers.0");
        QCOMPARE(table.rows[0][2].toDouble(), 2.0);
        QVERIFY(!table.rows[0][4].isValid());
        QCOMPARE(table.rows[3][3].toInt(), 2);
        QCOMPARE(table.rows[3][4].toDouble(), 6.0);
        QVERIFY(plot->summary().contains("Participation ratios of the source: layers.0 2, "));
        QVERIFY(spectraPlot(*plot).notice().isEmpty());
    }

    void allLayersInTints() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        auto& box = pickerOf(*plot, "spectraSource");
        QCOMPARE(box.currentText(), "feature");
        box.setCurrentIndex(box.count() - 1);
        QCOMPARE(box.currentText(), "all layers");
        const auto lines = linesOf(*plot, 0);
        QCOMPARE(lines.size(), std::size_t{4});
        std::set<QRgb> colours;
        for (const auto* line : lines) {
            colours.insert(line->pen().color().rgb());
        }
        QCOMPARE(colours.size(), std::size_t{4});
        QCOMPARE(plot->table().rows.size(), std::size_t{3 * 8 + 2 + 5});
        // It is kept by name, and so is "all".
        plot->setRuns({withName("other", "other")});
        QCOMPARE(box.currentText(), "all layers");
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(linesOf(*plot, 0).size(), std::size_t{4});
    }

    void logarithmicOrNot() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        auto* log = plot->findChild<QCheckBox*>("spectraLog");
        QVERIFY(log->isChecked());
        log->setChecked(false);
        QCOMPARE(*linesOf(*plot, 0)[0]->points()[0].y, 12.0);
        QVERIFY(canvasOf(*plot).yAxis->range().contains(0.0));
        QCOMPARE(plot->table().rows[2][4].toDouble(), 12.0);
        const auto axes = plot->axes(ui::lightTheme());
        QCOMPARE(axes.size(), std::size_t{1});
        QVERIFY(!axes.front().logarithmicY);
        log->setChecked(true);
        QVERIFY(plot->axes(ui::lightTheme()).front().logarithmicY);
    }

    void axesAreRowsOfTheTable() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        const auto axes = plot->axes(ui::lightTheme());
        const auto table = plot->table();
        QCOMPARE(axes.front().series.size(), std::size_t{2});
        for (const auto& series : axes.front().series) {
            for (std::size_t row = 0; row < series.rows; ++row) {
                const auto& cells = table.rows.at(series.firstRow + row);
                QCOMPARE(cells[std::size_t(series.x)].toUInt(), uint(row + 1));
                QVERIFY(cells[std::size_t(series.y)].toDouble() > 0.0);
                QVERIFY(series.name.endsWith("feature"));
            }
        }
    }

    // The source's layers are the same at every step.
    void aGrowingRunComputesWhatHasGrown() {
        LayersWorld made;
        auto run = madeLiveRun();
        const auto plot = completePlot(made.world, "spectra", run);
        run = grown(run, 11);
        plot->setRuns({run});
        QVERIFY(!plot->isComplete());
        QCOMPARE(linesOf(*plot, 0).size(), std::size_t{2}); // the older ones
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.spectraMade, 3);
        pickerOf(*plot, "spectraTime").setCurrentIndex(1);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.spectraMade, 4);
    }

    void followsTheChosenLayers() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        made.world.selection.setLayers(ui::ChosenLayers{"layers.0", "layers.1"});
        QCOMPARE(pickerOf(*plot, "spectraSource").currentText(), "layers.0");
        QCOMPARE(pickerOf(*plot, "spectraReceiver").currentText(), "layers.1");
        QCOMPARE(*linesOf(*plot, 0)[0]->points()[0].y, std::log10(4.0));
        made.world.selection.setLayers(ui::ChosenLayers{"nothing", "feature"});
        QCOMPARE(pickerOf(*plot, "spectraSource").currentText(), "layers.0");
        QCOMPARE(pickerOf(*plot, "spectraReceiver").currentText(), "feature");
    }

    void readouts() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeRunView());
        plot->show();
        auto& canvas = canvasOf(*plot);
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvas, pixelOf(*plot, 0, 3, std::log10(3.0)));
        QTRY_VERIFY(readout.last().first().toString().endsWith("feature, axis 3: variance 3"));
        QTest::mouseMove(&canvas, pixelOf(*plot, 1, 1, 2.0));
        QTRY_VERIFY(
            readout.last().first().toString().contains("layers.0: participation ratio 2 of "));
    }

    void layersWithoutASpectrum() {
        LayersWorld made;
        const auto plot = completePlot(made.world, "spectra", madeBrokenRun());
        QVERIFY(plot->summary().contains("layers.0 \u2014"));
        QVERIFY(spectraPlot(*plot).notice().isEmpty());
        pickerOf(*plot, "spectraSource").setCurrentText("layers.0");
        QVERIFY(!plot->table().rows[0][2].isValid());
        QVERIFY(!plot->table().rows[0][4].isValid());
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            QVERIFY(coloursIn(pictureOf(*plot, *theme)) > 4);
        }
    }

    void saysWhatIsMissing() {
        LayersWorld made;
        ui::PlotContext without = made.world.context;
        without.analyst = nullptr;
        ui::SpectraPlot alone(without, nullptr);
        QVERIFY(alone.emptyText().startsWith("Run a transfer to see how the layers"));
        alone.setRuns({madeRunView()});
        QVERIFY(alone.isComplete());
        QCOMPARE(alone.notice(), "There is no engine here that could compute the spectra.");
        alone.setRuns({madeRunView({.samples = 1, .id = "one"})});
        QCOMPARE(alone.notice(), "Too few samples: there are 1, and a spectrum needs 2.");
        alone.setRuns({madeRunView({.samples = 0, .id = "none"})});
        QVERIFY(alone.isEmpty() && alone.emptyText().startsWith("This run kept no layers."));

        LayersWorld later(false);
        auto plot = later.world.make("spectra");
        plot->setRuns({madeRunView()});
        QCOMPARE(spectraPlot(*plot).notice(),
                 "The spectra will be computed once the engine is loaded.");
        QCOMPARE(plot->table().rows.size(), std::size_t{6});
        later.analysis.comparesBadly = true;
        later.load();
        QTRY_VERIFY(plot->isComplete());
        QVERIFY(plot->summary().endsWith(spectraPlot(*plot).notice()));
        QVERIFY(!spectraPlot(*plot).notice().isEmpty());
    }
};

TESSERA_TEST(TestSpectraPlot)
#include "test_spectra_plot.moc"

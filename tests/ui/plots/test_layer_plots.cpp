// What the distributions and the figures of the units do beyond the contract.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/distribution_plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/unit_marks.h"
#include "ui/plots/unit_plot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

// A run whose features are these, the receiver's the same at both ends.
RunViewPtr runOf(const Matrix& source, const Matrix& before, const Matrix& after) {
    auto view = std::make_shared<RunView>(*madeRunView({.samples = source.rows}));
    const auto with = [](const NetworkRows& network, const Matrix& feature) {
        auto other = std::make_shared<NetworkRows>(network);
        other->layers = {{"layers.0", feature}, {"feature", feature}};
        return other;
    };
    auto first = std::make_shared<Snapshot>(*view->snapshots.first);
    auto last = std::make_shared<Snapshot>(*view->snapshots.last);
    first->source = last->source = with(*last->source, source);
    first->receiver = with(*first->receiver, before);
    last->receiver = with(*last->receiver, after);
    view->snapshots = {first, last};
    return view;
}

// Three units: always 0, of use, of use; the receiver's are bounded, and one is at its ends.
RunViewPtr telling() {
    Matrix source{20, 3, {}}, receiver{20, 2, {}};
    for (int row = 0; row < 20; ++row) {
        source.values.insert(source.values.end(),
                             {0.0F, static_cast<float>(row), 1.0F + 0.1F * row});
        receiver.values.insert(receiver.values.end(),
                               {row % 2 == 0 ? -0.99F : 0.99F, 0.04F * static_cast<float>(row)});
    }
    return runOf(source, receiver, receiver);
}

QComboBox& layerPicker(ui::Plot& plot, const char* name) {
    return *plot.findChild<QComboBox*>(name);
}

std::vector<ui::UnitMarks*> marksOf(ui::Plot& plot) {
    std::vector<ui::UnitMarks*> marks;
    for (int i = 0; i < canvasOf(plot).plottableCount(); ++i) {
        if (auto* one = dynamic_cast<ui::UnitMarks*>(canvasOf(plot).plottable(i))) {
            marks.push_back(one);
        }
    }
    return marks;
}

} // namespace

class TestLayerPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distributionShowsAllThree() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        plot->setRuns({madeRunView()});
        QVERIFY(!plot->isComplete()); // computed off this thread
        QVERIFY(plot->summary().contains("are being computed"));
        QTRY_VERIFY(plot->isComplete());
        const auto table = plot->table();
        QCOMPARE(table.columns, (QStringList{"from", "to under", "density, source, feature",
                                             "density, receiver before, feature",
                                             "density, receiver after, feature"}));
        double area = 0.0;
        for (const auto& row : table.rows) {
            area += row[2].toDouble() * (row[1].toDouble() - row[0].toDouble());
        }
        QVERIFY(std::abs(area - 1.0) < 1e-9);
        QVERIFY(plot->summary().contains("receiver before, feature: activations from"));
        QCOMPARE(plot->axes(ui::lightTheme()).front().series.size(), std::size_t{3});
    }

    void distributionOfOneSnapshotHasNoBefore() {
        auto run = std::make_shared<RunView>(*madeRunView());
        run->snapshots.last = run->snapshots.first;
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        showRuns(*plot, {run});
        QCOMPARE(plot->table().columns.size(), 4);
        QVERIFY(plot->table().columns.last().contains("receiver, feature"));
    }

    void chosenSamplesAreDrawnOverAll() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        showRuns(*plot, {madeRunView()});
        auto& shown = static_cast<ui::DistributionPlot&>(*plot);
        QCOMPARE(canvasOf(*plot).plottableCount(), 2 + 3); // bars, mark, three outlines
        QVERIFY(shown.chosen() == nullptr);
        const auto all = *shown.distributions();
        world.selection.setSamples({0, 1});
        QTRY_VERIFY(plot->isComplete());
        QVERIFY(shown.chosen() != nullptr);
        QCOMPARE(canvasOf(*plot).plottableCount(), 2 + 5);
        QCOMPARE(shown.distributions()->edges, all.edges);
        QCOMPARE(shown.chosen()->source->count, 2 * 8);
        QVERIFY(plot->summary().contains("2 chosen sample(s)"));
        QCOMPARE(plot->table().columns.size(), 2 + 6);
        world.selection.clear();
        QTRY_COMPARE(canvasOf(*plot).plottableCount(), 2 + 3);
    }

    void densityCanBeLogarithmic() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        showRuns(*plot, {madeRunView()});
        const auto upper = canvasOf(*plot).yAxis->range().upper;
        plot->findChild<QCheckBox*>("logDensity")->click();
        const auto range = canvasOf(*plot).yAxis->range();
        QVERIFY(range.upper < upper + 1.0);
        QVERIFY(
            range.lower <
            std::log10(*static_cast<ui::DistributionPlot&>(*plot).distributions()->leastDensity()));
        QVERIFY(canvasOf(*plot).yAxis->label().contains("density"));
        QVERIFY(plot->axes(ui::lightTheme()).front().logarithmicY);
        QVERIFY(coloursIn(pictureOf(*plot, ui::darkTheme())) > 10);
    }

    void distributionReadsOutItsBins() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        showRuns(*plot, {madeRunView()});
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::keyClick(&canvasOf(*plot), Qt::Key_Right);
        const auto text = readout.last().first().toString();
        QVERIFY2(text.startsWith("activations from ") && text.contains("source, feature: "),
                 qPrintable(text));
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 0.0, 0.1));
        QVERIFY(readout.last().first().toString().startsWith("activations from "));
    }

    void distributionSaysWhatIsConstantAndMissing() {
        const float nan = std::nanf("");
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-distribution");
        showRuns(*plot, {runOf({2, 1, {3, 3}}, {2, 1, {nan, 1}}, {2, 1, {nan, nan}})});
        QVERIFY(plot->summary().contains("source, feature: every activation is 3."));
        QVERIFY(plot->summary().contains("receiver after, feature: no activation is finite."));
        QVERIFY(plot->summary().contains("receiver before, feature: 1 activations are missing"));
        showRuns(*plot, {runOf({2, 1, {nan, nan}}, {2, 1, {nan, nan}}, {2, 1, {nan, nan}})});
        QVERIFY(plot->summary().contains("No activation of these layers is finite."));
        QVERIFY(coloursIn(pictureOf(*plot, ui::lightTheme())) > 2);
    }

    void growthKeepsWhatIsShownUntilTheNewIsThere() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {madeRunView()});
        const auto before = plot->table().rows;
        auto grown = std::make_shared<RunView>(*madeRunView());
        const auto& last = *grown->snapshots.last;
        auto next = std::make_shared<Snapshot>(last);
        auto receiver = std::make_shared<NetworkRows>(*last.receiver);
        receiver->layers[2].values.values[0] = 5.0F;
        next->receiver = receiver;
        grown->snapshots.last = next;
        plot->setRuns({grown});
        QVERIFY(!plot->isComplete());
        QVERIFY(plot->table().rows == before);
        QTRY_VERIFY(plot->isComplete());
        QVERIFY(plot->table().rows != before);
        plot->setRuns({withName("other", "other")}); // another run: nothing of the old one
        QVERIFY(plot->table().rows.empty());
        QTRY_VERIFY(!plot->table().rows.empty());
    }

    void unitsAreCountedAndMarked() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {telling()});
        const auto summary = plot->summary();
        QVERIFY2(summary.contains("1 of 3 unit(s) dead; the layer has no ends to saturate at."),
                 qPrintable(summary));
        QVERIFY2(summary.contains("0 of 2 unit(s) dead, 1 saturated."), qPrintable(summary));
        const auto marks = marksOf(*plot);
        QCOMPARE(marks.size(), std::size_t{2});
        QVERIFY(marks[0]->marks()[0].special == ui::Marker::Cross);
        QVERIFY(!marks[0]->marks()[1].special);
        QVERIFY(marks[1]->marks()[0].special == ui::Marker::Triangle);
        const auto table = plot->table();
        QCOMPARE(table.rows.size(), std::size_t{5});
        QCOMPARE(table.rows[0][10].toString(), "yes");
        QVERIFY(!table.rows[0][11].isValid()); // no ends: not measured
        QCOMPARE(table.rows[3][11].toString(), "yes");
        QCOMPARE(table.rows[1][3].toDouble(), 9.5);
        QVERIFY(table.rows[1][12].toString().startsWith("19 (digit 1), 18 (digit 0)"));
        QCOMPARE(plot->axes(ui::lightTheme()).size(), std::size_t{2});
    }

    void unitFigureAndOrder() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {telling()});
        layerPicker(*plot, "unitOrder").setCurrentIndex(1);
        QCOMPARE(plot->table().rows[0][2].toInt(), 1); // the highest mean
        QCOMPARE(plot->table().rows[2][2].toInt(), 0);
        layerPicker(*plot, "unitFigure").setCurrentIndex(2);
        QVERIFY(plot->summary().contains("samples at rest (%)"));
        QCOMPARE(*marksOf(*plot)[0]->marks()[0].value, 100.0); // the dead one
        layerPicker(*plot, "unitFigure").setCurrentIndex(3);
        QVERIFY(!marksOf(*plot)[0]->marks()[0].value); // no ends to saturate at
        QCOMPARE(*marksOf(*plot)[1]->marks()[0].value, 100.0);
    }

    void unitsBeforeTheReceiverLearned() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        const auto run = madeRunView();
        showRuns(*plot, {run});
        const auto now = plot->table().rows;
        layerPicker(*plot, "snapshotTime").setCurrentIndex(1);
        QTRY_VERIFY(plot->isComplete());
        const auto before = plot->table().rows;
        QVERIFY(std::equal(now.begin(), now.begin() + 8, before.begin())); // the source
        QVERIFY(now[8] != before[8]);
        layerPicker(*plot, "snapshotTime").setCurrentIndex(0);
        QVERIFY(plot->isComplete()); // known already
        QVERIFY(plot->table().rows == now);
    }

    void aUnitNamesAndChoosesItsSamples() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {telling()});
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 1, 5));
        const auto text = readout.last().first().toString();
        QVERIFY2(text.startsWith("source unit 1: mean 9.5") &&
                     text.contains("strongest for sample 19 (digit 1), 18"),
                 qPrintable(text));
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, pixelOf(*plot, 0, 1, 5));
        QCOMPARE(world.selection.samples(), (std::vector<int>{15, 16, 17, 18, 19}));
        const auto marks = marksOf(*plot);
        QVERIFY(marks[0]->marks()[1].ringed && !marks[0]->marks()[0].ringed);
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, Qt::ControlModifier,
                          pixelOf(*plot, 1, 0, 5));
        QCOMPARE(world.selection.samples().size(), std::size_t{10}); // odd rows: 1, 3, ... as well
    }

    void theCrossGoesFromHalfToHalf() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {telling()});
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        auto& canvas = canvasOf(*plot);
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(readout.last().first().toString().startsWith("source unit 0: "));
        QVERIFY(readout.last().first().toString().contains("dead"));
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&canvas, Qt::Key_Right);
        }
        QVERIFY(readout.last().first().toString().startsWith("receiver unit 0: "));
        QTest::keyClick(&canvas, Qt::Key_Left);
        QVERIFY(readout.last().first().toString().startsWith("source unit 2: "));
        QTest::keyClick(&canvas, Qt::Key_Space);
        QCOMPARE(world.selection.samples(), (std::vector<int>{15, 16, 17, 18, 19}));
    }

    void oneSampleAndOneUnit() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activation-units");
        showRuns(*plot, {runOf({1, 1, {2}}, {1, 1, {2}}, {1, 1, {3}})});
        QVERIFY(plot->summary().contains("1 unit(s); one sample does not tell which are dead."));
        QVERIFY(!plot->table().rows[0][10].isValid());
        const float nan = std::nanf("");
        showRuns(*plot, {runOf({2, 1, {nan, nan}}, {2, 1, {0, 0}}, {2, 1, {0, 0}})});
        QVERIFY(plot->summary().contains("Source: 2 activations are missing"));
        QVERIFY(coloursIn(pictureOf(*plot, ui::lightTheme())) > 2);
    }

    void layersAreChosenEverywhere() {
        LayersWorld made;
        auto& world = made.world;
        auto units = world.make("activation-units");
        auto spread = world.make("activation-distribution");
        showRuns(*units, {madeRunView()});
        showRuns(*spread, {madeRunView()});
        layerPicker(*units, "sourceLayer").setCurrentText("layers.1");
        QCOMPARE(layerPicker(*spread, "sourceLayer").currentText(), "layers.1");
        QCOMPARE(layerPicker(*spread, "receiverLayer").currentText(), "feature");
        QTRY_VERIFY(units->isComplete() && spread->isComplete());
        QVERIFY(spread->summary().contains("source, layers.1"));
        world.selection.setLayers(ui::ChosenLayers{"no such", "layers.0"});
        QCOMPARE(layerPicker(*units, "sourceLayer").currentText(), "layers.1");
        QCOMPARE(layerPicker(*units, "receiverLayer").currentText(), "layers.0");
        world.selection.setLayers(std::nullopt);
        QCOMPARE(layerPicker(*units, "receiverLayer").currentText(), "layers.0");
    }

    // Whether what was shown comes from another object does not matter, its units do.
    void zoomStaysWithTheUnits() {
        LayersWorld made;
        auto plot = made.world.make("activation-units");
        const auto run = madeRunView();
        showRuns(*plot, {run});
        plot->show();
        const auto shown = [&plot] {
            return canvasOf(*plot).axisRect(1)->axis(QCPAxis::atBottom)->range();
        };
        QTest::keyClick(&canvasOf(*plot), Qt::Key_Plus);
        const auto zoomed = shown();
        showRuns(*plot, {std::make_shared<RunView>(*madeRunView())}); // read anew
        QCOMPARE(shown(), zoomed);
        layerPicker(*plot, "snapshotTime").setCurrentIndex(1);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(shown(), zoomed);
        // One unit less at the other end, and both are known by then.
        auto other = std::make_shared<RunView>(*run);
        const auto narrow = [](const SnapshotPtr& snapshot) {
            auto next = std::make_shared<Snapshot>(*snapshot);
            auto receiver = std::make_shared<NetworkRows>(*snapshot->receiver);
            receiver->layers[2].values = madeMatrix(12, 3, 0.0, false);
            next->receiver = receiver;
            return next;
        };
        other->snapshots.first = narrow(run->snapshots.first);
        showRuns(*plot, {other});
        QVERIFY(shown() != zoomed);
        layerPicker(*plot, "snapshotTime").setCurrentIndex(0);
        QTRY_VERIFY(plot->isComplete());
        layerPicker(*plot, "snapshotTime").setCurrentIndex(1);
        QVERIFY(plot->isComplete()); // both are known
        QTest::keyClick(&canvasOf(*plot), Qt::Key_Plus);
        layerPicker(*plot, "snapshotTime").setCurrentIndex(0);
        QVERIFY(plot->isComplete());
        QVERIFY(shown().contains(0.0) && shown().contains(4.0)); // all five units
    }

    void figuresWaitForTheEngine_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("units") << "activation-units";
        QTest::newRow("distribution") << "activation-distribution";
    }

    void figuresWaitForTheEngine() {
        QFETCH(QString, id);
        LayersWorld made(false);
        auto plot = made.world.make(qPrintable(id));
        plot->setRuns({madeRunView()});
        QVERIFY(!plot->isComplete());
        QVERIFY(plot->summary().contains("as soon as the engine is there"));
        made.load();
        QTRY_VERIFY(plot->isComplete());
        QVERIFY(!plot->table().rows.empty());
    }

    void anEngineThatThrowsIsASentence_data() { figuresWaitForTheEngine_data(); }

    void anEngineThatThrowsIsASentence() {
        QFETCH(QString, id);
        LayersWorld made;
        made.analysis.throws = true;
        auto plot = made.world.make(qPrintable(id));
        showRuns(*plot, {madeRunView()});
        QVERIFY2(plot->summary().contains("could not be computed."), qPrintable(plot->summary()));
        QVERIFY(plot->table().rows.empty());
        made.analysis.throws = false; // what comes next is computed
        showRuns(*plot, {withName("other", "other")});
        QVERIFY(!plot->table().rows.empty());
    }

    void goesAwayWhileItComputes() {
        LayersWorld made;
        auto& world = made.world;
        for (const char* id : {"activation-units", "activation-distribution"}) {
            auto plot = world.make(id);
            plot->setRuns({madeRunView({.samples = 2'000, .sourceUnits = 400})});
            QVERIFY(!plot->isComplete());
        }
        QCoreApplication::processEvents();
    }
};

TESSERA_TEST(TestLayerPlots)
#include "test_layer_plots.moc"

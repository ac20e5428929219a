#include "tests/support/test_registry.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/drift_strip_data.h"
#include "ui/plots/plot_axes.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

// Three pairs over steps 0 to 3 and the readout; one value is missing, one is not finite.
std::shared_ptr<RunView> runWithPairs() {
    auto view = std::make_shared<RunView>(*madeRunView());
    for (int step = 0; step <= 4; ++step) {
        view->samples.push_back({"drift.layer", step, 4.0 - 0.5 * step, "layers.10>layers.1"});
        view->samples.push_back({"drift.layer", step, step == 2 ? std::nan("") : 2.0 - 0.25 * step,
                                 "layers.2>layers.0"});
        if (step != 1) {
            view->samples.push_back({"drift.layer", step, 1.0 + step, "stream.0>lstm.0"});
        }
    }
    return view;
}

} // namespace

class TestDriftStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsPairsByTheirNumbers() {
        const auto strip = ui::driftStripOf(*runWithPairs());
        QCOMPARE(strip.rows.size(), std::size_t{4});
        QCOMPARE(strip.rows[0].pair, std::string("layers.2>layers.0"));
        QCOMPARE(strip.rows[1].pair, std::string("layers.10>layers.1"));
        QCOMPARE(strip.rows[2].pair, std::string("stream.0>lstm.0"));
        QVERIFY(strip.rows[3].pair.empty()); // the mean comes last
        QCOMPARE(strip.steps, 5);
        QCOMPARE(*strip.readout, 4);
        QVERIFY(!strip.rows[0].values[2] && !strip.rows[2].values[1]);
        QCOMPARE(*strip.rows[1].values[4], 2.0);
        QVERIFY(strip.allPositive());
        QCOMPARE(strip.span()->greatest, 5.0);
        QVERIFY(!ui::driftStripOf(RunView()).hasValues());
        auto damaged = std::make_shared<RunView>();
        damaged->samples = {{"drift.layer", -3, 1.0, ""},
                            {"drift.layer", std::int64_t{1} << 60, 1.0, ""}};
        QVERIFY(ui::driftStripOf(*damaged).rows.empty());
    }

    void namesOfPairs() {
        const ui::ChosenLayers layers{"layers.0", "lstm.1"};
        QCOMPARE(*ui::layersOfPair("layers.0>lstm.1"), layers);
        QCOMPARE(ui::pairOfLayers(layers), std::string("layers.0>lstm.1"));
        for (const char* none : {"", "layers.0", ">a", "a>"}) {
            QVERIFY(!ui::layersOfPair(none));
        }
    }

    void tableHasAColumnPerStep() {
        PlotWorld world;
        auto plot = world.make("curve.drift.pairs");
        plot->setRuns({runWithPairs()});
        const auto table = plot->table();
        QCOMPARE(table.columns.size(), 6);
        QCOMPARE(table.columns[1], "epoch 0 (nats)");
        QCOMPARE(table.columns[5], "readout (nats)");
        QCOMPARE(table.rows[0][0].toString(), "layers.2 > layers.0");
        QVERIFY(!table.rows[0][3].isValid());
        QCOMPARE(table.rows[3][0].toString(), "mean over the pairs");
        QVERIFY(plot->summary().contains("layers.10 > layers.1: 4 nats at epoch 0, 2 nats at "
                                         "readout."));
        QCOMPARE(plot->axes(ui::lightTheme()).front().series.front().y, 5);
    }

    void readsOutCellsAndChoosesLayers() {
        PlotWorld world;
        auto plot = world.make("curve.drift.pairs");
        plot->setRuns({runWithPairs()});
        plot->show();
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 3, 1));
        QCOMPARE(readout.last().first().toString(), "layers.10 > layers.1, epoch 3: 2.5 nats");
        QTest::mouseMove(&canvasOf(*plot), pixelOf(*plot, 0, 2, 0));
        QCOMPARE(readout.last().first().toString(), "layers.2 > layers.0, epoch 2: not measured");
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, pixelOf(*plot, 0, 3, 2));
        QCOMPARE(*world.selection.layers(), (ui::ChosenLayers{"stream.0", "lstm.0"}));
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, pixelOf(*plot, 0, 3, 3)); // mean
        QVERIFY(world.selection.layers());
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, pixelOf(*plot, 0, 1, 2));
        QVERIFY(!world.selection.layers()); // once more: none
    }

    void theCrossMovesByKeys() {
        PlotWorld world;
        auto plot = world.make("curve.drift.pairs");
        plot->setRuns({runWithPairs()});
        plot->show();
        auto& canvas = canvasOf(*plot);
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        for (const auto key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) {
            QTest::keyClick(&canvas, key);
        }
        QCOMPARE(readout.last().first().toString(), "layers.10 > layers.1, epoch 1: 3.5 nats");
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(world.selection.layers()->receiver, std::string("layers.1"));
        for (int i = 0; i < 9; ++i) {
            QTest::keyClick(&canvas, Qt::Key_Up);
        }
        QVERIFY(readout.last().first().toString().startsWith("layers.2 > layers.0"));
    }

    void logarithmicColoursNeedValuesAboveZero() {
        PlotWorld world;
        auto plot = world.make("curve.drift.pairs");
        auto run = runWithPairs();
        plot->setRuns({run});
        auto& box = *plot->findChild<QCheckBox*>("logDrift");
        QVERIFY(box.isEnabled());
        const auto plain = pictureOf(*plot, ui::lightTheme());
        box.click();
        QVERIFY(pictureOf(*plot, ui::lightTheme()) != plain);
        auto other = std::make_shared<RunView>(*run);
        other->samples.back().value = 0.0;
        plot->setRuns({other});
        QVERIFY(!box.isEnabled());
        QVERIFY(box.toolTip().contains("above 0"));
        QVERIFY(coloursIn(pictureOf(*plot, ui::darkTheme())) > 10);
    }

    void saysWhichOfSeveralRunsItShows() {
        PlotWorld world;
        auto plot = world.make("curve.drift.pairs");
        plot->setRuns({withName("a", "first"), withName("b", "second")});
        QVERIFY(plot->summary().contains("Of the first of 2 run(s): first, seed 1."));
        QVERIFY(plot->summary().contains("no single pairs"));
        plot->setRuns({withName("a", "first")});
        QVERIFY(!plot->summary().contains("Of the first"));
    }
};

TESSERA_TEST(TestDriftStrip)
#include "test_drift_strip.moc"

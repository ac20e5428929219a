// What each kind of plot does beyond the contract: pickers, pointer, keyboard, selection.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/hub_plot.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace tessera;
using namespace tessera::test;

namespace {

QComboBox& picker(ui::Plot& plot, const char* name) {
    return *plot.findChild<QComboBox*>(name);
}

void drag(QCustomPlot& canvas, const QPoint& from, const QPoint& to,
          Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&canvas, Qt::LeftButton, modifiers, from);
    QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     modifiers);
    QApplication::sendEvent(&canvas, &move);
    QTest::mouseRelease(&canvas, Qt::LeftButton, modifiers, to);
}

// As a window system sends it: the first click is a click.
void doubleClick(QCustomPlot& canvas, const QPoint& at) {
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, at);
    QMouseEvent second(QEvent::MouseButtonDblClick, at, canvas.mapToGlobal(at), Qt::LeftButton,
                       Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &second);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at);
}

} // namespace

class TestPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A tab behind others is drawn when it comes to the front, not before.
    void hiddenTabsAreNotDrawn() {
        PlotWorld world;
        QMainWindow window;
        std::array<ui::Plot*, 2> plots{};
        std::array<QDockWidget*, 2> docks{};
        for (std::size_t i = 0; i < plots.size(); ++i) {
            plots[i] = world.make("activations").release();
            docks[i] = new QDockWidget(&window);
            docks[i]->setWidget(plots[i]);
            window.addDockWidget(Qt::LeftDockWidgetArea, docks[i]);
        }
        window.tabifyDockWidget(docks[0], docks[1]);
        window.resize(640, 480);
        window.show();
        docks[1]->raise();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (auto* plot : plots) {
            plot->setRuns({madeRunView()}); // the first content makes room, for which it is drawn
        }
        QTRY_VERIFY(!canvasOf(*plots[1]).visibleRegion().isEmpty());
        QVERIFY(canvasOf(*plots[0]).isVisible());
        QTest::qWait(50);
        std::array<int, 2> drawn{};
        for (std::size_t i = 0; i < plots.size(); ++i) {
            connect(&canvasOf(*plots[i]), &QCustomPlot::afterReplot, this, [&, i] { ++drawn[i]; });
            plots[i]->setRuns({madeRunView()});
        }
        QTRY_VERIFY(drawn[1] > 0);
        QTest::qWait(50); // what was asked for later has been done by now
        QCOMPARE(drawn[0], 0);
        docks[0]->raise();
        QTRY_VERIFY(drawn[0] > 0);
    }

    void activationTableFollowsOrderAndLayer() {
        PlotWorld world;
        auto plot = world.make("activations");
        const auto run = madeRunView();
        plot->setRuns({run});
        auto table = plot->table();
        QCOMPARE(table.rows.size(), std::size_t{12});
        QCOMPARE(table.columns.size(), 2 + 8 + 5);
        QCOMPARE(table.rows[1][0].toInt(), 3); // by class: 0, 3, 6, 9, 1, ...
        picker(*plot, "sampleOrder").setCurrentIndex(1);
        QCOMPARE(plot->table().rows[1][0].toInt(), 1);
        const auto& source = *run->snapshots.last->source;
        QCOMPARE(plot->table().rows[1][2].toFloat(), source.layers[2].values.at(1, 0));
        picker(*plot, "sourceLayer").setCurrentText("layers.0");
        QCOMPARE(plot->table().rows[1][2].toFloat(), source.layers[0].values.at(1, 0));
        const auto& before = *run->snapshots.first->receiver;
        picker(*plot, "snapshotTime").setCurrentIndex(1);
        QCOMPARE(plot->table().rows[1][10].toFloat(), before.layers[2].values.at(1, 0));
    }

    void activationRowsBySimilarity() {
        LayersWorld made;
        auto& world = made.world;
        auto plot = world.make("activations");
        const auto run = madeRunView();
        plot->setRuns({run});
        picker(*plot, "sampleOrder").setCurrentIndex(3);
        QVERIFY(!plot->isComplete()); // looked for off this thread; as it was until then
        QCOMPARE(plot->table().rows[1][0].toInt(), 3);
        QTRY_VERIFY(plot->isComplete());
        const auto& source = *run->snapshots.last->source;
        const std::vector<int> order{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}; // of the fake
        const auto table = plot->table();
        for (std::size_t row = 0; row < order.size(); ++row) {
            QCOMPARE(table.rows[row][0].toInt(), order[row]);
            QCOMPARE(table.rows[row][2].toFloat(), source.layers[2].values.at(order[row], 0));
            QCOMPARE(table.rows[row][10].toFloat(),
                     run->snapshots.last->receiver->layers[2].values.at(order[row], 0));
        }
        picker(*plot, "snapshotTime").setCurrentIndex(1); // the same order
        QVERIFY(plot->isComplete());
        QCOMPARE(plot->table().rows[0][0].toInt(), order[0]);
        QCOMPARE(plot->table().rows[0][10].toFloat(),
                 run->snapshots.first->receiver->layers[2].values.at(order[0], 0));
        picker(*plot, "sourceLayer").setCurrentText("layers.0");
        QVERIFY(!plot->isComplete()); // another layer has another order
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(made.analysis.orders.load(), 2);
        picker(*plot, "sampleOrder").setCurrentIndex(1);
        QVERIFY(plot->isComplete());
        QCOMPARE(plot->table().rows[1][0].toInt(), 1);
    }

    void similarityWaitsForTheEngine() {
        LayersWorld made(false);
        auto plot = made.world.make("activations");
        plot->setRuns({madeRunView()});
        picker(*plot, "sampleOrder").setCurrentIndex(3);
        QVERIFY(!plot->isComplete());
        QCOMPARE(plot->table().rows[1][0].toInt(), 3); // by class still
        QVERIFY(plot->summary().contains("as soon as the engine is there"));
        made.load();
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(plot->table().rows[1][0].toInt(), 10);
        QVERIFY(!plot->summary().contains("as soon as the engine is there"));
    }

    void anOrderThatCannotBeFoundIsSaid() {
        LayersWorld made;
        made.analysis.throws = true;
        auto plot = made.world.make("activations");
        plot->setRuns({madeRunView()});
        picker(*plot, "sampleOrder").setCurrentIndex(3);
        QTRY_VERIFY(plot->isComplete());
        QCOMPARE(plot->table().rows[1][0].toInt(), 3);
        QVERIFY2(plot->summary().contains("The order by similarity could not be found."),
                 qPrintable(plot->summary()));
    }

    void activationLayerIsKeptByName() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        auto& box = picker(*plot, "sourceLayer");
        QCOMPARE(box.currentText(), "feature");
        box.setCurrentText("layers.1");
        plot->setRuns({});
        plot->setRuns({withName("other", "other")});
        QCOMPARE(box.currentText(), "layers.1");
        QVERIFY(plot->summary().contains("layers.1"));
    }

    void activationReadoutAndClick() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        plot->show();
        picker(*plot, "sampleOrder").setCurrentIndex(1);
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        const auto place = pixelOf(*plot, 0, 3, 7);
        QTest::mouseMove(&canvasOf(*plot), place);
        QVERIFY(!readout.isEmpty());
        const auto text = readout.last().first().toString();
        QVERIFY2(text.startsWith("sample 7: digit 1, source unit 3: "), qPrintable(text));
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, place);
        QCOMPARE(world.selection.samples(), std::vector<int>{7});
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, Qt::ControlModifier,
                          pixelOf(*plot, 1, 1, 2));
        QCOMPARE(world.selection.samples(), (std::vector<int>{2, 7}));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&canvasOf(*plot), &leave);
        QCOMPARE(readout.last().first().toString(), QString());
    }

    void activationCrossMovesByKeys() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        plot->show();
        picker(*plot, "sampleOrder").setCurrentIndex(1);
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        auto& canvas = canvasOf(*plot);
        QTest::keyClick(&canvas, Qt::Key_Down); // begins at the first cell
        QVERIFY(readout.last().first().toString().startsWith("sample 0: "));
        QTest::keyClick(&canvas, Qt::Key_Down);
        for (int i = 0; i < 8; ++i) { // over the last unit of the source
            QTest::keyClick(&canvas, Qt::Key_Right);
        }
        const auto text = readout.last().first().toString();
        QVERIFY2(text.startsWith("sample 1: digit 1, receiver unit 0: "), qPrintable(text));
        QTest::keyClick(&canvas, Qt::Key_Space);
        QCOMPARE(world.selection.samples(), std::vector<int>{1});
    }

    void activationRowsStaySideBySide() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        auto& canvas = canvasOf(*plot);
        canvas.axisRect(0)->axis(QCPAxis::atLeft)->setRange(2, 5);
        QCOMPARE(canvas.axisRect(1)->axis(QCPAxis::atLeft)->range(), QCPRange(2, 5));
    }

    void hubAxesAndShares() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({madeRunView()});
        QCOMPARE(canvasOf(*plot).xAxis->label(), "hub axis 1 (50.0% of the source's variance)");
        QCOMPARE(canvasOf(*plot).yAxis->label(), "hub axis 2 (25.0% of the source's variance)");
        picker(*plot, "hubAxisX").setCurrentIndex(3);
        QCOMPARE(canvasOf(*plot).xAxis->label(), "hub axis 4 (12.5% of the source's variance)");
        QCOMPARE(picker(*plot, "hubAxisX").count(), 4);
        QVERIFY(plot->table().columns.contains("source, hub axis 4"));
    }

    void hubShowsAllPoints() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        const auto run = madeRunView();
        plot->setRuns({run});
        for (const auto& network : {run->snapshots.last->source, run->snapshots.last->receiver}) {
            for (std::int64_t row = 0; row < network->hub.rows; ++row) {
                QVERIFY(canvasOf(*plot).xAxis->range().contains(network->hub.at(row, 0)));
                QVERIFY(canvasOf(*plot).yAxis->range().contains(network->hub.at(row, 1)));
            }
        }
    }

    void hubReadoutCardAndSelection() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        const auto run = madeRunView();
        plot->setRuns({run});
        plot->show();
        const auto& hub = run->snapshots.last->source->hub;
        const auto place = pixelOf(*plot, 0, hub.at(4, 0), hub.at(4, 1));
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        QTest::mouseMove(&canvasOf(*plot), place);
        QCOMPARE(readout.last().first().toString(),
                 "sample 4: digit 1, source says digit 1, receiver says digit 1");
        auto* card = plot->findChild<QFrame*>("sampleCard");
        QVERIFY(card->isVisible());
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, place);
        QCOMPARE(world.selection.samples(), std::vector<int>{4});
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&canvasOf(*plot), &leave);
        QVERIFY(!card->isVisible());
    }

    void doubleClickKeepsTheSelection_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("hub") << "hub-space";
        QTest::newRow("activations") << "activations";
    }
    void doubleClickKeepsTheSelection() {
        QFETCH(QString, id);
        PlotWorld world;
        auto plot = world.make(qPrintable(id));
        const auto run = madeRunView();
        plot->setRuns({run});
        plot->show();
        world.selection.setSamples({1, 2, 5});
        const auto& hub = run->snapshots.last->source->hub;
        const auto place = id == "hub-space" ? pixelOf(*plot, 0, hub.at(4, 0), hub.at(4, 1))
                                             : pixelOf(*plot, 0, 3, 7);
        doubleClick(canvasOf(*plot), place);
        QCOMPARE(world.selection.samples(), (std::vector<int>{1, 2, 5}));
        QTest::mouseClick(&canvasOf(*plot), Qt::LeftButton, {}, place);
        QCOMPARE(world.selection.samples().size(), std::size_t{1}); // one click still chooses
    }

    void hubCardGoesWhenItsPointMoves() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        const auto run = madeRunView();
        plot->setRuns({run});
        plot->show();
        auto& canvas = canvasOf(*plot);
        const auto& hub = run->snapshots.last->source->hub;
        const auto* card = plot->findChild<QFrame*>("sampleCard");
        const auto point = [&] {
            const auto at = pixelOf(*plot, 0, hub.at(4, 0), hub.at(4, 1));
            QTest::mouseMove(&canvas, at + QPoint(1, 0));
            QTest::mouseMove(&canvas, at);
            return at;
        };
        const auto at = point();
        QVERIFY(card->isVisible());
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at);
        QVERIFY(!card->isVisible());
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at);
        drag(canvas, at, at + QPoint(40, 20));
        QVERIFY(!card->isVisible());
        point();
        QVERIFY(card->isVisible());
        doubleClick(canvas, canvas.axisRect()->rect().center());
        QVERIFY(!card->isVisible());
        point();
        QVERIFY(card->isVisible());
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(!card->isVisible());
    }

    void activationRectangleSelectsRows() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        plot->show();
        picker(*plot, "sampleOrder").setCurrentIndex(1); // as in the data
        const auto range = canvasOf(*plot).axisRect(0)->axis(QCPAxis::atLeft)->range();
        drag(canvasOf(*plot), pixelOf(*plot, 0, 2, 3), pixelOf(*plot, 0, 5, 6), Qt::ShiftModifier);
        QCOMPARE(world.selection.samples(), (std::vector<int>{3, 4, 5, 6}));
        QCOMPARE(canvasOf(*plot).axisRect(0)->axis(QCPAxis::atLeft)->range(), range);
        drag(canvasOf(*plot), pixelOf(*plot, 1, 1, 9), pixelOf(*plot, 1, 2, 8),
             Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(world.selection.samples(), (std::vector<int>{3, 4, 5, 6, 8, 9}));
    }

    void activationPanStopsAtTheData() {
        PlotWorld world;
        auto plot = world.make("activations");
        plot->setRuns({madeRunView()});
        plot->show();
        auto& canvas = canvasOf(*plot);
        const auto middle = pixelOf(*plot, 0, 3, 5);
        for (int i = 0; i < 4; ++i) {
            drag(canvas, middle, middle + QPoint(2'000, 2'000));
        }
        for (const int rect : {0, 1}) {
            const auto& rows = canvas.axisRect(rect)->axis(QCPAxis::atLeft)->range();
            QCOMPARE(rows.center(), -0.5);
            QCOMPARE(rows.size(), 12.0);
        }
        QCOMPARE(canvas.axisRect(0)->axis(QCPAxis::atBottom)->range().center(), -0.5);
    }

    void plotOfOneRunNamesIt_data() {
        QTest::addColumn<QString>("id");
        for (const auto& entry : ui::plotCatalog()) {
            QTest::addRow("%s", entry.id) << QString(entry.id);
        }
    }
    void plotOfOneRunNamesIt() {
        QFETCH(QString, id);
        PlotWorld world;
        auto plot = world.make(qPrintable(id));
        plot->setRuns({withName("a", "first")});
        QVERIFY2(plot->summary().startsWith("Run: first, seed 1. "), qPrintable(plot->summary()));
    }

    void hubRectangleSelects() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({madeRunView()});
        plot->show();
        auto& canvas = canvasOf(*plot);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        const auto rect = canvas.axisRect()->rect();
        const auto range = canvas.xAxis->range();
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier,
                          rect.topLeft() + QPoint(2, 2));
        QMouseEvent move(QEvent::MouseMove, rect.bottomRight() - QPoint(2, 2),
                         canvas.mapToGlobal(rect.bottomRight()), Qt::NoButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier,
                            rect.bottomRight() - QPoint(2, 2));
        QCOMPARE(world.selection.samples().size(), std::size_t{12});
        QCOMPARE(canvas.xAxis->range(), range); // and did not pan
    }

    void dragPansAndCountsAsZoom() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({madeRunView()});
        plot->show();
        auto& canvas = canvasOf(*plot);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        const auto range = canvas.xAxis->range();
        const auto middle = canvas.axisRect()->rect().center();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, middle);
        QMouseEvent move(QEvent::MouseMove, middle + QPoint(60, 0), canvas.mapToGlobal(middle),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(60, 0));
        QVERIFY(canvas.xAxis->range().lower < range.lower);
        QVERIFY(static_cast<ui::CustomPlot&>(*plot).isZoomed());
    }

    void hubJoinsPairsOfFewSamples_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<bool>("on");
        QTest::addColumn<bool>("possible");
        QTest::newRow("300") << 300 << true << true;
        QTest::newRow("301") << 301 << false << true;
        QTest::newRow("2000") << 2000 << false << true;
        QTest::newRow("2001") << 2001 << false << false;
    }
    void hubJoinsPairsOfFewSamples() {
        QFETCH(int, samples);
        QFETCH(bool, on);
        QFETCH(bool, possible);
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({madeRunView({.samples = samples, .sourceUnits = 1, .receiverUnits = 1})});
        auto* box = plot->findChild<QCheckBox*>("hubPairs");
        QCOMPARE(box->isChecked(), on);
        QCOMPARE(box->isEnabled(), possible);
    }

    void hubWithoutReceiver() {
        auto run = std::make_shared<RunView>(*madeRunView());
        auto snapshot = std::make_shared<Snapshot>(*run->snapshots.last);
        auto receiver = std::make_shared<NetworkRows>(*snapshot->receiver);
        receiver->hub = {};
        snapshot->receiver = receiver;
        run->snapshots.last = snapshot;
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({run});
        QVERIFY(!plot->isEmpty());
        QVERIFY(plot->summary().contains("no place in this hub"));
        QVERIFY(!plot->table().rows[0][6].isValid());
        QVERIFY(coloursIn(pictureOf(*plot, ui::lightTheme())) > 2);
    }

    void chosenSamplesAreEmphasised() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->setRuns({madeRunView()});
        const auto plain = pictureOf(*plot, ui::lightTheme());
        world.selection.setSamples({3});
        QVERIFY(pictureOf(*plot, ui::lightTheme()) != plain);
        world.selection.clear();
        QCOMPARE(pictureOf(*plot, ui::lightTheme()), plain);
    }
};

TESSERA_TEST(TestPlots)
#include "test_plots.moc"

// The hub space beyond its own axes: pictures that are drawn in the background, anchors, lasso.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/hub_fixture.h"
#include "ui/bridge/projector.h"
#include "ui/plots/plot_axes.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::test;
using State = ui::Projector::State;

namespace {

// Draws round these places, in pixels.
void drawRound(QCustomPlot& canvas, const QList<QPoint>& corners,
               Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&canvas, Qt::LeftButton, modifiers, corners.front());
    for (const auto& corner : corners) {
        QMouseEvent move(QEvent::MouseMove, corner, canvas.mapToGlobal(corner), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(&canvas, &move);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, modifiers, corners.back());
}

void fillHub(Snapshot& snapshot, float value) {
    auto source = std::make_shared<NetworkRows>(*snapshot.source);
    auto receiver = std::make_shared<NetworkRows>(*snapshot.receiver);
    for (auto* network : {source.get(), receiver.get()}) {
        std::fill(network->hub.values.begin(), network->hub.values.end(), value);
    }
    snapshot.source = source;
    snapshot.receiver = receiver;
}

} // namespace

class TestHubPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axesAreThereAtOnce() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        QVERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 0);
        QCOMPARE(world.picker("hubPicture").count(), 3);
        QVERIFY(world.picker("hubAxisX").isVisible() || !world.plot->controls()->isVisible());
    }

    void drawsInTheBackground_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("t-SNE") << "t-SNE";
        QTest::newRow("UMAP") << "UMAP";
    }
    void drawsInTheBackground() {
        QFETCH(QString, name);
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        QSignalSpy changed(world.plot.get(), &ui::Plot::contentChanged);
        world.choosePicture(qPrintable(name));
        QVERIFY(!world.plot->isComplete());
        QTRY_VERIFY(world.plot->isComplete());
        QVERIFY(changed.count() >= 2);
        auto& canvas = canvasOf(*world.plot);
        QCOMPARE(canvas.xAxis->label(), name + " 1");
        QCOMPARE(canvas.yAxis->label(), name + " 2");
        const auto table = world.plot->table();
        QCOMPARE(table.columns[4], QString("source, %1 1").arg(name));
        QCOMPARE(table.columns[7], QString("receiver, %1 2").arg(name));
        QCOMPARE(static_cast<float>(world.cell(3, 4)), HubAnalysis::x(3, 10));
        QCOMPARE(static_cast<float>(world.cell(3, 7)), HubAnalysis::y(3) + 0.5F);
        QVERIFY(canvas.xAxis->range().contains(HubAnalysis::x(11, 10)));
        const auto summary = world.plot->summary();
        QVERIFY2(summary.contains(name) && summary.contains("seed 1"), qPrintable(summary));
        QVERIFY2(summary.contains("Trustworthiness 0.875"), qPrintable(summary));
        QVERIFY(summary.contains("mean of its 5 nearest"));
        QCOMPARE(world.progress(), name + " is done");
        QVERIFY(coloursIn(pictureOf(*world.plot, ui::darkTheme())) > 2);
    }

    void showsThePicturesOnTheWay() {
        HubWorld world;
        world.analysis.steps = 1'000;
        world.analysis.allow(340);
        world.plot->setRuns({madeRunView()});
        world.choosePicture("t-SNE");
        QTRY_VERIFY(world.hub().projector().picture() != nullptr);
        QTest::qWait(120);
        world.analysis.allow(341);
        QTRY_VERIFY2(world.progress().startsWith("t-SNE 341 of 1,000, "),
                     qPrintable(world.progress()));
        QVERIFY(world.progress().endsWith(" left"));
        QCOMPARE(static_cast<float>(world.cell(2, 4)), HubAnalysis::x(2, 341));
        QVERIFY(!world.plot->isComplete());
        QVERIFY(world.plot->summary().contains("step 341 of 1,000"));

        QCOMPARE(world.button("hubStart").text(), "Pause");
        world.button("hubStart").click();
        QCOMPARE(world.button("hubStart").text(), "Go on");
        QCOMPARE(world.progress(), "t-SNE paused at 341 of 1,000");
        world.button("hubStart").click();
        QCOMPARE(world.button("hubStart").text(), "Pause");

        world.button("hubStop").click();
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(static_cast<float>(world.cell(2, 4)), HubAnalysis::x(2, 341)); // it stays
        QVERIFY2(world.plot->summary().contains("stopped after 341 of 1,000 steps"),
                 qPrintable(world.plot->summary()));
        QCOMPARE(world.button("hubStart").text(), "Start");
        QVERIFY(!world.button("hubStop").isEnabled());
        world.analysis.allow(std::nullopt);
        world.button("hubStart").click();
        QTRY_COMPARE(world.hub().projector().state(), State::Done);
        QCOMPARE(static_cast<float>(world.cell(2, 4)), HubAnalysis::x(2, 1'000));
    }

    // What nobody sees waits where it is, and goes on when somebody looks.
    void layoutsOutOfSightWait_data() {
        QTest::addColumn<bool>("hide"); // else the hub's own axes are shown
        QTest::newRow("in another view") << true;
        QTest::newRow("behind the axes") << false;
    }

    void layoutsOutOfSightWait() {
        QFETCH(bool, hide);
        HubWorld world;
        world.analysis.allow(3);
        world.plot->setRuns({madeRunView()});
        world.choosePicture("t-SNE");
        const auto steps = [&] {
            const auto picture = world.hub().projector().picture();
            return picture != nullptr ? picture->steps : -1;
        };
        QTRY_VERIFY(steps() >= 0);
        hide ? world.plot->hide() : world.choosePicture("PCA (hub axes)");
        world.analysis.allow(std::nullopt);
        QTRY_COMPARE(steps(), 4); // the next one finds that it has to wait
        QCOMPARE(world.hub().projector().state(), State::Running);
        hide ? world.plot->show() : world.choosePicture("t-SNE");
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 1);
        QCOMPARE(static_cast<float>(world.cell(2, 4)), HubAnalysis::x(2, 10));
    }

    void nothingIsBegunOutOfSight_data() { layoutsOutOfSightWait_data(); }

    void nothingIsBegunOutOfSight() {
        QFETCH(bool, hide);
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        world.choosePicture("t-SNE");
        QTRY_VERIFY(world.plot->isComplete());
        hide ? world.plot->hide() : world.choosePicture("PCA (hub axes)");
        world.plot->setRuns({madeRunView({.id = "another"})});
        QVERIFY(world.hub().projector().source() == nullptr);
        QVERIFY(!world.hub().projector().isBusy());
        QCOMPARE(world.analysis.projections.load(), 1);
        hide ? world.plot->show() : world.choosePicture("t-SNE");
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 2);
        QVERIFY(world.plot->table().rows[0][4].isValid());
    }

    void settingsWaitForTheButton() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        world.choosePicture("t-SNE");
        QTRY_VERIFY(world.plot->isComplete());
        auto* seed = world.plot->findChild<QSpinBox*>("hubSeed");
        seed->setValue(9);
        QCOMPARE(world.progress(), "Start draws it with these settings");
        QVERIFY(world.plot->summary().contains("seed 1.")); // what is drawn
        QCOMPARE(world.analysis.projections.load(), 1);
        world.button("hubStart").click();
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.lastRequest().seed, std::uint64_t{9});
        QVERIFY(world.plot->summary().contains("seed 9."));
        seed->setValue(1); // was drawn before: nothing to wait for
        QVERIFY(world.plot->isComplete());
        QVERIFY(world.plot->summary().contains("seed 1."));
        QCOMPARE(world.analysis.projections.load(), 2);
        // Back to the axes and again: nothing is drawn anew.
        world.choosePicture("PCA (hub axes)");
        QCOMPARE(canvasOf(*world.plot).xAxis->label(),
                 "hub axis 1 (50.0% of the source's variance)");
        world.choosePicture("t-SNE");
        QVERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 2);
    }

    void onlyTheReceiverMovesWithTime() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        world.choosePicture("UMAP");
        QTRY_VERIFY(world.plot->isComplete());
        world.picker("hubTime").setCurrentIndex(1);
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 1);
        QVERIFY(world.plot->table().rows[0][6].isValid());
        world.plot->setRuns({}); // nothing is left of it
        QVERIFY(world.plot->isEmpty() && world.plot->isComplete());
        world.plot->setRuns({madeRunView({.id = "another"})});
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.projections.load(), 2);
    }

    void withoutAnEngine() {
        PlotWorld world;
        auto plot = world.make("hub-space");
        plot->show();
        plot->setRuns({madeRunView()});
        plot->findChild<QComboBox*>("hubPicture")->setCurrentText("t-SNE");
        QVERIFY(!plot->isComplete()); // an engine may come
        QVERIFY2(plot->summary().contains("as soon as the engine is there"),
                 qPrintable(plot->summary()));
        QCOMPARE(plot->findChild<QLabel*>("hubProgress")->text(), "t-SNE waits for the engine");
        plot->findChild<QComboBox*>("hubPicture")->setCurrentIndex(0);
        plot->findChild<QCheckBox*>("hubAnchors")->setChecked(true);
        QTRY_VERIFY(plot->summary().contains("as soon as the engine is there"));
        QCOMPARE(canvasOf(*plot).xAxis->label(), "hub axis 1 (50.0% of the source's variance)");
    }

    void saysWhatIsWrong() {
        HubWorld world;
        world.analysis.fails = true;
        world.plot->setRuns({madeRunView()});
        world.choosePicture("t-SNE");
        QTRY_COMPARE(world.progress(), "t-SNE failed");
        QVERIFY(world.plot->summary().contains("t-SNE could not be drawn. "));
        QVERIFY(!world.plot->table().rows[0][4].isValid());

        world.plot->setRuns({changedRun({.id = "no place"}, [](Snapshot& snapshot) {
            auto source = std::make_shared<NetworkRows>(*snapshot.source);
            source->hub = {};
            snapshot.source = source;
        })});
        QVERIFY(world.plot->summary().contains("The source has no place in the hub"));
    }

    void oddPlacesOnTheAxes() {
        HubWorld world;
        world.plot->setRuns({changedRun({}, [](Snapshot& s) { fillHub(s, 2.5F); })});
        QVERIFY(world.plot->summary().contains("All samples have the same place"));
        world.plot->setRuns({changedRun({.id = "nan"}, [](Snapshot& s) {
            fillHub(s, std::numeric_limits<float>::quiet_NaN());
        })});
        QVERIFY2(world.plot->summary().contains("24 point(s) are not finite") ||
                     world.plot->summary().contains("24 points are not finite"),
                 qPrintable(world.plot->summary()));
        world.plot->setRuns({madeRunView({.samples = 1, .id = "one"})});
        QVERIFY(!world.plot->summary().contains("same place"));
        QVERIFY(!world.plot->findChild<QCheckBox*>("hubAnchors")->isEnabled());
        world.choosePicture("t-SNE"); // must not fall over a single point
        QTRY_VERIFY(world.plot->isComplete());
    }

    // --- Anchors ---

    void anchorsFitTheHubAnew() {
        HubWorld world;
        world.plot->setRuns({madeRunView({.samples = 50})});
        auto* box = world.plot->findChild<QCheckBox*>("hubAnchors");
        auto* slider = world.plot->findChild<QSlider*>("hubAnchorCount");
        QVERIFY(!box->isChecked() && !slider->isEnabled()); // off by itself
        QCOMPARE(slider->minimum(), 2);
        QCOMPARE(slider->maximum(), 50);
        const double before = world.cell(4, 4);
        box->setChecked(true);
        QVERIFY(slider->isEnabled());
        QVERIFY(!world.plot->isComplete());
        for (const int count : {30, 31, 32, 20}) { // a slide, of which only the end counts
            slider->setValue(count);
        }
        QCOMPARE(box->text(), "Anchors: 20 of 50");
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.fits.load(), 1);
        QCOMPARE(world.cell(4, 4), 5.0);
        QCOMPARE(world.cell(4, 5), 20.0);
        QCOMPARE(world.cell(4, 6), 6.0);
        QCOMPARE(world.plot->table().columns[4], "source, hub axis 1 by 20 anchors");
        QCOMPARE(world.picker("hubAxisX").count(), 2);
        const auto summary = world.plot->summary();
        QVERIFY2(summary.contains("Hub fitted on 20 of 50 samples: relative error 0.125 on them, "
                                  "0.5 on the others."),
                 qPrintable(summary));
        slider->setValue(50);
        QTRY_VERIFY(world.plot->summary().contains("fitted on all 50 samples"));
        world.analysis.fitFails = true;
        slider->setValue(2);
        QTRY_VERIFY(world.plot->summary().contains("cannot be fitted on these anchors"));
        box->setChecked(false);
        QVERIFY(world.plot->isComplete());
        QCOMPARE(world.cell(4, 4), before);
        QCOMPARE(world.picker("hubAxisX").count(), 4);
    }

    void anchorsAreFittedForTheNextReceiver() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        world.plot->findChild<QCheckBox*>("hubAnchors")->setChecked(true);
        QTRY_VERIFY(world.plot->isComplete());
        world.picker("hubTime").setCurrentIndex(1);
        QVERIFY(world.plot->table().columns[4].contains("anchors")); // that of before stays
        QTRY_VERIFY(world.plot->isComplete());
        QCOMPARE(world.analysis.fits.load(), 2);
        world.plot->setRuns({madeRunView({.id = "another"})});
        QVERIFY(!world.plot->table().columns[4].contains("anchors"));
        QTRY_VERIFY(world.plot->isComplete());
        QVERIFY(world.plot->table().columns[4].contains("anchors"));
    }

    // --- Lasso ---

    void noReceiverNoAnchors() {
        HubWorld world;
        const auto run = madeRunView({.samples = 50});
        world.plot->setRuns({run});
        world.plot->findChild<QCheckBox*>("hubAnchors")->setChecked(true);
        QTRY_VERIFY(world.plot->isComplete());
        QVERIFY(world.plot->summary().contains("Hub fitted on"));
        auto alone = std::make_shared<RunView>(*run);
        auto snapshot = std::make_shared<Snapshot>(*run->snapshots.last);
        snapshot->receiver = nullptr; // of the same source
        alone->snapshots = {snapshot, snapshot};
        world.plot->setRuns({alone});
        QVERIFY(!world.plot->summary().contains("Hub fitted on"));
        QVERIFY(world.plot->isComplete());
        QVERIFY(!world.plot->table().rows[0][6].isValid());
        world.plot->setRuns({run}); // it is back
        QTRY_VERIFY(world.plot->summary().contains("Hub fitted on"));
    }

    void lassoChooses_data() {
        QTest::addColumn<bool>("mode");
        QTest::newRow("by Alt") << false;
        QTest::newRow("as a mode") << true;
    }
    void lassoChooses() {
        QFETCH(bool, mode);
        HubWorld world;
        const auto run = madeRunView();
        world.plot->setRuns({run});
        world.plot->findChild<QCheckBox*>("hubLasso")->setChecked(mode);
        const Qt::KeyboardModifiers held = mode ? Qt::NoModifier : Qt::AltModifier;
        auto& canvas = canvasOf(*world.plot);
        const auto& hub = run->snapshots.last->source->hub;
        const auto at = pixelOf(*world.plot, 0, hub.at(4, 0), hub.at(4, 1));
        const auto range = canvas.xAxis->range();
        // What lies inside a triangle round one point, by the same rule.
        const QPolygonF triangle({at + QPoint(-14, -10), at + QPoint(14, -10), at + QPoint(0, 16)});
        std::vector<int> expected;
        for (const auto& network : {run->snapshots.last->source, run->snapshots.last->receiver}) {
            for (int row = 0; row < 12; ++row) {
                const auto place =
                    pixelOf(*world.plot, 0, network->hub.at(row, 0), network->hub.at(row, 1));
                if (triangle.containsPoint(place, Qt::OddEvenFill)) {
                    expected.push_back(row);
                }
            }
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        QVERIFY(!expected.empty() && expected.size() < 12);
        drawRound(canvas,
                  {at + QPoint(-14, -10), at + QPoint(14, -10), at + QPoint(0, 16),
                   at + QPoint(-14, -10)},
                  held);
        QCOMPARE(world.selection.samples(), expected);
        QCOMPARE(canvas.xAxis->range(), range); // and did not pan
        QVERIFY(!world.hub().isZoomed());
        // Ctrl adds.
        world.selection.setSamples({11});
        drawRound(canvas,
                  {at + QPoint(-14, -10), at + QPoint(14, -10), at + QPoint(0, 16),
                   at + QPoint(-14, -10)},
                  held | Qt::ControlModifier);
        QVERIFY(world.selection.contains(11) && world.selection.contains(4));
        // A click is still a click.
        QTest::mouseClick(&canvas, Qt::LeftButton, held, at);
        QCOMPARE(world.selection.samples().size(), std::size_t{1});
        // Round nothing: nothing is chosen.
        const auto corner = canvas.axisRect()->rect().topLeft();
        drawRound(canvas, {corner, corner + QPoint(12, 0), corner + QPoint(0, 12)}, held);
        QVERIFY(world.selection.samples().empty());
    }

    void withoutTheModeADragPans() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        auto& canvas = canvasOf(*world.plot);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        const auto range = canvas.xAxis->range();
        auto* lasso = world.plot->findChild<QCheckBox*>("hubLasso");
        lasso->setChecked(true);
        lasso->setChecked(false);
        const auto middle = canvas.axisRect()->rect().center();
        drawRound(canvas, {middle, middle + QPoint(30, 0), middle + QPoint(60, 0)});
        QVERIFY(canvas.xAxis->range().lower < range.lower);
        QVERIFY(world.selection.samples().empty());
    }

    // --- Other programs ---

    void seriesSpeakOfTheTable() {
        HubWorld world;
        world.plot->setRuns({madeRunView()});
        const auto axes = world.plot->axes(ui::lightTheme());
        QCOMPARE(axes.size(), std::size_t{1});
        QCOMPARE(axes[0].series.size(), std::size_t{2});
        QCOMPARE(world.plot->table().columns[axes[0].series[1].x], "receiver, hub axis 1");
        QCOMPARE(axes[0].series[0].group, 1);
        world.chooseColour("by network");
        QCOMPARE(world.plot->axes(ui::lightTheme())[0].series[0].group, -1);
        QCOMPARE(world.plot->shownRuns().size(), std::size_t{1});
        world.plot->setRuns({});
        QVERIFY(world.plot->axes(ui::lightTheme()).empty() && world.plot->shownRuns().empty());
    }

    void aHundredThousandPoints() {
        HubWorld world;
        const auto large = driftingRun(
            {.samples = 100'000, .classes = 10, .sourceUnits = 1, .receiverUnits = 1, .axes = 2});
        world.plot->setRuns({large});
        auto& canvas = canvasOf(*world.plot);
        QTRY_VERIFY(canvas.width() > 400);
        for (const char* colour : {"by class", "by network", "right or wrong", "by drift"}) {
            world.chooseColour(colour);
            QElapsedTimer timer;
            timer.start();
            canvas.replot(QCustomPlot::rpImmediateRefresh);
            QVERIFY2(timer.elapsed() < 5'000, colour);
        }
        QElapsedTimer timer;
        timer.start();
        const auto box = canvas.axisRect()->rect();
        drawRound(canvas, {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()},
                  Qt::AltModifier);
        QVERIFY(world.selection.samples().size() > 90'000);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        world.choosePicture("t-SNE");
        QTRY_VERIFY(world.plot->isComplete());
        QVERIFY(coloursIn(pictureOf(*world.plot, ui::lightTheme())) > 2);
    }
};

TESSERA_TEST(TestHubPlot)
#include "test_hub_plot.moc"

// When samples are recorded, and whose recordings are shown.
#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_sample_inspector.h"

#include <QApplication>
#include <QProgressBar>
#include <QThread>

#include <atomic>
#include <semaphore>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// Waits inside of a recording until it is stopped.
Recorded waitForStop(const Watch& watch) {
    while (!watch.stopRequested()) {
        QThread::msleep(1);
    }
    return std::vector<FullActivation>();
}

} // namespace

class TestSampleInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsWhenAsked();
    void namesEachNetwork();
    void followsTheSelection();
    void recordsAgainOnceAsked();
    void theNewestRequestWins();
    void canBeStopped();
    void endsWhileRecording();
    void anotherRunLeavesNothing();
    void aRunThatIsGoneLeavesNothing();
    void outOfSightItWaits();
    void exportsWhatIsOnShow();
    void worksByKeyboard();
};

void TestSampleInspector::recordsWhenAsked() {
    ShownInspector shown;
    QVERIFY(shown.ready);
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.plot().emptyText().contains("Press Record"));
    QVERIFY(shown.requests().empty());
    QVERIFY(shown.record());
    QCOMPARE(shown.requests().size(), std::size_t{1});
    const auto request = shown.requests().front();
    QCOMPARE(request.which, FullActivationRequest::Which::Source);
    QVERIFY(request.checkpoint.empty() && request.taps.empty());
    QCOMPARE(request.cacheDir, shown.fakes.folder() / "networks");
    QCOMPARE(request.validationRow, std::int64_t{0});
    QCOMPARE(request.experiment.data.name, std::string("digits"));
    // In order of execution, with their shapes; the first one is on show.
    QCOMPARE(shown.taps().topLevelItemCount(), 3);
    QCOMPARE(shown.taps().topLevelItem(1)->text(0), QString("layers.0.attention"));
    QCOMPARE(shown.taps().topLevelItem(1)->text(1), QString("2 × 8 × 8"));
    QVERIFY(shown.plot().summary().contains("layers.0 (4 × 3 × 3)"));
    QVERIFY(shown.plot().summary().contains("Source mlp 8d/2L, sample 0"));
    shown.choose(2);
    QVERIFY(shown.plot().summary().contains("feature (5)"));
    QCOMPARE(shown.requests().size(), std::size_t{1}); // it has come with the others
}

void TestSampleInspector::namesEachNetwork() {
    ShownInspector shown;
    QVERIFY(shown.record());
    QCOMPARE(shown.networks().count(), 3);
    shown.networks().setCurrentIndex(1);
    QVERIFY(shown.plot().isEmpty()); // the source's are gone
    QVERIFY(shown.isKnown());
    QVERIFY(shown.plot().summary().contains("Receiver lstm 5d/2L before the transfer"));
    auto request = shown.requests().back();
    QCOMPARE(request.which, FullActivationRequest::Which::Receiver);
    QVERIFY(request.checkpoint.empty());
    shown.networks().setCurrentIndex(2);
    QVERIFY(shown.isKnown());
    QVERIFY(shown.plot().summary().contains("after the transfer"));
    request = shown.requests().back();
    QCOMPARE(request.which, FullActivationRequest::Which::Receiver);
    QCOMPARE(request.checkpoint, shown.fakes.folder() / "runs" / "one" / "receiver.safetensors");
    // Heads of the receiver look at rows of the image.
    shown.choose(1);
    QTest::keyClick(shown.plot().focusProxy(), Qt::Key_Right);
    QVERIFY(
        shown.find<QLabel>("activations.sample.readout")->text().contains("row 0 of the image"));
    // A run without a trained receiver does not offer it.
    shown.view->setRuns({recordedRun("two", false)});
    QCOMPARE(shown.networks().count(), 2);
    QCOMPARE(shown.networks().currentIndex(), 0);
}

void TestSampleInspector::followsTheSelection() {
    ShownInspector shown;
    auto& selection = shown.fakes.services.selection;
    selection.setSamples({7, 3, 9});
    QCOMPARE(shown.number().value(), 3);
    QVERIFY(shown.requests().empty()); // nobody has asked yet
    shown.number().setValue(5);
    QCOMPARE(selection.samples(), std::vector<int>{5});
    selection.clear();
    QCOMPARE(shown.number().value(), 0);
    QCOMPARE(shown.number().maximum(), 11); // as many as the run has kept
    selection.setSamples({400});            // of no sample that there is
    QCOMPARE(shown.number().value(), 0);
}

void TestSampleInspector::recordsAgainOnceAsked() {
    ShownInspector shown;
    QVERIFY(shown.record());
    shown.choose(2);
    QCOMPARE(shown.value(), QVariant(0.0));
    shown.fakes.services.selection.setSamples({4});
    QVERIFY(shown.plot().isEmpty()); // not those of another sample
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.value(), QVariant(4.0));
    QCOMPARE(shown.taps().chosen(), std::string("feature")); // still
    shown.number().setValue(6);
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.value(), QVariant(6.0));
    QCOMPARE(shown.requests().size(), std::size_t{3});
}

void TestSampleInspector::theNewestRequestWins() {
    ShownInspector shown;
    std::atomic<int> begun = 0, stopped = 0;
    shown.answer = [&](const FullActivationRequest& request, const Watch& watch) -> Recorded {
        ++begun;
        if (request.validationRow < 3) {
            (void)waitForStop(watch);
            ++stopped;
        }
        return layersOf(request); // late all the same
    };
    shown.button().click();
    QTRY_COMPARE(begun.load(), 1);
    for (int sample = 1; sample <= 3; ++sample) {
        shown.fakes.services.selection.setSamples({sample});
    }
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.value(), QVariant(3.0));
    QCOMPARE(stopped.load(), begun.load() - 1); // of those in between some have not even begun
    QTest::qWait(20);
    QCOMPARE(shown.value(), QVariant(3.0));
}

void TestSampleInspector::canBeStopped() {
    ShownInspector shown;
    std::binary_semaphore half(0);
    shown.answer = [&](const FullActivationRequest&, const Watch& watch) {
        watch.progress()(1, 2);
        half.release();
        return waitForStop(watch);
    };
    auto* bar = shown.find<QWidget>("sample.recording");
    QVERIFY(!bar->isVisible());
    shown.button().click();
    QVERIFY(bar->isVisible());
    QVERIFY(shown.plot().emptyText().contains("being recorded"));
    half.acquire();
    auto* progress = shown.find<QProgressBar>("sample.progress");
    QTRY_COMPARE(progress->value(), 500);
    shown.find<QPushButton>("sample.stop")->click();
    QVERIFY(!bar->isVisible());
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.plot().emptyText().contains("stopped"));
    shown.number().setValue(5); // nobody asks any more
    QCOMPARE(shown.requests().size(), std::size_t{1});
    shown.answer = [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    QVERIFY(shown.record());
    QCOMPARE(shown.requests().back().validationRow, std::int64_t{5});
}

void TestSampleInspector::endsWhileRecording() {
    std::atomic<bool> stopped = false, begun = false;
    {
        ShownInspector shown;
        shown.answer = [&](const FullActivationRequest&, const Watch& watch) {
            begun = true;
            auto nothing = waitForStop(watch);
            stopped = true;
            return nothing;
        };
        shown.button().click();
        QTRY_VERIFY(begun.load());
    }
    QVERIFY(stopped.load());
}

void TestSampleInspector::anotherRunLeavesNothing() {
    ShownInspector shown;
    QVERIFY(shown.record());
    shown.view->setRuns({recordedRun("two")});
    QVERIFY(shown.plot().isEmpty());
    QCOMPARE(shown.taps().topLevelItemCount(), 0);
    QCOMPARE(shown.requests().size(), std::size_t{1}); // nobody has asked for this run
    // Chosen while the one before is being recorded: that does not turn up here.
    std::atomic<bool> begun = false, stopped = false;
    shown.answer = [&](const FullActivationRequest& request, const Watch& watch) -> Recorded {
        begun = true;
        (void)waitForStop(watch);
        stopped = true;
        return layersOf(request);
    };
    shown.button().click();
    QTRY_VERIFY(begun.load());
    shown.view->setRuns({recordedRun("three")});
    QTRY_VERIFY(stopped.load());
    QTest::qWait(20);
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.plot().emptyText().contains("Press Record"));
    // The same run, grown: what was recorded of it stays.
    shown.answer = [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    QVERIFY(shown.record());
    shown.view->setRuns({recordedRun("three")});
    QVERIFY(!shown.plot().isEmpty());
}

void TestSampleInspector::aRunThatIsGoneLeavesNothing() {
    ShownInspector shown;
    QVERIFY(shown.record());
    shown.view->setRuns({});
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.find<QWidget>("view.activations.empty")->isVisible());
    QVERIFY(shown.view->plots().empty());
}

void TestSampleInspector::outOfSightItWaits() {
    ShownInspector shown;
    QVERIFY(shown.record());
    auto* pages = shown.find<QTabWidget>("activations.pages");
    pages->setCurrentIndex(0);
    shown.fakes.services.selection.setSamples({2});
    shown.fakes.services.selection.setSamples({8});
    QTest::qWait(20);
    QCOMPARE(shown.requests().size(), std::size_t{1});
    QVERIFY(shown.plot().isEmpty());
    pages->setCurrentIndex(2);
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.requests().size(), std::size_t{2});
    QCOMPARE(shown.requests().back().validationRow, std::int64_t{8});
}

void TestSampleInspector::exportsWhatIsOnShow() {
    ShownInspector shown;
    auto* pages = shown.find<QTabWidget>("activations.pages");
    QVERIFY(shown.view->plots().empty()); // there is nothing yet
    QVERIFY(shown.record());
    QCOMPARE(shown.view->plots(), std::vector<Plot*>{&shown.plot()});
    pages->setCurrentIndex(0);
    QCOMPARE(shown.view->plots().size(), std::size_t{1});
    QCOMPARE(shown.view->plots().front()->objectName(), QString("activations"));
    pages->setCurrentIndex(2);
    Plot* asked = nullptr;
    connect(shown.view.get(), &View::exportRequested, this, [&](Plot* plot) { asked = plot; });
    shown.find<QAbstractButton>("activations.sample.export")->click();
    QCOMPARE(asked, &shown.plot());
}

void TestSampleInspector::worksByKeyboard() {
    ShownInspector shown;
    shown.view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.view.get()));
    shown.networks().setFocus();
    QStringList stops;
    for (int i = 0; i < 4; ++i) {
        stops << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(stops,
             (QStringList{"sample.network", "sample.number", "sample.record", "sample.taps"}));
    shown.button().setFocus();
    QTest::keyClick(&shown.button(), Qt::Key_Space);
    QVERIFY(shown.isKnown());
    shown.taps().setFocus();
    QTest::keyClick(&shown.taps(), Qt::Key_Down);
    QVERIFY(shown.plot().summary().contains("layers.0.attention"));
    shown.number().setFocus();
    QTest::keyClick(&shown.number(), Qt::Key_Up);
    QCOMPARE(shown.fakes.services.selection.samples(), std::vector<int>{1});
    QVERIFY(shown.isKnown());
}

TESSERA_TEST(TestSampleInspector)
#include "test_sample_inspector.moc"

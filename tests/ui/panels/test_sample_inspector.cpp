#include "ui/panels/sample_inspector.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/activations_view.h"
#include "ui/panels/tap_list.h"
#include "ui/plots/feature_map_plot.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plot_frame.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <mutex>
#include <semaphore>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Kind = FullActivation::Kind;
using Recorded = Result<std::vector<FullActivation>>;

FullActivation made(const char* tap, Kind kind, const std::vector<std::int64_t>& shape,
                    float value) {
    std::int64_t count = 1;
    for (const auto size : shape) {
        count *= size;
    }
    return {tap, shape, kind, std::vector<float>(static_cast<std::size_t>(count), value)};
}

// Whatever is asked for: three layers whose numbers are those of the sample.
std::vector<FullActivation> layersOf(const FullActivationRequest& request) {
    const auto value = static_cast<float>(request.validationRow);
    std::vector<FullActivation> all = {made("layers.0", Kind::Maps, {4, 3, 3}, value),
                                       made("layers.0.attention", Kind::Attention, {2, 8, 8}, 0.5F),
                                       made("feature", Kind::Vector, {5}, value)};
    if (!request.taps.empty()) {
        std::erase_if(all, [&](const FullActivation& activation) {
            return std::find(request.taps.begin(), request.taps.end(), activation.tap) ==
                   request.taps.end();
        });
    }
    return all;
}

RunViewPtr runOf(const char* id, bool learned = true, const MadeRun& made = {}) {
    auto of = made;
    of.id = id;
    auto view = std::make_shared<RunView>(*madeRunView(of));
    const auto give = [](NetworkSpec& network, const char* family) {
        network.architecture.emplace();
        network.architecture->family = ArchitectureId(family);
    };
    give(view->record.experiment.source.network, "mlp");
    give(view->record.experiment.receiver.network, "transformer");
    if (learned) {
        view->record.artifacts = {
            {"receiver", std::filesystem::path("runs") / id / "receiver.safetensors", "", 1}};
    }
    return view;
}

// The view as the window has it, on its second page, with an engine that records what the test
// says and keeps what it was asked for.
class Shown {
public:
    explicit Shown(const RunViewPtr& run = runOf("one")) : m_run(run) {
        fakes.jobs.onRecordSample = [this](const FullActivationRequest& request,
                                           const Watch& watch) {
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
            }
            return answer(request, watch);
        };
        ready = fakes.openStore();
        fakes.jobs.loadEngine();
        ready =
            ready && QTest::qWaitFor([this] { return fakes.services.bridge.engine().has_value(); });
        view = std::make_unique<ActivationsView>(fakes.services);
        view->resize(900, 600);
        view->setRuns(run ? std::vector{run} : std::vector<RunViewPtr>());
        view->show();
        ready = ready && QTest::qWaitForWindowExposed(view.get());
        find<QTabWidget>("activations.pages")->setCurrentIndex(1);
    }
    ~Shown() { view.reset(); }

    template <class T>
    T* find(const char* name) const {
        return view->findChild<T*>(name);
    }
    FeatureMapPlot& plot() const { return *find<FeatureMapPlot>("activations.sample"); }
    TapList& taps() const { return *find<TapList>("sample.taps"); }
    QComboBox& networks() const { return *find<QComboBox>("sample.network"); }
    QSpinBox& number() const { return *find<QSpinBox>("sample.number"); }
    QPushButton& button() const { return *find<QPushButton>("sample.record"); }
    QString notice() const { return find<NoticeBar>("sample.notices")->sentence(); }
    QString words() const { return find<QLabel>("sample.words")->text(); }

    // Presses the button and waits for what comes.
    bool record() {
        button().click();
        return isKnown();
    }
    bool isKnown() const {
        return QTest::qWaitFor([this] { return !plot().isEmpty(); });
    }
    void choose(int tap) const { taps().setCurrentItem(taps().topLevelItem(tap)); }
    std::vector<FullActivationRequest> requests() const {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    // The value of the first number on show, by way of the table.
    QVariant value() const { return plot().table().rows.front().back(); }

    FakeServices fakes;
    std::function<Recorded(const FullActivationRequest&, const Watch&)> answer =
        [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    std::unique_ptr<ActivationsView> view;
    bool ready = false;

private:
    RunViewPtr m_run;
    mutable std::mutex m_mutex;
    std::vector<FullActivationRequest> m_requests;
};

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
    void cleanup() { installTranslations(*qApp, "en"); }
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
    void tooMuchAtOnceIsTakenLayerByLayer();
    void aLayerAloneCanBeTooMuch();
    void saysThatTheNetworkIsGone();
    void saysWhatFailed();
    void saysWhyItCannotRecord();
    void showsWhatTheRunHasKept();
    void aRunWithoutSnapshots();
    void exportsWhatIsOnShow();
    void worksByKeyboard();
    void everyCornerIsGood_data();
    void everyCornerIsGood();
};

void TestSampleInspector::recordsWhenAsked() {
    Shown shown;
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
    Shown shown;
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
    shown.view->setRuns({runOf("two", false)});
    QCOMPARE(shown.networks().count(), 2);
    QCOMPARE(shown.networks().currentIndex(), 0);
}

void TestSampleInspector::followsTheSelection() {
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
        Shown shown;
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
    Shown shown;
    QVERIFY(shown.record());
    shown.view->setRuns({runOf("two")});
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
    shown.view->setRuns({runOf("three")});
    QTRY_VERIFY(stopped.load());
    QTest::qWait(20);
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.plot().emptyText().contains("Press Record"));
    // The same run, grown: what was recorded of it stays.
    shown.answer = [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    QVERIFY(shown.record());
    shown.view->setRuns({runOf("three")});
    QVERIFY(!shown.plot().isEmpty());
}

void TestSampleInspector::aRunThatIsGoneLeavesNothing() {
    Shown shown;
    QVERIFY(shown.record());
    shown.view->setRuns({});
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.find<QWidget>("view.activations.empty")->isVisible());
    QVERIFY(shown.view->plots().empty());
}

void TestSampleInspector::outOfSightItWaits() {
    Shown shown;
    QVERIFY(shown.record());
    auto* pages = shown.find<QTabWidget>("activations.pages");
    pages->setCurrentIndex(0);
    shown.fakes.services.selection.setSamples({2});
    shown.fakes.services.selection.setSamples({8});
    QTest::qWait(20);
    QCOMPARE(shown.requests().size(), std::size_t{1});
    QVERIFY(shown.plot().isEmpty());
    pages->setCurrentIndex(1);
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.requests().size(), std::size_t{2});
    QCOMPARE(shown.requests().back().validationRow, std::int64_t{8});
}

// A network that puts out more than is recorded at once.
namespace {

Recorded refuseAll(const FullActivationRequest& request, const Watch&) {
    if (request.taps.empty()) {
        return fail(ErrorCode::InvalidArgument, "too much; choose fewer taps");
    }
    return layersOf(request);
}

void describeLarge(FakeServices& fakes) {
    fakes.jobs.onDescribeNetwork = [](const NetworkSpec&, const Watch&) {
        auto about = std::make_shared<NetworkDescription>();
        about->fullBytesPerSample = 200'000'000;
        for (const char* name : {"", "layers.0", "pool", "feature"}) {
            NetworkModule module;
            module.name = name;
            module.isTap = module.name == "layers.0" || module.name == "feature";
            module.outputShape = {4, 3, 3};
            about->modules.push_back(module);
        }
        return Result<std::shared_ptr<const NetworkDescription>>(about);
    };
}

} // namespace

void TestSampleInspector::tooMuchAtOnceIsTakenLayerByLayer() {
    Shown shown;
    describeLarge(shown.fakes);
    shown.answer = refuseAll;
    shown.button().click();
    QTRY_VERIFY(shown.notice().contains("200.0 MB"));
    QVERIFY(shown.notice().contains("Choose a layer"));
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.plot().emptyText().contains("Choose a layer"));
    QVERIFY(!shown.button().isEnabled());
    QCOMPARE(shown.taps().topLevelItemCount(), 2); // those that can be recorded
    QVERIFY(shown.taps().chosen().empty());
    shown.taps().setFocus(); // chooses nothing
    QCOMPARE(shown.requests().size(), std::size_t{1});
    shown.choose(1);
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.requests().back().taps, std::vector<std::string>{"feature"});
    QVERIFY(shown.notice().isEmpty());
    QCOMPARE(shown.taps().topLevelItemCount(), 2); // the others can still be chosen
    shown.number().setValue(4);
    QVERIFY(shown.isKnown());
    QCOMPARE(shown.requests().back().taps, std::vector<std::string>{"feature"});
    QCOMPARE(shown.value(), QVariant(4.0));
    shown.choose(0);
    QVERIFY(shown.plot().isEmpty());
    QVERIFY(shown.isKnown());
    QVERIFY(shown.plot().summary().contains("layers.0"));
    // Another network may be smaller.
    shown.answer = [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    shown.networks().setCurrentIndex(1);
    QVERIFY(shown.isKnown());
    QVERIFY(shown.requests().back().taps.empty());
}

void TestSampleInspector::aLayerAloneCanBeTooMuch() {
    Shown shown;
    shown.fakes.jobs.onDescribeNetwork = [](const NetworkSpec&, const Watch&) {
        auto about = std::make_shared<NetworkDescription>();
        about->fullBytesPerSample = 400'000'000;
        NetworkModule module;
        module.name = "huge";
        module.isTap = true;
        module.outputShape = {100, 1000, 1000};
        about->modules = {module};
        return Result<std::shared_ptr<const NetworkDescription>>(about);
    };
    shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
        return fail(ErrorCode::InvalidArgument, "too much");
    };
    shown.button().click();
    QTRY_COMPARE(shown.taps().topLevelItemCount(), 1);
    shown.choose(0);
    QTRY_VERIFY(shown.notice().startsWith("This layer alone is too much: 400.0 MB"));
    QVERIFY(shown.plot().isEmpty());
}

void TestSampleInspector::saysThatTheNetworkIsGone() {
    Shown shown;
    shown.networks().setCurrentIndex(2);
    shown.answer = [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return request.checkpoint.empty() ? Recorded(layersOf(request))
                                          : fail(ErrorCode::NotFound, "no such file");
    };
    shown.button().click();
    QTRY_VERIFY(shown.notice().contains("no longer in its folder"));
    QVERIFY(shown.plot().isEmpty());
    shown.networks().setCurrentIndex(0); // as it says
    QVERIFY(shown.isKnown());
    QVERIFY(shown.notice().isEmpty());
}

void TestSampleInspector::saysWhatFailed() {
    Shown shown;
    shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
        return fail(ErrorCode::OutOfMemory, "cannot allocate");
    };
    shown.button().click();
    QTRY_VERIFY(shown.notice().contains("not enough memory"));
    QVERIFY(shown.plot().isEmpty() && shown.button().isEnabled());
    shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
        return std::vector<FullActivation>();
    };
    shown.button().click();
    QTRY_VERIFY(shown.plot().emptyText().contains("nothing that can be recorded"));
    QVERIFY(shown.notice().isEmpty());
    // Numbers that do not fit their shape are not drawn.
    shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
        return std::vector<FullActivation>{{"odd", {2, 2, 2}, Kind::Maps, {1.0F}}};
    };
    shown.button().click();
    QTRY_COMPARE(shown.taps().topLevelItemCount(), 1);
    QVERIFY(shown.plot().isEmpty());
}

void TestSampleInspector::saysWhyItCannotRecord() {
    auto running = std::make_shared<RunView>(*runOf("running"));
    running->record.state = RunState::Running;
    Shown shown(running);
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("as soon as the run has ended"));
    QCOMPARE(shown.button().toolTip(), shown.plot().emptyText());
    auto ended = std::make_shared<RunView>(*running);
    ended->record.state = RunState::Done;
    shown.view->setRuns({ended});
    QVERIFY(shown.button().isEnabled());
    auto foreign = std::make_shared<RunView>(*runOf("foreign"));
    foreign->record.experimentReadable = false;
    shown.view->setRuns({foreign});
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("another version"));
    shown.fakes.jobs.loadEngine(fail(ErrorCode::NotFound, "no library"));
    QTRY_VERIFY(!*shown.fakes.services.bridge.engine());
    shown.view->setRuns({runOf("one")});
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("without the engine"));
}

void TestSampleInspector::showsWhatTheRunHasKept() {
    Shown shown;
    QVERIFY(shown.find<QLabel>("sample.picture")->isVisible());
    QVERIFY(!shown.find<QLabel>("sample.picture")->pixmap().isNull());
    QVERIFY2(shown.words().contains("True class: digit 0"), qPrintable(shown.words()));
    shown.number().setValue(5); // which the receiver takes for another after it has learned
    QVERIFY(shown.words().contains("True class: digit 2"));
    QVERIFY(shown.words().contains("Predicted: digit 2"));
    shown.networks().setCurrentIndex(2);
    QVERIFY(shown.words().contains("Predicted: digit 0"));
    shown.number().setValue(4);
    QVERIFY(shown.words().contains("Predicted: digit 1"));
    shown.networks().setCurrentIndex(1);
    QVERIFY(shown.words().contains("Predicted: digit 0"));
    // Classes of its own have no names of the data.
    auto other = std::make_shared<RunView>(*runOf("mismatch"));
    other->record.experiment.data.mismatch = Mismatch::Classes;
    QCOMPARE(predictedClassText(*other, RunNetwork::Source, 1), QString("digit 1"));
    QCOMPARE(predictedClassText(*other, RunNetwork::ReceiverAfter, 1),
             QString("class 1 of its own"));
    QVERIFY(predictedClassText(*other, RunNetwork::Source, 12).isEmpty());
    QVERIFY(trueClassText(*other, -1).isEmpty());
}

void TestSampleInspector::aRunWithoutSnapshots() {
    Shown shown(runOf("bare", false, {.samples = 0}));
    QVERIFY(shown.words().contains("kept nothing"));
    QVERIFY(!shown.find<QLabel>("sample.picture")->isVisible());
    shown.number().setValue(150);
    QVERIFY(shown.record());
    QCOMPARE(shown.requests().back().validationRow, std::int64_t{150});
}

void TestSampleInspector::exportsWhatIsOnShow() {
    Shown shown;
    auto* pages = shown.find<QTabWidget>("activations.pages");
    QVERIFY(shown.view->plots().empty()); // there is nothing yet
    QVERIFY(shown.record());
    QCOMPARE(shown.view->plots(), std::vector<Plot*>{&shown.plot()});
    pages->setCurrentIndex(0);
    QCOMPARE(shown.view->plots().size(), std::size_t{1});
    QCOMPARE(shown.view->plots().front()->objectName(), QString("activations"));
    pages->setCurrentIndex(1);
    Plot* asked = nullptr;
    connect(shown.view.get(), &View::exportRequested, this, [&](Plot* plot) { asked = plot; });
    shown.find<QAbstractButton>("activations.sample.export")->click();
    QCOMPARE(asked, &shown.plot());
}

void TestSampleInspector::worksByKeyboard() {
    Shown shown;
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

void TestSampleInspector::everyCornerIsGood_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("state"); // 0: nothing recorded, 1: recorded, 2: too much at once
    for (const int state : {0, 1, 2}) {
        QTest::addRow("small, light, %d", state) << QSize(440, 520) << false << "en" << state;
        QTest::addRow("large, dark, %d", state) << QSize(1200, 900) << true << "en" << state;
        QTest::addRow("mirrored, %d", state) << QSize(700, 700) << false << "pseudo" << state;
        QTest::addRow("German, %d", state) << QSize(440, 560) << false << "de" << state;
    }
}

void TestSampleInspector::everyCornerIsGood() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QFETCH(int, state);
    installTranslations(*qApp, language);
    Shown shown;
    shown.fakes.services.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    shown.view->resize(size);
    if (state == 1) {
        shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
            return std::vector{
                made("layers.0.a.rather.long.name.of.a.layer", Kind::Maps, {512, 3, 3}, 1.0F)};
        };
        QVERIFY(shown.record());
    } else if (state == 2) {
        describeLarge(shown.fakes);
        shown.answer = refuseAll;
        shown.button().click();
        QTRY_VERIFY(!shown.notice().isEmpty());
    }
    (void)QTest::qWaitFor([&] { return problemsOf(shown.view.get()).isEmpty(); }, 2'000);
    const auto problems = problemsOf(shown.view.get());
    for (const auto& problem : problems) {
        qWarning("%s", qPrintable(problem));
    }
    QCOMPARE(problems.size(), 0);
    if (const auto folder = qEnvironmentVariable("TESSERA_TEST_PICTURES"); !folder.isEmpty()) {
        (void)shown.view->grab().save(
            QString("%1/inspector %2.png").arg(folder, QTest::currentDataTag()));
    }
    shown.fakes.services.theme.setChoice(ThemeChoice::System);
}

TESSERA_TEST(TestSampleInspector)
#include "test_sample_inspector.moc"

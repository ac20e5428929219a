// What the inspector of samples says where there is nothing to show, and how it looks.
#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_sample_inspector.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/sample_facts.h"
#include "ui/widgets/translations.h"

#include <QApplication>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Kind = FullActivation::Kind;

// A network that puts out more than is recorded at once.
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

class TestSampleInspectorStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installTranslations(*qApp, "en"); }
    void tooMuchAtOnceIsTakenLayerByLayer();
    void aLayerAloneCanBeTooMuch();
    void saysThatTheNetworkIsGone();
    void saysWhatFailed();
    void saysWhyItCannotRecord();
    void showsWhatTheRunHasKept();
    void aRunWithoutSnapshots();
    void everyCornerIsGood_data();
    void everyCornerIsGood();
};

void TestSampleInspectorStates::tooMuchAtOnceIsTakenLayerByLayer() {
    ShownInspector shown;
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

void TestSampleInspectorStates::aLayerAloneCanBeTooMuch() {
    ShownInspector shown;
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
    QTRY_VERIFY(shown.notice().startsWith("This layer alone puts out 400.0 MB"));
    QVERIFY(shown.plot().isEmpty());
}

void TestSampleInspectorStates::saysThatTheNetworkIsGone() {
    ShownInspector shown;
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

void TestSampleInspectorStates::saysWhatFailed() {
    ShownInspector shown;
    shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
        return fail(ErrorCode::OutOfMemory, "cannot allocate");
    };
    shown.button().click();
    QTRY_VERIFY(shown.notice().contains("not enough memory"));
    shown.find<QAbstractButton>("sample.notice.details")->click();
    QCOMPARE(shown.fakes.dialogs.errors.back().sentence, shown.notice());
    QCOMPARE(shown.fakes.dialogs.errors.back().details, QString("cannot allocate"));
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

void TestSampleInspectorStates::saysWhyItCannotRecord() {
    auto running = std::make_shared<RunView>(*recordedRun("running"));
    running->record.state = RunState::Running;
    ShownInspector shown(running);
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("as soon as the run has ended"));
    QCOMPARE(shown.button().toolTip(), shown.plot().emptyText());
    auto ended = std::make_shared<RunView>(*running);
    ended->record.state = RunState::Done;
    shown.view->setRuns({ended});
    QVERIFY(shown.button().isEnabled());
    auto foreign = std::make_shared<RunView>(*recordedRun("foreign"));
    foreign->record.experimentReadable = false;
    shown.view->setRuns({foreign});
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("another version"));
    shown.fakes.jobs.loadEngine(fail(ErrorCode::NotFound, "no library"));
    QTRY_VERIFY(!*shown.fakes.services.bridge.engine());
    shown.view->setRuns({recordedRun("one")});
    QVERIFY(!shown.button().isEnabled());
    QVERIFY(shown.plot().emptyText().contains("without the engine"));
}

void TestSampleInspectorStates::showsWhatTheRunHasKept() {
    ShownInspector shown;
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
    auto other = std::make_shared<RunView>(*recordedRun("mismatch"));
    other->record.experiment.data.mismatch = Mismatch::Classes;
    QCOMPARE(predictedClassText(*other, RunNetwork::Source, 1), QString("digit 1"));
    QCOMPARE(predictedClassText(*other, RunNetwork::ReceiverAfter, 1),
             QString("class 1 of its own"));
    QVERIFY(predictedClassText(*other, RunNetwork::Source, 12).isEmpty());
    QVERIFY(trueClassText(*other, -1).isEmpty());
}

void TestSampleInspectorStates::aRunWithoutSnapshots() {
    ShownInspector shown(recordedRun("bare", false, {.samples = 0}));
    QVERIFY(shown.words().contains("kept nothing"));
    QVERIFY(!shown.find<QLabel>("sample.picture")->isVisible());
    shown.number().setValue(150);
    QVERIFY(shown.record());
    QCOMPARE(shown.requests().back().validationRow, std::int64_t{150});
}

void TestSampleInspectorStates::everyCornerIsGood_data() {
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

void TestSampleInspectorStates::everyCornerIsGood() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QFETCH(int, state);
    installTranslations(*qApp, language);
    ShownInspector shown;
    shown.fakes.services.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    shown.view->resize(size);
    if (state == 1) {
        shown.answer = [](const FullActivationRequest&, const Watch&) -> Recorded {
            return std::vector{
                madeLayer("layers.0.a.rather.long.name.of.a.layer", Kind::Maps, {512, 3, 3}, 1.0F)};
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
    shown.fakes.services.theme.setChoice(ThemeChoice::System);
}

TESSERA_TEST(TestSampleInspectorStates)
#include "test_sample_inspector_states.moc"

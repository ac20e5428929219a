#include "ui/main_window/main_window.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/token_files.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/run_controller.h"
#include "ui/panels/run_actions.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/stage_chip.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

const RunId kRun("20260101-120000-00000001");

RunRecord finishedRun(const RunId& id = kRun) {
    MadeRun made;
    made.id = id.value;
    auto run = madeRunView(made)->record;
    run.summary.seconds.finetune = 1.25;
    run.summary.seconds.total = 2.5;
    return run;
}

// A window on fakes, shown, with an open store.
class ShownMainWindow {
public:
    explicit ShownMainWindow(const std::vector<RunRecord>& runs = {}) {
        ready = fakes.openStore(runs);
        window = std::make_unique<MainWindow>(fakes.services, fakes.folder() / "default.db");
        window->show();
        ready = ready && QTest::qWaitForWindowExposed(window.get());
        window->activateWindow();
    }

    void loadEngine() {
        fakes.jobs.loadEngine();
        QVERIFY(QTest::qWaitFor([this] { return window->runs().reason().isEmpty(); }));
    }
    template <class T>
    T* find(const char* name) {
        return window->findChild<T*>(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), key, modifiers);
    }

    FakeServices fakes;
    std::unique_ptr<MainWindow> window;
    bool ready = false;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsBeforeTheEngine();
    void keepsScriptsApart();
    void runsByKeyboard();
    void saysWhyItCannotRun();
    void followsTheRun();
    void leavesTheRunsOfAStudyAlone();
    void opensStudiesOnTheirPage();
    void escapeAsksOnce();
    void saysWhatFailed();
    void staysWithoutAnEngine();
    void closingWhileBusyWaitsForTheEnd();
    void closingCanBeTakenBack();
    void asksAboutAChangedFile();
    void theSystemMayEndItUnasked();
    void comesBackAsItWas();
    void opensWhatIsDropped_data();
    void opensWhatIsDropped();
    void leavesDroppedTextToItsField();
    void showsWhatIsWrongWithADamagedToken();
    void toolsSpeakOfTokens();
    void refusesWhatItCannotOpen();
    void showsViewsByKeyboard();
    void comparesRuns();
    void curvesStandBesideWhereThereIsRoom();
    void filtersRunsByKeyboard();
    void docksKeepTheirWidths();
    void setupEditsCanBeUndone();
    void badNumbersAreSaidInPlace();
    void copiesTheCommandLine();
    void reportsItsFirstPaintOnce();
};

void TestMainWindow::standsBeforeTheEngine() {
    ShownMainWindow shown;
    QVERIFY(shown.ready);
    QVERIFY(!shown.find<QPushButton>("setup.run")->isEnabled());
    QVERIFY(shown.window->runs().reason().contains("loaded"));
    shown.loadEngine();
    QVERIFY(shown.find<QPushButton>("setup.run")->isEnabled());
}

void TestMainWindow::runsByKeyboard() {
    ShownMainWindow shown;
    shown.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(shown.fakes.jobs.requests().empty()); // no engine yet
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    const auto& request = shown.fakes.jobs.requests().begin()->second;
    QVERIFY(request.experiment == shown.fakes.services.experiment.experiment());
    QVERIFY(request.store == shown.fakes.store);
    QCOMPARE(request.folder, shown.fakes.folder());
}

void TestMainWindow::saysWhyItCannotRun() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.fakes.documents.setProblems({"receiver: the heads do not divide the width"});
    shown.fakes.services.experiment.check();
    const auto* run = shown.find<QPushButton>("setup.run");
    QVERIFY(!run->isEnabled());
    QVERIFY(!run->toolTip().isEmpty());
    QVERIFY(shown.find<QLabel>("card.receiver.problem")->text().contains("divide the width"));
    QVERIFY(shown.find<QLabel>("card.source.problem")->isHidden());
    shown.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(shown.fakes.jobs.requests().empty());
}

void TestMainWindow::followsTheRun() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    const auto job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(job, kRun);
    QTRY_COMPARE(shown.fakes.services.views.shown(), (std::vector<RunId>{kRun}));
    shown.fakes.jobs.report(job, Progress{Phase::FineTune, 19, 57, "fine-tune"});
    auto* chip = shown.find<StageChip>("stage.finetune");
    QTRY_COMPARE(chip->state(), StageState::Running);
    QVERIFY(chip->detail().contains("33%"));
    QCOMPARE(shown.find<StageChip>("stage.hub")->state(), StageState::Done);
    QCOMPARE(shown.find<StageChip>("stage.measure")->state(), StageState::Waiting);
    shown.fakes.store->put(finishedRun(), madeRunView()->samples);
    shown.fakes.jobs.end(job, RunState::Done);
    QTRY_VERIFY(chip->detail().contains("1.3") || chip->detail().contains("1.2"));
    QTRY_VERIFY(!shown.window->runs().isBusy());
}

// They come and go: whoever looks at a run keeps it.
void TestMainWindow::leavesTheRunsOfAStudyAlone() {
    ShownMainWindow shown({finishedRun()});
    shown.loadEngine();
    shown.fakes.services.views.show({kRun});
    JobRequest request;
    request.experiment.name = "pairs";
    request.store = shown.fakes.store;
    request.study = shown.fakes.studies.jobOf(shown.fakes.studies.defaultStudy());
    const auto job = shown.fakes.jobs.submit(request);
    for (const char* run : {"20260101-120000-00000011", "20260101-120000-00000012"}) {
        shown.fakes.jobs.start(job, RunId(run));
    }
    QTRY_VERIFY(shown.fakes.bridge.find(job) != nullptr &&
                shown.fakes.bridge.find(job)->run == RunId("20260101-120000-00000012"));
    QCOMPARE(shown.fakes.services.views.shown(), (std::vector<RunId>{kRun}));
    shown.press(Qt::Key_Escape);
    QVERIFY(shown.fakes.dialogs.questions.front().contains("pairs"));
    QCOMPARE(shown.fakes.jobs.status(job).state, RunState::Cancelling);
    shown.fakes.jobs.end(job, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->runs().isBusy());
}

void TestMainWindow::opensStudiesOnTheirPage() {
    ShownMainWindow shown;
    auto study = shown.fakes.studies.defaultStudy();
    study.name = "opened";
    const auto file = shown.fakes.folder() / "pairs.study.json";
    QVERIFY(shown.fakes.documents.writeExperiment(file, {})); // as far as anybody can see
    shown.fakes.studies.putFile(file, study);
    shown.fakes.dialogs.files = {file};
    shown.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(shown.find<QLineEdit>("study.name")->text(), QString("opened"));
    QCOMPARE(shown.window->docks().currentView(), QString("studies"));
}

void TestMainWindow::escapeAsksOnce() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    const auto job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(job, kRun);
    QTRY_VERIFY(shown.fakes.services.views.shown().size() == 1);
    shown.fakes.dialogs.consent = Consent::No;
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.fakes.dialogs.questions.size(), 1);
    QCOMPARE(shown.fakes.jobs.status(job).state, RunState::Running);
    shown.fakes.dialogs.consent = Consent::Yes;
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.fakes.jobs.status(job).state, RunState::Cancelling);
    shown.fakes.jobs.end(job, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->runs().isBusy());
    QCOMPARE(shown.window->notices().count(), 0); // cancelling is no failure
}

void TestMainWindow::saysWhatFailed() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    shown.fakes.jobs.start(shown.fakes.jobs.last(), kRun);
    shown.fakes.jobs.end(shown.fakes.jobs.last(), RunState::Failed,
                         Error{ErrorCode::Diverged, "the loss is NaN", std::nullopt});
    QTRY_COMPARE(shown.window->notices().count(), 1);
    QVERIFY(shown.window->notices().sentence().contains("diverged"));
}

void TestMainWindow::staysWithoutAnEngine() {
    ShownMainWindow shown({finishedRun()});
    shown.fakes.jobs.loadEngine(fail(ErrorCode::NotFound, "libtorch is missing"));
    QTRY_COMPARE(shown.window->notices().count(), 1);
    QVERIFY(!shown.find<QPushButton>("setup.run")->isEnabled());
    shown.fakes.services.views.show({kRun}); // browsing goes on
    QTRY_COMPARE(shown.fakes.services.views.views().size(), std::size_t(1));
}

void TestMainWindow::closingWhileBusyWaitsForTheEnd() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    shown.press(Qt::Key_R, Qt::ControlModifier);
    const JobId first{1};
    shown.fakes.jobs.start(first, kRun);
    QTRY_VERIFY(shown.fakes.services.bridge.jobs().size() == 2);
    shown.window->close();
    QVERIFY(shown.window->isVisible());
    QCOMPARE(shown.fakes.dialogs.questions.size(), 1);
    QCOMPARE(shown.fakes.jobs.status(first).state, RunState::Cancelling);
    QCOMPARE(shown.fakes.jobs.status(JobId{2}).state, RunState::Cancelled);
    shown.fakes.jobs.end(first, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->isVisible());
    QCOMPARE(shown.fakes.dialogs.questions.size(), 1); // not asked again
}

void TestMainWindow::closingCanBeTakenBack() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    shown.fakes.jobs.start(shown.fakes.jobs.last(), kRun);
    QTRY_VERIFY(shown.window->runs().isBusy());
    shown.fakes.dialogs.consent = Consent::No;
    shown.window->close();
    QVERIFY(shown.window->isVisible());
    QCOMPARE(shown.fakes.jobs.status(shown.fakes.jobs.last()).state, RunState::Running);
}

void TestMainWindow::asksAboutAChangedFile() {
    ShownMainWindow shown;
    auto& experiment = shown.fakes.services.experiment;
    const auto file = shown.fakes.folder() / "mine.tessera.json";
    QVERIFY(experiment.save(file));
    experiment.change("seed", "Change Seed", [](Experiment& e) { e.seed = 77; });
    shown.fakes.dialogs.unsaved = UnsavedChoice::Cancel;
    shown.window->close();
    QVERIFY(shown.window->isVisible());
    shown.fakes.dialogs.unsaved = UnsavedChoice::Save;
    shown.window->close();
    QVERIFY(!shown.window->isVisible());
    QCOMPARE(shown.fakes.documents.readExperiment(file)->seed, std::uint64_t(77));
}

void TestMainWindow::theSystemMayEndItUnasked() {
    ShownMainWindow shown;
    shown.loadEngine();
    shown.press(Qt::Key_R, Qt::ControlModifier);
    const auto job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(job, kRun);
    QTRY_VERIFY(shown.window->runs().isBusy());
    shown.window->closeUnasked();
    shown.fakes.jobs.end(job, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->isVisible());
    QVERIFY(shown.fakes.dialogs.questions.isEmpty());
}

void TestMainWindow::comesBackAsItWas() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({finishedRun(), finishedRun(RunId("20260101-120000-00000002"))}));
    fakes.settings.setValue(setting::kStore,
                            QString::fromStdString((fakes.folder() / "runs.tessera.db").string()));
    {
        MainWindow window(fakes.services, fakes.folder() / "default.db");
        window.show();
        window.resize(1300, 800);
        window.docks().raise("curves");
        fakes.services.views.show({kRun});
        fakes.services.experiment.change("seed", "Change Seed",
                                         [](Experiment& e) { e.seed = 4711; });
        QVERIFY(window.close());
    }
    QCOMPARE(fakes.settings.value(setting::kRuns).toStringList(),
             QStringList(QString::fromStdString(kRun.value)));
    fakes.services.background.waitForDone();
    fakes.services.experiment.startNew();
    fakes.services.background.waitForDone();
    // What the first program left on disk: settings, a saved experiment, and changes to it.
    const auto file = fakes.folder() / "mine.tessera.json";
    QVERIFY(fakes.documents.writeExperiment(file, fakes.documents.defaultExperiment()).has_value());
    fakes.settings.setValue(setting::kExperiment, QString::fromStdString(file.string()));
    auto unsaved = fakes.documents.defaultExperiment();
    unsaved.seed = 4711;
    QVERIFY(fakes.documents.writeExperiment(fakes.folder() / "recovery.tessera.json", unsaved));
    fakes.services.views.show({});
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    window.show();
    window.restoreSession({});
    QCOMPARE(window.docks().currentView(), QString("curves"));
    QCOMPARE(window.size(), QSize(1300, 800));
    QTRY_COMPARE(fakes.services.views.shown(), (std::vector<RunId>{kRun}));
    QCOMPARE(fakes.services.experiment.experiment().seed, std::uint64_t(4711));
    QCOMPARE(fakes.services.experiment.file(), file);
    QVERIFY(fakes.services.experiment.isModified());
}

void TestMainWindow::opensWhatIsDropped_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("target"); // object name; empty: the window itself
    QTest::newRow("token") << "dropped.tbf"
                           << "";
    QTest::newRow("one of a pair") << "dropped.safetensors"
                                   << "";
    QTest::newRow("the other of it") << "dropped.json"
                                     << "";
    QTest::newRow("on a field") << "dropped.tbf"
                                << "runs.search";
    QTest::newRow("on a number") << "dropped.tbf"
                                 << "seed";
    QTest::newRow("on a dock, which may float") << "dropped.tbf"
                                                << "dock.setup";
}

void TestMainWindow::opensWhatIsDropped() {
    QFETCH(QString, file);
    QFETCH(QString, target);
    ShownMainWindow shown;
    const auto path = shown.fakes.folder() / file.toStdString();
    shown.fakes.putToken(path, madeTokenFile());
    auto* widget =
        target.isEmpty() ? shown.window.get() : shown.window->findChild<QWidget*>(target);
    QVERIFY(widget != nullptr && widget->acceptDrops());
    QMimeData data;
    const auto name = QString::fromStdString(path.string());
    data.setUrls({QUrl::fromLocalFile(name)});
    data.setText(name); // as file managers do
    QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &drop);
    QTRY_COMPARE(shown.window->docks().currentView(), QString("token"));
    QTRY_COMPARE(shown.fakes.tokens.examined(), 1);
    QCOMPARE(shown.find<QLineEdit>("runs.search")->text(), QString());
}

void TestMainWindow::leavesDroppedTextToItsField() {
    ShownMainWindow shown;
    auto* search = shown.find<QLineEdit>("runs.search");
    QMimeData data;
    data.setText("seed:7");
    QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(search, &enter);
    QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(search, &drop);
    QCOMPARE(search->text(), QString("seed:7"));
}

void TestMainWindow::showsWhatIsWrongWithADamagedToken() {
    ShownMainWindow shown;
    const auto file = shown.fakes.folder() / "damaged.tbf";
    std::ofstream(file) << "no longer a token";
    shown.fakes.tokens.put(file, madeGarbage());
    shown.fakes.dialogs.files = {file};
    shown.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(shown.window->docks().currentView(), QString("token"));
    QTRY_VERIFY(shown.find<QLabel>("token.trust")->text().startsWith("This is not a token"));
    QCOMPARE(shown.window->notices().count(), 0);
}

void TestMainWindow::toolsSpeakOfTokens() {
    ShownMainWindow shown;
    shown.find<QAction>("action.signers")->trigger();
    QCOMPARE(shown.fakes.dialogs.questions, QStringList{"Trusted signers"});
    auto* seals = shown.find<QAction>("action.require-seals");
    QVERIFY(seals->isCheckable() && !seals->isChecked());
    const auto file = shown.fakes.folder() / "plain.tbf";
    shown.fakes.putToken(file, madeTokenFile());
    shown.fakes.dialogs.files = {file};
    shown.press(Qt::Key_O, Qt::ControlModifier);
    const auto* trust = shown.find<QLabel>("token.trust");
    QTRY_VERIFY(trust->text().startsWith("Intact"));
    seals->trigger();
    QVERIFY(shown.fakes.settings.value(setting::kRequireHmac).toBool());
    QTRY_VERIFY(trust->text().startsWith("This token has no seal"));
    seals->trigger();
    QTRY_VERIFY(trust->text().startsWith("Intact"));
}

void TestMainWindow::refusesWhatItCannotOpen() {
    ShownMainWindow shown;
    const auto text = shown.fakes.folder() / "notes.txt";
    std::ofstream(text) << "nothing of ours";
    shown.fakes.dialogs.files = {text, shown.fakes.folder() / "absent.tbf"};
    const auto before = shown.fakes.services.experiment.experiment();
    shown.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(shown.window->notices().count(), 1);
    QVERIFY(shown.window->notices().sentence().contains("notes.txt"));
    shown.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(shown.window->notices().count(), 2);
    QVERIFY(shown.fakes.services.experiment.experiment() == before);
}

void TestMainWindow::showsViewsByKeyboard() {
    ShownMainWindow shown;
    int key = Qt::Key_1;
    for (const auto& entry : viewCatalog()) {
        shown.press(static_cast<Qt::Key>(key++), Qt::ControlModifier);
        QCOMPARE(shown.window->docks().currentView(), QString(entry.id));
    }
}

void TestMainWindow::comparesRuns() {
    ShownMainWindow shown({finishedRun(), finishedRun(RunId("20260101-130000-00000002"))});
    shown.window->docks().raise("compare");
    Q_EMIT shown.window->docks().view("compare")->runsRequested();
    auto* table = shown.find<QTableView>("runs.table");
    QVERIFY(table->isVisible());
    table->selectAll();
    QTRY_COMPARE(shown.fakes.services.compared.runs().size(), std::size_t(2));
    shown.find<RunsPanel>("runs")->actions().find("runs.compare")->trigger();
    QCOMPARE(shown.window->docks().currentView(), QString("compare"));
    QCOMPARE(shown.fakes.services.compared.added().size(), std::size_t(2));
}

void TestMainWindow::curvesStandBesideWhereThereIsRoom() {
    ShownMainWindow shown;
    const auto curvesAreInSight = [&](int width) {
        shown.window->resize(width, 900);
        shown.window->docks().applyDefault();
        shown.window->docks().raise("activations");
        QTest::qWait(20);
        return !shown.window->docks().view("curves")->visibleRegion().isEmpty();
    };
    QVERIFY(!curvesAreInSight(1200));
    QVERIFY(curvesAreInSight(1700));
    QVERIFY(!shown.window->docks().view("activations")->visibleRegion().isEmpty());
}

void TestMainWindow::filtersRunsByKeyboard() {
    ShownMainWindow shown({finishedRun()});
    shown.press(Qt::Key_F, Qt::ControlModifier);
    auto* search = shown.find<QLineEdit>("runs.search");
    QTRY_VERIFY(search->hasFocus());
    const auto* table = shown.find<QTableView>("runs.table");
    const auto* empty = shown.find<EmptyState>("runs.empty");
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isVisible() && !empty->isVisible());
    QTest::keyClicks(search, "no such run");
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible() && empty->isVisible());
    QCOMPARE(empty->buttonText(), QString("Clear the filter"));
    QVERIFY(empty->sentence().contains("no such run"));
    QCOMPARE(shown.fakes.settings.value(setting::kFilter).toString(), QString("no such run"));
    QTest::keyClick(empty->findChild<QPushButton*>(), Qt::Key_Space);
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isVisible() && !empty->isVisible());
    QCOMPARE(search->text(), QString());
    QCOMPARE(shown.fakes.settings.value(setting::kFilter).toString(), QString());
}

void TestMainWindow::docksKeepTheirWidths() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({finishedRun()}));
    std::vector<int> widths;
    for (int start = 0; start < 4; ++start) {
        MainWindow window(fakes.services, fakes.folder() / "default.db");
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(50);
        widths.push_back(window.findChild<QWidget*>("dock.setup")->width());
        QVERIFY(window.close());
    }
    for (const int width : widths) {
        QCOMPARE(width, widths.front());
    }
}

void TestMainWindow::setupEditsCanBeUndone() {
    ShownMainWindow shown;
    auto* width = shown.find<QSpinBox>("source.width");
    QVERIFY(width != nullptr);
    const int before = width->value();
    width->setFocus();
    QTest::keyClick(width, Qt::Key_Up);
    QCOMPARE(shown.fakes.services.experiment.experiment().source.network.architecture->width,
             before + 1);
    shown.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(width->value(), before);
}

void TestMainWindow::badNumbersAreSaidInPlace() {
    ShownMainWindow shown;
    auto* rate = shown.find<QLineEdit>("transfer.rate");
    const auto* problem = shown.find<QLabel>("card.transfer.problem");
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, "-1");
    QVERIFY(problem->isVisibleTo(shown.window.get()));
    QVERIFY(problem->text().contains("above 0"));
    QCOMPARE(rate->text(), QString("-1")); // what was typed stays
    rate->selectAll();
    QTest::keyClicks(rate, "0.004");
    QVERIFY(!problem->isVisibleTo(shown.window.get()));
    QCOMPARE(shown.fakes.services.experiment.experiment().transfer.rate, 0.004);
}

// In a child process unless the person wants it otherwise, also after a restart.
void TestMainWindow::keepsScriptsApart() {
    FakeServices fakes;
    {
        const MainWindow window(fakes.services, fakes.folder() / "default.db");
        QCOMPARE(fakes.jobs.scriptsApart, std::optional(true));
        auto* action = window.findChild<QAction*>("action.scripts-apart");
        QVERIFY(action->isChecked() && action->toolTip().contains("crash"));
        action->trigger();
        QCOMPARE(fakes.jobs.scriptsApart, std::optional(false));
    }
    fakes.jobs.scriptsApart.reset();
    const MainWindow next(fakes.services, fakes.folder() / "default.db");
    QCOMPARE(fakes.jobs.scriptsApart, std::optional(false));
    auto* action = next.findChild<QAction*>("action.scripts-apart");
    QVERIFY(!action->isChecked());
    action->trigger();
    QCOMPARE(fakes.jobs.scriptsApart, std::optional(true));
}

void TestMainWindow::copiesTheCommandLine() {
    ShownMainWindow shown;
    shown.fakes.dialogs.files = {shown.fakes.folder() / "it's mine.tessera.json"};
    shown.window->findChild<QAction*>("action.copy-command")->trigger();
    const auto command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith("tessera run '"), qPrintable(command));
    QVERIFY(command.contains("it'\\''s mine.tessera.json"));
    QVERIFY(command.contains("--out"));
}

void TestMainWindow::reportsItsFirstPaintOnce() {
    FakeServices fakes;
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    QSignalSpy painted(&window, &MainWindow::firstPainted);
    window.show();
    QTRY_COMPARE(painted.count(), 1);
    window.repaint();
    QTest::qWait(20);
    QCOMPARE(painted.count(), 1);
}

TESSERA_TEST(TestMainWindow)
#include "test_main_window.moc"

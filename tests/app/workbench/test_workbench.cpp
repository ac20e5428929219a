#include "app/workbench/workbench.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_dialogs.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/run_controller.h"
#include "ui/models/token_trust.h"
#include "ui/panels/view.h"
#include "ui/plots/plot.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;
using tessera::workbench::Places;
using tessera::workbench::Workbench;

namespace {

const std::filesystem::path kGolden = TESSERA_SOURCE_DIR "/tests/golden";
constexpr int kLoadingMs = 60'000;
constexpr int kRunningMs = 120'000;

} // namespace

// The whole program on the real engine, a real store and real files, used as a person uses it: by
// keyboard. Only the dialogs are answered by the test.
class TestWorkbench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsAndKeepsATransfer();
    void cancelsWithinABatch();
    void closesWhileRunning();
    void sameSeedSameCurves();
    void signsATokenAndTrustsItsSigner();
    void trustsNoDamagedToken();

private:
    // A program of its own on the same settings and files.
    std::unique_ptr<Workbench> start();
    static bool waitForEngine(Workbench& program);
    static void press(Workbench& program, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    static void typeNumber(Workbench& program, const char* field, const QString& number);
    static bool waitForRuns(Workbench& program, std::size_t count);
    QTableView* runsTable(Workbench& program) const;
    // What a person does, one after another.
    void runSmallTransfer(Workbench& program);
    void looksAtEveryView(Workbench& program);
    void filtersByKeyboard(Workbench& program);
    void renamesByKeyboard(Workbench& program, const QString& name);
    void deletesAndBringsBack(Workbench& program);
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeDialogs m_dialogs;
};

void TestWorkbench::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_dialogs = FakeDialogs();
}

std::unique_ptr<Workbench> TestWorkbench::start() {
    auto program = std::make_unique<Workbench>(
        Places{QString::fromStdString(path("settings.ini").string()), path("runs.tessera.db"),
               path("unsaved.tessera.json"), path("trusted-signers.json")},
        &m_dialogs);
    program->start({});
    if (!QTest::qWaitForWindowExposed(&program->window())) {
        qFatal("the window did not appear");
    }
    program->window().activateWindow();
    return program;
}

bool TestWorkbench::waitForEngine(Workbench& program) {
    return QTest::qWaitFor([&] { return program.window().runs().reason().isEmpty(); }, kLoadingMs);
}

void TestWorkbench::press(Workbench& program, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&program.window(), key, modifiers);
}

void TestWorkbench::typeNumber(Workbench& program, const char* field, const QString& number) {
    auto* editor = program.window().findChild<QWidget*>(field);
    QVERIFY(editor != nullptr);
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, number);
    QTest::keyClick(editor, Qt::Key_Tab);
}

bool TestWorkbench::waitForRuns(Workbench& program, std::size_t count) {
    auto& services = program.services();
    return QTest::qWaitFor(
        [&] {
            const auto& runs = services.library.runs();
            // That a run has ended is known before the store's own account of it is read.
            return !program.window().runs().isBusy() && runs.size() == count &&
                   isTerminal(runs.back().state) && !runs.back().finishedAt.empty();
        },
        kRunningMs);
}

QTableView* TestWorkbench::runsTable(Workbench& program) const {
    return program.window().findChild<QTableView*>("runs.table");
}

void TestWorkbench::runSmallTransfer(Workbench& program) {
    typeNumber(program, "source.width", "24");
    typeNumber(program, "source.depth", "1");
    typeNumber(program, "receiver.width", "16");
    typeNumber(program, "seed", "7");
    press(program, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(waitForRuns(program, 1));
    const auto& record = program.services().library.runs().front();
    QCOMPARE(record.state, RunState::Done);
    QCOMPARE(record.experiment.source.network.architecture->width, 24);
    QCOMPARE(record.experiment.seed, std::uint64_t(7));
    QVERIFY(record.summary.accuracyAfter && *record.summary.accuracyAfter > 0.3);
    QVERIFY(QTest::qWaitFor([&] {
        const auto views = program.services().views.views();
        return views.size() == 1 && views.front()->snapshots.last &&
               views.front()->record.summary.accuracyAfter;
    }));
}

// Every view has something to show, and every plot can be exported.
void TestWorkbench::looksAtEveryView(Workbench& program) {
    for (const auto& entry : viewCatalog()) {
        if (QLatin1String(entry.id) == QLatin1String("studies")) {
            continue; // no study was run
        }
        for (const auto* plot : program.window().docks().view(entry.id)->plots()) {
            QVERIFY2(!plot->isEmpty(), entry.id);
        }
    }
    for (const char* file : {"hub.pdf", "hub.svg", "hub.png", "hub.csv", "hub.tex"}) {
        press(program, Qt::Key_2, Qt::ControlModifier);
        m_dialogs.forms = {[](QDialog&) { return Consent::Yes; }};
        m_dialogs.files = {path(file)};
        press(program, Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(std::filesystem::file_size(path(file)) > 500, file);
    }
}

void TestWorkbench::filtersByKeyboard(Workbench& program) {
    const auto* rows = runsTable(program)->model();
    press(program, Qt::Key_F, Qt::ControlModifier);
    auto* search = program.window().findChild<QLineEdit*>("runs.search");
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, "nowhere");
    QCOMPARE(rows->rowCount(), 0);
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(search, "digits");
    QCOMPARE(rows->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(search, Qt::Key_Delete);
    QCOMPARE(search->text(), QString());
    QCOMPARE(rows->rowCount(), 1);
}

void TestWorkbench::renamesByKeyboard(Workbench& program, const QString& name) {
    auto* table = runsTable(program);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->findChild<QLineEdit*>("runs.editor");
    QVERIFY(editor != nullptr);
    QTest::keyClicks(editor, name); // replaces the old one, which is selected
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(program.services().library.runs().front().name, name.toStdString());
}

void TestWorkbench::deletesAndBringsBack(Workbench& program) {
    runsTable(program)->setFocus();
    QTest::keyClick(runsTable(program), Qt::Key_Delete);
    QTRY_COMPARE(program.services().library.runs().size(), std::size_t(0));
    press(program, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(program.services().library.runs().size(), std::size_t(1));
}

void TestWorkbench::runsAndKeepsATransfer() {
    RunId run;
    {
        auto program = start();
        QVERIFY(waitForEngine(*program));
        QVERIFY(runsTable(*program) != nullptr);
        runSmallTransfer(*program);
        if (QTest::currentTestFailed()) {
            return;
        }
        run = program->services().library.runs().front().id;
        looksAtEveryView(*program);
        filtersByKeyboard(*program);
        renamesByKeyboard(*program, "kept run");
        deletesAndBringsBack(*program);
        press(*program, Qt::Key_4, Qt::ControlModifier);
        program->services().views.show({run});
        QVERIFY(program->window().close());
    }
    // Another start: everything is where it was.
    auto program = start();
    QTRY_COMPARE(program->services().library.runs().size(), std::size_t(1));
    QCOMPARE(program->services().library.runs().front().name, std::string("kept run"));
    QCOMPARE(program->window().docks().currentView(), QString("curves"));
    QTRY_COMPARE(program->services().views.shown(), (std::vector<RunId>{run}));
    QCOMPARE(program->services().experiment.experiment().source.network.architecture->width, 24);
    QTRY_VERIFY(!program->services().views.views().empty() &&
                program->services().views.views().front()->snapshots.first);
}

void TestWorkbench::cancelsWithinABatch() {
    auto program = start();
    QVERIFY(waitForEngine(*program));
    typeNumber(*program, "transfer.epochs", "100000");
    typeNumber(*program, "receiver.width", "16");
    press(*program, Qt::Key_R, Qt::ControlModifier);
    auto& services = program->services();
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto views = services.views.views();
            return !views.empty() && views.front()->samples.size() > 100;
        },
        kRunningMs));
    press(*program, Qt::Key_Escape);
    QCOMPARE(m_dialogs.questions.size(), 1);
    QVERIFY(waitForRuns(*program, 1));
    const auto& record = services.library.runs().front();
    QCOMPARE(record.state, RunState::Cancelled);
    QVERIFY(!record.summary.accuracyAfter); // not measured, and not 0
    QTRY_VERIFY(!services.views.views().empty() &&
                services.views.views().front()->samples.size() > 100);
    QCOMPARE(program->window().notices().count(), 0);
}

void TestWorkbench::closesWhileRunning() {
    {
        auto program = start();
        QVERIFY(waitForEngine(*program));
        typeNumber(*program, "transfer.epochs", "100000");
        press(*program, Qt::Key_R, Qt::ControlModifier);
        press(*program, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(
            QTest::qWaitFor([&] { return !program->services().views.shown().empty(); }, kRunningMs));
        program->window().close();
        QTRY_VERIFY_WITH_TIMEOUT(!program->window().isVisible(), kRunningMs);
    }
    auto program = start();
    // The one that ran is kept as cancelled; the one that waited had never begun.
    QTRY_COMPARE(program->services().library.runs().size(), std::size_t(1));
    QCOMPARE(program->services().library.runs().front().state, RunState::Cancelled);
}

void TestWorkbench::sameSeedSameCurves() {
    auto program = start();
    QVERIFY(waitForEngine(*program));
    typeNumber(*program, "source.width", "16");
    typeNumber(*program, "receiver.width", "16");
    press(*program, Qt::Key_R, Qt::ControlModifier);
    press(*program, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(waitForRuns(*program, 2));
    const auto& runs = program->services().library.runs();
    QVERIFY(!runs[0].summary.metricsHash.empty());
    QCOMPARE(runs[0].summary.metricsHash, runs[1].summary.metricsHash);
}

void TestWorkbench::signsATokenAndTrustsItsSigner() {
    auto program = start();
    const auto settle = [&] {
        for (int i = 0; i < 3; ++i) { // one piece of work asks for the next
            program->services().background.waitForDone();
            QCoreApplication::processEvents();
        }
    };
    const auto open = [&](const std::filesystem::path& file) {
        m_dialogs.files = {file};
        press(*program, Qt::Key_O, Qt::ControlModifier);
        settle();
    };
    const auto* trust = program->window().findChild<QLabel*>("token.trust");
    for (const auto& entry : std::filesystem::directory_iterator(kGolden / "tbf")) {
        if (entry.path().extension() == ".tbf" && !trust->text().startsWith("Intact")) {
            open(entry.path());
        }
    }
    QVERIFY2(trust->text().startsWith("Intact but unsigned"), qPrintable(trust->text()));

    m_dialogs.files = {path("me.pem"), path("signed.tbf")};
    m_dialogs.forms = {[&](QDialog& dialog) {
        dialog.findChild<QPushButton*>("sign.make")->click();
        settle();
        dialog.findChild<QLineEdit*>("sign.signer")->setText("Anna");
        return dialog.findChild<QPushButton*>("signDialog.accept")->isEnabled() ? Consent::Yes
                                                                                : Consent::No;
    }};
    program->window().findChild<QAction*>("token.sign")->trigger();
    settle();
    QVERIFY2(trust->text().contains("a key that you do not know"), qPrintable(trust->text()));

    m_dialogs.files = {path("me.pub.pem")};
    m_dialogs.texts = {"Anna"};
    m_dialogs.forms = {[&](QDialog& dialog) {
        dialog.findChild<QPushButton*>("signers.add")->click();
        settle();
        return Consent::Yes;
    }};
    program->window().findChild<QAction*>("action.signers")->trigger();
    settle();
    QCOMPARE(trust->text(), "Signed by Anna, whom you trust, and intact.");
    QVERIFY(std::filesystem::exists(path("trusted-signers.json")));

    std::fstream file(path("signed.tbf"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file.put('!');
    file.close();
    open(path("signed.tbf"));
    QVERIFY2(trust->text().startsWith("Do not trust this token"), qPrintable(trust->text()));
}

void TestWorkbench::trustsNoDamagedToken() {
    auto program = start();
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kGolden / "tbf_bad")) {
        const auto found = program->services().tokens.examine(entry.path(), {});
        if (entry.path().extension() != ".tbf" || !found) {
            continue;
        }
        ++files;
        const auto sentence = trustOf(*found, {});
        QVERIFY2(sentence.verdict != Verdict::Good && !sentence.sentence.isEmpty(),
                 entry.path().c_str());
        QVERIFY2(!found->content || found->refusal == std::nullopt, entry.path().c_str());
    }
    QVERIFY(files > 0);
}

TESSERA_TEST(TestWorkbench)
#include "test_workbench.moc"

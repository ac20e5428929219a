#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_actions.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/run_controller.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/translations.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

const RunId kLessonRun("20260101-120000-00000001");
constexpr int kLessonPatienceMs = 2'000;

// A window whose program is loaded.
class ShownTeaching {
public:
    explicit ShownTeaching(bool teaching = true) {
        fakes.settings.setValue(setting::kTeaching, teaching);
        ready = fakes.openStore();
        fakes.documents.readForeignAs(lessonExperiment());
        window = std::make_unique<MainWindow>(fakes.services, fakes.folder() / "default.db");
        window->resize(1100, 760);
        window->show();
        ready = ready && QTest::qWaitForWindowExposed(window.get());
        window->activateWindow();
        fakes.jobs.loadEngine();
        ready = ready && QTest::qWaitFor([this] { return window->runs().reason().isEmpty(); });
    }
    Experiment lessonExperiment() {
        auto experiment = fakes.documents.defaultExperiment();
        experiment.name = "of a lesson";
        experiment.seed = 4711;
        return experiment;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), key, modifiers);
    }
    template <class T>
    T* find(const char* name) {
        return window->findChild<T*>(name);
    }
    QAction* action(const char* name) {
        return find<QAction>(qPrintable(QStringLiteral("action.") + name));
    }
    void start() {
        press(Qt::Key_R, Qt::ControlModifier);
        job = fakes.jobs.last();
        fakes.jobs.start(job, kLessonRun);
        QTRY_VERIFY(window->runs().isBusy());
    }
    void hold(Phase stage) {
        fakes.jobs.hold(job, stage);
        QTRY_VERIFY(window->runs().waitingAfter() == stage);
    }
    [[nodiscard]] bool waits() const { return fakes.jobs.status(job).waitingAfter.has_value(); }

    FakeServices fakes;
    std::unique_ptr<MainWindow> window;
    JobId job;
    bool ready = false;
};

} // namespace

class TestTeaching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilAskedFor();
    void isRemembered();
    void goesOnByKeyboard();
    void runsToTheEnd();
    void switchingItOffLetsTheRunGoOn();
    void escapeCancelsWhatWaits();
    void closesWhileItWaits();
    void theStatusSaysWhoWaits();
    void goesBackWithTheRun();
    void startsALesson();
    void saysWhyALessonCannotStart();
    void lessonsBringTheirViewForward();
    void standsInTheMenus();
    void isGoodInEveryCorner_data();
    void isGoodInEveryCorner();
    void cleanup() { installTranslations(*qApp, "en"); }
};

void TestTeaching::isOffUntilAskedFor() {
    ShownTeaching shown(false);
    QVERIFY(shown.ready);
    QVERIFY(!shown.find<QWidget>("dock.lesson")->isVisible());
    QVERIFY(!shown.find<QWidget>("lesson.bar")->isVisible());
    shown.start();
    QVERIFY(!shown.fakes.jobs.requests().at(shown.job).stepwise);
    QVERIFY(!shown.find<QWidget>("lesson.bar")->isVisible());
    shown.press(Qt::Key_N);
    QVERIFY(!shown.action("next-stage")->isEnabled());
}

void TestTeaching::isRemembered() {
    FakeServices fakes;
    QVERIFY(fakes.openStore());
    {
        MainWindow window(fakes.services, fakes.folder() / "default.db");
        window.show();
        window.findChild<QAction*>("action.teaching")->trigger();
        QVERIFY(window.findChild<QWidget*>("dock.lesson")->isVisible());
        QVERIFY(window.close());
    }
    QVERIFY(fakes.settings.value(setting::kTeaching).toBool());
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    window.show();
    QVERIFY(window.findChild<QAction*>("action.teaching")->isChecked());
    QVERIFY(window.findChild<QWidget*>("dock.lesson")->isVisible());
    window.docks().applyDefault();
    QVERIFY(window.findChild<QWidget*>("dock.lesson")->isVisible());
    window.findChild<QAction*>("action.teaching")->trigger();
    QVERIFY(!window.findChild<QWidget*>("dock.lesson")->isVisible());
    window.docks().applyDefault();
    QVERIFY(!window.findChild<QWidget*>("dock.lesson")->isVisible());
}

void TestTeaching::goesOnByKeyboard() {
    ShownTeaching shown;
    shown.start();
    QVERIFY(shown.fakes.jobs.requests().at(shown.job).stepwise);
    QTRY_VERIFY(shown.find<QWidget>("lesson.bar")->isVisible());
    auto* next = shown.find<QPushButton>("lesson.next");
    QVERIFY(!next->isEnabled());
    shown.hold(Phase::Fingerprint);
    QTRY_VERIFY(next->isEnabled());
    QVERIFY(next->toolTip().contains("Ctrl+Space") && next->toolTip().contains("N"));
    shown.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!shown.waits());
    shown.hold(Phase::Collect);
    QTRY_VERIFY(next->isEnabled());
    shown.press(Qt::Key_N);
    QVERIFY(!shown.waits());
    shown.hold(Phase::Hub);
    QTRY_VERIFY(next->isEnabled());
    QTest::keyClick(next, Qt::Key_Space);
    QVERIFY(!shown.waits());
    bool listed = false;
    for (const auto& shortcut : shortcutsBelow(*shown.window)) {
        listed = listed || (shortcut.text == "Next stage" && shortcut.keys.contains("N"));
    }
    QVERIFY(listed);
}

void TestTeaching::runsToTheEnd() {
    ShownTeaching shown;
    shown.start();
    shown.hold(Phase::Fingerprint);
    QTRY_VERIFY(shown.action("run-to-end")->isEnabled());
    shown.find<QPushButton>("lesson.to-end")->click();
    QVERIFY(!shown.waits());
    shown.fakes.jobs.hold(shown.job, Phase::Collect);
    QTRY_VERIFY(!shown.waits()); // goes on by itself
    QTRY_VERIFY(!shown.action("run-to-end")->isEnabled());
    // The next run waits again.
    shown.fakes.jobs.end(shown.job, RunState::Done);
    QTRY_VERIFY(!shown.window->runs().isBusy());
    shown.start();
    shown.hold(Phase::Fingerprint);
    QVERIFY(shown.waits());
}

void TestTeaching::switchingItOffLetsTheRunGoOn() {
    ShownTeaching shown;
    shown.start();
    shown.hold(Phase::Hub);
    shown.action("teaching")->trigger();
    QVERIFY(!shown.waits());
    shown.fakes.jobs.hold(shown.job, Phase::EncodeDecode);
    QTRY_VERIFY(!shown.waits());
    QVERIFY(!shown.find<QWidget>("dock.lesson")->isVisible());
}

void TestTeaching::escapeCancelsWhatWaits() {
    ShownTeaching shown;
    shown.start();
    shown.hold(Phase::Hub);
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.fakes.dialogs.questions.size(), 1);
    QCOMPARE(shown.fakes.jobs.status(shown.job).state, RunState::Cancelling);
    shown.fakes.jobs.end(shown.job, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->runs().isBusy());
    QVERIFY(!shown.find<QWidget>("lesson.bar")->isVisible());
    QVERIFY(!shown.action("next-stage")->isEnabled());
}

void TestTeaching::closesWhileItWaits() {
    ShownTeaching shown;
    shown.start();
    shown.hold(Phase::Hub);
    shown.window->close();
    QCOMPARE(shown.fakes.jobs.status(shown.job).state, RunState::Cancelling);
    shown.fakes.jobs.end(shown.job, RunState::Cancelled);
    QTRY_VERIFY(!shown.window->isVisible());
}

void TestTeaching::theStatusSaysWhoWaits() {
    ShownTeaching shown;
    auto* status = shown.find<ElidedLabel>("status.activity");
    shown.start();
    shown.hold(Phase::Hub);
    QTRY_COMPARE(status->text(), QString("The run waits for you after Hub."));
    shown.press(Qt::Key_N);
    QTRY_VERIFY(status->text().startsWith("1 job"));
}

void TestTeaching::goesBackWithTheRun() {
    ShownTeaching shown;
    shown.start();
    shown.fakes.jobs.report(shown.job, MetricSample{"drift.hub", 0, 1.0, ""});
    shown.hold(Phase::Hub);
    const auto values = [&] { return shown.fakes.services.views.views().front()->samples.size(); };
    QTRY_COMPARE(values(), std::size_t(1));
    shown.press(Qt::Key_N);
    shown.fakes.jobs.report(shown.job, MetricSample{"drift.hub", 1, 1.0, ""});
    shown.hold(Phase::FineTune);
    QTRY_COMPARE(values(), std::size_t(2));
    shown.find<QPushButton>("lesson.back")->click();
    QCOMPARE(values(), std::size_t(1));
    QVERIFY(shown.find<ElidedLabel>("lesson.state")
                ->text()
                .startsWith("Showing the state after Hub; the run waits for you"));
    shown.press(Qt::Key_N); // who goes on wants to see what comes
    QCOMPARE(values(), std::size_t(2));
    QVERIFY(!shown.waits());
}

void TestTeaching::startsALesson() {
    ShownTeaching shown(false);
    shown.fakes.services.experiment.change("seed", "Change Seed",
                                           [](Experiment& e) { e.seed = 99; });
    shown.action("lessons")->trigger();
    auto* list = shown.find<QListWidget>("lesson.list");
    QTRY_VERIFY(list->hasFocus());
    QCOMPARE(list->count(), 3);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    const auto& request = shown.fakes.jobs.requests().begin()->second;
    QVERIFY(request.stepwise);
    QCOMPARE(request.experiment.name, std::string("of a lesson"));
    QVERIFY(shown.action("teaching")->isChecked());
    QCOMPARE(shown.fakes.services.experiment.experiment().seed, std::uint64_t(4711));
    QVERIFY(shown.fakes.dialogs.questions.isEmpty());
    shown.fakes.jobs.start(shown.fakes.jobs.last(), kLessonRun);
    QTRY_VERIFY(shown.find<QTextBrowser>("lesson.page")->isVisible());
    shown.fakes.services.undo.undo();
    QCOMPARE(shown.fakes.services.experiment.experiment().seed, std::uint64_t(99));
}

void TestTeaching::saysWhyALessonCannotStart() {
    ShownTeaching shown;
    shown.fakes.documents.setProblems({"source: there is none"});
    shown.action("lessons")->trigger();
    shown.find<QPushButton>("lesson.begin")->click();
    QVERIFY(shown.fakes.jobs.requests().empty());
    QCOMPARE(shown.window->notices().count(), 1);
}

void TestTeaching::lessonsBringTheirViewForward() {
    ShownTeaching shown(false);
    shown.window->docks().raise("token");
    shown.action("lessons")->trigger();
    shown.find<QPushButton>("lesson.begin")->click();
    shown.job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(shown.job, kLessonRun);
    QTRY_VERIFY(shown.find<QTextBrowser>("lesson.page")->isVisible());
    shown.find<QTextBrowser>("lesson.page")->setFocus();
    shown.hold(Phase::Hub);
    QTRY_COMPARE(shown.window->docks().currentView(), QString("hub"));
    QVERIFY(shown.find<QTextBrowser>("lesson.page")->hasFocus()); // the reader stays where they are
}

void TestTeaching::standsInTheMenus() {
    ShownTeaching shown(false);
    for (const char* name : {"teaching", "next-stage", "run-to-end", "lessons"}) {
        QVERIFY2(!shown.action(name)->associatedObjects().isEmpty(), name);
    }
    auto* toggle = shown.find<QAction>("toggle.lesson");
    QVERIFY(toggle != nullptr && !toggle->isChecked());
    toggle->trigger();
    QVERIFY(shown.find<QWidget>("dock.lesson")->isVisible());
}

void TestTeaching::isGoodInEveryCorner_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("small, light") << QSize(1024, 700) << "en" << false;
    QTest::newRow("large, dark") << QSize(1920, 1080) << "en" << true;
    QTest::newRow("right to left") << QSize(1440, 900) << "pseudo" << false;
    QTest::newRow("German") << QSize(1024, 700) << "de" << false;
}

void TestTeaching::isGoodInEveryCorner() {
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    installTranslations(*qApp, language);
    ShownTeaching shown;
    shown.fakes.services.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    shown.window->resize(size);
    shown.window->docks().applyDefault();
    const auto good = [&] {
        (void)QTest::qWaitFor([&] { return problemsOf(shown.window.get()).isEmpty(); },
                              kLessonPatienceMs);
        const auto problems = problemsOf(shown.window.get());
        for (const auto& problem : problems) {
            qWarning("%s", qPrintable(problem));
        }
        return problems.isEmpty();
    };
    QVERIFY(good());
    shown.find<QPushButton>("lesson.begin")->click();
    shown.job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(shown.job, kLessonRun);
    QTRY_VERIFY(shown.find<QTextBrowser>("lesson.page")->isVisible());
    shown.fakes.jobs.report(shown.job, madeRunView()->snapshots.first);
    shown.hold(Phase::Hub);
    QVERIFY(good());
    shown.fakes.jobs.proceed(shown.job);
    shown.fakes.jobs.report(shown.job, Progress{Phase::FineTune, 1, 2, "fine-tune"});
    QTRY_VERIFY(shown.find<QPushButton>("lesson.back")->isEnabled());
    shown.find<QPushButton>("lesson.back")->click();
    QVERIFY(good());
}

TESSERA_TEST(TestTeaching)
#include "test_teaching.moc"

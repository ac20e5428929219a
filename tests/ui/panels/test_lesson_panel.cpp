#include "ui/panels/lesson_panel.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/bridge/lesson_library.h"
#include "ui/bridge/lesson_trail.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <functional>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

constexpr const char* kLesson = R"({"schema": 1, "number": 1, "title": {"en": "What a hub is"},
  "summary": {"en": "A space for two."}, "experiment": {},
  "expected": [{"measure": "accuracy_after", "at_least": 0.6},
               {"control": "shuffled_targets", "at_most": 0.25}]})";

// A panel over a folder of lessons that the test may have damaged.
class ShownLessonPanel {
public:
    explicit ShownLessonPanel(const std::function<void(ShownLessonPanel&)>& prepare = {}) {
        write("hub/lesson.json", kLesson);
        write("hub/start.md", "## Two networks\n\nRead [this](file:///etc/hosts) *now*.");
        write("general/hub.md", "## The hub is there");
        write("general/package.md", "## The end");
        if (prepare) {
            prepare(*this);
        }
        lessons = std::make_unique<LessonLibrary>(m_folder.path(), "en");
        panel = std::make_unique<LessonPanel>(fakes.services, trail, *lessons);
        panel->resize(420, 300);
        panel->show();
        ready = fakes.openStore() && QTest::qWaitForWindowExposed(panel.get());
        panel->activateWindow();
    }
    void write(const QString& name, const QByteArray& bytes) {
        const auto path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void remove(const QString& name) { QDir(m_folder.filePath(name)).removeRecursively(); }
    template <class T>
    T* find(const char* name) {
        return panel->findChild<T*>(name);
    }
    // What a person reads on the page.
    QString page() { return find<QTextBrowser>("lesson.page")->toPlainText(); }
    bool shows(const char* name) { return find<QWidget>(name)->isVisible(); }

    void start(const QString& lesson) {
        job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
        trail.expect(job, lesson);
        fakes.jobs.start(job, runId(1));
        QTRY_VERIFY(trail.hasRun());
    }
    void hold(Phase stage) {
        fakes.jobs.hold(job, stage);
        QTRY_VERIFY(trail.waitingAfter() == stage);
    }
    void end(RunState state, std::optional<double> accuracy) {
        auto record = madeRecord(1, "lesson", accuracy);
        record.state = state;
        record.summary.controls = {{ControlId("shuffled_targets"), 0.5, std::nullopt}};
        fakes.store->put(record);
        fakes.jobs.end(job, state);
        QTRY_VERIFY(trail.isOver());
    }

private:
    QTemporaryDir m_folder;

public:
    FakeServices fakes;
    LessonTrail trail{fakes.services};
    std::unique_ptr<LessonLibrary> lessons;
    std::unique_ptr<LessonPanel> panel;
    JobId job;
    bool ready = false;
};

} // namespace

class TestLessonPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheLessons() {
        ShownLessonPanel shown;
        QVERIFY(shown.ready);
        QVERIFY(shown.shows("lesson.list") && !shown.shows("lesson.page"));
        QVERIFY(!shown.shows("lesson.to-run"));
        QCOMPARE(shown.find<QListWidget>("lesson.list")->item(0)->text(),
                 QString("What a hub is\nA space for two."));
        QCOMPARE(problemsOf(shown.panel.get()), QStringList());
    }

    void startsALessonByKeyboard() {
        ShownLessonPanel shown;
        QSignalSpy chosen(shown.panel.get(), &LessonPanel::lessonChosen);
        shown.panel->showLessons();
        QTRY_VERIFY(shown.find<QListWidget>("lesson.list")->hasFocus());
        QTest::keyClick(shown.find<QListWidget>("lesson.list"), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), QString("hub"));
        QTest::keyClick(shown.find<QPushButton>("lesson.begin"), Qt::Key_Space);
        QCOMPARE(chosen.count(), 2);
    }

    void saysThatThereAreNone() {
        ShownLessonPanel shown([](ShownLessonPanel& it) {
            it.remove("hub");
            it.remove("general");
        });
        QVERIFY(shown.find<QLabel>("lesson.hint")->text().startsWith("No lessons are installed."));
        QVERIFY(!shown.shows("lesson.list"));
        QVERIFY(!shown.find<QPushButton>("lesson.begin")->isEnabled());
        QCOMPARE(problemsOf(shown.panel.get()), QStringList());
        shown.start({});
        QTRY_COMPARE(shown.page(), QString("There is no page about this stage."));
    }

    void saysWhatCannotBeRead() {
        ShownLessonPanel shown(
            [](ShownLessonPanel& it) { it.write("hub/lesson.json", "{\"schema\": 1,"); });
        auto* list = shown.find<QListWidget>("lesson.list");
        QCOMPARE(list->item(0)->text(), QString("The lesson “hub” cannot be read."));
        QVERIFY(!list->item(0)->toolTip().isEmpty());
        QVERIFY(!shown.find<QPushButton>("lesson.begin")->isEnabled());
        QSignalSpy chosen(shown.panel.get(), &LessonPanel::lessonChosen);
        shown.panel->showLessons();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
    }

    void turnsThePages() {
        ShownLessonPanel shown;
        shown.start("hub");
        QTRY_VERIFY(shown.page().startsWith("Two networks"));
        QVERIFY(shown.shows("lesson.page") && !shown.shows("lesson.list"));
        QCOMPARE(shown.find<QLabel>("lesson.heading")->text(),
                 QString("What a hub is: Before the first stage"));
        shown.hold(Phase::Hub);
        QTRY_COMPARE(shown.page(), QString("The hub is there"));
        QCOMPARE(shown.find<QLabel>("lesson.heading")->text(), QString("What a hub is: After Hub"));
        QVERIFY(!shown.find<QPushButton>("lesson.back")->isEnabled());
        shown.fakes.jobs.proceed(shown.job);
        QTRY_VERIFY(shown.find<QPushButton>("lesson.back")->isEnabled());
        shown.hold(Phase::FineTune);
        QTRY_COMPARE(shown.page(), QString("There is no page about this stage."));
        shown.find<QPushButton>("lesson.back")->click();
        QCOMPARE(shown.page(), QString("The hub is there"));
        shown.find<QPushButton>("lesson.forward")->click();
        QVERIFY(!shown.trail.isPast());
        QCOMPARE(problemsOf(shown.panel.get()), QStringList());
    }

    void listAndRunAreBothInReach() {
        ShownLessonPanel shown;
        shown.start("hub");
        QTRY_VERIFY(shown.shows("lesson.page"));
        shown.find<QPushButton>("lesson.all")->click();
        QVERIFY(shown.shows("lesson.list") && shown.shows("lesson.to-run"));
        shown.find<QPushButton>("lesson.to-run")->click();
        QVERIFY(shown.shows("lesson.page"));
        shown.find<QPushButton>("lesson.all")->click();
        shown.hold(Phase::Hub); // what is new comes to the front
        QTRY_VERIFY(shown.shows("lesson.page"));
    }

    void linksLeadNowhere() {
        ShownLessonPanel shown;
        shown.start("hub");
        auto* page = shown.find<QTextBrowser>("lesson.page");
        QTRY_VERIFY(page->toPlainText().contains("Read this now"));
        QVERIFY(!page->openLinks());
        QVERIFY(!(page->textInteractionFlags() &
                  (Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard)));
    }

    void comparesWithWhatWasExpected() {
        ShownLessonPanel shown;
        shown.start("hub");
        shown.hold(Phase::Measure);
        QVERIFY(!shown.page().contains("Expected"));
        shown.end(RunState::Done, 0.832);
        QTRY_VERIFY(shown.page().contains(
            "✓ Expected: accuracy after at least 60.0%. Measured: 83.2%. As expected."));
        QVERIFY(shown.page().startsWith("The end"));
        QVERIFY(shown.page().contains("✗ Expected: accuracy of the control “Shuffled targets” at "
                                      "most 25.0%. Measured: 50.0%. Not as expected."));
    }

    void saysWhatWasNotMeasured() {
        ShownLessonPanel shown;
        shown.start("hub");
        shown.end(RunState::Done, std::nullopt);
        QTRY_VERIFY(
            shown.page().contains("– Expected: accuracy after at least 60.0%. Not measured."));
    }

    void saysThatTheRunWasDeleted() {
        ShownLessonPanel shown;
        shown.start("hub");
        shown.end(RunState::Done, 0.832);
        QTRY_VERIFY(shown.page().contains("As expected."));
        shown.fakes.services.library.remove({runId(1)});
        QTRY_VERIFY(shown.page().contains("not in the list of runs any more"));
        QVERIFY(!shown.page().contains("Expected:"));
    }

    void judgesNoRunThatWasCutShort_data() {
        QTest::addColumn<RunState>("state");
        QTest::newRow("cancelled") << RunState::Cancelled;
        QTest::newRow("failed") << RunState::Failed;
    }
    void judgesNoRunThatWasCutShort() {
        QFETCH(RunState, state);
        ShownLessonPanel shown;
        shown.start("hub");
        shown.hold(Phase::Hub);
        shown.end(state, 0.9);
        QTRY_VERIFY(shown.page().contains("did not come to its end"));
        QVERIFY(!shown.page().contains("Expected:"));
    }
};

TESSERA_TEST(TestLessonPanel)
#include "test_lesson_panel.moc"

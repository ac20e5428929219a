#include "ui/bridge/lesson_trail.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"

#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

const RunId kRun("20260101-120000-00000001");
const RunId kOther("20260101-120000-00000002");

// A run that goes step by step, and is looked at.
class Course {
public:
    explicit Course(const QString& lesson = {}) {
        ready = fakes.openStore({recordOf(kOther)});
        job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
        trail.expect(job, lesson);
        fakes.jobs.start(job, kRun);
        ready = ready && QTest::qWaitFor([this] { return trail.hasRun(); });
        fakes.services.views.show({kRun});
    }
    static RunRecord recordOf(const RunId& id) {
        MadeRun made;
        made.id = id.value;
        return madeRunView(made)->record;
    }
    // One more value, then the end of a stage.
    bool hold(Phase stage) {
        fakes.jobs.report(job, MetricSample{"drift.hub", ++step, 1.0, ""});
        fakes.jobs.hold(job, stage);
        return QTest::qWaitFor([&] { return trail.waitingAfter() == stage; });
    }
    bool proceed(Phase stage) {
        fakes.jobs.proceed(job);
        fakes.jobs.report(job, Progress{stage, 0, 1, "at work"});
        return QTest::qWaitFor([&] { return trail.workingOn() == stage; });
    }
    bool end(RunState state) {
        fakes.store->put(recordOf(kRun));
        fakes.jobs.end(job, state);
        return QTest::qWaitFor([this] { return trail.isOver(); });
    }
    // Values that the views show; -1: no run.
    [[nodiscard]] int shown() const {
        const auto views = fakes.services.views.views();
        return views.empty() ? -1 : static_cast<int>(views.front()->samples.size());
    }

    FakeServices fakes;
    LessonTrail trail{fakes.services};
    JobId job;
    std::int64_t step = 0;
    bool ready = false;
};

} // namespace

class TestLessonTrail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsWhatWasThere();
    void walksBackAndForth();
    void theRunGoesOnBehindThePast();
    void walksWhenTheRunIsOver();
    void whatIsCancelledWhileItWaitsMovesNoFurther();
    void anotherRunEndsThePast();
    void startsAnewWithTheNextRun();
    void followsOnlyWhatIsExpected();
    void forgetsWithTheStore();
};

// What was reported before the pause is in the record, whatever the bridge holds back.
void TestLessonTrail::recordsWhatWasThere() {
    Course course("hub");
    QVERIFY(course.ready);
    QCOMPARE(course.trail.lesson(), QString("hub"));
    QVERIFY(!course.trail.shownStage());
    QSignalSpy shown(&course.trail, &LessonTrail::stageShown);
    QVERIFY(course.hold(Phase::Fingerprint));
    QCOMPARE(shown.count(), 1);
    QVERIFY(course.trail.shownStage() == Phase::Fingerprint);
    QCOMPARE(course.shown(), 1);
    QVERIFY(!course.trail.canGoBack() && !course.trail.canGoForward());
}

void TestLessonTrail::walksBackAndForth() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Collect));
    QVERIFY(course.trail.canGoBack()); // it has gone on
    QVERIFY(course.hold(Phase::Collect) && course.proceed(Phase::Hub));
    QVERIFY(course.hold(Phase::Hub));
    QCOMPARE(course.shown(), 3);
    course.trail.goBack();
    QVERIFY(course.trail.isPast());
    QVERIFY(course.trail.shownStage() == Phase::Collect);
    QVERIFY(course.trail.waitingAfter() == Phase::Hub);
    QCOMPARE(course.shown(), 2);
    course.trail.goBack();
    QCOMPARE(course.shown(), 1);
    QVERIFY(!course.trail.canGoBack());
    course.trail.goBack(); // no further
    QVERIFY(course.trail.shownStage() == Phase::Fingerprint);
    course.trail.goForward();
    QCOMPARE(course.shown(), 2);
    course.trail.goForward();
    QVERIFY(!course.trail.isPast() && !course.trail.canGoForward());
    QCOMPARE(course.shown(), 3);
    course.trail.goBack();
    course.trail.goToNow();
    QCOMPARE(course.shown(), 3);
}

void TestLessonTrail::theRunGoesOnBehindThePast() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Collect));
    QVERIFY(course.hold(Phase::Collect));
    course.trail.goBack();
    QSignalSpy shown(&course.trail, &LessonTrail::stageShown);
    QVERIFY(course.proceed(Phase::Hub) && course.hold(Phase::Hub));
    QCOMPARE(shown.count(), 0);
    QCOMPARE(course.shown(), 1);
    QVERIFY(course.end(RunState::Done));
    QCOMPARE(course.shown(), 1);
    QVERIFY(course.trail.shownStage() == Phase::Fingerprint);
    course.trail.goToNow();
    QVERIFY(course.trail.shownStage() == Phase::Package);
}

void TestLessonTrail::walksWhenTheRunIsOver() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Measure));
    QVERIFY(course.hold(Phase::Measure) && course.proceed(Phase::Package));
    QVERIFY(course.end(RunState::Done));
    QVERIFY(course.trail.shownStage() == Phase::Package);
    QVERIFY(!course.trail.workingOn());
    course.trail.goBack();
    QVERIFY(course.trail.shownStage() == Phase::Measure);
    QCOMPARE(course.shown(), 2);
    course.trail.goBack();
    QCOMPARE(course.shown(), 1);
    // Also when the views show something else meanwhile: they come back to this run.
    course.fakes.services.views.show({kOther});
    QVERIFY(!course.trail.isPast());
    course.trail.goBack();
    QCOMPARE(course.fakes.services.views.shown(), std::vector<RunId>{kRun});
    QCOMPARE(course.shown(), 2);
}

void TestLessonTrail::whatIsCancelledWhileItWaitsMovesNoFurther() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Collect));
    QVERIFY(course.hold(Phase::Collect));
    course.fakes.jobs.cancel(course.job);
    QTRY_VERIFY(course.trail.state() == RunState::Cancelling);
    QVERIFY(course.end(RunState::Cancelled));
    QVERIFY(course.trail.shownStage() == Phase::Collect);
    course.trail.goBack();
    QVERIFY(course.trail.shownStage() == Phase::Fingerprint);
    course.trail.goForward();
    QVERIFY(!course.trail.isPast());
}

void TestLessonTrail::anotherRunEndsThePast() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Collect));
    QVERIFY(course.hold(Phase::Collect));
    course.trail.goBack();
    course.fakes.services.views.show({kOther});
    QVERIFY(!course.trail.isPast());
    course.fakes.services.views.show({kRun});
    QCOMPARE(course.shown(), 2);
}

void TestLessonTrail::startsAnewWithTheNextRun() {
    Course course("hub");
    QVERIFY(course.hold(Phase::Fingerprint) && course.proceed(Phase::Collect));
    course.trail.goBack();
    QVERIFY(course.end(RunState::Done));
    const auto next = course.fakes.jobs.submit({});
    course.trail.expect(next, "other");
    QVERIFY(course.trail.hasRun()); // until it begins
    course.fakes.jobs.start(next, kOther);
    QTRY_COMPARE(course.trail.lesson(), QString("other"));
    QVERIFY(!course.trail.isPast() && !course.trail.isOver() && !course.trail.canGoBack());
    QVERIFY(!course.trail.shownStage());
}

void TestLessonTrail::followsOnlyWhatIsExpected() {
    Course course("hub");
    QVERIFY(course.end(RunState::Done));
    const auto next = course.fakes.jobs.submit({});
    course.fakes.jobs.start(next, kOther);
    course.fakes.jobs.end(next, RunState::Failed);
    QTRY_VERIFY(course.fakes.bridge.jobs().empty());
    QCOMPARE(*course.trail.run(), kRun);
    QVERIFY(course.trail.state() == RunState::Done);
}

void TestLessonTrail::forgetsWithTheStore() {
    Course course;
    QVERIFY(course.hold(Phase::Fingerprint) && course.end(RunState::Done));
    course.fakes.services.library.open(course.fakes.folder() / "another.db");
    QTRY_VERIFY(!course.trail.hasRun());
    QVERIFY(!course.trail.canGoBack());
    course.trail.goBack();
    course.trail.goToNow();
}

TESSERA_TEST(TestLessonTrail)
#include "test_lesson_trail.moc"

#include "core/session/job_queue.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::session;

namespace {

JobRequest named(const std::string& name) {
    JobRequest request;
    request.experiment.name = name;
    return request;
}

// The names of the waiting jobs in their order: "abc".
std::string order(JobQueue queue) {
    std::string names;
    while (auto job = queue.take()) {
        names += job->request.experiment.name;
        (void)queue.finish(RunState::Done, std::nullopt);
    }
    return names;
}

} // namespace

class TestJobQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void runsOneAtATime();
    void moves_data();
    void moves();
    void movesOnlyWhatWaits();
    void cancelsWhatWaits();
    void cancelsWhatRuns();
    void whatIsCancelledDoesNotWait();
    void forgetsWhatEnded();
    void tellsTheRunAndTheFailure();
};

void TestJobQueue::keepsTheOrder() {
    JobQueue queue;
    QVERIFY(!queue.take());
    const auto first = queue.add(named("a"));
    const auto second = queue.add(named("b"));
    QVERIFY(first.state == RunState::Queued && first.id.value != 0 && first.id != second.id);
    QCOMPARE(first.experiment.name, std::string("a"));
    QVERIFY(queue.waiting() == (std::vector<JobId>{first.id, second.id}));
    QCOMPARE(order(queue), std::string("ab"));
}

void TestJobQueue::runsOneAtATime() {
    JobQueue queue;
    const auto a = queue.add(named("a")).id, b = queue.add(named("b")).id;
    QVERIFY(!queue.running());
    const auto taken = queue.take();
    QVERIFY(taken && taken->status.id == a && taken->status.state == RunState::Running);
    QVERIFY(queue.running() == a);
    QVERIFY(queue.waiting() == std::vector<JobId>{b});
    QVERIFY(!queue.take());
    QVERIFY(queue.finish(RunState::Done, std::nullopt).state == RunState::Done);
    QVERIFY(queue.take()->status.id == b);
}

void TestJobQueue::moves_data() {
    QTest::addColumn<int>("job");
    QTest::addColumn<qulonglong>("position");
    QTest::addColumn<QString>("names");
    QTest::newRow("first to the front") << 0 << 0ULL << "abcd";
    QTest::newRow("first to the second place") << 0 << 1ULL << "bacd";
    QTest::newRow("first to the end") << 0 << 3ULL << "bcda";
    QTest::newRow("last to the front") << 3 << 0ULL << "dabc";
    QTest::newRow("last to its own place") << 3 << 3ULL << "abcd";
    QTest::newRow("second beyond the end") << 1 << ~0ULL << "acdb";
    QTest::newRow("third up by one") << 2 << 1ULL << "acbd";
}

void TestJobQueue::moves() {
    QFETCH(int, job);
    QFETCH(qulonglong, position);
    QFETCH(QString, names);
    JobQueue queue;
    for (const char* name : {"a", "b", "c", "d"}) {
        (void)queue.add(named(name));
    }
    queue.moveTo(queue.waiting().at(std::size_t(job)), position);
    QCOMPARE(QString::fromStdString(order(queue)), names);
}

void TestJobQueue::movesOnlyWhatWaits() {
    JobQueue queue;
    for (const char* name : {"r", "a", "b"}) {
        (void)queue.add(named(name));
    }
    const auto running = queue.take()->status.id;
    queue.moveTo(running, 1);
    queue.moveTo(JobId{99}, 0);
    QVERIFY(queue.running() == running);
    QCOMPARE(queue.waiting().size(), std::size_t(2));
    (void)queue.finish(RunState::Done, std::nullopt);
    QCOMPARE(order(queue), std::string("ab"));
}

void TestJobQueue::cancelsWhatWaits() {
    JobQueue queue;
    const auto a = queue.add(named("a")).id, b = queue.add(named("b")).id;
    (void)queue.add(named("c"));
    const auto cancelled = queue.cancel(b);
    QVERIFY(cancelled && cancelled->status.id == b);
    QVERIFY(cancelled->status.state == RunState::Cancelled);
    QVERIFY(!queue.cancel(b));
    QVERIFY(!queue.cancel(JobId{}));
    QVERIFY(queue.waiting().front() == a);
    QCOMPARE(order(queue), std::string("ac"));
}

void TestJobQueue::cancelsWhatRuns() {
    JobQueue queue;
    const auto a = queue.add(named("a")).id;
    const auto b = queue.add(named("b")).id;
    const auto running = queue.take();
    const auto cancelled = queue.cancel(a);
    QVERIFY(cancelled && cancelled->status.state == RunState::Cancelling);
    cancelled->stop.request_stop();
    QVERIFY(running->stop.stop_requested()); // of this job,
    QVERIFY(!queue.cancel(a));               // once,
    QVERIFY(queue.setRun(RunId("run")).state == RunState::Cancelling);
    QVERIFY(queue.finish(RunState::Done, std::nullopt).state == RunState::Done); // or too late
    QVERIFY(queue.take()->status.id == b);
    QVERIFY(!queue.cancel(b)->stop.stop_requested());
}

// Between a request to cancel and the stop that follows it, a stage may end.
void TestJobQueue::whatIsCancelledDoesNotWait() {
    JobQueue queue;
    const auto job = queue.add(named("a")).id;
    QVERIFY(queue.take());
    const auto waits = queue.setWaitingAfter(Phase::Hub);
    QVERIFY(waits && waits->waitingAfter == Phase::Hub && queue.isHeld(job));
    const auto cancelled = queue.cancel(job);
    QVERIFY(cancelled && !cancelled->status.waitingAfter);
    QVERIFY(!queue.setWaitingAfter(Phase::Measure));
    QVERIFY(!queue.isHeld(job));
}

void TestJobQueue::forgetsWhatEnded() {
    JobQueue queue;
    const auto a = queue.add(named("a")).id;
    (void)queue.take();
    (void)queue.finish(RunState::Done, std::nullopt);
    QVERIFY(!queue.cancel(a));
    QVERIFY(!queue.running());
    QVERIFY(queue.waiting().empty());
}

void TestJobQueue::tellsTheRunAndTheFailure() {
    JobQueue queue;
    (void)queue.add(named("a"));
    QVERIFY(!queue.take()->status.run);
    const auto begun = queue.setRun(RunId("run"));
    QVERIFY(begun.state == RunState::Running && begun.run == RunId("run"));
    const auto ended =
        queue.finish(RunState::Failed, Error{ErrorCode::Io, "disk full", std::nullopt});
    QVERIFY(ended.state == RunState::Failed && ended.run == RunId("run"));
    QCOMPARE(ended.failure->detail, std::string("disk full"));
    QCOMPARE(ended.experiment.name, std::string("a"));
}

TESSERA_TEST(TestJobQueue)
#include "test_job_queue.moc"

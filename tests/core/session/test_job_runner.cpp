#include "core/session/job_runner.h"

#include "tests/core/session/job_bench.h"
#include "tests/core/session/snapshot_samples.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <future>
#include <thread>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

class TestJobRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsTheEngineOnce();
    void passesOnTheMemoryBudget();
    void tellsEverythingInOrder();
    void runsInTheOrderOfTheQueue();
    void cancelsAWaitingJob();
    void cancelsBeforeTheEngineIsThere();
    void cancelsTheRunningJob();
    void aCancelCanComeTooLate();
    void aStopReachesItsOwnJobOnly();
    void inlineRunsAtOnce();
    void inlineTakesJobsFromManyThreads();
    void holdsNoLockWhileItTells();
    void waitsAfterEachStage();
    void waitsOnlyWhereAsked();
    void aWaitingJobCanBeCancelled();
    void endsWhileAJobWaits();
    void inlineGoesOnFromItsOwnNews();
};

namespace {

constexpr Phase kAll[] = {Phase::Prepare, Phase::Fingerprint,  Phase::Collect,
                          Phase::Hub,     Phase::EncodeDecode, Phase::FineTune,
                          Phase::Measure, Phase::Package,      Phase::Controls};

// A transfer whose stages do nothing but end.
FakeEngine::Transfer stages() {
    return [](const TransferRequest&, EventSink& events, const std::stop_token& stop) {
        TransferResult result;
        for (const auto phase : kAll) {
            events.progress({phase, 0, 1, "at work"});
            events.stageDone(phase);
            if (stop.stop_requested()) {
                result.cancelled = true;
                break;
            }
        }
        return result;
    };
}

std::vector<Phase> pausesOf(const RecordingObserver& observer) {
    std::vector<Phase> pauses;
    for (const auto& status : observer.statuses()) {
        if (status.waitingAfter) {
            pauses.push_back(*status.waitingAfter);
        }
    }
    return pauses;
}

} // namespace

void TestJobRunner::loadsTheEngineOnce() {
    JobBench bench;
    Gate mayLoad;
    bench.load = [&]() -> Result<std::unique_ptr<Engine>> {
        if (!mayLoad.pass()) {
            return fail(ErrorCode::Internal, "nobody opened the gate");
        }
        auto engine = bench.makeEngine();
        static_cast<FakeEngine&>(**engine).verdict = fail(ErrorCode::NotFound, "no mode 'Z'");
        return engine;
    };
    bench.start();
    QVERIFY(!bench.runner->check({}));
    QVERIFY(bench.observer.engines().empty());
    mayLoad.open();
    QVERIFY(bench.observer.waitForEngine());
    const auto verdict = bench.runner->check({});
    QVERIFY(verdict && !*verdict);
    QCOMPARE(verdict->error().detail, std::string("no mode 'Z'"));
    QVERIFY(bench.observer.waitForEnd(bench.submit("a")));
    const auto engines = bench.observer.engines();
    QCOMPARE(engines.size(), std::size_t(1));
    QVERIFY(engines[0].has_value());
    QCOMPARE(engines[0]->info.kernel, std::string("Abacus"));
    QVERIFY(engines[0]->seconds >= 0.0);
}

// What was set before the engine came counts as much as what is set later.
void TestJobRunner::passesOnTheMemoryBudget() {
    JobBench bench;
    Gate mayLoad;
    const FakeEngine* engine = nullptr;
    bench.load = [&]() -> Result<std::unique_ptr<Engine>> {
        if (!mayLoad.pass()) {
            return fail(ErrorCode::Internal, "nobody opened the gate");
        }
        auto made = bench.makeEngine();
        engine = static_cast<const FakeEngine*>(made->get());
        return made;
    };
    bench.start();
    bench.runner->setMemoryBudget(1000);
    bench.runner->setMemoryBudget(2000);
    mayLoad.open();
    QVERIFY(bench.observer.waitForEngine());
    QCOMPARE(engine->memoryBudget, std::int64_t{2000});
    bench.runner->setMemoryBudget(0);
    QCOMPARE(engine->memoryBudget, std::int64_t{0});
}

void TestJobRunner::tellsEverythingInOrder() {
    JobBench bench;
    bench.transfer = [](const TransferRequest&, EventSink& events, const std::stop_token&) {
        events.progress({Phase::Prepare, 0, 1, "data"});
        events.sample({"loss", 1, 0.5, ""});
        events.notice({"the hub lost variance", NoticeLevel::Warning});
        events.snapshot(SnapshotSeries().at(0));
        return TransferResult{};
    };
    bench.start();
    const auto job = bench.submit("a");
    QVERIFY(bench.observer.waitForEnd(job));
    QCOMPARE(bench.observer.told(job), (Words{"queued", "running", "running", "progress", "sample",
                                              "notice", "snapshot", "done"}));
    const auto status = bench.observer.status(job);
    QVERIFY(status.run == RunId("run-1"));
    QVERIFY(!status.failure);
    QCOMPARE(status.experiment.name, std::string("a"));
    const auto& start = bench.store->starts.at(0);
    QCOMPARE(start.sourceLabel, std::string("from a"));
    QCOMPARE(start.receiverLabel, std::string("to a"));
    QVERIFY(std::filesystem::exists(bench.folder() / "runs/run-1/views.safetensors"));
    QCOMPARE(bench.engine.load()->requests.at(0).cacheDir, bench.folder() / "networks");
}

void TestJobRunner::runsInTheOrderOfTheQueue() {
    JobBench bench;
    GatedTransfer gated;
    bench.transfer = gated(false);
    bench.start();
    const auto first = bench.submit("first");
    QVERIFY(gated.entered.pass());
    const auto b = bench.submit("b"), c = bench.submit("c"), d = bench.submit("d");
    QVERIFY(bench.runner->waiting() == (std::vector<JobId>{b, c, d}));
    bench.runner->moveTo(d, 0);
    bench.runner->moveTo(first, 2); // runs already
    QVERIFY(bench.runner->waiting() == (std::vector<JobId>{d, b, c}));
    gated.leave.open();
    QVERIFY(bench.observer.waitForEnd(c));
    QCOMPARE(bench.begun(), (Words{"first", "d", "b", "c"}));
    QVERIFY(bench.runner->waiting().empty());
}

void TestJobRunner::cancelsAWaitingJob() {
    JobBench bench;
    GatedTransfer gated;
    bench.transfer = gated(true);
    bench.start();
    const auto first = bench.submit("first");
    QVERIFY(gated.entered.pass());
    const auto waiting = bench.submit("waiting"), last = bench.submit("last");
    bench.runner->cancel(waiting);
    bench.runner->cancel(waiting);
    QCOMPARE(bench.observer.told(waiting), (Words{"queued", "cancelled"})); // at once
    gated.leave.open();
    QVERIFY(bench.observer.waitForEnd(last));
    bench.runner->cancel(first); // ended
    bench.runner->cancel(JobId{});
    QCOMPARE(bench.begun(), (Words{"first", "last"}));
    QCOMPARE(bench.observer.told(first), (Words{"queued", "running", "running", "done"}));
    QCOMPARE(bench.observer.told(waiting), (Words{"queued", "cancelled"}));
}

void TestJobRunner::cancelsBeforeTheEngineIsThere() {
    JobBench bench;
    Gate mayLoad;
    bench.load = [&] {
        (void)mayLoad.pass();
        return bench.makeEngine();
    };
    bench.start();
    const auto early = bench.submit("early"), kept = bench.submit("kept");
    bench.runner->cancel(early);
    QCOMPARE(bench.observer.told(early), (Words{"queued", "cancelled"}));
    mayLoad.open();
    QVERIFY(bench.observer.waitForEnd(kept));
    QCOMPARE(bench.begun(), Words{"kept"});
}

void TestJobRunner::cancelsTheRunningJob() {
    JobBench bench;
    Gate entered;
    bench.transfer = untilStopped(entered);
    bench.start();
    const auto job = bench.submit("a");
    QVERIFY(entered.pass());
    bench.runner->cancel(job);
    bench.runner->cancel(job);
    QVERIFY(bench.observer.waitForEnd(job));
    QCOMPARE(bench.observer.told(job),
             (Words{"queued", "running", "running", "cancelling", "cancelled"}));
    QVERIFY(bench.observer.status(job).run == RunId("run-1"));
    QVERIFY(!bench.observer.status(job).failure);
    QVERIFY(bench.store->ends["run-1"].at(0).state == RunState::Cancelled);
}

void TestJobRunner::aCancelCanComeTooLate() {
    JobBench bench;
    GatedTransfer gated;
    bench.transfer = gated(false);
    bench.start();
    const auto job = bench.submit("a");
    QVERIFY(gated.entered.pass());
    bench.runner->cancel(job);
    QVERIFY(bench.observer.status(job).state == RunState::Cancelling);
    gated.leave.open();
    QVERIFY(bench.observer.waitForEnd(job));
    QCOMPARE(bench.observer.told(job),
             (Words{"queued", "running", "running", "cancelling", "done"}));
    QVERIFY(bench.store->ends["run-1"].at(0).state == RunState::Done);
}

void TestJobRunner::aStopReachesItsOwnJobOnly() {
    JobBench bench;
    GatedTransfer gated;
    bench.transfer = gated(true);
    bench.start();
    const auto first = bench.submit("first"), second = bench.submit("second");
    QVERIFY(gated.entered.pass());
    bench.runner->cancel(first);
    gated.leave.open();
    QVERIFY(bench.observer.waitForEnd(second));
    QVERIFY(bench.observer.status(first).state == RunState::Cancelled);
    QVERIFY(bench.observer.status(second).state == RunState::Done);
}

void TestJobRunner::inlineRunsAtOnce() {
    JobBench bench;
    std::thread::id runsOn;
    bench.transfer = [&](const TransferRequest& request, EventSink& events,
                         const std::stop_token&) -> Result<TransferResult> {
        runsOn = std::this_thread::get_id();
        events.sample({"loss", 1, 0.5, ""});
        if (request.experiment.name == "bad") {
            return fail(ErrorCode::Diverged, "the loss became nan");
        }
        return TransferResult{};
    };
    bench.startInline();
    QCOMPARE(bench.observer.engines().size(), std::size_t(1));
    QVERIFY(bench.runner->check({}).has_value());
    const auto good = bench.submit("good");
    QCOMPARE(bench.observer.told(good), (Words{"queued", "running", "running", "sample", "done"}));
    QVERIFY(runsOn == std::this_thread::get_id());
    const auto bad = bench.submit("bad");
    QCOMPARE(bench.observer.told(bad), (Words{"queued", "running", "running", "sample", "failed"}));
    bench.runner->cancel(bad);
    QVERIFY(bench.runner->waiting().empty());
    QCOMPARE(bench.observer.told(bad).back(), std::string("failed"));
}

void TestJobRunner::inlineTakesJobsFromManyThreads() {
    JobBench bench;
    bench.startInline();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int job = 0; job < 10; ++job) {
                    (void)bench.submit("a");
                }
            });
        }
    }
    QCOMPARE(bench.store->ends.size(), std::size_t(40));
    int done = 0;
    for (const auto& status : bench.observer.statuses()) {
        done += status.state == RunState::Done ? 1 : 0;
    }
    QCOMPARE(done, 40);
}

void TestJobRunner::holdsNoLockWhileItTells() {
    JobBench bench;
    bench.transfer = [](const TransferRequest&, EventSink& events, const std::stop_token&) {
        events.sample({"loss", 1, 0.5, ""});
        return TransferResult{};
    };
    std::atomic<int> free = 0;
    bench.start();
    QVERIFY(bench.observer.waitForEngine());
    JobRunner& runner = *bench.runner;
    bench.observer.onAnything = [&] {
        auto used = std::async(std::launch::async, [&] {
            (void)runner.waiting();
            (void)runner.check({});
            runner.moveTo(JobId{99}, 0);
            runner.cancel(JobId{99});
        });
        free += used.wait_for(kPatience) == std::future_status::ready ? 1 : 0;
    };
    const auto job = bench.submit("a");
    QVERIFY(bench.observer.waitForEnd(job));
    bench.runner.reset();
    QCOMPARE(free.load(), 5); // queued, running twice, sample, done
}

void TestJobRunner::waitsAfterEachStage() {
    JobBench bench;
    bench.transfer = stages();
    bench.start();
    const auto job = bench.submit("a", true);
    const std::vector<Phase> expected{Phase::Fingerprint,  Phase::Collect,  Phase::Hub,
                                      Phase::EncodeDecode, Phase::FineTune, Phase::Measure};
    for (const auto phase : expected) {
        QVERIFY(bench.observer.waitForPause(job, phase));
        QVERIFY(bench.observer.status(job).state == RunState::Running);
        bench.runner->proceed(JobId{99}); // of another job: no effect
        QVERIFY(bench.observer.status(job).waitingAfter == phase);
        bench.runner->proceed(job);
    }
    QVERIFY(bench.observer.waitForEnd(job));
    QVERIFY(pausesOf(bench.observer) == expected);
    QVERIFY(bench.observer.status(job).state == RunState::Done);
    QVERIFY(!bench.observer.status(job).waitingAfter);
    bench.runner->proceed(job); // ended
}

void TestJobRunner::waitsOnlyWhereAsked() {
    JobBench bench;
    bench.transfer = stages();
    bench.start();
    const auto job = bench.submit("a");
    QVERIFY(bench.observer.waitForEnd(job));
    QVERIFY(pausesOf(bench.observer).empty());
}

void TestJobRunner::aWaitingJobCanBeCancelled() {
    JobBench bench;
    bench.transfer = stages();
    bench.start();
    const auto job = bench.submit("a", true), next = bench.submit("b");
    QVERIFY(bench.observer.waitForPause(job, Phase::Fingerprint));
    bench.runner->cancel(job);
    QVERIFY(bench.observer.waitForEnd(next)); // the queue goes on
    QVERIFY(bench.observer.status(job).state == RunState::Cancelled);
    QVERIFY(!bench.observer.status(job).waitingAfter);
    QVERIFY(pausesOf(bench.observer) == std::vector<Phase>{Phase::Fingerprint});
    QVERIFY(bench.store->ends["run-1"].at(0).state == RunState::Cancelled);
}

void TestJobRunner::endsWhileAJobWaits() {
    JobBench bench;
    bench.transfer = stages();
    bench.start();
    const auto job = bench.submit("a", true);
    QVERIFY(bench.observer.waitForPause(job, Phase::Fingerprint));
    bench.runner.reset();
    QVERIFY(bench.observer.status(job).state == RunState::Cancelled);
}

// Whoever proceeds as soon as it is told is on the thread that is about to wait.
void TestJobRunner::inlineGoesOnFromItsOwnNews() {
    JobBench bench;
    bench.transfer = stages();
    bench.startInline();
    bench.observer.onChange = [&](const JobStatus& status) {
        if (status.waitingAfter) {
            bench.runner->proceed(status.id);
        }
    };
    const auto job = bench.submit("a", true);
    QVERIFY(bench.observer.status(job).state == RunState::Done);
    QCOMPARE(pausesOf(bench.observer).size(), std::size_t(6));
}

TESSERA_TEST(TestJobRunner)
#include "test_job_runner.moc"

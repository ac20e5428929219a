#include "core/session/job_runner.h"

#include "tests/core/session/job_bench.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <future>
#include <map>
#include <random>
#include <stdexcept>
#include <thread>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

namespace {

enum class Cancelled { BesideARunningJob, WhileTheEngineLoads, ByTheEndOfTheRunner };

} // namespace

// How jobs end: exactly once, whatever happens to them and to the runner.
class TestJobEndings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnEngineAllJobsFail_data();
    void withoutAnEngineAllJobsFail();
    void failuresDoNotSpread_data();
    void failuresDoNotSpread();
    void refusesWhatCannotBeKept();
    void endsEverythingBeforeItIsGone();
    void goesWhileTheEngineIsBeingLoaded();
    void letsGoOfTheStoreBeforeTheEnd();
    void closesNoStoreWhereItIsCancelled_data();
    void closesNoStoreWhereItIsCancelled();
    void survivesManyCancels();
};

void TestJobEndings::withoutAnEngineAllJobsFail_data() {
    QTest::addColumn<bool>("throws");
    QTest::newRow("the loader fails") << false;
    QTest::newRow("the loader throws") << true;
}

void TestJobEndings::withoutAnEngineAllJobsFail() {
    QFETCH(bool, throws);
    JobBench bench;
    bench.load = [throws]() -> Result<std::unique_ptr<Engine>> {
        if (throws) {
            throw std::runtime_error("a symbol is missing");
        }
        return fail(ErrorCode::NotFound, "LibTorch is missing");
    };
    bench.start();
    for (const char* name : {"a", "b"}) {
        const auto job = bench.submit(name);
        QVERIFY(bench.observer.waitForEnd(job));
        QCOMPARE(bench.observer.told(job), (Words{"queued", "running", "failed"}));
        const auto status = bench.observer.status(job);
        QCOMPARE(status.failure->code, throws ? ErrorCode::Internal : ErrorCode::NotFound);
        QVERIFY(status.failure->detail.find("is missing") != std::string::npos);
        QVERIFY(!status.run);
    }
    const auto engines = bench.observer.engines();
    QCOMPARE(engines.size(), std::size_t(1));
    QVERIFY(!engines[0]);
    QVERIFY(!bench.runner->check({}));
    QVERIFY(bench.store->starts.empty());
}

void TestJobEndings::failuresDoNotSpread_data() {
    QTest::addColumn<bool>("throws");
    QTest::addColumn<int>("code");
    QTest::newRow("the engine fails") << false << int(ErrorCode::Diverged);
    QTest::newRow("the engine throws") << true << int(ErrorCode::Internal);
}

void TestJobEndings::failuresDoNotSpread() {
    QFETCH(bool, throws);
    QFETCH(int, code);
    JobBench bench;
    bench.transfer = [throws](const TransferRequest& request, EventSink&,
                              const std::stop_token&) -> Result<TransferResult> {
        if (request.experiment.name == "good") {
            return TransferResult{};
        }
        if (throws) {
            throw std::out_of_range("index 7");
        }
        return fail(ErrorCode::Diverged, "the loss became nan");
    };
    bench.start();
    const auto bad = bench.submit("bad"), good = bench.submit("good");
    QVERIFY(bench.observer.waitForEnd(good));
    QCOMPARE(bench.observer.told(bad), (Words{"queued", "running", "running", "failed"}));
    QCOMPARE(int(bench.observer.status(bad).failure->code), code);
    QVERIFY(bench.store->ends["run-1"].at(0).state == RunState::Failed); // in the store as well
    QVERIFY(bench.observer.status(good).state == RunState::Done);
}

void TestJobEndings::refusesWhatCannotBeKept() {
    JobBench bench;
    bench.start();
    JobRequest request;
    request.folder = bench.folder();
    const auto nowhere = bench.runner->submit(request);
    request.store = bench.store;
    request.folder = "/proc/tessera";
    const auto readOnly = bench.runner->submit(request);
    QVERIFY(bench.observer.waitForEnd(readOnly));
    QCOMPARE(bench.observer.status(nowhere).failure->code, ErrorCode::InvalidArgument);
    QCOMPARE(bench.observer.status(readOnly).failure->code, ErrorCode::Io);
    QVERIFY(bench.store->starts.empty());
}

void TestJobEndings::endsEverythingBeforeItIsGone() {
    JobBench bench;
    Gate entered;
    bench.transfer = untilStopped(entered);
    bench.start();
    const auto running = bench.submit("running");
    QVERIFY(entered.pass());
    const auto one = bench.submit("one"), two = bench.submit("two");
    bench.runner.reset();
    QCOMPARE(bench.observer.told(running),
             (Words{"queued", "running", "running", "cancelling", "cancelled"}));
    QCOMPARE(bench.observer.told(one), (Words{"queued", "cancelled"}));
    QCOMPARE(bench.observer.told(two), (Words{"queued", "cancelled"}));
    QCOMPARE(bench.begun(), Words{"running"});
}

void TestJobEndings::goesWhileTheEngineIsBeingLoaded() {
    JobBench bench;
    Gate loading, mayLoad;
    bench.load = [&] {
        loading.open();
        (void)mayLoad.pass();
        return bench.makeEngine();
    };
    bench.start();
    const auto job = bench.submit("a");
    QVERIFY(loading.pass());
    // The destructor waits for the loader, and the loader for the end of the job.
    bench.observer.onChange = [&](const JobStatus& status) {
        if (isTerminal(status.state)) {
            mayLoad.open();
        }
    };
    bench.runner.reset();
    QCOMPARE(bench.observer.told(job), (Words{"queued", "cancelled"}));
    QCOMPARE(bench.observer.engines().size(), std::size_t(1));
}

void TestJobEndings::letsGoOfTheStoreBeforeTheEnd() {
    JobBench bench;
    Gate entered;
    bench.transfer = untilStopped(entered);
    bench.start();
    std::vector<long> owners;
    bench.observer.onChange = [&](const JobStatus& status) {
        if (isTerminal(status.state)) {
            owners.push_back(bench.store.use_count());
        }
    };
    const auto running = bench.submit("running");
    QVERIFY(entered.pass());
    const auto waiting = bench.submit("waiting");
    bench.runner->cancel(waiting);
    bench.runner->cancel(running);
    QVERIFY(bench.observer.waitForEnd(running));
    // The test's, the running job's and that of the one that waited; then the test's.
    QCOMPARE(owners, (std::vector<long>{3, 1}));
}

void TestJobEndings::closesNoStoreWhereItIsCancelled_data() {
    QTest::addColumn<int>("whose");
    QTest::newRow("another job runs") << int(Cancelled::BesideARunningJob);
    QTest::newRow("the engine is being loaded") << int(Cancelled::WhileTheEngineLoads);
    QTest::newRow("the runner goes") << int(Cancelled::ByTheEndOfTheRunner);
}

// The last owner of a store writes what is left in it, and a window must not wait for that.
void TestJobEndings::closesNoStoreWhereItIsCancelled() {
    QFETCH(int, whose);
    const auto how = static_cast<Cancelled>(whose);
    struct Store : FakeStore {
        explicit Store(std::promise<std::thread::id>& closed) : closedOn(closed) {}
        ~Store() override { closedOn.set_value(std::this_thread::get_id()); }
        std::promise<std::thread::id>& closedOn;
    };
    std::promise<std::thread::id> closed;
    auto closedOn = closed.get_future();
    Gate entered, mayLoad;
    std::thread::id worker;
    JobBench bench;
    bench.load = [&] {
        worker = std::this_thread::get_id();
        (void)mayLoad.pass();
        return bench.makeEngine();
    };
    bench.transfer = untilStopped(entered);
    bench.start();
    JobId running;
    if (how != Cancelled::WhileTheEngineLoads) {
        mayLoad.open();
        running = bench.submit("running");
        QVERIFY(entered.pass());
    }
    const auto waiting = bench.runner->submit({{}, std::make_shared<Store>(closed), {}});
    if (how == Cancelled::ByTheEndOfTheRunner) {
        bench.runner.reset();
    } else {
        bench.runner->cancel(waiting);
        QCOMPARE(bench.observer.told(waiting), (Words{"queued", "cancelled"}));
        QVERIFY(closedOn.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
        mayLoad.open();
        bench.runner->cancel(running);
    }
    QVERIFY(closedOn.wait_for(kPatience) == std::future_status::ready);
    QVERIFY(closedOn.get() == worker);
}

void TestJobEndings::survivesManyCancels() {
    constexpr int kJobs = 200;
    JobBench bench;
    bench.transfer = [](const TransferRequest&, EventSink& events, const std::stop_token& stop) {
        TransferResult result;
        for (int step = 0; step < 20 && !result.cancelled; ++step) {
            events.sample({"loss", step, 0.5, ""});
            result.cancelled = stop.stop_requested();
        }
        return result;
    };
    bench.start();
    std::mutex mutex;
    std::vector<JobId> jobs;
    {
        const auto work = [&](unsigned seed) {
            std::mt19937 random(seed);
            for (int i = 0; i < kJobs / 2; ++i) {
                const auto job = bench.submit("stress");
                JobId victim;
                {
                    const std::lock_guard lock(mutex);
                    jobs.push_back(job);
                    victim = jobs[random() % jobs.size()];
                }
                bench.runner->cancel(victim);
                bench.runner->moveTo(job, random() % 3);
                std::this_thread::yield();
            }
        };
        const std::jthread one(work, 1U), two(work, 2U);
    }
    bench.runner->cancel(jobs.back());
    bench.runner.reset();

    QCOMPARE(jobs.size(), std::size_t(kJobs));
    std::map<std::string, int> ends;
    for (const auto job : jobs) {
        const auto told = bench.observer.told(job);
        const auto isEnd = [](const std::string& word) {
            return word == "done" || word == "cancelled" || word == "failed";
        };
        QCOMPARE(told.front(), std::string("queued"));
        QCOMPARE(std::count_if(told.begin(), told.end(), isEnd), std::ptrdiff_t(1));
        QVERIFY(isEnd(told.back())); // nothing after it
        // Once when it is asked for, and again if the store gives the run's id after that.
        QVERIFY(std::count(told.begin(), told.end(), "cancelling") <= 2);
        ++ends[told.back()];
    }
    QCOMPARE(ends["failed"], 0);
    QVERIFY(ends["cancelled"] > 0);
    for (const auto& [run, finished] : bench.store->ends) {
        QCOMPARE(finished.size(), std::size_t(1));
    }
    QCOMPARE(bench.store->ends.size(), bench.store->starts.size());
}

TESSERA_TEST(TestJobEndings)
#include "test_job_endings.moc"

#include "core/session/job_runner.h"

#include "tests/core/session/job_bench.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

namespace {

std::string hashOf(const Experiment& experiment) {
    return "hash " + experiment.name;
}

JobRequest studyRequest(const JobBench& bench, const std::vector<std::string>& names) {
    StudyJob study{"pairs", {}};
    for (const auto& name : names) {
        StudyCell cell;
        cell.index = study.cells.size();
        cell.experiment.name = name;
        cell.hash = hashOf(cell.experiment);
        study.cells.push_back(cell);
    }
    JobRequest request;
    request.experiment.name = study.name;
    request.store = bench.store;
    request.folder = bench.folder();
    request.stepwise = true; // which a study must not be
    request.study = std::make_shared<const StudyJob>(std::move(study));
    return request;
}

// A runner that knows cells again.
struct StudyBench : JobBench {
    void begin() {
        auto made = tools();
        made.hash = hashOf;
        runner = std::make_unique<ThreadedJobRunner>(made, tokens, observer);
    }
};

int count(const Words& words, const std::string& word) {
    return static_cast<int>(std::count(words.begin(), words.end(), word));
}

} // namespace

class TestStudyJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void executesEveryCellInOneJob();
    void goesOnAfterACellThatFails();
    void failsIfNoCellCanRun();
    void canBeCancelled();
    void standsInTheQueueBesideSingleRuns();
};

void TestStudyJob::executesEveryCellInOneJob() {
    StudyBench bench;
    bench.transfer = [](const TransferRequest&, EventSink& events, const std::stop_token&) {
        events.stageDone(Phase::Hub); // nobody waits here
        return TransferResult{};
    };
    bench.begin();
    const auto job = bench.runner->submit(studyRequest(bench, {"a", "b", "c"}));
    QVERIFY(bench.observer.waitForEnd(job));
    const auto end = bench.observer.status(job);
    QCOMPARE(end.state, RunState::Done);
    QVERIFY(end.study && end.study->name == "pairs");
    QCOMPARE(bench.begun(), (Words{"a", "b", "c"}));
    for (const auto& start : bench.store->starts) {
        QCOMPARE(start.study, std::string("pairs"));
    }
    QCOMPARE(count(bench.observer.told(job), "step"), 3);
}

void TestStudyJob::goesOnAfterACellThatFails() {
    StudyBench bench;
    bench.transfer = [](const TransferRequest& request, EventSink&,
                        const std::stop_token&) -> TransferResult {
        TransferResult result;
        if (request.experiment.name == "b") {
            result.failure = Error{ErrorCode::Diverged, "the loss became nan", std::nullopt};
        }
        return result;
    };
    bench.begin();
    const auto job = bench.runner->submit(studyRequest(bench, {"a", "b", "c"}));
    QVERIFY(bench.observer.waitForEnd(job));
    QCOMPARE(bench.observer.status(job).state, RunState::Done);
    QCOMPARE(bench.begun(), (Words{"a", "b", "c"}));
    QCOMPARE(bench.store->ends["run-2"].back().state, RunState::Failed);
    QCOMPARE(bench.store->ends["run-3"].back().state, RunState::Done);
}

void TestStudyJob::failsIfNoCellCanRun() {
    StudyBench bench;
    bench.load = []() -> Result<std::unique_ptr<Engine>> {
        auto engine = std::make_unique<FakeEngine>();
        engine->verdict = fail(ErrorCode::InvalidArgument, "there is no such data set");
        return engine;
    };
    bench.begin();
    const auto job = bench.runner->submit(studyRequest(bench, {"a", "b"}));
    QVERIFY(bench.observer.waitForEnd(job));
    const auto end = bench.observer.status(job);
    QCOMPARE(end.state, RunState::Failed);
    QVERIFY(end.failure && end.failure->detail.find("data set") != std::string::npos);
    QVERIFY(bench.begun().empty());
}

void TestStudyJob::canBeCancelled() {
    StudyBench bench;
    Gate entered;
    bench.transfer = untilStopped(entered);
    bench.begin();
    const auto job = bench.runner->submit(studyRequest(bench, {"a", "b"}));
    QVERIFY(entered.pass());
    bench.runner->cancel(job);
    QVERIFY(bench.observer.waitForEnd(job));
    QCOMPARE(bench.observer.status(job).state, RunState::Cancelled);
    QCOMPARE(bench.begun(), (Words{"a"}));
    QCOMPARE(bench.store->ends["run-1"].back().state, RunState::Cancelled);
}

void TestStudyJob::standsInTheQueueBesideSingleRuns() {
    StudyBench bench;
    bench.begin();
    const auto study = bench.runner->submit(studyRequest(bench, {"a", "b"}));
    const auto single = bench.submit("single");
    QVERIFY(bench.observer.waitForEnd(study));
    QVERIFY(bench.observer.waitForEnd(single));
    QCOMPARE(bench.begun(), (Words{"a", "b", "single"}));
    QCOMPARE(bench.store->starts.back().study, std::string());
    QCOMPARE(count(bench.observer.told(single), "step"), 0);
}

TESSERA_TEST(TestStudyJob)

#include "test_study_job.moc"

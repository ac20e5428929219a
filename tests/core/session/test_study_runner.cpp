#include "core/session/study_runner.h"

#include "tests/core/session/session_fakes.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

namespace {

std::string runnerHash(const Experiment& experiment) {
    return "hash " + std::to_string(experiment.seed);
}

StudyPlan planOf(std::size_t count, const std::string& name = "study") {
    StudyPlan plan;
    plan.name = name;
    for (std::size_t i = 0; i < count; ++i) {
        StudyCell cell;
        cell.index = i;
        cell.experiment.seed = i;
        cell.experiment.name = "cell " + std::to_string(i);
        cell.hash = runnerHash(cell.experiment);
        cell.sourceLabel = "s";
        cell.receiverLabel = "r";
        plan.cells.push_back(cell);
    }
    return plan;
}

// Lists what was begun, and what other programs have there.
class ListingStore : public FakeStore {
public:
    std::vector<RunRecord> others;
    Result<void> listing; // an error: the store cannot be read
    int lists = 0;

    [[nodiscard]] Result<std::vector<RunRecord>> list() override {
        ++lists;
        if (!listing) {
            return fail(listing.error());
        }
        auto runs = others;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            RunRecord run;
            run.id = RunId("run-" + std::to_string(i + 1));
            run.experiment = starts[i].experiment;
            run.study = starts[i].study;
            const auto end = ends.find(run.id.value);
            run.state = end == ends.end() ? RunState::Running : end->second.back().state;
            runs.push_back(run);
        }
        return runs;
    }

    void put(const StudyCell& cell, RunState state, const std::string& study = "study") {
        RunRecord run;
        run.id = RunId("other-" + std::to_string(others.size() + 1));
        run.experiment = cell.experiment;
        run.study = study;
        run.state = state;
        others.push_back(run);
    }
};

class Listener : public StudyListener {
public:
    QStringList heard;
    std::function<void(const StudyCell&)> onBegun;

    void cellBegun(const StudyCell& cell, std::size_t position, std::size_t toDo) override {
        heard.append(QString("begun %1 as %2 of %3").arg(cell.index).arg(position).arg(toDo));
        if (onBegun) {
            onBegun(cell);
        }
    }
    void cellEnded(const StudyCell& cell, const CellOutcome&, const RunRecord* run) override {
        heard.append(
            QString("ended %1%2").arg(cell.index).arg(run != nullptr ? " with a run" : ""));
    }
    void progress(const Progress&) override {}
    void sample(const MetricSample& sample) override {
        heard.append(QString::fromStdString("sample " + sample.series));
    }
    void notice(const Notice&) override {}
};

struct Bench {
    QTemporaryDir dir;
    FakeEngine engine;
    ListingStore store;
    FakeTokenWriter tokens;
    Listener listener;
    std::stop_source stop;
    std::vector<std::uint64_t> failing; // seeds
    StudyRunner runner{engine, store, tokens,
                       OutputFolder{std::filesystem::path(dir.path().toStdString())}, runnerHash};

    Bench() {
        engine.onTransfer = [this](const TransferRequest& request, EventSink&,
                                   const std::stop_token& token) -> Result<TransferResult> {
            if (std::find(failing.begin(), failing.end(), request.experiment.seed) !=
                failing.end()) {
                return fail(ErrorCode::Diverged, "the loss became nan");
            }
            Result<TransferResult> result;
            result->cancelled = token.stop_requested();
            result->summary.accuracyAfter = 0.5;
            return result;
        };
    }

    StudyOutcome run(const StudyPlan& plan) {
        auto outcome = runner.run(plan, listener, stop.get_token());
        if (!outcome) {
            qFatal("%s", outcome.error().detail.c_str());
        }
        return *std::move(outcome);
    }

    // Seeds of the transfers, which are the numbers of the cells.
    [[nodiscard]] QList<int> executed() const {
        QList<int> seeds;
        for (const auto& request : engine.requests) {
            seeds.append(int(request.experiment.seed));
        }
        return seeds;
    }
};

QString fates(const StudyOutcome& outcome) {
    QString text;
    for (const auto& cell : outcome.cells) {
        text += QChar("wdtefc"[int(cell.fate)]);
    }
    return text;
}

} // namespace

class TestStudyRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void executesAllInOrder() {
        Bench bench;
        const auto outcome = bench.run(planOf(3));
        QCOMPARE(fates(outcome), QString("ddd"));
        QVERIFY(!outcome.cancelled && !outcome.failure);
        QCOMPARE(bench.executed(), QList<int>({0, 1, 2}));
        QCOMPARE(bench.store.starts.size(), std::size_t(3));
        QCOMPARE(bench.store.starts[1].study, std::string("study"));
        QCOMPARE(bench.store.starts[1].sourceLabel, std::string("s"));
        QCOMPARE(outcome.cells[1].run.value(), RunId("run-2"));
        QCOMPARE(bench.listener.heard.mid(0, 3),
                 QStringList({"begun 0 as 0 of 3", "ended 0 with a run", "begun 1 as 1 of 3"}));
    }

    // One folder of networks for all, so that the engine trains a source once.
    void allCellsShareTheNetworks() {
        Bench bench;
        bench.run(planOf(3));
        for (const auto& request : bench.engine.requests) {
            QVERIFY(!request.cacheDir.empty());
            QCOMPARE(request.cacheDir, bench.engine.requests.front().cacheDir);
        }
    }

    void leavesOutWhatIsThere_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("redo");
        QTest::addColumn<QString>("outcome");
        const auto row = [](RunState state, Redo redo, const char* outcome) {
            const auto name = QString("%1, %2").arg(runStateName(state)).arg(int(redo));
            QTest::newRow(qPrintable(name)) << int(state) << int(redo) << outcome;
        };
        row(RunState::Done, Redo::Unfinished, "dtd");
        row(RunState::Done, Redo::Missing, "dtd");
        row(RunState::Done, Redo::Everything, "ddd");
        row(RunState::Failed, Redo::Unfinished, "ddd");
        row(RunState::Failed, Redo::Missing, "dtd");
        row(RunState::Failed, Redo::Everything, "ddd");
        row(RunState::Cancelled, Redo::Unfinished, "ddd");
        row(RunState::Cancelled, Redo::Missing, "ddd");
        row(RunState::Interrupted, Redo::Unfinished, "ddd");
        row(RunState::Interrupted, Redo::Missing, "ddd");
        row(RunState::Running, Redo::Unfinished, "ded"); // by another program
        row(RunState::Running, Redo::Everything, "ded");
    }
    void leavesOutWhatIsThere() {
        QFETCH(int, state);
        QFETCH(int, redo);
        QFETCH(QString, outcome);
        Bench bench;
        auto plan = planOf(3);
        plan.redo = static_cast<Redo>(redo);
        bench.store.put(plan.cells[1], static_cast<RunState>(state));
        const auto result = bench.run(plan);
        QCOMPARE(fates(result), outcome);
        QCOMPARE(bench.executed(), outcome[1] == 'd' ? QList<int>({0, 1, 2}) : QList<int>({0, 2}));
        if (outcome[1] != 'd') {
            QCOMPARE(result.cells[1].run.value(), RunId("other-1"));
            QCOMPARE(bench.listener.heard.mid(0, 5),
                     QStringList({"begun 0 as 0 of 2", "ended 0 with a run", "ended 1",
                                  "begun 2 as 1 of 2", "ended 2 with a run"}));
        }
    }

    void resumesWhatItBegan() {
        Bench bench;
        bench.failing = {1};
        QCOMPARE(fates(bench.run(planOf(3))), QString("dfd"));
        bench.failing.clear();
        bench.engine.requests.clear();
        QCOMPARE(fates(bench.run(planOf(4))), QString("tdtd")); // the recipe has grown
        QCOMPARE(bench.executed(), QList<int>({1, 3}));
        QCOMPARE(fates(bench.run(planOf(4))), QString("tttt"));
    }

    void otherStudiesAndOtherRecipesDoNotCount() {
        Bench bench;
        const auto plan = planOf(1);
        bench.store.put(plan.cells[0], RunState::Done, "another study");
        bench.store.put(plan.cells[0], RunState::Done, "");
        bench.store.put(planOf(9).cells[8], RunState::Done);
        bench.store.put(plan.cells[0], RunState::Done);
        bench.store.others.back().experimentReadable = false;
        QCOMPARE(fates(bench.run(plan)), QString("d"));
    }

    void doneCountsWhateverCameLater() {
        Bench bench;
        const auto plan = planOf(1);
        bench.store.put(plan.cells[0], RunState::Done);
        bench.store.put(plan.cells[0], RunState::Failed);
        QCOMPARE(fates(bench.run(plan)), QString("t"));
    }

    void aCellThatFailsIsKeptAndTheOthersGoOn() {
        Bench bench;
        bench.failing = {1};
        const auto outcome = bench.run(planOf(3));
        QCOMPARE(fates(outcome), QString("dfd"));
        QCOMPARE(outcome.cells[1].failure, std::string("the loss became nan"));
        QCOMPARE(outcome.count(CellFate::Failed), std::size_t(1));
        const auto& end = bench.store.ends["run-2"].back();
        QCOMPARE(end.state, RunState::Failed);
        QCOMPARE(end.failure, std::string("the loss became nan"));
        QVERIFY(bench.listener.heard.contains("ended 1"));
    }

    void aCellThatIsRefusedIsKeptToo() {
        class Choosy : public FakeEngine {
        public:
            [[nodiscard]] Result<void> check(const Experiment& experiment) const override {
                return experiment.seed == 0 ? fail(ErrorCode::InvalidArgument, "no such pair")
                                            : Result<void>();
            }
        };
        Bench bench;
        Choosy engine;
        engine.onTransfer = bench.engine.onTransfer;
        StudyRunner runner(engine, bench.store, bench.tokens,
                           OutputFolder{std::filesystem::path(bench.dir.path().toStdString())},
                           runnerHash);
        const auto outcome = runner.run(planOf(2), bench.listener, {});
        QVERIFY(outcome.has_value());
        QCOMPARE(fates(*outcome), QString("fd"));
        QCOMPARE(bench.store.starts.size(), std::size_t(2));
        QCOMPARE(bench.store.starts[0].study, std::string("study"));
        QCOMPARE(bench.store.ends["run-1"].back().failure, std::string("no such pair"));
        QVERIFY(bench.store.starts[0].environment.contains("program"));
    }

    void aRecipeOfWhichNothingCanRunIsRefused() {
        Bench bench;
        bench.engine.verdict = fail(ErrorCode::NotFound, "there is no mode 'Z'");
        const auto outcome = bench.runner.run(planOf(3), bench.listener, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().detail, std::string("there is no mode 'Z'"));
        QVERIFY(bench.store.starts.empty());
        QVERIFY(bench.runner.run(planOf(0), bench.listener, {}).has_value());
    }

    void cancellingKeepsWhatIsDone() {
        Bench bench;
        bench.listener.onBegun = [&](const StudyCell& cell) {
            if (cell.index == 1) {
                bench.stop.request_stop();
            }
        };
        const auto outcome = bench.run(planOf(3));
        QVERIFY(outcome.cancelled);
        QCOMPARE(fates(outcome), QString("dcw"));
        QCOMPARE(bench.store.ends["run-1"].back().state, RunState::Done);
        QCOMPARE(bench.store.ends["run-2"].back().state, RunState::Cancelled);
        QCOMPARE(bench.store.starts.size(), std::size_t(2));

        bench.listener.onBegun = {};
        bench.stop = {};
        QCOMPARE(fates(bench.run(planOf(3))), QString("tdd"));
    }

    void aStopBeforeTheStartDoesNothing() {
        Bench bench;
        bench.stop.request_stop();
        const auto outcome = bench.run(planOf(2));
        QVERIFY(outcome.cancelled);
        QCOMPARE(fates(outcome), QString("ww"));
        QVERIFY(bench.store.starts.empty());
    }

    void aStoreThatFailsEndsTheStudy_data() {
        QTest::addColumn<int>("what");
        QTest::newRow("no run begins") << 0;
        QTest::newRow("no run ends") << 1;
        QTest::newRow("nothing can be read") << 2;
    }
    void aStoreThatFailsEndsTheStudy() {
        QFETCH(int, what);
        Bench bench;
        bench.listener.onBegun = [&](const StudyCell& cell) {
            if (cell.index == 1) {
                auto& broken = what == 0   ? bench.store.beginning
                               : what == 1 ? bench.store.finishing
                                           : bench.store.listing;
                broken = fail(ErrorCode::Io, "the disk is full");
            }
        };
        const auto outcome = bench.run(planOf(4));
        QVERIFY(outcome.failure.has_value());
        QCOMPARE(outcome.failure->detail, std::string("the disk is full"));
        QVERIFY(!outcome.cancelled);
        QCOMPARE(fates(outcome), QString(what == 2 ? "ddww" : "dwww"));
    }

    void seesWhatAnotherProgramDoesMeanwhile() {
        Bench bench;
        const auto plan = planOf(3);
        bench.listener.onBegun = [&](const StudyCell& cell) {
            if (cell.index == 0) {
                bench.store.put(plan.cells[1], RunState::Done);
                bench.store.put(plan.cells[2], RunState::Running);
            }
        };
        const auto outcome = bench.run(plan);
        QCOMPARE(fates(outcome), QString("dte"));
        QCOMPARE(bench.executed(), QList<int>({0}));
    }
};

TESSERA_TEST(TestStudyRunner)
#include "test_study_runner.moc"

#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <fmt/format.h>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <thread>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

class TestSqliteRunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverything();
    void tellsNothingFromZeroAndInfinity();
    void ordersSamples();
    void listsOldestFirst();
    void listsRunsItCannotDecode();
    void hashesCurves();
    void endsOnce_data();
    void endsOnce();
    void finishesOnlyItsOwn();
    void refusesUnknownRuns();
    void recordsReleases();
    void refusesSenselessPrivacyLoss();
    void dropsAreReported();
    void interruptsUnfinishedRunsAtTheEnd();
    void interruptsRunsOfTheDead_data();
    void interruptsRunsOfTheDead();
    void othersSeeSamplesWithinASecond();
    void readOnlyChangesNothing();
    void twoStoresWriteAtOnce();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_folder, m_file;
    int m_count = 0;
};

void TestSqliteRunStore::init() {
    m_folder = std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    m_file = m_folder / "not yet" / "runs.db"; // folders are made on the way
}

void TestSqliteRunStore::keepsEverything() {
    RunStart start = startNamed("first transfer", ~std::uint64_t(0));
    start.sourceLabel = "mlp 128d/4L";
    start.receiverLabel = "cnn 64d/2L";
    start.environment = {{"blas", "OpenBLAS"}, {"threads", "1"}};
    RunId id;
    std::string hash;
    {
        const auto store = openOrDie(m_file);
        id = must(store->begin(start));
        QVERIFY(QRegularExpression("^\\d{8}-\\d{6}-[0-9a-f]{8}$")
                    .match(QString::fromStdString(id.value))
                    .hasMatch());
        const auto running = must(store->get(id));
        QVERIFY(running.state == RunState::Running);
        QVERIFY(running.finishedAt.empty());
        store->append(id, {"loss", 1, 0.5, "block 1"});
        must(store->addArtifact(id, {"token", "artifacts/ab/abcd.tbf", "abcd", 1234}));
        must(store->addArtifact(id, {"hub", m_folder / "not yet" / "hub.bin", "ef", 5}));
        RunSummary summary;
        summary.accuracyAfter = 0.75;
        summary.controls = {{ControlId("readout_only"), 0.5, std::nullopt}};
        must(store->finish(id, RunState::Done, summary, ""));
        execute(m_file, "INSERT INTO tags VALUES ('" + id.value + "', 'z'), ('" + id.value +
                            "', 'a'); UPDATE runs SET note = 'look', starred = 1");
        hash = must(store->get(id)).summary.metricsHash;
    }
    // A store at rest is one file, which people copy.
    QVERIFY(!std::filesystem::exists(m_file.string() + "-wal"));
    const auto store = openOrDie(m_file, OpenMode::ReadOnly);
    const auto list = must(store->list());
    QCOMPARE(list.size(), std::size_t(1));
    const RunRecord& run = list.front();
    QVERIFY(run.id == id);
    QCOMPARE(run.name, std::string("first transfer"));
    QVERIFY(run.state == RunState::Done);
    QVERIFY(run.startedAt.size() == 24 && run.startedAt <= run.finishedAt);
    QVERIFY(run.experiment == start.experiment);
    QCOMPARE(run.sourceLabel, start.sourceLabel);
    QCOMPARE(run.receiverLabel, start.receiverLabel);
    QVERIFY(run.environment == start.environment);
    QCOMPARE(*run.summary.accuracyAfter, 0.75);
    QVERIFY(!run.summary.accuracyBefore);
    QCOMPARE(run.summary.controls.size(), std::size_t(1));
    QCOMPARE(run.summary.metricsHash, hash);
    QCOMPARE(run.artifacts.size(), std::size_t(2));
    QCOMPARE(run.artifacts[0].path.string(), std::string("hub.bin"));
    QCOMPARE(run.artifacts[1].kind, std::string("token"));
    QCOMPARE(run.artifacts[1].path.string(), std::string("artifacts/ab/abcd.tbf"));
    QCOMPARE(run.artifacts[1].sha256, std::string("abcd"));
    QCOMPARE(run.artifacts[1].sizeBytes, std::int64_t(1234));
    QCOMPARE(run.tags, (std::vector<std::string>{"a", "z"}));
    QCOMPARE(run.note, std::string("look"));
    QVERIFY(run.starred);
    QVERIFY(run.failure.empty());
    QCOMPARE(must(store->samples(id)).front().layer, std::string("block 1"));
}

void TestSqliteRunStore::tellsNothingFromZeroAndInfinity() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    const std::vector<std::optional<double>> values = {std::nullopt, 0.0,    kInfinity, -kInfinity,
                                                       0.1 + 0.2,    5e-324, 1.0,       1e300};
    for (std::size_t i = 0; i < values.size(); ++i) {
        store->append(run, {"v", std::int64_t(i), values[i], ""});
    }
    store->append(run, {"v", 99, std::nan(""), ""});
    must(store->flush());
    const auto samples = must(store->samples(run));
    QCOMPARE(samples.size(), values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY2(samples[i].value == values[i], std::to_string(i).c_str());
    }
    QVERIFY(!samples.back().value); // NaN = not measured
    QCOMPARE(query(m_file, "SELECT count(*) FROM metrics WHERE value IS NULL"), std::string("2"));
}

void TestSqliteRunStore::ordersSamples() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    store->append(run, {"b", 1, 1.0, ""});
    store->append(run, {"a", 10, 2.0, "l2"});
    store->append(run, {"a", 2, 3.0, "l2"});
    store->append(run, {"a", -1, 4.0, "l10"});
    store->append(run, {"a", 2, 5.0, "l2"}); // again: the later one counts
    must(store->flush());
    std::string order;
    for (const auto& s : must(store->samples(run))) {
        order += fmt::format("{}/{}/{}={} ", s.series, s.layer, s.step, *s.value);
    }
    QCOMPARE(order, std::string("a/l10/-1=4 a/l2/2=5 a/l2/10=2 b//1=1 "));
}

void TestSqliteRunStore::listsOldestFirst() {
    const auto store = openOrDie(m_file);
    std::set<std::string> ids;
    for (int i = 0; i < 50; ++i) { // faster than a millisecond each
        ids.insert(must(store->begin(startNamed(std::to_string(i)))).value);
    }
    QCOMPARE(ids.size(), std::size_t(50));
    execute(m_file, "UPDATE runs SET started_at = '2000-01-01T00:00:00.000Z' WHERE name = '49'");
    const auto list = must(store->list());
    QCOMPARE(list.front().name, std::string("49"));
    for (int i = 0; i < 49; ++i) {
        QCOMPARE(list[std::size_t(i) + 1].name, std::to_string(i));
    }
}

void TestSqliteRunStore::listsRunsItCannotDecode() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("kept name", 77)));
    execute(m_file, "UPDATE runs SET experiment = 'broken', summary = '{', environment = '[]', "
                    "state = 'of tomorrow', mode = 'C'");
    const auto record = must(store->get(run));
    QCOMPARE(record.name, std::string("kept name"));
    QVERIFY(!record.experimentReadable);
    QCOMPARE(record.experiment.name, std::string("kept name"));
    QCOMPARE(record.experiment.seed, std::uint64_t(77));
    QCOMPARE(record.experiment.transfer.mode.value, std::string("C"));
    QVERIFY(record.environment.empty());
    QVERIFY(!record.summary.accuracyAfter);
    QVERIFY(record.state == RunState::Interrupted);
}

void TestSqliteRunStore::hashesCurves() {
    const auto store = openOrDie(m_file);
    const auto hashOf = [&](bool backwards, double last, double seconds) {
        const RunId run = must(store->begin(startNamed("a")));
        std::vector<MetricSample> samples = {{"loss", 1, 0.5, ""},
                                             {"loss", 2, std::nullopt, ""},
                                             {"loss", 3, last, ""},
                                             {"seconds.hub", 1, seconds, ""}};
        if (backwards) {
            std::reverse(samples.begin(), samples.end());
        }
        for (const auto& sample : samples) {
            store->append(run, sample);
        }
        must(store->finish(run, RunState::Done, {}, ""));
        return must(store->get(run)).summary.metricsHash;
    };
    const std::string hash = hashOf(false, 0.25, 1.0);
    QCOMPARE(hash.size(), std::size_t(64));
    QCOMPARE(hashOf(true, 0.25, 2.0), hash);
    QVERIFY(hashOf(false, std::nextafter(0.25, 1.0), 1.0) != hash);
    QVERIFY(hashOf(false, kInfinity, 1.0) != hash);
}

void TestSqliteRunStore::endsOnce_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("terminal");
    QTest::newRow("done") << int(RunState::Done) << true;
    QTest::newRow("cancelled") << int(RunState::Cancelled) << true;
    QTest::newRow("failed") << int(RunState::Failed) << true;
    QTest::newRow("running") << int(RunState::Running) << false;
    QTest::newRow("queued") << int(RunState::Queued) << false;
    QTest::newRow("interrupted") << int(RunState::Interrupted) << false;
}

void TestSqliteRunStore::endsOnce() {
    QFETCH(int, state);
    QFETCH(bool, terminal);
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    const auto finished = store->finish(run, RunState(state), {}, "why");
    QCOMPARE(finished.has_value(), terminal);
    if (!terminal) {
        QVERIFY(finished.error().code == ErrorCode::InvalidArgument);
        QVERIFY(must(store->get(run)).state == RunState::Running);
        return;
    }
    const auto record = must(store->get(run));
    QVERIFY(record.state == RunState(state));
    QCOMPARE(record.failure, std::string("why"));
    const auto again = store->finish(run, RunState::Done, {}, "");
    QVERIFY(!again && again.error().code == ErrorCode::InvalidArgument);
    QVERIFY(must(store->get(run)).state == RunState(state));
}

void TestSqliteRunStore::finishesOnlyItsOwn() {
    const auto one = openOrDie(m_file), two = openOrDie(m_file);
    const RunId run = must(one->begin(startNamed("a")));
    const auto finished = two->finish(run, RunState::Done, {}, "");
    QVERIFY(!finished && finished.error().code == ErrorCode::InvalidArgument);
    // Taken for dead by somebody else, the owner's word counts.
    execute(m_file, "UPDATE runs SET state = 'interrupted'");
    must(one->finish(run, RunState::Done, {}, ""));
    QVERIFY(must(two->get(run)).state == RunState::Done);
}

void TestSqliteRunStore::refusesUnknownRuns() {
    const auto store = openOrDie(m_file);
    const RunId none("20000101-000000-00000000");
    QVERIFY(store->get(none).error().code == ErrorCode::NotFound);
    QVERIFY(store->samples(none).error().code == ErrorCode::NotFound);
    QVERIFY(store->addArtifact(none, {}).error().code == ErrorCode::NotFound);
    QVERIFY(store->addRelease(none, {"rows", "split", 1.0}).error().code == ErrorCode::NotFound);
    QVERIFY(store->finish(none, RunState::Done, {}, "").error().code == ErrorCode::NotFound);
    QVERIFY(must(store->releases("none")).empty());
    QVERIFY(must(store->list()).empty());
}

void TestSqliteRunStore::recordsReleases() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    must(store->addRelease(run, {"rows", "split", 0.5}));
    must(store->addRelease(run, {"other rows", "split", 9.0}));
    must(store->addRelease(run, {"rows", "other split", 1.5}));
    must(store->finish(run, RunState::Failed, {}, "the token was on disk by then"));
    const std::vector<Release> expected = {{"rows", "split", 0.5}, {"rows", "other split", 1.5}};
    QVERIFY(must(store->releases("rows")) == expected);
    execute(m_file, "DELETE FROM runs"); // what was spent stays spent
    QVERIFY(must(store->releases("rows")) == expected);
}

void TestSqliteRunStore::refusesSenselessPrivacyLoss() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    for (const double mu : {-1.0, kInfinity, std::nan("")}) {
        const auto added = store->addRelease(run, {"rows", "split", mu});
        QVERIFY(!added && added.error().code == ErrorCode::InvalidArgument);
    }
    QVERIFY(must(store->releases("rows")).empty());
}

void TestSqliteRunStore::dropsAreReported() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    must(store->finish(run, RunState::Done, {}, ""));
    const std::string hash = must(store->get(run)).summary.metricsHash;
    store->append(run, {"late", 1, 1.0, ""});
    const auto flushed = store->flush();
    QVERIFY(!flushed && flushed.error().code == ErrorCode::NotFound);
    must(store->flush()); // once
    QVERIFY(must(store->samples(run)).empty());
}

void TestSqliteRunStore::interruptsUnfinishedRunsAtTheEnd() {
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = must(store->begin(startNamed("a")));
        store->append(run, {"loss", 1, 1.0, ""});
    }
    const auto store = openOrDie(m_file, OpenMode::ReadOnly);
    const auto record = must(store->get(run));
    QVERIFY(record.state == RunState::Interrupted);
    QVERIFY(record.finishedAt >= record.startedAt);
    QCOMPARE(must(store->samples(run)).size(), std::size_t(1));
}

void TestSqliteRunStore::interruptsRunsOfTheDead_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("state");
    QTest::newRow("alive") << ""
                           << "running";
    QTest::newRow("process gone") << ", owner_pid = 2147483647"
                                  << "interrupted";
    QTest::newRow("process id recycled") << ", owner_start = owner_start + 1"
                                         << "interrupted";
    QTest::newRow("queued") << ", owner_pid = 2147483647, state = 'queued'"
                            << "interrupted";
    QTest::newRow("cancelling") << ", owner_pid = 2147483647, state = 'cancelling'"
                                << "interrupted";
    QTest::newRow("ended before") << ", owner_pid = 2147483647, state = 'failed'"
                                  << "failed";
    QTest::newRow("elsewhere, silent") << ", owner_machine = 'x', owner_boot = 'y'"
                                       << "interrupted";
    QTest::newRow("elsewhere, alive")
        << ", owner_machine = 'x', owner_boot = 'y', heartbeat = 9999999999999"
        << "running";
}

void TestSqliteRunStore::interruptsRunsOfTheDead() {
    QFETCH(QString, change);
    QFETCH(QString, state);
    const auto live = openOrDie(m_file);
    const RunId run = must(live->begin(startNamed("a")));
    // A copy of a live run, so that no heartbeat of ours reaches it.
    execute(m_file, "CREATE TEMP TABLE copy AS SELECT * FROM runs; UPDATE copy SET id = 'copy', "
                    "heartbeat = 1700000000000" +
                        change.toStdString() + "; INSERT INTO runs SELECT * FROM copy");
    const auto opened = openOrDie(m_file);
    const auto record = must(opened->get(RunId("copy")));
    QCOMPARE(std::string(runStateName(record.state)), state.toStdString());
    if (state == "interrupted") {
        QCOMPARE(record.finishedAt, std::string("2023-11-14T22:13:20.000Z"));
    }
    QVERIFY(must(opened->get(run)).state == RunState::Running);
}

void TestSqliteRunStore::othersSeeSamplesWithinASecond() {
    const auto writer = openOrDie(m_file), reader = openOrDie(m_file, OpenMode::ReadOnly);
    const RunId run = must(writer->begin(startNamed("a")));
    writer->append(run, {"loss", 1, 1.0, ""});
    QTRY_COMPARE_WITH_TIMEOUT(must(reader->samples(run)).size(), std::size_t(1), 1000);
}

void TestSqliteRunStore::readOnlyChangesNothing() {
    const auto missing = openRunStore(m_file, OpenMode::ReadOnly, fakeCodec());
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(m_folder));
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = must(store->begin(startNamed("a")));
    }
    execute(m_file, "UPDATE runs SET state = 'running', owner_pid = 2147483647");
    const std::string before = readBytes(m_file);
    {
        const auto store = openOrDie(m_file, OpenMode::ReadOnly);
        QVERIFY(must(store->get(run)).state == RunState::Running);
        QVERIFY(store->begin(startNamed("b")).error().code == ErrorCode::InvalidArgument);
        QVERIFY(store->addArtifact(run, {}).error().code == ErrorCode::InvalidArgument);
        QVERIFY(store->finish(run, RunState::Done, {}, "").error().code ==
                ErrorCode::InvalidArgument);
        must(store->flush());
        store->append(run, {"loss", 1, 1.0, ""});
        QVERIFY(store->flush().error().code == ErrorCode::InvalidArgument);
    }
    QVERIFY(readBytes(m_file) == before);
}

void TestSqliteRunStore::twoStoresWriteAtOnce() {
    constexpr int kRuns = 5, kSteps = 400;
    {
        const auto one = openOrDie(m_file), two = openOrDie(m_file);
        std::vector<std::jthread> threads;
        for (RunStore* store : {one.get(), two.get(), one.get(), two.get()}) {
            threads.emplace_back([store] {
                for (int i = 0; i < kRuns; ++i) {
                    const RunId run = must(store->begin(startNamed("a")));
                    for (int step = 0; step < kSteps; ++step) {
                        store->append(run, {"loss", step, step * 0.5, ""});
                    }
                    must(store->addArtifact(run, {"token", "t.tbf", "aa", 1}));
                    (void)must(store->list());
                    must(store->finish(run, RunState::Done, {}, ""));
                }
            });
        }
    }
    const auto store = openOrDie(m_file, OpenMode::ReadOnly);
    const auto runs = must(store->list());
    QCOMPARE(runs.size(), std::size_t(4 * kRuns));
    std::set<std::string> hashes;
    for (const auto& run : runs) {
        QVERIFY(run.state == RunState::Done);
        QCOMPARE(must(store->samples(run.id)).size(), std::size_t(kSteps));
        hashes.insert(run.summary.metricsHash);
    }
    QCOMPARE(hashes.size(), std::size_t(1));
}

TESSERA_TEST(TestSqliteRunStore)
#include "test_sqlite_run_store.moc"

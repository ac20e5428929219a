#include "core/store/sample_writer.h"

#include "core/store/run_rows.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

class TestSampleWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void commitsByItself();
    void keepsTheHeartGoing();
    void fullDiskKeepsSamplesAndTells();
    void fullQueueDropsAndTells();
    void lockedStoreDelaysButLosesNothing();
    void removedRunHoldsNobodyUp();
    void workMayThrow();
    void destructorWritesWhatIsQueued();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_files = 0;

    RunId addRun(SampleWriter& writer) {
        const RunId run("run-" + std::to_string(++m_files));
        must(writer.execute([&](SQLite::Database& db) -> Result<void> {
            insertRun(db, run, startNamed("a"), fakeCodec(), currentOwner(), 1000);
            return {};
        }));
        writer.addLive(run);
        return run;
    }
    int rows() const { return std::stoi(query(m_file, "SELECT count(*) FROM metrics")); }
    static void appendSteps(SampleWriter& writer, const RunId& run, int first, int count) {
        for (int step = first; step < first + count; ++step) {
            writer.append(run, {"loss", step, 0.5, ""});
        }
    }
    Connection connection() const {
        return must(openConnection(m_file, Access::ReadWrite, Journal::Wal));
    }
};

void TestSampleWriter::init() {
    m_file = std::filesystem::path(m_dir.path().toStdString()) /
             ("store" + std::to_string(++m_files) + ".db");
}

void TestSampleWriter::commitsByItself() {
    SampleWriter writer(connection());
    appendSteps(writer, addRun(writer), 0, 10);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 10, 1000);
}

void TestSampleWriter::keepsTheHeartGoing() {
    SampleWriter writer(connection());
    addRun(writer);
    const auto heartbeat = [&] { return query(m_file, "SELECT heartbeat FROM runs"); };
    QTRY_VERIFY_WITH_TIMEOUT(heartbeat() != "1000", 3000);
    const std::string first = heartbeat();
    QTRY_VERIFY_WITH_TIMEOUT(heartbeat() != first, 3000);
}

void TestSampleWriter::fullDiskKeepsSamplesAndTells() {
    std::atomic<bool> worked = false; // outlives the writer, who may try it at any time
    SampleWriter writer(connection());
    const RunId run = addRun(writer);
    const auto limitPages = [&](const std::string& pages) {
        must(writer.execute([&](SQLite::Database& db) -> Result<void> {
            db.exec("PRAGMA max_page_count = " + pages);
            return {};
        }));
    };
    limitPages("1"); // SQLite makes this the present size
    appendSteps(writer, run, 0, 5000);
    for (int again = 0; again < 2; ++again) {
        const auto drained = writer.drain();
        QVERIFY(!drained);
        QVERIFY(drained.error().code == ErrorCode::Io);
        QVERIFY(drained.error().detail.find("disk is full") != std::string::npos);
        QCOMPARE(rows(), 0);
    }
    QVERIFY(!writer.end(run, [&](SQLite::Database&) -> Result<void> {
        worked = true;
        return {};
    }));
    QVERIFY(!worked); // a run must not end before its samples are safe
    QVERIFY(writer.isLive(run));
    limitPages("100000");
    must(writer.drain());
    QCOMPARE(rows(), 5000);
    QTRY_VERIFY_WITH_TIMEOUT(worked && !writer.isLive(run), 20'000); // it is not asked for again
    must(writer.takeLost());
}

void TestSampleWriter::fullQueueDropsAndTells() {
    SampleWriter writer(connection(), 100);
    const RunId run = addRun(writer), other = addRun(writer);
    must(writer.execute([&](SQLite::Database&) -> Result<void> {
        appendSteps(writer, run, 0,
                    150); // on the writer's own thread, so nothing is taken meanwhile
        return {};
    }));
    must(writer.drain());
    QCOMPARE(rows(), 100);
    must(writer.takeLost(other));
    const auto lost = writer.takeLost(run);
    QVERIFY(!lost);
    QVERIFY(lost.error().code == ErrorCode::Io);
    QVERIFY(lost.error().detail.find("50 samples") == 0);
    must(writer.takeLost());
}

void TestSampleWriter::lockedStoreDelaysButLosesNothing() {
    SampleWriter writer(connection());
    const RunId run = addRun(writer);
    SQLite::Database other(m_file, SQLite::OPEN_READWRITE, 5000);
    other.exec("BEGIN IMMEDIATE");
    appendSteps(writer, run, 0, 100);
    other.exec("INSERT INTO tags VALUES ('" + run.value + "', 'slow')");
    other.exec("COMMIT");
    must(writer.drain());
    QCOMPARE(rows(), 100);
}

void TestSampleWriter::removedRunHoldsNobodyUp() {
    SampleWriter writer(connection());
    const RunId removed = addRun(writer), kept = addRun(writer);
    execute(m_file, "DELETE FROM runs WHERE id = '" + removed.value + "'");
    appendSteps(writer, removed, 0, 3);
    appendSteps(writer, kept, 0, 4);
    writer.append(RunId("never begun"), {"loss", 1, 0.5, ""});
    must(writer.drain());
    QCOMPARE(rows(), 4);
    must(writer.takeLost(kept));
    const auto lost = writer.takeLost(removed);
    QVERIFY(!lost && lost.error().code == ErrorCode::NotFound);
    QVERIFY(lost.error().detail.find("3 samples") == 0);
    const auto rest = writer.takeLost();
    QVERIFY(!rest && rest.error().detail.find("never begun") != std::string::npos);
}

void TestSampleWriter::workMayThrow() {
    SampleWriter writer(connection());
    const auto noTable = writer.execute([](SQLite::Database& db) -> Result<void> {
        db.exec("INSERT INTO nowhere VALUES (1)");
        return {};
    });
    QVERIFY(!noTable && noTable.error().code == ErrorCode::Corrupt);
    const auto thrown = writer.execute(
        [](SQLite::Database&) -> Result<void> { throw std::runtime_error("surprise"); });
    QVERIFY(!thrown && thrown.error().code == ErrorCode::Internal);
    must(writer.execute([](SQLite::Database&) -> Result<void> { return {}; }));
}

void TestSampleWriter::destructorWritesWhatIsQueued() {
    {
        SampleWriter writer(connection());
        appendSteps(writer, addRun(writer), 0, 50);
    }
    QCOMPARE(rows(), 50);
}

TESSERA_TEST(TestSampleWriter)
#include "test_sample_writer.moc"

#include "core/store/lock_patience.h"

#include "core/store/sample_writer.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

using Attempt = LockPatience::Attempt;

// How long locks are waited for. The waits are read from the connection, so that most need none.
class TestLockPatience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isUsedUpAndComesBack();
    void forgetsWhatIsLongAgo();
    void isKeptForWhatSomebodyAsks();
    void namesTheFile();
    void keepsWhatALockedStoreMissed();
    void looksForNewsWhateverWasUsedUp();

private:
    // Whether an attempt to write succeeds; how long it would wait lands in m_wait.
    bool tries(LockPatience& patience, Attempt attempt) {
        return patience
            .during(*m_db, attempt,
                    [&](SQLite::Database& db) -> Result<void> {
                        m_wait = db.execAndGet("PRAGMA busy_timeout").getInt();
                        db.exec("UPDATE t SET a = 1");
                        return {};
                    })
            .has_value();
    }

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0, m_wait = 0;
    Connection m_db;
    std::unique_ptr<SQLite::Database> m_other;
};

void TestLockPatience::init() {
    m_file = std::filesystem::path(m_dir.path().toStdString()) /
             ("locked" + std::to_string(++m_count) + ".db");
    execute(m_file, "PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
    m_db = std::make_unique<SQLite::Database>(m_file, SQLite::OPEN_READWRITE);
    m_other = std::make_unique<SQLite::Database>(m_file, SQLite::OPEN_READWRITE);
}

void TestLockPatience::isUsedUpAndComesBack() {
    LockPatience patience(LockPatience::Milliseconds(150));
    QVERIFY(tries(patience, Attempt::Asked));
    QCOMPARE(m_wait, 150);
    m_other->exec("BEGIN IMMEDIATE");
    QVERIFY(!tries(patience, Attempt::Asked));
    for (int i = 0; i < 3 && m_wait > 0; ++i) { // a wait may end a little early
        QVERIFY(!tries(patience, Attempt::Asked));
    }
    QCOMPARE(m_wait, 0);
    QVERIFY(!tries(patience, Attempt::Unasked));
    QCOMPARE(m_wait, 0);
    m_other->exec("COMMIT");
    QVERIFY(tries(patience, Attempt::Asked));
    QCOMPARE(m_wait, 0);
    QVERIFY(tries(patience, Attempt::Asked));
    QCOMPARE(m_wait, 150);
}

void TestLockPatience::forgetsWhatIsLongAgo() {
    LockPatience patience(LockPatience::Milliseconds(150), LockPatience::Milliseconds(0));
    m_other->exec("BEGIN IMMEDIATE");
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!tries(patience, Attempt::Asked));
        QCOMPARE(m_wait, 150);
    }
    m_other->exec("COMMIT");
}

void TestLockPatience::isKeptForWhatSomebodyAsks() {
    LockPatience patience(LockPatience::Milliseconds(1200));
    m_other->exec("BEGIN IMMEDIATE");
    QVERIFY(!tries(patience, Attempt::Unasked));
    QCOMPARE(m_wait, int(LockPatience::kUnasked.count()));
    m_other->exec("COMMIT");
    // Not the lock but something else fails: nothing is used up.
    QVERIFY(!patience.during(*m_db, Attempt::Asked, [](SQLite::Database& db) -> Result<void> {
        db.exec("UPDATE nothing SET a = 1");
        return {};
    }));
    QVERIFY(tries(patience, Attempt::Asked));
    QCOMPARE(m_wait, 1200);
    // What is lost if it fails has its time whatever was used up.
    LockPatience none(LockPatience::Milliseconds(0));
    QVERIFY(tries(none, Attempt::Last));
    QCOMPARE(m_wait, int(LockPatience::kAtOnce.count()));
}

void TestLockPatience::namesTheFile() {
    LockPatience patience(LockPatience::Milliseconds(0));
    m_other->exec("BEGIN IMMEDIATE");
    const auto failed =
        patience.during(*m_db, Attempt::Asked, [](SQLite::Database& db) -> Result<void> {
            db.exec("UPDATE t SET a = 1");
            return {};
        });
    QVERIFY(!failed && failed.error().code == ErrorCode::Io);
    QVERIFY2(failed.error().detail.find(m_file.string()) != std::string::npos &&
                 failed.error().detail.find("locked") != std::string::npos,
             failed.error().detail.c_str());
    m_other->exec("COMMIT");
}

// However long the lock lasts and whatever is refused meanwhile, what was recorded comes after it,
// and so does the outcome, without being asked for again.
void TestLockPatience::keepsWhatALockedStoreMissed() {
    const auto file = m_file.parent_path() / "runs.db";
    const auto store = openOrDie(file);
    const RunId run = must(store->begin(startNamed("patient")));
    SQLite::Database other(file, SQLite::OPEN_READWRITE, 5000);
    other.exec("BEGIN EXCLUSIVE");
    for (std::int64_t step = 0; step < 100; ++step) {
        store->append(run, {"loss", step, 0.5, ""});
    }
    QElapsedTimer timer;
    timer.start();
    for (int refused = 0; refused < 50; ++refused) { // each would wait for five seconds by itself
        const auto flushed = store->flush();
        QVERIFY(!flushed && flushed.error().code == ErrorCode::Io);
        QVERIFY2(flushed.error().detail.find("runs.db") != std::string::npos,
                 flushed.error().detail.c_str());
    }
    QVERIFY(timer.elapsed() < 10 * LockPatience::kInAll.count());
    timer.restart();
    RunSummary summary;
    summary.accuracyAfter = 0.75;
    const auto refused = store->finish(run, RunState::Done, summary, "");
    QVERIFY(timer.elapsed() > LockPatience::kAtOnce.count() / 2); // although all was used up
    QVERIFY(!refused && refused.error().code == ErrorCode::Io);
    QVERIFY2(refused.error().detail.find("kept in memory") != std::string::npos,
             refused.error().detail.c_str());
    other.exec("ROLLBACK");
    QTRY_VERIFY_WITH_TIMEOUT(must(store->get(run)).state == RunState::Done, 20'000);
    const auto kept = must(store->get(run));
    QVERIFY(kept.summary.accuracyAfter == 0.75);
    QVERIFY(!kept.summary.metricsHash.empty());
    QCOMPARE(must(store->samples(run)).size(), std::size_t(100));
    QVERIFY(!store->finish(run, RunState::Failed, {}, "")); // it has ended
}

// The window asks often, and a short lock is no news.
void TestLockPatience::looksForNewsWhateverWasUsedUp() {
    const auto file = m_file.parent_path() / "news.db";
    const auto store =
        must(SqliteRunStore::open(file, OpenMode::ReadWrite, Journal::Rollback, fakeCodec()));
    SQLite::Database other(file, SQLite::OPEN_READWRITE, 5000);
    const auto before = must(store->revision());
    other.exec("BEGIN EXCLUSIVE");
    for (int refused = 0; refused < 5; ++refused) {
        QVERIFY(!store->list());
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!store->revision());
    QVERIFY(timer.elapsed() > LockPatience::kUnasked.count() / 2);
    other.exec("ROLLBACK");
    execute(file, "CREATE TABLE more (a)");
    QVERIFY(must(store->revision()) != before);
}

TESSERA_TEST(TestLockPatience)
#include "test_lock_patience.moc"

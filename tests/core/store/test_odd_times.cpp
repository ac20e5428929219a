#include "core/store/clock.h"
#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

constexpr std::int64_t kHour = 3'600'000;

// A wall clock and a steady one that a test sets.
struct FakeTime {
    std::atomic<std::int64_t> wall = 1'700'000'000'000;
    std::atomic<std::int64_t> steady = 1000;

    std::shared_ptr<SteadyClock> clock() {
        return std::make_shared<SteadyClock>([this] { return wall.load(); },
                                             [this] { return steady.load(); });
    }
    void pass(std::int64_t ms) {
        wall += ms;
        steady += ms;
    }
};

} // namespace

// Clocks that are set, and files that go away under a program.
class TestOddTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereTheClockIsSetBack();
    void followsTheClockAfterASleep();
    void runsStayInOrder();
    void heartbeatsFromTheFuture();
    void saysThatTheFileIsGone_data();
    void saysThatTheFileIsGone();
};

void TestOddTimes::goesOnWhereTheClockIsSetBack() {
    FakeTime time;
    const auto clock = time.clock();
    const auto first = clock->now();
    QCOMPARE(first, std::int64_t(1'700'000'000'000));
    time.pass(100);
    QCOMPARE(clock->now(), first + 100);
    time.wall -= kHour;
    QCOMPARE(clock->now(), first + 100);
    time.pass(50); // at its pace, not standing still
    QCOMPARE(clock->now(), first + 150);
    time.wall += kHour;
    QCOMPARE(clock->now(), first + 150);
}

void TestOddTimes::followsTheClockAfterASleep() {
    FakeTime time;
    const auto clock = time.clock();
    const auto first = clock->now();
    time.wall += kHour; // the steady clock slept too
    QCOMPARE(clock->now(), first + kHour);
}

void TestOddTimes::runsStayInOrder() {
    QTemporaryDir dir;
    const auto file = std::filesystem::path(dir.path().toStdString()) / "runs.db";
    FakeTime time;
    const auto store = must(
        SqliteRunStore::open(file, OpenMode::ReadWrite, Journal::Wal, fakeCodec(), time.clock()));
    const RunId first = must(store->begin(startNamed("first")));
    time.pass(100);
    time.wall -= kHour;
    QVERIFY(store->finish(first, RunState::Done, {}, ""));
    time.pass(100);
    const RunId second = must(store->begin(startNamed("second")));
    const auto begun = [&] {
        return std::stoll(query(file, "SELECT heartbeat FROM runs WHERE name = 'second'"));
    };
    const auto atBegin = begun();
    time.pass(5000);
    QTRY_VERIFY_WITH_TIMEOUT(begun() == atBegin + 5000, 20'000); // the heart still beats
    QVERIFY(store->finish(second, RunState::Done, {}, ""));
    const auto runs = must(store->list());
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].name, std::string("first"));
    for (const auto& run : runs) {
        QVERIFY(run.finishedAt > run.startedAt);
    }
    QVERIFY(runs[1].startedAt > runs[0].finishedAt);
}

// Of two programs on other machines whose clocks were an hour ahead, the one that goes on is left
// alone, and the other is found dead a minute after somebody looked.
void TestOddTimes::heartbeatsFromTheFuture() {
    QTemporaryDir dir;
    const auto file = std::filesystem::path(dir.path().toStdString()) / "runs.db";
    FakeTime time;
    time.wall = nowMs() + kHour; // after the file's last change, however long this takes
    const auto open = [&] {
        return must(SqliteRunStore::open(file, OpenMode::ReadWrite, Journal::Wal, fakeCodec(),
                                         time.clock()));
    };
    {
        const auto store = open();
        for (const char* name : {"alive", "dead", "local"}) {
            QVERIFY(store->begin(startNamed(name)));
        }
    }
    const auto beat = [&](const std::string& name, std::int64_t at) {
        execute(file, "UPDATE runs SET heartbeat = " + std::to_string(at) + " WHERE name = '" +
                          name + "'");
    };
    // Ending the store ended them.
    execute(file, "UPDATE runs SET state = 'running', finished_at = NULL");
    execute(file, "UPDATE runs SET owner_machine = 'elsewhere' WHERE name <> 'local'");
    const auto ahead = time.wall + kHour;
    for (const char* name : {"alive", "dead", "local"}) {
        beat(name, ahead);
    }
    const auto states = [&] {
        std::map<std::string, RunState> found;
        for (const auto& run : must(open()->list())) {
            found[run.name] = run.state;
        }
        return found;
    };
    time.wall -= 72 * kHour; // a clock that is behind says nothing about others
    auto found = states();
    QVERIFY(found["alive"] == RunState::Running && found["dead"] == RunState::Running);
    for (const char* name : {"alive", "dead"}) {
        QCOMPARE(query(file, std::string("SELECT heartbeat FROM runs WHERE name = '") + name + "'"),
                 std::to_string(ahead));
    }
    time.wall += 72 * kHour;
    found = states();
    QVERIFY(found["alive"] == RunState::Running && found["dead"] == RunState::Running);
    QVERIFY(found["local"] == RunState::Running); // this process, whatever its heartbeat
    QCOMPARE(query(file, "SELECT heartbeat FROM runs WHERE name = 'local'"), std::to_string(ahead));
    const auto looked = query(file, "SELECT heartbeat FROM runs WHERE name = 'dead'");
    QCOMPARE(looked, std::to_string(time.wall.load()));

    beat("alive", ahead + 1000);
    time.pass(kHeartbeatTimeoutMs);
    found = states();
    QVERIFY(found["alive"] == RunState::Running && found["dead"] == RunState::Running);

    beat("alive", ahead + kHeartbeatTimeoutMs);
    time.pass(1000);
    found = states();
    QVERIFY(found["alive"] == RunState::Running);
    QVERIFY(found["dead"] == RunState::Interrupted);
    QVERIFY(found["local"] == RunState::Running);
    QCOMPARE(query(file, "SELECT finished_at FROM runs WHERE name = 'dead'"),
             isoUtc(std::stoll(looked)));
}

void TestOddTimes::saysThatTheFileIsGone_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("deleted") << "delete";
    QTest::newRow("moved") << "move";
    QTest::newRow("replaced") << "replace";
}

void TestOddTimes::saysThatTheFileIsGone() {
    QFETCH(QString, what);
    QTemporaryDir dir;
    const auto folder = std::filesystem::path(dir.path().toStdString());
    const auto file = folder / "runs.db";
    auto store = openOrDie(file);
    const RunId run = must(store->begin(startNamed("victim")));
    store->append(run, {"loss", 1, 0.5, ""});
    QVERIFY(store->flush());
    std::filesystem::rename(file, folder / "elsewhere.db");
    if (what == "delete") {
        std::filesystem::remove(folder / "elsewhere.db");
    } else if (what == "replace") {
        writeBytes(file, "");
    }
    store->append(run, {"loss", 2, 0.5, ""});
    const auto says = [](const Result<void>& result) {
        return !result && result.error().code == ErrorCode::Io &&
               result.error().detail.find("deleted, moved or replaced") != std::string::npos;
    };
    QVERIFY(says(store->flush()));
    QVERIFY(says(store->edit(run, editNote("note"))));
    QVERIFY(!store->begin(startNamed("another")));
    QVERIFY(says(store->finish(run, RunState::Done, {}, "")));
    store.reset();
    if (what == "replace") {
        QCOMPARE(readBytes(file), std::string());
    }
}

TESSERA_TEST(TestOddTimes)
#include "test_odd_times.moc"

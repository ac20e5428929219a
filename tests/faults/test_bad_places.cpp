#include "tests/faults/long_run.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Database.h>

#include <unistd.h>

using namespace tessera;
using namespace tessera::test;

namespace {

// Long enough for something to happen meanwhile.
const char* const kSomeSeconds = "{'transfer': {'epochs': 1500}}";
constexpr std::size_t kSomeSteps = 4500;

// A shell for which permissions count, also where the tests are run by root.
QString underPermissions(const QString& line) {
    return geteuid() == 0
               ? "exec setpriv --inh-caps=-all --bounding-set=-all sh -c \"" + line + "\""
               : line;
}

} // namespace

// Folders that refuse, locks that last, files that go, memory that ends: a sentence, a failure as
// exit code, and a store that is sound afterwards.
class TestBadPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsInAFolderThatMayNotBeWritten();
    void waitsForALock();
    void refusesALockedStore();
    void endsIfTheLockLasts();
    void saysThatTheStoreIsGone_data();
    void saysThatTheStoreIsGone();
    void saysAtOnceThatTheStoreIsGone();
    void endsWhereMemoryEnds_data();
    void endsWhereMemoryEnds();
    void keepsTheMemoryBudget();

private:
    static std::filesystem::path storeOf(const Workspace& space) {
        return space.path("out") / "runs.tessera.db";
    }
    static void checkSound(const Workspace& space);
};

void TestBadPlaces::checkSound(const Workspace& space) {
    const auto checked = runProgram({"runs", "check", "--json", "--out", space.name("out")});
    QVERIFY2(checked.code == 0, told(checked));
}

void TestBadPlaces::readsInAFolderThatMayNotBeWritten() {
    if (geteuid() == 0 && runShell(underPermissions("exit 0")).code != 0) {
        QSKIP("the system does not let go of root's rights");
    }
    Workspace space;
    QVERIFY(runSmall(space).code == 0);
    const auto out = space.name("out");
    const auto copy = space.name("copy.db");
    QVERIFY(runProgram({"runs", "backup", copy, "--out", out}).code == 0);
    QVERIFY(runShell("chmod -R a-w '" + out + "'").code == 0);
    const auto file = space.name("small.tessera.json");
    const auto run = runShell(underPermissions("$TESSERA run '" + file + "' --out '" + out + "'"));
    const auto list = runShell(underPermissions("$TESSERA runs list --json --out '" + out + "'"));
    const auto check = runShell(underPermissions("$TESSERA runs check --json --out '" + out + "'"));
    const auto backup =
        runShell(underPermissions("$TESSERA runs backup '" + out + "/b.db' --out '" + out + "'"));
    const auto restore =
        runShell(underPermissions("$TESSERA runs restore '" + copy + "' --out '" + out + "'"));
    QVERIFY(runShell("chmod -R u+w '" + out + "'").code == 0);
    QVERIFY2(run.code == 1 && isRefusal(run), told(run));
    QVERIFY2(list.code == 0 && jsonOf(list).size() == 1, told(list));
    QVERIFY2(check.code == 0 && jsonOf(check)["sound"].get<bool>(), told(check));
    QVERIFY2(backup.code == 1 && isRefusal(backup), told(backup));
    QVERIFY2(restore.code != 0 && isRefusal(restore), told(restore));
    QCOMPARE(space.leftovers("out"), QStringList());
}

// Somebody else writes for two seconds: samples wait in memory meanwhile.
void TestBadPlaces::waitsForALock() {
    Workspace space;
    LongRun program(space, "patient", kSomeSeconds);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    {
        SQLite::Database other(storeOf(space), SQLite::OPEN_READWRITE, 10'000);
        other.exec("BEGIN EXCLUSIVE");
        (void)program.waitForFinished(2000);
        other.exec("ROLLBACK");
    }
    const auto ended = resultOf(program);
    QVERIFY2(ended.code == 0, told(ended));
    const auto samples = space.samples("out", program.run(), "loss.batch");
    QCOMPARE(samples.size(), kSomeSteps);
    QVERIFY(isWhole(samples));
    checkSound(space);
}

void TestBadPlaces::refusesALockedStore() {
    Workspace space;
    QVERIFY(runSmall(space).code == 0);
    {
        SQLite::Database other(storeOf(space), SQLite::OPEN_READWRITE, 10'000);
        other.exec("BEGIN EXCLUSIVE");
        const auto ended = runSmall(space);
        QVERIFY2(ended.code == 1, told(ended));
        const auto [code, message] = errorOf(ended);
        QVERIFY2(code == "Io" && message.contains("locked"), told(ended));
        other.exec("ROLLBACK");
    }
    QVERIFY(runSmall(space).code == 0);
    QCOMPARE(space.runs("out").size(), std::size_t(2));
    checkSound(space);
}

// Whatever is left to write then, the program ends by itself, and says why.
void TestBadPlaces::endsIfTheLockLasts() {
    Workspace space;
    LongRun program(space, "hopeless", kSomeSeconds);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    const auto seen = program.steps();
    Ended ended;
    {
        SQLite::Database other(storeOf(space), SQLite::OPEN_READWRITE, 10'000);
        other.exec("BEGIN EXCLUSIVE");
        ended = resultOf(program);
        other.exec("ROLLBACK");
    }
    QVERIFY2(ended.code == 1, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "Io" && message.contains("locked"), told(ended));
    QVERIFY2(message.contains("runs.tessera.db"), told(ended));
    QVERIFY(runProgram({"runs", "list", "--out", space.name("out")}).code == 0);
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(1));
    QVERIFY(runs[0].state == RunState::Interrupted || runs[0].state == RunState::Failed);
    const auto samples = space.samples("out", runs[0].id, "loss.batch");
    QVERIFY(samples.size() >= seen);
    QVERIFY(isWhole(samples));
    checkSound(space);
    QCOMPARE(space.leftovers("out"), QStringList());
}

void TestBadPlaces::saysThatTheStoreIsGone_data() {
    QTest::addColumn<bool>("moved");
    QTest::newRow("deleted") << false;
    QTest::newRow("moved") << true;
}

void TestBadPlaces::saysThatTheStoreIsGone() {
    QFETCH(bool, moved);
    Workspace space;
    LongRun program(space, "robbed", kSomeSeconds);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    if (moved) {
        std::filesystem::rename(storeOf(space), space.path("out") / "elsewhere.db");
    } else {
        std::filesystem::remove(storeOf(space));
    }
    const auto ended = resultOf(program);
    QVERIFY2(ended.code == 1, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "Io" && message.contains("deleted, moved or replaced"), told(ended));
    // A new store can be made in its place.
    for (const char* ending : {"-wal", "-shm"}) {
        std::filesystem::remove(storeOf(space).string() + ending);
    }
    QVERIFY(runSmall(space).code == 0);
    QCOMPARE(space.runs("out").size(), std::size_t(1));
    checkSound(space);
}

// Not only when the run ends, which may be hours later.
void TestBadPlaces::saysAtOnceThatTheStoreIsGone() {
    Workspace space;
    LongRun program(space, "robbed", kEndlessTransfer);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    const auto store = storeOf(space);
    std::filesystem::rename(store, space.path("out") / "elsewhere.db");
    const auto warnings = [&] { return program.said().count("deleted, moved or replaced"); };
    QTRY_VERIFY_WITH_TIMEOUT(warnings() > 0, kProgramTimeoutMs);
    // Put back as it says, the store goes on, with what waited in memory.
    std::filesystem::rename(space.path("out") / "elsewhere.db", store);
    const auto seen = program.steps();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > seen, kProgramTimeoutMs);
    program.signal(SIGINT);
    const auto ended = resultOf(program);
    QVERIFY2(ended.code == 130, told(ended));
    QCOMPARE(warnings() + ended.err.count("deleted, moved or replaced"), 1);
    const auto samples = space.samples("out", program.run(), "loss.batch");
    QVERIFY(isWhole(samples));
    checkSound(space);
}

void TestBadPlaces::endsWhereMemoryEnds_data() {
    QTest::addColumn<int>("megabytes");
    for (const int megabytes : {900, 1400}) {
        QTest::addRow("%d MB", megabytes) << megabytes;
    }
}

// How much the libraries alone take differs from machine to machine: one limit is met while the
// program starts, the other mostly while it records.
void TestBadPlaces::endsWhereMemoryEnds() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers need more address space than these limits leave");
#endif
    QFETCH(int, megabytes);
    Workspace space;
    const auto file = space.writeJson(
        "large.tessera.json",
        smallExperiment("{'source': {'architecture': {'width': 1024, 'depth': 1}},"
                        " 'receiver': {'architecture': {'width': 1024, 'depth': 1}},"
                        " 'data': {'splits': {'reference': 700}},"
                        " 'transfer': {'hub': {'dim': 128}}}"));
    const auto ended =
        runShell(QString("ulimit -v %1; exec \"$TESSERA\" run '%2' --memory-budget 1GB --json "
                         "--out '%3'")
                     .arg(megabytes * 1000)
                     .arg(file, space.name("out")));
    if (ended.code != 0) {
        QVERIFY2(ended.code == 1, told(ended));
        const auto [code, message] = errorOf(ended);
        QVERIFY2(!code.isEmpty(), told(ended));
    }
    if (std::filesystem::exists(storeOf(space))) {
        checkSound(space);
        for (const auto& run : space.runs("out")) {
            QVERIFY(run.state == (ended.code == 0 ? RunState::Done : RunState::Failed));
        }
        QCOMPARE(space.leftovers("out"), QStringList());
    }
}

void TestBadPlaces::keepsTheMemoryBudget() {
    Workspace space;
    const auto ended = runSmall(space, "{'source': {'architecture': {'width': 2048}}}",
                                {"--memory-budget", "1MB"});
    QVERIFY2(ended.code != 0, told(ended));
    QVERIFY2(!errorOf(ended).first.isEmpty(), told(ended));
    if (std::filesystem::exists(storeOf(space))) {
        checkSound(space);
    }
}

TESSERA_TEST(TestBadPlaces)
#include "test_bad_places.moc"

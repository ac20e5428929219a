#include "core/store/placing.h"
#include "core/store/removed_runs.h"
#include "core/store/store_care.h"
#include "core/store/store_copy.h"
#include "core/store/store_restore.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// What a killed backup leaves. The program that is killed is a copy of this executable: with the
// variable set it copies the store of that name into its temporary file and waits for its end.
namespace {

constexpr const char* kHalfDone = "TESSERA_TEST_HALF_A_BACKUP";

// Before main(), which would run the tests.
const bool isHalfDone = [] {
    const char* file = std::getenv(kHalfDone);
    if (file == nullptr) {
        return false;
    }
    const TemporaryFile temporary(std::filesystem::path(file).parent_path() / "backup.db");
    must(copyInto(*openAsItIs(file), temporary.path()));
    writeBytes(std::string(file) + ".ready", "");
    for (;;) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}();

class HalfDoneBackup {
public:
    explicit HalfDoneBackup(const std::filesystem::path& file) {
        std::string name = QCoreApplication::applicationFilePath().toStdString();
        std::array<char*, 2> arguments = {name.data(), nullptr};
        qputenv(kHalfDone, file.c_str());
        m_started =
            posix_spawn(&m_pid, name.c_str(), nullptr, nullptr, arguments.data(), environ) == 0;
        qunsetenv(kHalfDone);
    }
    ~HalfDoneBackup() { end(); }
    HalfDoneBackup(const HalfDoneBackup&) = delete;
    HalfDoneBackup& operator=(const HalfDoneBackup&) = delete;

    [[nodiscard]] bool hasStarted() const { return m_started; }
    void end() {
        if (std::exchange(m_started, false)) {
            ::kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
    }

private:
    pid_t m_pid = 0;
    bool m_started = false;
};

} // namespace

class TestLeftovers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goAfterAKill_data();
    void goAfterAKill();
    void areToldByTheirNames_data();
    void areToldByTheirNames();
    void ofUnknownContentStayOfOthers();
    void blankOnesGoWhenTheyAreOld();
    void mayBeAnotherMachines_data();
    void mayBeAnotherMachines();
    void areNotFollowed();
    void countAsNoStore();

private:
    [[nodiscard]] std::filesystem::path at(const std::string& name) const {
        return m_file.parent_path() / name;
    }
    [[nodiscard]] QStringList temporaries() const {
        return filesOf(m_file.parent_path()).filter(QRegularExpression("^\\..*\\.tmp$"));
    }

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0;
};

void TestLeftovers::init() {
    QVERIFY(!isHalfDone);
    const auto folder =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    m_file = folder / "runs.db";
}

void TestLeftovers::goAfterAKill_data() {
    QTest::addColumn<QString>("by");
    for (const char* by : {"opening", "backup", "backup of another name", "restore"}) {
        QTest::newRow(by) << by;
    }
}

void TestLeftovers::goAfterAKill() {
    QFETCH(QString, by);
    finished(*openOrDie(m_file), "first");
    must(copyStore(m_file, at("copy.db"), Existing::Keep));
    HalfDoneBackup program(m_file);
    QVERIFY(program.hasStarted());
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(at("runs.db.ready")), 30'000);
    const auto act = [&] {
        if (by == "opening") {
            (void)openOrDie(m_file);
        } else if (by == "restore") {
            QVERIFY(restoreStore(m_file, at("copy.db"), nowMs()));
        } else {
            QVERIFY(copyStore(m_file, by == "backup" ? at("backup.db") : at("other.db"),
                              Existing::Replace));
        }
    };
    QCOMPARE(temporaries().size(), 1);
    const auto temporary = at(temporaries()[0].toStdString());
    act(); // it is at work
    QCOMPARE(temporaries().size(), 1);
    QVERIFY(!isLeftover(temporary));
    program.end();
    QVERIFY(isLeftover(temporary));
    writeBytes(temporary.string() + "-journal", "");
    act();
    QVERIFY(!std::filesystem::exists(temporary));
    QVERIFY(!std::filesystem::exists(temporary.string() + "-journal"));
    (void)openOrDie(m_file);
}

void TestLeftovers::areToldByTheirNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("goes");
    QTest::newRow("of this store") << ".runs.db.0123456789abcdef.tmp" << true;
    QTest::newRow("of its backup") << ".runs.db.v2.backup.0123456789abcdef.tmp" << true;
    QTest::newRow("of another store") << ".other.db.0123456789abcdef.tmp" << true;
    QTest::newRow("too short") << ".runs.db.123456789abcdef.tmp" << false;
    QTest::newRow("other digits") << ".runs.db.0123456789ABCDEF.tmp" << false;
    QTest::newRow("no dot") << ".runs.db-0123456789abcdef.tmp" << false;
    QTest::newRow("no name") << ".0123456789abcdef.tmp" << false;
    QTest::newRow("not hidden") << "runs.db.0123456789abcdef.tmp" << false;
    QTest::newRow("other ending") << ".runs.db.0123456789abcdef.temp" << false;
}

void TestLeftovers::areToldByTheirNames() {
    QFETCH(QString, name);
    QFETCH(bool, goes);
    finished(*openOrDie(m_file), "first");
    const auto file = at(name.toStdString());
    must(copyStore(m_file, file, Existing::Keep));
    QCOMPARE(isLeftover(file), goes);
    removeLeftovers(m_file);
    QCOMPARE(std::filesystem::exists(file), !goes);
}

// The name alone is enough only where it begins with the store's.
void TestLeftovers::ofUnknownContentStayOfOthers() {
    finished(*openOrDie(m_file), "first");
    const auto own = at(".runs.db.0123456789abcdef.tmp");
    const auto others = at(".other.db.0123456789abcdef.tmp");
    for (const auto& file : {own, others}) {
        writeBytes(file, std::string(8192, '\0')); // what comes last is the header
    }
    removeLeftovers(m_file);
    QVERIFY(!std::filesystem::exists(own));
    QVERIFY(std::filesystem::exists(others));
    std::filesystem::create_directory(at(".runs.db.0123456789abcdef.tmp"));
    removeLeftovers(m_file);
    QVERIFY(std::filesystem::exists(own));
    removeLeftovers(at("no/such/folder.db"));
}

// Killed before SQLite wrote the header, a backup of a name with a date would stay for ever.
void TestLeftovers::blankOnesGoWhenTheyAreOld() {
    finished(*openOrDie(m_file), "first");
    const auto age = [](const std::filesystem::path& file, std::chrono::hours by) {
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - by);
    };
    const auto blank = at(".monday.db.0123456789abcdef.tmp");
    const auto empty = at(".tuesday.db.0123456789abcdef.tmp");
    const auto other = at(".photo.0123456789abcdef.tmp");
    const TemporaryFile atWork(at("wednesday.db"));
    writeBytes(blank, std::string(100, '\0') + "the second half of a page");
    writeBytes(empty, "");
    writeBytes(other, std::string(99, '\0') + "x");
    for (const auto& file : {blank, empty, other}) {
        age(file, std::chrono::hours(23));
    }
    removeLeftovers(m_file);
    QCOMPARE(temporaries().size(), 4);
    for (const auto& file : {blank, empty, other, atWork.path()}) {
        age(file, std::chrono::hours(25));
    }
    removeLeftovers(m_file);
    QVERIFY(!std::filesystem::exists(blank) && !std::filesystem::exists(empty));
    QVERIFY(std::filesystem::exists(other));
    QVERIFY(std::filesystem::exists(atWork.path())); // whatever its age
}

void TestLeftovers::mayBeAnotherMachines_data() {
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<ulong>("system");
    QTest::addColumn<bool>("telling");
    QTest::newRow("here") << qint64(0) << 0xEF53UL << true; // ext4
    QTest::newRow("here, of tomorrow") << qint64(-24) << 0xEF53UL << true;
    QTest::newRow("between machines") << qint64(23) << 0x65735546UL << false; // FUSE
    QTest::newRow("between machines, old") << qint64(25) << 0x65735546UL << true;
    QTest::newRow("between machines, of tomorrow") << qint64(-24) << 0x6969UL << false; // NFS
}

// A lock that another machine holds may not be seen here.
void TestLeftovers::mayBeAnotherMachines() {
    QFETCH(qint64, hours);
    QFETCH(ulong, system);
    QFETCH(bool, telling);
    QCOMPARE(isLockTelling(hours * 3600, system), telling);
}

void TestLeftovers::areNotFollowed() {
    finished(*openOrDie(m_file), "first");
    const auto link = at(".runs.db.0123456789abcdef.tmp");
    std::filesystem::create_symlink(m_file, link);
    QVERIFY(!isLeftover(link));
    removeLeftovers(m_file);
    QVERIFY(std::filesystem::is_symlink(link) && std::filesystem::exists(m_file));
}

// Folders of runs that only a leftover knows belong to no run.
void TestLeftovers::countAsNoStore() {
    const RunId run = finished(*openOrDie(m_file), "first");
    std::filesystem::create_directories(at("runs") / run.value);
    const auto file = at(".elsewhere.db.0123456789abcdef.tmp");
    must(copyStore(m_file, file, Existing::Keep));
    execute(m_file, "PRAGMA foreign_keys = ON; DELETE FROM runs");
    QVERIFY(!isKnownBeside(m_file, run));
    const auto check = must(checkStore(m_file));
    QVERIFY(check.problems.size() == 1 && check.problems[0].kind == FindingKind::Folder);
    QVERIFY(std::filesystem::exists(file)); // looking changes nothing
    // One that is being written will be a store.
    const TemporaryFile written(at("elsewhere.db"));
    std::filesystem::copy_file(file, written.path(),
                               std::filesystem::copy_options::overwrite_existing);
    QVERIFY(isKnownBeside(m_file, run));
}

TESSERA_TEST(TestLeftovers)
#include "test_leftovers.moc"

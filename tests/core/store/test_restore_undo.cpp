#include "core/store/store_lock.h"
#include "core/store/store_restore.h"

#include "tests/core/store/naming_calls.h"
#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

constexpr std::int64_t kUndoDay = 1'700'000'000'000;
const char* const kUndoKept = "runs.db.before-restore-20231114T221320";

// How often this program has the file open.
std::ptrdiff_t openings(const std::filesystem::path& file) {
    std::ptrdiff_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code closed; // meanwhile
        found += std::filesystem::read_symlink(entry.path(), closed) == file ? 1 : 0;
    }
    return found;
}

} // namespace

// A restore that fails on its way leaves the store as it was. Its way is that of files from name to
// name, and each of these steps fails once.
class TestRestoreUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachStepMayFail_data();
    void eachStepMayFail();
    void keepsBothWhereTheNameIsTaken_data();
    void keepsBothWhereTheNameIsTaken();
    void locksWhatHasTheName();
    void refusesWhatIsNoFile();
    void keepsAHundredOfASecond();

private:
    [[nodiscard]] std::filesystem::path at(const std::string& name) const {
        return m_file.parent_path() / name;
    }
    void makePlace();
    void makeStore(const QString& kind);
    // What is in the folder, by name: the runs of stores that are whole, otherwise the bytes.
    [[nodiscard]] std::map<std::string, std::string> contents() const;
    // The judge that lets everything pass but the call `number`, counted in `m_calls`.
    NamingCalls::Judge failing(int number, bool hasLinks);

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0, m_calls = 0;
};

void TestRestoreUndo::makePlace() {
    const auto folder =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    m_file = folder / "runs.db";
    finished(*openOrDie(at("copy.db")), "copy");
}

void TestRestoreUndo::init() {
    makePlace();
}

void TestRestoreUndo::makeStore(const QString& kind) {
    if (kind == "whole") {
        finished(*openOrDie(m_file), "mine");
    } else if (kind ==
               "damaged") { // without side files, which SQLite uses up where there is a store
        writeBytes(m_file, "SQLite format 3" + std::string(9000, '\xA5'));
    } else if (kind == "log") {
        writeBytes(at("runs.db-wal"), "its log");
        writeBytes(at("runs.db-journal"), "its journal");
    }
}

std::map<std::string, std::string> TestRestoreUndo::contents() const {
    std::map<std::string, std::string> found;
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_file.parent_path())) {
        names.push_back(entry.path().filename().string());
    }
    for (const auto& name : names) {
        auto bytes = readBytes(at(name));
        if (!bytes.starts_with(std::string("SQLite format 3\0", 16))) {
            found[name] = std::move(bytes);
            continue;
        }
        for (const auto& run : must(openOrDie(at(name), OpenMode::ReadOnly)->list())) {
            found[name] += run.name + "\n";
        }
    }
    // Readers leave them beside whole stores.
    std::erase_if(found, [&](const auto& file) {
        const bool reader = file.first.ends_with("-wal") || file.first.ends_with("-shm");
        return reader && file.second != "its log";
    });
    return found;
}

NamingCalls::Judge TestRestoreUndo::failing(int number, bool hasLinks) {
    m_calls = 0;
    return [this, number, hasLinks](NamingCalls::Kind kind) {
        if (kind == NamingCalls::Kind::Link && !hasLinks) {
            return EPERM;
        }
        return ++m_calls == number ? EIO : 0;
    };
}

void TestRestoreUndo::eachStepMayFail_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("hasLinks"); // whether the file system knows second names
    QTest::addColumn<int>("steps");
    QTest::newRow("a whole store") << "whole" << true << 2;
    QTest::newRow("a whole store, no second names") << "whole" << false << 2;
    QTest::newRow("a damaged store") << "damaged" << true << 2;
    QTest::newRow("a damaged store, no second names") << "damaged" << false << 2;
    QTest::newRow("the log of a lost store") << "log" << true << 3;
    QTest::newRow("no store") << "none" << true << 1;
}

void TestRestoreUndo::eachStepMayFail() {
    QFETCH(QString, kind);
    QFETCH(bool, hasLinks);
    QFETCH(int, steps);
    for (int number = 1; number <= steps; ++number) {
        makePlace();
        makeStore(kind);
        const auto before = contents();
        std::optional<Result<RestoredStore>> restored;
        if (!NamingCalls::watch([&] { restored = restoreStore(m_file, at("copy.db"), kUndoDay); },
                                failing(number, hasLinks))) {
            QSKIP("the system does not let a program watch its own calls");
        }
        QVERIFY2(!*restored, qPrintable(QString("step %1").arg(number)));
        QVERIFY((*restored).error().code == ErrorCode::Io);
        QVERIFY2((*restored).error().detail.find("folder refuses") != std::string::npos,
                 (*restored).error().detail.c_str());
        QVERIFY2(contents() == before, qPrintable(QString("step %1").arg(number)));
    }
    // Where none fails, there were no more of them.
    makePlace();
    makeStore(kind);
    std::optional<Result<RestoredStore>> restored;
    QVERIFY(NamingCalls::watch([&] { restored = restoreStore(m_file, at("copy.db"), kUndoDay); },
                               failing(0, hasLinks)));
    QVERIFY2(restored->has_value(), *restored ? "" : restored->error().detail.c_str());
    QCOMPARE(m_calls, steps);
    QCOMPARE(contents()["runs.db"], std::string("copy\n"));
    if (kind == "whole") {
        QCOMPARE(contents()[kUndoKept], std::string("mine\n"));
    }
}

void TestRestoreUndo::keepsBothWhereTheNameIsTaken_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("hasLinks");
    QTest::addColumn<int>("last"); // the number of the rename that gives the new store its name
    QTest::newRow("a whole store, no second names") << "whole" << false << 2;
    QTest::newRow("a damaged store, no second names") << "damaged" << false << 4;
    QTest::newRow("a damaged store") << "damaged" << true << 3;
    QTest::newRow("the log of a lost store") << "log" << true << 3;
}

// Somebody may take the name before the new store has it; what a log of the old one does not belong
// to, it must not lie beside.
void TestRestoreUndo::keepsBothWhereTheNameIsTaken() {
    QFETCH(QString, kind);
    QFETCH(bool, hasLinks);
    QFETCH(int, last);
    makeStore(kind);
    std::map<std::string, std::string> both = {{"copy.db", "copy\n"}, {"runs.db", "somebody's\n"}};
    if (kind == "whole") {
        both[kUndoKept] = "mine\n";
    } else if (kind == "damaged") {
        both[kUndoKept] = readBytes(m_file);
    }
    if (kind != "whole") {
        both[std::string(kUndoKept) + "-wal"] = "its log";
        both[std::string(kUndoKept) + "-journal"] = "its journal";
    }
    std::optional<Result<RestoredStore>> restored;
    int renames = 0;
    const bool watched = NamingCalls::watch(
        [&] { restored = restoreStore(m_file, at("copy.db"), kUndoDay); },
        [&](NamingCalls::Kind call) {
            if (call == NamingCalls::Kind::Link) {
                if (kind == "damaged") { // earlier, SQLite would have used them up
                    makeStore("log");
                }
                return hasLinks ? 0 : EPERM;
            }
            if (++renames != last) {
                return 0;
            }
            const bool there = std::filesystem::remove(m_file);
            finished(*openOrDie(m_file), "somebody's");
            return there ? EIO : 0;
        });
    if (!watched) {
        QSKIP("the system does not let a program watch its own calls");
    }
    QVERIFY(!*restored && (*restored).error().code == ErrorCode::Io);
    for (const auto& [name, content] : both) {
        if (name.starts_with(kUndoKept)) {
            QVERIFY2((*restored).error().detail.find("/" + name + "'") != std::string::npos,
                     (*restored).error().detail.c_str());
        }
    }
    QVERIFY(contents() == both);
}

// Of two restores at once, the second has waited for a file that is no longer the store.
void TestRestoreUndo::locksWhatHasTheName() {
    makeStore("whole");
    finished(*openOrDie(at("newer.db")), "newer");
    for (const auto& file : {m_file, at("newer.db")}) {
        execute(file, "PRAGMA journal_mode = DELETE");
    }
    const auto name = std::filesystem::canonical(m_file);
    auto reader = std::make_unique<SQLite::Database>(m_file, SQLite::OPEN_READONLY);
    reader->exec("BEGIN; SELECT count(*) FROM runs");
    std::jthread other([&](const std::stop_token& stop) {
        while (openings(name) < 2 && !stop.stop_requested()) {
            std::this_thread::yield();
        }
        std::filesystem::rename(at("newer.db"), m_file);
        reader.reset();
    });
    std::optional<Result<RestoredStore>> restored;
    bool isLocked = true;
    const bool watched =
        NamingCalls::watch([&] { restored = restoreStore(m_file, at("copy.db"), kUndoDay); },
                           [&](NamingCalls::Kind) {
                               isLocked = isLocked && !StoreLock::take(m_file);
                               return 0;
                           });
    if (!watched) {
        QSKIP("the system does not let a program watch its own calls");
    }
    QVERIFY2(restored->has_value(), *restored ? "" : restored->error().detail.c_str());
    QVERIFY(isLocked);
    const std::map<std::string, std::string> expected = {
        {"copy.db", "copy\n"}, {"runs.db", "copy\n"}, {kUndoKept, "newer\n"}};
    QVERIFY(contents() == expected);
}

void TestRestoreUndo::refusesWhatIsNoFile() {
    std::filesystem::create_directory(m_file);
    const auto restored = restoreStore(m_file, at("copy.db"), kUndoDay);
    QVERIFY(!restored && restored.error().code == ErrorCode::Io);
    QVERIFY(std::filesystem::is_directory(m_file));
    QCOMPARE(filesOf(m_file.parent_path()), QStringList{"copy.db"});
}

void TestRestoreUndo::keepsAHundredOfASecond() {
    makeStore("whole");
    writeBytes(at(kUndoKept), "");
    for (int number = 2; number <= 100; ++number) {
        writeBytes(at(std::string(kUndoKept) + "." + std::to_string(number)), "");
    }
    const auto before = filesOf(m_file.parent_path());
    const auto restored = restoreStore(m_file, at("copy.db"), kUndoDay);
    QVERIFY(!restored && restored.error().code == ErrorCode::Io);
    QCOMPARE(filesOf(m_file.parent_path()), before);
    const auto mine = must(openOrDie(m_file, OpenMode::ReadOnly)->list());
    QVERIFY(mine.size() == 1 && mine[0].name == "mine");
}

TESSERA_TEST(TestRestoreUndo)
#include "test_restore_undo.moc"

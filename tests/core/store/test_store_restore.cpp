#include "core/store/placing.h"
#include "core/store/store_restore.h"

#include "core/store/store_care.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

constexpr std::int64_t kSomeDay = 1'700'000'000'000;

} // namespace

// Copies of stores, and how they come back.
class TestStoreRestore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTemporaryFileIsItsOwnersOnly();
    void aLinkToAStoreStaysOne();
    void makesTheFolder();
    void copiesAWholeStore();
    void copiesWhileAWriterWrites();
    void keepsWhatIsInTheWay();
    void replacesOnPurpose();
    void copiesNoDamage();
    void bringsACopyBack();
    void restoresIntoNothing();
    void restoresOverADamagedStore();
    void movesTheLogOfALostStore();
    void refusesBackups_data();
    void refusesBackups();
    void refusesAStoreInUse();
    void refusesAStoreWithALiveRun();
    void keepsTheDatabaseOfAnotherProgram();

private:
    [[nodiscard]] std::filesystem::path at(const std::string& name) const {
        return m_file.parent_path() / name;
    }
    [[nodiscard]] QStringList files() const { return filesOf(m_file.parent_path()); }
    static std::vector<std::string> names(const std::filesystem::path& file) {
        std::vector<std::string> found;
        for (const auto& run : must(openOrDie(file, OpenMode::ReadOnly)->list())) {
            found.push_back(run.name);
        }
        return found;
    }

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0;
};

void TestStoreRestore::init() {
    const auto folder =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    m_file = folder / "runs.db";
}

void TestStoreRestore::aTemporaryFileIsItsOwnersOnly() {
    const TemporaryFile file(m_file);
    QVERIFY(std::filesystem::status(file.path()).permissions() ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

void TestStoreRestore::aLinkToAStoreStaysOne() {
    finished(*openOrDie(m_file), "first");
    must(copyStore(m_file, at("copy.db"), Existing::Keep));
    finished(*openOrDie(m_file), "second");
    std::filesystem::create_directory(at("links"));
    const auto link = at("links") / "store.db";
    std::filesystem::create_symlink(m_file, link);
    const auto restored = must(restoreStore(link, at("copy.db"), nowMs()));
    QVERIFY(std::filesystem::is_symlink(link));
    QCOMPARE(names(m_file), std::vector<std::string>{"first"});
    QVERIFY(restored.kept.has_value());
    QCOMPARE(names(*restored.kept), (std::vector<std::string>{"first", "second"}));
}

void TestStoreRestore::makesTheFolder() {
    finished(*openOrDie(m_file), "first");
    must(copyStore(m_file, at("copy.db"), Existing::Keep));
    const auto fresh = at("new") / "out" / "runs.db";
    QVERIFY(!must(restoreStore(fresh, at("copy.db"), nowMs())).kept.has_value());
    QCOMPARE(names(fresh), std::vector<std::string>{"first"});
}

void TestStoreRestore::copiesAWholeStore() {
    finished(*openOrDie(m_file), "first");
    const auto copy = must(copyStore(m_file, at("copy.db"), Existing::Keep));
    QCOMPARE(copy.runs, std::int64_t(1));
    QCOMPARE(copy.sizeBytes, std::int64_t(std::filesystem::file_size(at("copy.db"))));
    QCOMPARE(names(at("copy.db")), std::vector<std::string>{"first"});
    const auto missing = copyStore(at("nothing.db"), at("other.db"), Existing::Keep);
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
}

// Every copy is the store at one moment: no step is missing before the last that it has.
void TestStoreRestore::copiesWhileAWriterWrites() {
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("long")));
    std::atomic<bool> stop = false;
    std::jthread writing([&] {
        for (std::int64_t step = 0; !stop; ++step) {
            store->append(run, {"loss", step, 0.5, ""});
            if (step % 50 == 49) {
                (void)store->flush();
            }
        }
    });
    std::size_t before = 0;
    for (int i = 0; i < 3; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(must(store->samples(run)).size() > before, 30'000);
        const auto seen = must(store->samples(run)).size();
        const auto file = at("copy" + std::to_string(i) + ".db");
        QVERIFY(copyStore(m_file, file, Existing::Keep));
        const auto check = must(checkStore(file));
        QVERIFY2(check.isSound(), check.isSound() ? "" : check.problems[0].text.c_str());
        const auto copied = openOrDie(file, OpenMode::ReadOnly);
        const auto samples = must(copied->samples(run));
        QVERIFY(samples.size() >= seen);
        for (std::size_t step = 0; step < samples.size(); ++step) {
            QCOMPARE(samples[step].step, std::int64_t(step));
        }
        before = samples.size();
    }
    stop = true;
    writing.join();
    QVERIFY(store->finish(run, RunState::Done, {}, ""));
}

void TestStoreRestore::keepsWhatIsInTheWay() {
    finished(*openOrDie(m_file), "first");
    writeBytes(at("there.db"), "somebody's");
    std::filesystem::create_directory(at("folder"));
    const auto refused = [&](const std::filesystem::path& target, Existing existing) {
        const auto copy = copyStore(m_file, target, existing);
        return !copy && copy.error().code == ErrorCode::InvalidArgument;
    };
    QVERIFY(refused(at("there.db"), Existing::Keep));
    QCOMPARE(readBytes(at("there.db")), std::string("somebody's"));
    for (const auto existing : {Existing::Keep, Existing::Replace}) {
        QVERIFY(refused(m_file, existing));
        QVERIFY(refused(at("folder/../runs.db-wal"), existing));
        QVERIFY(refused(at("folder"), existing));
    }
    const auto nowhere = copyStore(m_file, at("no/such/folder.db"), Existing::Keep);
    QVERIFY(!nowhere && nowhere.error().code == ErrorCode::Io);
    QCOMPARE(files(), (QStringList{"runs.db", "there.db"}));
}

void TestStoreRestore::replacesOnPurpose() {
    finished(*openOrDie(m_file), "first");
    writeBytes(at("there.db"), "somebody's");
    QVERIFY(copyStore(m_file, at("there.db"), Existing::Replace));
    QCOMPARE(names(at("there.db")), std::vector<std::string>{"first"});
    const auto used = openOrDie(at("there.db")); // with its log beside it
    const auto copy = copyStore(m_file, at("there.db"), Existing::Replace);
    QVERIFY(!copy && copy.error().code == ErrorCode::InvalidArgument);
}

void TestStoreRestore::copiesNoDamage() {
    finished(*openOrDie(m_file), "first");
    execute(m_file, "PRAGMA foreign_keys = OFF; INSERT INTO tags VALUES ('nobody', 'tag')");
    const auto copy = copyStore(m_file, at("copy.db"), Existing::Keep);
    QVERIFY(!copy && copy.error().code == ErrorCode::Corrupt);
    QCOMPARE(files(), QStringList{"runs.db"});
}

void TestStoreRestore::bringsACopyBack() {
    finished(*openOrDie(m_file), "first");
    QVERIFY(copyStore(m_file, at("copy.db"), Existing::Keep));
    finished(*openOrDie(m_file), "second");
    const auto restored = must(restoreStore(m_file, at("copy.db"), kSomeDay));
    QCOMPARE(restored.copy.runs, std::int64_t(1));
    const auto kept = at("runs.db.before-restore-20231114T221320");
    QVERIFY(restored.kept == kept);
    QCOMPARE(names(m_file), std::vector<std::string>{"first"});
    QCOMPARE(names(kept), (std::vector<std::string>{"first", "second"}));
    // Again in the same second, and the copy is still there.
    const auto again = must(restoreStore(m_file, at("copy.db"), kSomeDay));
    QVERIFY(again.kept == at("runs.db.before-restore-20231114T221320.2"));
    finished(*openOrDie(m_file), "third");
    QCOMPARE(names(m_file), (std::vector<std::string>{"first", "third"}));
    QVERIFY(must(checkStore(at("copy.db"))).version > 0);
}

void TestStoreRestore::restoresIntoNothing() {
    finished(*openOrDie(at("copy.db")), "first");
    const auto restored = must(restoreStore(m_file, at("copy.db"), kSomeDay));
    QVERIFY(!restored.kept);
    QCOMPARE(names(m_file), std::vector<std::string>{"first"});
}

void TestStoreRestore::restoresOverADamagedStore() {
    finished(*openOrDie(at("copy.db")), "first");
    const std::string damaged = "SQLite format 3" + std::string(9000, '\xA5');
    writeBytes(m_file, damaged);
    writeBytes(at("runs.db-wal"), "its log");
    const auto restored = must(restoreStore(m_file, at("copy.db"), kSomeDay));
    QCOMPARE(names(m_file), std::vector<std::string>{"first"});
    QVERIFY(restored.kept);
    QVERIFY(readBytes(*restored.kept) == damaged);
    QVERIFY(readBytes(at("runs.db-wal")) != "its log"); // which is not one of the new store
}

// Somebody deleted the store alone: its log must not be taken for one of the new store.
void TestStoreRestore::movesTheLogOfALostStore() {
    finished(*openOrDie(at("copy.db")), "first");
    {
        const auto lost = openOrDie(m_file);
        finished(*lost, "lost");
        std::filesystem::copy_file(at("runs.db-wal"), at("log"));
    }
    std::filesystem::remove(m_file);
    std::filesystem::rename(at("log"), at("runs.db-wal"));
    const auto restored = must(restoreStore(m_file, at("copy.db"), kSomeDay));
    QVERIFY(restored.kept);
    QCOMPARE(names(m_file), std::vector<std::string>{"first"});
    QVERIFY(must(checkStore(m_file)).problems.size() == 1); // the file of the token
}

void TestStoreRestore::refusesBackups_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    QTest::newRow("text") << QByteArray("my notes\n").repeated(200) << ""
                          << int(ErrorCode::Corrupt);
    QTest::newRow("empty") << QByteArray() << "" << int(ErrorCode::Corrupt);
    QTest::newRow("other program")
        << QByteArray() << "PRAGMA application_id = 252006674; CREATE TABLE t (a)"
        << int(ErrorCode::Unsupported);
    QTest::newRow("newer version")
        << QByteArray() << "PRAGMA application_id = 1416845154; PRAGMA user_version = 99"
        << int(ErrorCode::Unsupported);
}

void TestStoreRestore::refusesBackups() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    QFETCH(int, code);
    finished(*openOrDie(m_file), "mine");
    const auto before = readBytes(m_file);
    writeBytes(at("copy.db"), bytes.toStdString());
    if (!sql.isEmpty()) {
        execute(at("copy.db"), sql.toStdString());
    }
    const auto restored = restoreStore(m_file, at("copy.db"), kSomeDay);
    QVERIFY(!restored);
    QVERIFY2(int(restored.error().code) == code, restored.error().detail.c_str());
    QVERIFY(readBytes(m_file) == before);
    QCOMPARE(files(), (QStringList{"copy.db", "runs.db"}));

    const auto missing = restoreStore(m_file, at("nothing.db"), kSomeDay);
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto itself = restoreStore(m_file, m_file, kSomeDay);
    QVERIFY(!itself && itself.error().code == ErrorCode::InvalidArgument);
}

void TestStoreRestore::refusesAStoreInUse() {
    finished(*openOrDie(at("copy.db")), "first");
    {
        const auto window = openOrDie(m_file); // and nothing runs
        finished(*window, "mine");
        const auto restored = restoreStore(m_file, at("copy.db"), kSomeDay);
        QVERIFY(!restored && restored.error().code == ErrorCode::Io);
        QVERIFY2(restored.error().detail.find("Another program uses") != std::string::npos,
                 restored.error().detail.c_str());
        finished(*window, "also mine"); // which it did not notice
    }
    QCOMPARE(names(m_file), (std::vector<std::string>{"mine", "also mine"}));
    QVERIFY(restoreStore(m_file, at("copy.db"), kSomeDay));
}

void TestStoreRestore::refusesAStoreWithALiveRun() {
    finished(*openOrDie(at("copy.db")), "first");
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("going on")));
    const auto restored = restoreStore(m_file, at("copy.db"), kSomeDay);
    QVERIFY(!restored && restored.error().code == ErrorCode::Io);
    QVERIFY2(restored.error().detail.find(run.value) != std::string::npos,
             restored.error().detail.c_str());
    QVERIFY(store->finish(run, RunState::Done, {}, ""));
}

void TestStoreRestore::keepsTheDatabaseOfAnotherProgram() {
    finished(*openOrDie(at("copy.db")), "first");
    execute(m_file, "PRAGMA application_id = 252006674; CREATE TABLE t (a)");
    const auto before = readBytes(m_file);
    const auto restored = restoreStore(m_file, at("copy.db"), kSomeDay);
    QVERIFY(!restored && restored.error().code == ErrorCode::Unsupported);
    QVERIFY(readBytes(m_file) == before);
}

TESSERA_TEST(TestStoreRestore)
#include "test_store_restore.moc"

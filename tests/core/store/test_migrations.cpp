#include "core/store/migrations.h"

#include "core/store/connection.h"
#include "core/store/file_system.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

constexpr std::array<Migration, 2> kTwoSteps = {
    Migration{1, "CREATE TABLE first (a INTEGER)"},
    Migration{2, "CREATE TABLE second (b INTEGER); INSERT INTO second VALUES (42)"}};

constexpr std::array<Migration, 2> kSecondFails = {
    Migration{1, "CREATE TABLE first (a INTEGER)"},
    Migration{2, "CREATE TABLE second (b INTEGER); INSERT INTO nowhere VALUES (1)"}};

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsAnEmptyFile();
    void takesEachStepOnce();
    void failedStepLeavesTheVersionBefore();
    void refuses_data();
    void refuses();
    void everyReleasedVersionOpens_data();
    void everyReleasedVersionOpens();
    void oldRowsStayAsTheyWere();
    void setsUpEveryConnection_data();
    void setsUpEveryConnection();
    void manyOpenTheSameNewFile();
    void knowsNetworkFileSystems_data();
    void knowsNetworkFileSystems();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
};

void TestMigrations::fillsAnEmptyFile() {
    writeBytes(path("empty.db"), "");
    auto db = must(openConnection(path("empty.db"), Access::ReadWrite, Journal::Wal));
    QCOMPARE(db->execAndGet("PRAGMA user_version").getInt(), migrations().back().to);
    QCOMPARE(db->execAndGet("PRAGMA application_id").getInt(), int(kApplicationId));
    QCOMPARE(db->execAndGet("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").getInt(), 6);
}

void TestMigrations::takesEachStepOnce() {
    SQLite::Database db(path("steps.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    QVERIFY(migrate(db, std::span(kTwoSteps).first(1)));
    db.exec("INSERT INTO first VALUES (7)");
    for (int again = 0; again < 2; ++again) {
        QVERIFY(migrate(db, kTwoSteps));
        QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), 2);
        QCOMPARE(db.execAndGet("SELECT a FROM first").getInt(), 7);
        QCOMPARE(db.execAndGet("SELECT count(*) FROM second").getInt(), 1);
    }
}

void TestMigrations::failedStepLeavesTheVersionBefore() {
    SQLite::Database db(path("fails.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    QVERIFY_EXCEPTION_THROWN((void)migrate(db, kSecondFails), SQLite::Exception);
    QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), 1);
    QCOMPARE(db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'second'").getInt(), 0);
}

void TestMigrations::refuses_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("newer version") << "PRAGMA application_id = 1416845154; PRAGMA user_version = 99"
                                   << int(ErrorCode::Unsupported) << "newer version";
    QTest::newRow("other program") << "PRAGMA application_id = 252006674; CREATE TABLE t (a)"
                                   << int(ErrorCode::Unsupported) << "another program";
    QTest::newRow("nameless database")
        << "CREATE TABLE t (a)" << int(ErrorCode::Unsupported) << "another program";
    QTest::newRow("version lost") << "PRAGMA application_id = 1416845154; CREATE TABLE t (a)"
                                  << int(ErrorCode::Corrupt) << "damaged";
    QTest::newRow("negative version")
        << "PRAGMA application_id = 1416845154; PRAGMA user_version = -1; CREATE TABLE t (a)"
        << int(ErrorCode::Corrupt) << "damaged";
}

void TestMigrations::refuses() {
    QFETCH(QString, sql);
    QFETCH(int, code);
    QFETCH(QString, says);
    const auto file = path(QTest::currentDataTag());
    execute(file, sql.toStdString());
    const std::string before = readBytes(file);
    for (const auto mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto opened = openRunStore(file, mode, fakeCodec());
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), code);
        QVERIFY2(QString::fromStdString(opened.error().detail).contains(says),
                 opened.error().detail.c_str());
        QVERIFY(readBytes(file) == before);
    }
}

void TestMigrations::everyReleasedVersionOpens_data() {
    QTest::addColumn<int>("version");
    for (const Migration& step : migrations()) {
        QTest::addRow("version %d", step.to) << step.to;
    }
}

void TestMigrations::everyReleasedVersionOpens() {
    QFETCH(int, version);
    const auto name = fmt::format("v{}.db", version);
    const auto fixture = std::filesystem::path(TESSERA_FIXTURES) / "store" / name;
    const auto file = path(name.c_str());
    QVERIFY(std::filesystem::copy_file(fixture, file));
    const auto store = openOrDie(file);
    const auto runs = must(store->list());
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].name, std::string("kept"));
    QVERIFY(runs[0].state == RunState::Done);
    QCOMPARE(runs[0].experiment.seed, ~std::uint64_t(0));
    QCOMPARE(*runs[0].summary.accuracyAfter, 0.75);
    QCOMPARE(runs[0].artifacts.size(), std::size_t(1));
    QCOMPARE(runs[0].tags, (std::vector<std::string>{"paper"}));
    QVERIFY(runs[0].starred);
    const std::vector<SavedSelection> hardOnes = {{"hard ones", {0, 2, 17}}};
    QVERIFY(runs[0].selections == (version < 3 ? std::vector<SavedSelection>() : hardOnes));
    QVERIFY(runs[1].state == RunState::Interrupted); // its program is long gone
    QCOMPARE(must(store->samples(runs[0].id)).size(), std::size_t(3));
    QVERIFY(must(store->releases("rows")) == (std::vector<Release>{{"rows", "split", 0.5}}));
}

// All that the first version wrote, cell by cell; what is new says that nothing was removed.
void TestMigrations::oldRowsStayAsTheyWere() {
    const auto dump = [](const std::filesystem::path& file) {
        std::string cells;
        for (const char* table :
             {"metrics", "artifacts", "tags", "privacy_releases",
              "(SELECT id, name, state, started_at, finished_at, experiment, seed, mode, hub, "
              "source_label, receiver_label, data, environment, summary, failure, note, starred, "
              "study, owner_pid, owner_start, owner_boot, owner_machine, heartbeat FROM runs)"}) {
            SQLite::Database db(file, SQLite::OPEN_READONLY);
            SQLite::Statement rows(db, fmt::format("SELECT * FROM {} ORDER BY 1, 2", table));
            while (rows.executeStep()) {
                for (int i = 0; i < rows.getColumnCount(); ++i) {
                    cells += rows.getColumn(i).getString() + "\n";
                }
            }
        }
        return cells;
    };
    const auto fixture = std::filesystem::path(TESSERA_FIXTURES) / "store" / "v1.db";
    const auto old = path("old.db"), migrated = path("migrated.db");
    QVERIFY(std::filesystem::copy_file(fixture, old));
    QVERIFY(std::filesystem::copy_file(fixture, migrated));
    (void)must(openConnection(migrated, Access::ReadWrite, Journal::Wal));
    QCOMPARE(query(old, "PRAGMA user_version"), std::string("1"));
    QCOMPARE(query(migrated, "PRAGMA user_version"), std::to_string(migrations().back().to));
    QVERIFY(dump(old).size() > 1000);
    QVERIFY(dump(migrated) == dump(old));
    QCOMPARE(query(migrated, "SELECT count(*) FROM runs WHERE removed_at IS NULL"),
             std::string("2"));
}

void TestMigrations::setsUpEveryConnection_data() {
    QTest::addColumn<bool>("network");
    QTest::addColumn<QString>("journal");
    QTest::newRow("local") << false << "wal";
    QTest::newRow("network file system") << true << "delete";
}

void TestMigrations::setsUpEveryConnection() {
    QFETCH(bool, network);
    QFETCH(QString, journal);
    const auto file = path(QTest::currentDataTag());
    const auto kind = network ? Journal::Rollback : Journal::Wal;
    {
        auto db = must(openConnection(file, Access::ReadWrite, kind));
        QCOMPARE(db->execAndGet("PRAGMA journal_mode").getString(), journal.toStdString());
        QCOMPARE(db->execAndGet("PRAGMA foreign_keys").getInt(), 1);
        QCOMPARE(db->execAndGet("PRAGMA busy_timeout").getInt(), 5000);
        QCOMPARE(db->execAndGet("PRAGMA synchronous").getInt(), network ? 2 : 1);
        QCOMPARE(db->execAndGet("PRAGMA trusted_schema").getInt(), 0);
    }
    const auto store = must(SqliteRunStore::open(file, OpenMode::ReadWrite, kind, fakeCodec()));
    const RunId run = must(store->begin(startNamed("a")));
    store->append(run, {"loss", 1, 0.5, ""});
    must(store->finish(run, RunState::Done, {}, ""));
    QCOMPARE(must(store->samples(run)).size(), std::size_t(1));
    QCOMPARE(query(file, "PRAGMA journal_mode"), journal.toStdString());
}

void TestMigrations::manyOpenTheSameNewFile() {
    const auto file = path("race.db");
    std::vector<std::string> errors(8);
    {
        std::vector<std::jthread> threads;
        for (auto& error : errors) {
            threads.emplace_back([&error, &file] {
                const auto db = openConnection(file, Access::ReadWrite, Journal::Wal);
                error = db ? "" : db.error().detail;
            });
        }
    }
    for (const auto& error : errors) {
        QVERIFY2(error.empty(), error.c_str());
    }
    QCOMPARE(query(file, "PRAGMA user_version"), std::to_string(migrations().back().to));
}

void TestMigrations::knowsNetworkFileSystems_data() {
    QTest::addColumn<qulonglong>("type");
    QTest::addColumn<bool>("network");
    QTest::newRow("nfs") << 0x6969ULL << true;
    QTest::newRow("cifs") << 0xFF534D42ULL << true;
    QTest::newRow("cifs, sign-extended") << 0xFFFFFFFFFF534D42ULL << true;
    QTest::newRow("fuse") << 0x65735546ULL << true;
    QTest::newRow("lustre") << 0x0BD00BD0ULL << true;
    QTest::newRow("ext4") << 0xEF53ULL << false;
    QTest::newRow("tmpfs") << 0x01021994ULL << false;
    QTest::newRow("btrfs") << 0x9123683EULL << false;
}

void TestMigrations::knowsNetworkFileSystems() {
    QFETCH(qulonglong, type);
    QFETCH(bool, network);
    QCOMPARE(isNetworkFileSystem(type), network);
    QVERIFY(!networkWarning("/proc/no/such/file.db")); // asks the folder that exists
}

TESSERA_TEST(TestMigrations)
#include "test_migrations.moc"

#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/store_care.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

namespace {

// No file of this program grows past so many bytes: stands for a full disk.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileLimit() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

// The copy that is kept before a store is brought to a newer schema.
class TestMigrationBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isKeptOfEveryReleasedVersion_data();
    void isKeptOfEveryReleasedVersion();
    void isNotMadeWithoutNeed();
    void isNotMadeTwice();
    void neverReplacesWhatIsThere();
    void withoutItNothingIsMigrated();
    void isReadByNoMorePeople();

private:
    static std::filesystem::path fixture(int version) {
        return std::filesystem::path(TESSERA_FIXTURES) / "store" / fmt::format("v{}.db", version);
    }
    void place(int version) const { std::filesystem::copy_file(fixture(version), m_file); }
    [[nodiscard]] QStringList files() const { return filesOf(m_file.parent_path()); }

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0;
};

void TestMigrationBackup::init() {
    const auto folder =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    m_file = folder / "runs.db";
}

void TestMigrationBackup::isKeptOfEveryReleasedVersion_data() {
    QTest::addColumn<int>("version");
    for (const Migration& step : migrations().first(migrations().size() - 1)) {
        QTest::addRow("version %d", step.to) << step.to;
    }
}

void TestMigrationBackup::isKeptOfEveryReleasedVersion() {
    QFETCH(int, version);
    place(version);
    (void)openOrDie(m_file);
    QCOMPARE(query(m_file, "PRAGMA user_version"), std::to_string(migrations().back().to));
    const auto name = fmt::format("runs.db.v{}.backup", version);
    QCOMPARE(files(), (QStringList{"runs.db", QString::fromStdString(name)}));

    const auto backup = m_file.parent_path() / name;
    QCOMPARE(query(backup, "PRAGMA user_version"), std::to_string(version));
    QCOMPARE(query(backup, "PRAGMA integrity_check"), std::string("ok"));
    QCOMPARE(query(backup, "PRAGMA journal_mode"), std::string("delete")); // needs no other file
    // Even reading leaves files beside a store, which do not belong beside the fixtures.
    const QTemporaryDir elsewhere;
    const auto before = std::filesystem::path(elsewhere.path().toStdString()) / "before.db";
    std::filesystem::copy_file(fixture(version), before);
    for (const char* table : {"runs", "metrics", "artifacts", "tags", "privacy_releases"}) {
        const auto count = fmt::format("SELECT count(*) FROM {}", table);
        QCOMPARE(query(backup, count), query(before, count));
    }
    // It is a store as any other.
    const auto store = openOrDie(backup);
    const auto runs = must(store->list());
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].name, std::string("kept"));
    QCOMPARE(must(store->samples(runs[0].id)).size(), std::size_t(3));
}

void TestMigrationBackup::isNotMadeWithoutNeed() {
    (void)openOrDie(m_file); // a new one
    (void)openOrDie(m_file);
    QCOMPARE(files(), QStringList{"runs.db"});
    std::filesystem::remove(m_file);
    place(1);
    QVERIFY(!openRunStore(m_file, OpenMode::ReadOnly, fakeCodec()));
    QCOMPARE(files(), QStringList{"runs.db"});
}

// As when a program died, or was refused, between the backup and the migration.
void TestMigrationBackup::isNotMadeTwice() {
    for (int again = 0; again < 2; ++again) {
        std::filesystem::remove(m_file);
        place(1);
        (void)openOrDie(m_file);
    }
    QCOMPARE(files(), (QStringList{"runs.db", "runs.db.v1.backup"}));
}

void TestMigrationBackup::neverReplacesWhatIsThere() {
    const auto there = m_file.parent_path() / "runs.db.v1.backup";
    writeBytes(there, "half a copy");
    place(1);
    (void)openOrDie(m_file);
    QCOMPARE(readBytes(there), std::string("half a copy"));
    const auto second = m_file.parent_path() / "runs.db.v1.backup.2";
    QCOMPARE(query(second, "PRAGMA integrity_check"), std::string("ok"));

    std::filesystem::remove(m_file);
    place(1);
    execute(m_file, "UPDATE runs SET note = 'written since'");
    (void)openOrDie(m_file);
    QCOMPARE(query(second, "SELECT count(*) FROM runs WHERE note = 'written since'"),
             std::string("0"));
    QCOMPARE(query(m_file.parent_path() / "runs.db.v1.backup.3",
                   "SELECT count(*) FROM runs WHERE note = 'written since'"),
             std::string("2"));
}

void TestMigrationBackup::withoutItNothingIsMigrated() {
    place(1);
    const auto before = readBytes(m_file);
    Result<std::unique_ptr<RunStore>> opened;
    {
        const FileLimit limit(before.size() / 2);
        opened = openRunStore(m_file, OpenMode::ReadWrite, fakeCodec());
    }
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == ErrorCode::Io, opened.error().detail.c_str());
    QVERIFY2(opened.error().detail.find("no backup") != std::string::npos,
             opened.error().detail.c_str());
    QVERIFY(readBytes(m_file) == before);
    QCOMPARE(files(), QStringList{"runs.db"});
    (void)openOrDie(m_file); // with space, all is well
    QCOMPARE(files(), (QStringList{"runs.db", "runs.db.v1.backup"}));
}

void TestMigrationBackup::isReadByNoMorePeople() {
    place(1);
    const auto own = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
    std::filesystem::permissions(m_file, own);
    (void)openOrDie(m_file);
    QVERIFY(std::filesystem::status(m_file.parent_path() / "runs.db.v1.backup").permissions() ==
            own);
}

TESSERA_TEST(TestMigrationBackup)
#include "test_migration_backup.moc"

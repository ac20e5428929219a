#include "core/store/clock.h"
#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// What goes for good a week after a person removed a run, and what must not.
class TestRemovedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void deletesAfterAWeek_data();
    void deletesAfterAWeek();
    void keepsWhatAnotherStoreHas_data();
    void keepsWhatAnotherStoreHas();
    void theLastStoreDeletesTheFolder();
    void deletesNothingOutsideOfItsFolder_data();
    void deletesNothingOutsideOfItsFolder();
    void readingDeletesNothing();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_folder, m_file;
    int m_count = 0;

    std::filesystem::path makeRunFolder(const RunId& run) const;
    void setRemovedAt(const RunId& run, std::int64_t ms) const;
};

void TestRemovedRuns::init() {
    m_folder = std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    m_file = m_folder / "runs.db";
}

std::filesystem::path TestRemovedRuns::makeRunFolder(const RunId& run) const {
    const auto folder = m_folder / "runs" / run.value;
    std::filesystem::create_directories(folder / "deeper");
    writeBytes(folder / "token.tbf", "token");
    writeBytes(folder / "deeper" / "file", "more");
    return folder;
}

void TestRemovedRuns::setRemovedAt(const RunId& run, std::int64_t ms) const {
    execute(m_file,
            "UPDATE runs SET removed_at = '" + isoUtc(ms) + "' WHERE id = '" + run.value + "'");
}

void TestRemovedRuns::deletesAfterAWeek_data() {
    QTest::addColumn<qlonglong>("removedBeforeMs");
    QTest::addColumn<bool>("deleted");
    constexpr qlonglong kMinute = 60'000, kWeek = 7LL * 24 * 60 * kMinute;
    QTest::newRow("just now") << 0LL << false;
    QTest::newRow("nearly a week ago") << kWeek - 5 * kMinute << false;
    QTest::newRow("a week ago") << kWeek + 5 * kMinute << true;
    QTest::newRow("a year ago") << 52 * kWeek << true;
    QTest::newRow("tomorrow, by a wrong clock") << -24 * 60 * kMinute << false;
}

void TestRemovedRuns::deletesAfterAWeek() {
    QFETCH(qlonglong, removedBeforeMs);
    QFETCH(bool, deleted);
    RunId run, other;
    {
        const auto store = openOrDie(m_file);
        run = finished(*store, "gone");
        other = finished(*store, "kept");
        must(store->edit(run, editTags({"tag"})));
        must(store->addRelease(run, {"rows", "split", 0.5}));
        must(store->setRemoved(run, Removal::Remove));
    }
    const auto folder = makeRunFolder(run), otherFolder = makeRunFolder(other);
    setRemovedAt(run, nowMs() - removedBeforeMs);

    const auto store = openOrDie(m_file);
    QCOMPARE(store->get(run).has_value(), !deleted);
    QCOMPARE(std::filesystem::exists(folder), !deleted);
    for (const char* table : {"metrics", "artifacts", "tags"}) {
        const auto rows = query(m_file, std::string("SELECT count(*) FROM ") + table +
                                            " WHERE run_id = '" + run.value + "'");
        QCOMPARE(rows, std::string(deleted ? "0" : "1"));
    }
    // What was spent stays spent, and the neighbours stay whole.
    QCOMPARE(must(store->releases("rows")).size(), std::size_t(1));
    QCOMPARE(must(store->list()).size(), std::size_t(1));
    QCOMPARE(must(store->samples(other)).size(), std::size_t(1));
    QVERIFY(std::filesystem::exists(otherFolder / "deeper" / "file"));
}

void TestRemovedRuns::keepsWhatAnotherStoreHas_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("content"); // SQL, or "copy: " and SQL, or "text: " and text
    QTest::addColumn<bool>("kept");
    const auto row = [](const char* title, const char* name, const char* content, bool kept) {
        QTest::newRow(title) << name << content << kept;
    };
    row("a copy", "backup.db", "copy: SELECT 1", true);
    row("a copy of another name", "backup-of-monday", "copy: SELECT 1", true);
    row("a copy with a rollback journal", "backup.db", "copy: PRAGMA journal_mode = DELETE", true);
    row("a copy that never had the run", "backup.db", "copy: DELETE FROM runs", false);
    row("a store that is damaged", "backup.db", "copy: PRAGMA foreign_keys = OFF; DROP TABLE runs",
        true);
    row("another program's database", "other.db",
        "CREATE TABLE runs (id TEXT); INSERT INTO runs VALUES ('%1')", false);
    row("an empty file", "empty.db", "text: ", false);
    row("a short text", "notes.db", "text: no database", false);
    row("a side file", "gone.db-wal", "copy: SELECT 1", false);
}

void TestRemovedRuns::keepsWhatAnotherStoreHas() {
    QFETCH(QString, name);
    QFETCH(QString, content);
    QFETCH(bool, kept);
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = finished(*store, "a");
    }
    const auto folder = makeRunFolder(run);
    const auto other = m_folder / name.toStdString();
    if (content.startsWith("text: ")) {
        writeBytes(other, content.mid(6).toStdString());
    } else {
        if (content.startsWith("copy: ")) {
            std::filesystem::copy_file(m_file, other);
            content.remove(0, 6);
        }
        execute(other, content.replace("%1", QString::fromStdString(run.value)).toStdString());
    }
    setRemovedAt(run, 0);
    QVERIFY(!openOrDie(m_file)->get(run)); // the row goes in any case
    QCOMPARE(std::filesystem::exists(folder / "deeper" / "file"), kept);
}

void TestRemovedRuns::theLastStoreDeletesTheFolder() {
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = finished(*store, "a");
    }
    const auto folder = makeRunFolder(run);
    const auto copy = m_folder / "backup.db";
    std::filesystem::copy_file(m_file, copy);
    std::filesystem::create_symlink("runs.db", m_folder / "latest.db"); // the same store
    setRemovedAt(run, 0);
    {
        const auto other = openOrDie(copy); // a live one
        (void)openOrDie(m_file);
        QVERIFY(std::filesystem::exists(folder));
        QCOMPARE(must(other->list()).size(), std::size_t(1));
        must(other->setRemoved(run, Removal::Remove));
        QVERIFY(std::filesystem::exists(folder));
    }
    execute(copy, "UPDATE runs SET removed_at = '2000-01-01T00:00:00.000Z'");
    QVERIFY(!openOrDie(copy)->get(run));
    QVERIFY(!std::filesystem::exists(folder));
}

void TestRemovedRuns::deletesNothingOutsideOfItsFolder_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("link"); // what is a link to "precious" instead of a folder
    QTest::newRow("up and away") << "../precious"
                                 << "";
    QTest::newRow("the folder of all runs") << "."
                                            << "";
    QTest::newRow("no name") << ""
                             << "";
    QTest::newRow("somewhere else altogether") << "@/precious"
                                               << "";
    QTest::newRow("a run id and more") << "20000101-000000-00000000/../../precious"
                                       << "";
    QTest::newRow("the run's folder is a link") << "20000101-000000-00000000"
                                                << "runs/20000101-000000-00000000";
    QTest::newRow("the runs' folder is a link") << "20000101-000000-00000000"
                                                << "runs";
}

void TestRemovedRuns::deletesNothingOutsideOfItsFolder() {
    QFETCH(QString, id);
    QFETCH(QString, link);
    id.replace("@", QString::fromStdString(m_folder.string()));
    {
        const auto store = openOrDie(m_file);
        finished(*store, "gone");
    }
    const auto precious = m_folder / "precious";
    std::filesystem::create_directories(precious / "20000101-000000-00000000");
    writeBytes(precious / "file", "mine");
    writeBytes(precious / "20000101-000000-00000000" / "file", "mine");
    if (link != "runs") {
        makeRunFolder(RunId("20111111-111111-11111111")); // of another run
    }
    if (!link.isEmpty()) {
        std::filesystem::create_directory_symlink(precious, m_folder / link.toStdString());
    }
    execute(m_file, "PRAGMA foreign_keys = OFF; UPDATE runs SET removed_at = "
                    "'2000-01-01T00:00:00.000Z', id = '" +
                        id.toStdString() + "'; UPDATE artifacts SET path = '../precious/file'");

    QVERIFY(must(openOrDie(m_file)->list()).empty());
    QCOMPARE(query(m_file, "SELECT count(*) FROM runs"), std::string("0"));
    QCOMPARE(readBytes(precious / "file"), std::string("mine"));
    QCOMPARE(readBytes(precious / "20000101-000000-00000000" / "file"), std::string("mine"));
    if (link != "runs") {
        QVERIFY(std::filesystem::exists(m_folder / "runs/20111111-111111-11111111/token.tbf"));
    }
}

void TestRemovedRuns::readingDeletesNothing() {
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = finished(*store, "gone");
    }
    const auto folder = makeRunFolder(run);
    setRemovedAt(run, 0);
    const auto store = openOrDie(m_file, OpenMode::ReadOnly);
    QVERIFY(must(store->list()).empty());
    QVERIFY(store->get(run).has_value());
    QVERIFY(std::filesystem::exists(folder));
}

TESSERA_TEST(TestRemovedRuns)
#include "test_removed_runs.moc"

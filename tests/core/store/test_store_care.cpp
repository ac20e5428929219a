#include "core/store/store_care.h"

#include "core/store/migrations.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <fmt/format.h>

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// What `tessera runs check` finds.
class TestStoreCare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsNothingInAWholeStore();
    void readsWhileOthersWrite();
    void looksIntoEveryReleasedVersion_data();
    void looksIntoEveryReleasedVersion();
    void findsWhatCannotBe_data();
    void findsWhatCannotBe();
    void findsOverwrittenBytes();
    void neverCrashesOnFlippedBytes();
    void findsAChangedNumber();
    void findsFilesThatAreGone();
    void findsFoldersWithoutARun();
    void saysWhatIsNoStore_data();
    void saysWhatIsNoStore();
    void needsAFile();

private:
    // A store with one run that is done, and its file.
    RunId makeStore() const;
    static QByteArray saidOf(const StoreCheck& check);

    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0;
};

void TestStoreCare::init() {
    const auto folder =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
    std::filesystem::create_directory(folder);
    m_file = folder / "runs.db";
}

RunId TestStoreCare::makeStore() const {
    const auto run = finished(*openOrDie(m_file), "whole");
    const auto folder = m_file.parent_path() / "runs" / run.value;
    std::filesystem::create_directories(folder);
    writeBytes(folder / "token.tbf", "x");
    return run;
}

QByteArray TestStoreCare::saidOf(const StoreCheck& check) {
    std::string text;
    for (const auto& list : {check.problems, check.notices}) {
        for (const auto& each : list) {
            text += fmt::format("{} {}: {}\n", findingName(each.kind), each.subject, each.text);
        }
    }
    return QByteArray::fromStdString(text);
}

void TestStoreCare::findsNothingInAWholeStore() {
    makeStore();
    const auto before = readBytes(m_file);
    const auto check = must(checkStore(m_file));
    QVERIFY2(check.isSound() && check.notices.empty(), saidOf(check));
    QCOMPARE(check.version, migrations().back().to);
    QCOMPARE(check.newest, migrations().back().to);
    QCOMPARE(check.runs, std::int64_t(1));
    QCOMPARE(check.sizeBytes, std::int64_t(before.size()));
    QVERIFY(readBytes(m_file) == before);
}

void TestStoreCare::readsWhileOthersWrite() {
    makeStore();
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("going on")));
    store->append(run, {"loss", 1, 0.5, ""});
    QVERIFY(store->flush());
    const auto check = must(checkStore(m_file));
    QVERIFY2(check.isSound() && check.notices.empty(), saidOf(check));
    QCOMPARE(check.runs, std::int64_t(2));
    QVERIFY(store->finish(run, RunState::Done, {}, ""));
}

void TestStoreCare::looksIntoEveryReleasedVersion_data() {
    QTest::addColumn<int>("version");
    for (const Migration& step : migrations()) {
        QTest::addRow("version %d", step.to) << step.to;
    }
}

void TestStoreCare::looksIntoEveryReleasedVersion() {
    QFETCH(int, version);
    std::filesystem::copy_file(
        std::filesystem::path(TESSERA_FIXTURES) / "store" / fmt::format("v{}.db", version), m_file);
    const auto before = readBytes(m_file);
    const auto check = must(checkStore(m_file));
    QVERIFY(readBytes(m_file) == before); // not migrated
    QCOMPARE(check.version, version);
    QCOMPARE(check.runs, std::int64_t(2));
    // The file of its one token was never there, and the program of the other run is long gone.
    QVERIFY2(check.problems.size() == 1 && check.problems[0].kind == FindingKind::File,
             saidOf(check));
    const bool old = version < migrations().back().to;
    QVERIFY2(check.notices.size() == (old ? 2U : 1U), saidOf(check));
}

void TestStoreCare::findsWhatCannotBe_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("kind");
    QTest::newRow("unknown state") << "UPDATE runs SET state = 'asleep'"
                                   << "state";
    QTest::newRow("done without an end") << "UPDATE runs SET finished_at = NULL"
                                         << "state";
    QTest::newRow("running with an end") << "UPDATE runs SET state = 'running'"
                                         << "state";
    QTest::newRow("running and removed")
        << "UPDATE runs SET state = 'running', finished_at = NULL, removed_at = started_at"
        << "state";
    QTest::newRow("rows of no run") << "INSERT INTO tags VALUES ('nobody', 'tag')"
                                    << "link";
    QTest::newRow("no summary") << "UPDATE runs SET summary = 'none'"
                                << "damage";
    QTest::newRow("no table") << "DROP TABLE artifacts"
                              << "damage";
    QTest::newRow("a sample more") << "INSERT INTO metrics SELECT id, 'loss', '', 2, 0.25 FROM runs"
                                   << "curves";
}

void TestStoreCare::findsWhatCannotBe() {
    QFETCH(QString, sql);
    QFETCH(QString, kind);
    makeStore();
    execute(m_file, "PRAGMA foreign_keys = OFF; " + sql.toStdString());
    const auto check = must(checkStore(m_file));
    QVERIFY2(!check.isSound(), saidOf(check));
    QCOMPARE(QString(findingName(check.problems[0].kind)), kind);
}

void TestStoreCare::findsOverwrittenBytes() {
    {
        const auto store = openOrDie(m_file);
        const RunId run = must(store->begin(startNamed("long")));
        for (int step = 0; step < 5000; ++step) {
            store->append(run, {"loss", step, step * 0.5, "layer"});
        }
        QVERIFY(store->finish(run, RunState::Done, {}, ""));
    }
    auto bytes = readBytes(m_file);
    QVERIFY(bytes.size() > 100'000);
    bytes.replace(bytes.size() / 2, 4096, 4096, '\xA5');
    writeBytes(m_file, bytes);
    const auto check = must(checkStore(m_file));
    QVERIFY2(!check.isSound(), saidOf(check));
    QVERIFY(readBytes(m_file) == bytes);
}

void TestStoreCare::neverCrashesOnFlippedBytes() {
    makeStore();
    const auto whole = readBytes(m_file);
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        auto bytes = whole;
        for (int i = 0; i < 20; ++i) {
            bytes[random() % bytes.size()] ^= static_cast<char>(1 + random() % 255);
        }
        writeBytes(m_file, bytes);
        const auto check = checkStore(m_file);
        QVERIFY(check || !check.error().detail.empty());
    }
}

// SQLite has no sums over its pages: a number that became another is found by the hash.
void TestStoreCare::findsAChangedNumber() {
    makeStore();
    execute(m_file, "UPDATE metrics SET value = 0.75");
    const auto check = must(checkStore(m_file));
    QVERIFY2(check.problems.size() == 1 && check.problems[0].kind == FindingKind::Curves,
             saidOf(check));
}

void TestStoreCare::findsFilesThatAreGone() {
    const auto run = makeStore();
    const auto token = m_file.parent_path() / "runs" / run.value / "token.tbf";
    writeBytes(token, "signed since"); // by a person, who may
    auto check = must(checkStore(m_file));
    QVERIFY2(check.isSound() && check.notices.size() == 1, saidOf(check));
    std::filesystem::remove(token);
    check = must(checkStore(m_file));
    QVERIFY2(check.problems.size() == 1 && check.problems[0].kind == FindingKind::File &&
                 check.problems[0].subject == run.value,
             saidOf(check));
}

void TestStoreCare::findsFoldersWithoutARun() {
    const auto run = makeStore();
    const auto runs = m_file.parent_path() / "runs";
    std::filesystem::create_directory(runs / "somebody's own"); // none of ours
    QVERIFY(must(checkStore(m_file)).isSound());
    const auto copy = m_file.parent_path() / "copy.db";
    std::filesystem::copy_file(m_file, copy);
    execute(m_file, "PRAGMA foreign_keys = ON; DELETE FROM runs");
    QVERIFY(must(checkStore(m_file)).isSound()); // the copy has it
    std::filesystem::remove(copy);
    const auto check = must(checkStore(m_file));
    QVERIFY2(check.problems.size() == 1 && check.problems[0].kind == FindingKind::Folder &&
                 check.problems[0].subject == run.value,
             saidOf(check));
}

void TestStoreCare::saysWhatIsNoStore_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::newRow("text") << QByteArray("these are my notes, all of them\n").repeated(100) << "";
    QTest::newRow("empty") << QByteArray() << "";
    QTest::newRow("other program")
        << QByteArray() << "PRAGMA application_id = 252006674; CREATE TABLE t (a)";
    QTest::newRow("newer version")
        << QByteArray()
        << "PRAGMA application_id = 1416845154; PRAGMA user_version = 99; CREATE TABLE t (a)";
}

void TestStoreCare::saysWhatIsNoStore() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    writeBytes(m_file, bytes.toStdString());
    if (!sql.isEmpty()) {
        execute(m_file, sql.toStdString());
    }
    const auto check = must(checkStore(m_file));
    QVERIFY2(check.problems.size() == 1, saidOf(check));
}

void TestStoreCare::needsAFile() {
    const auto missing = checkStore(m_file);
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto folder = checkStore(m_file.parent_path());
    QVERIFY(!folder && folder.error().code == ErrorCode::Io);
}

TESSERA_TEST(TestStoreCare)
#include "test_store_care.moc"

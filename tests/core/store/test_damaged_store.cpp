#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// Files that are no store, no longer a store, or out of reach. Never a crash.
class TestDamagedStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void emptyFileIsANewStore();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesTruncatedStores_data();
    void refusesTruncatedStores();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void needsAFolderThatCanBeWritten_data();
    void needsAFolderThatCanBeWritten();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    std::string m_store; // a whole one
    int m_count = 0;

    static void exercise(const std::filesystem::path& file);
};

void TestDamagedStore::initTestCase() {
    const auto file = std::filesystem::path(m_dir.path().toStdString()) / "whole.db";
    {
        const auto store = openOrDie(file);
        for (int i = 0; i < 20; ++i) {
            const RunId run = must(store->begin(startNamed("run " + std::to_string(i))));
            for (int step = 0; step < 200; ++step) {
                store->append(run, {"loss", step, step * 0.5, "layer"});
            }
            must(store->addArtifact(run, {"token", "t.tbf", "aa", 1}));
            must(store->finish(run, RunState::Done, {}, ""));
        }
    }
    m_store = readBytes(file);
    QVERIFY(m_store.size() > 100'000);
}

void TestDamagedStore::init() {
    m_file = std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count);
}

// Uses every function; each may fail, none may crash, and a failure has a fitting code.
void TestDamagedStore::exercise(const std::filesystem::path& file) {
    const auto check = [](const auto& result) {
        if (!result) {
            const ErrorCode code = result.error().code;
            QVERIFY2(code == ErrorCode::Corrupt || code == ErrorCode::Unsupported ||
                         code == ErrorCode::NotFound || code == ErrorCode::Io,
                     result.error().detail.c_str());
            QVERIFY(!result.error().detail.empty());
        }
    };
    auto opened = openRunStore(file, OpenMode::ReadWrite, fakeCodec());
    check(opened);
    if (!opened) {
        return;
    }
    RunStore& store = **opened;
    const auto list = store.list();
    check(list);
    if (list) {
        for (const auto& run : *list) {
            check(store.get(run.id));
            check(store.samples(run.id));
            check(store.edit(run.id, editTags({"damaged"})));
            check(store.setRemoved(run.id, Removal::Remove));
        }
    }
    check(store.releases("rows"));
    check(store.revision());
    if (const auto run = store.begin(startNamed("new"))) {
        store.append(*run, {"loss", 1, 0.5, ""});
        check(store.flush());
        check(store.addArtifact(*run, {"token", "t", "aa", 1}));
        check(store.finish(*run, RunState::Done, {}, ""));
    } else {
        check(run);
    }
}

void TestDamagedStore::emptyFileIsANewStore() {
    writeBytes(m_file, "");
    const auto reader = openRunStore(m_file, OpenMode::ReadOnly, fakeCodec());
    QVERIFY(!reader && reader.error().code == ErrorCode::Unsupported);
    QVERIFY(must(openOrDie(m_file)->list()).empty());
}

void TestDamagedStore::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("these are my holiday notes, all of them\n").repeated(100);
    QTest::newRow("short text") << QByteArray("hello");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("header and nothing") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header and garbage")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xA5');
}

void TestDamagedStore::refusesOtherFiles() {
    QFETCH(QByteArray, bytes);
    for (const auto mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        writeBytes(m_file, bytes.toStdString());
        const auto opened = openRunStore(m_file, mode, fakeCodec());
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == ErrorCode::Corrupt, opened.error().detail.c_str());
        QVERIFY(opened.error().detail.find(m_file.string()) != std::string::npos);
        QVERIFY(readBytes(m_file) == bytes.toStdString());
    }
}

void TestDamagedStore::refusesTruncatedStores_data() {
    QTest::addColumn<int>("percent");
    for (const int percent : {1, 10, 50, 90, 99}) {
        QTest::addRow("%d percent left", percent) << percent;
    }
}

void TestDamagedStore::refusesTruncatedStores() {
    QFETCH(int, percent);
    writeBytes(m_file, m_store.substr(0, m_store.size() * std::size_t(percent) / 100));
    const auto opened = openRunStore(m_file, OpenMode::ReadWrite, fakeCodec());
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == ErrorCode::Corrupt, opened.error().detail.c_str());
}

void TestDamagedStore::survivesFlippedBytes_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("headOnly");
    for (int seed = 0; seed < 60; ++seed) {
        QTest::addRow("anywhere %d", seed) << seed << false;
        QTest::addRow("in the first page %d", seed) << seed << true;
    }
}

void TestDamagedStore::survivesFlippedBytes() {
    QFETCH(int, seed);
    QFETCH(bool, headOnly);
    std::mt19937 random(static_cast<unsigned>(seed));
    std::string bytes = m_store;
    for (int i = 0; i < (headOnly ? 3 : 40); ++i) {
        bytes[random() % (headOnly ? 4096 : bytes.size())] ^= static_cast<char>(1 + random() % 255);
    }
    writeBytes(m_file, bytes);
    exercise(m_file);
}

void TestDamagedStore::needsAFolderThatCanBeWritten_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("below a file") << "@/whole.db/sub/runs.db";
    QTest::newRow("beside a file's name") << "@/whole.db/runs.db";
    QTest::newRow("a folder") << "@";
    QTest::newRow("where nobody can create") << "/proc/runs.db";
    QTest::newRow("where nobody can create folders") << "/proc/sub/runs.db";
}

void TestDamagedStore::needsAFolderThatCanBeWritten() {
    QFETCH(QString, path);
    path.replace("@", m_dir.path());
    const auto opened = openRunStore(path.toStdString(), OpenMode::ReadWrite, fakeCodec());
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == ErrorCode::Io, opened.error().detail.c_str());
}

TESSERA_TEST(TestDamagedStore)
#include "test_damaged_store.moc"

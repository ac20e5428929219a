#include "core/store/clock.h"
#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <fmt/format.h>

#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// What a person does to runs that have ended: names, notes, stars, tags, removal.
class TestRunChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void editsOnlyWhatIsNamed();
    void tagsAreASet();
    void keepsSelections();
    void refusesSelectionsWithoutANameOfTheirOwn();
    void skipsDamagedSelections();
    void refusesEmptyTexts_data();
    void refusesEmptyTexts();
    void removesAndRestores();
    void removesOnlyWhatHasEnded_data();
    void removesOnlyWhatHasEnded();
    void refusesUnknownRuns();
    void refusesWhileOpenForReading();
    void knowsRunIds_data();
    void knowsRunIds();
    void revisionFollowsEveryWriter();

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_file;
    int m_count = 0;
};

void TestRunChanges::init() {
    m_file =
        std::filesystem::path(m_dir.path().toStdString()) / std::to_string(++m_count) / "runs.db";
}

void TestRunChanges::editsOnlyWhatIsNamed() {
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "first name");
    const RunId other = finished(*store, "other");
    RunEdit both = editName("second name");
    both.note = "look at the drift";
    must(store->edit(run, both));
    must(store->edit(run, editStar(true)));
    must(store->edit(run, {}));
    const auto record = must(store->get(run));
    QCOMPARE(record.name, std::string("second name"));
    QCOMPARE(record.experiment.name, std::string("first name")); // the recipe stays as it ran
    QCOMPARE(record.note, std::string("look at the drift"));
    QVERIFY(record.starred);
    QVERIFY(record.tags.empty());
    QVERIFY(record.state == RunState::Done);

    must(store->edit(run, editNote("")));
    must(store->edit(run, editStar(false)));
    const auto later = must(store->get(run));
    QVERIFY(later.note.empty() && !later.starred);
    QCOMPARE(later.name, std::string("second name"));
    const auto untouched = must(store->get(other));
    QCOMPARE(untouched.name, std::string("other"));
    QVERIFY(untouched.note.empty() && !untouched.starred);
}

void TestRunChanges::tagsAreASet() {
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "a");
    const RunId other = finished(*store, "b");
    must(store->edit(other, editTags({"kept"})));
    must(store->edit(run, editTags({"paper", "best", "paper", "a 'quoted' tag"})));
    QCOMPARE(must(store->get(run)).tags,
             (std::vector<std::string>{"a 'quoted' tag", "best", "paper"}));
    must(store->edit(run, editNote("tags stay")));
    QCOMPARE(must(store->get(run)).tags.size(), std::size_t(3));
    must(store->edit(run, editTags({"new"})));
    QCOMPARE(must(store->get(run)).tags, (std::vector<std::string>{"new"}));
    must(store->edit(run, editTags({})));
    QVERIFY(must(store->get(run)).tags.empty());
    QCOMPARE(must(store->get(other)).tags, (std::vector<std::string>{"kept"}));
}

void TestRunChanges::keepsSelections() {
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "a");
    const RunId other = finished(*store, "b");
    RunEdit edit;
    edit.selections = {{"wrong", {3, 1, 3}}, {"a few 'others'", {0}}, {"none", {}}};
    must(store->edit(run, edit));
    must(store->edit(run, editNote("selections stay")));
    const std::vector<SavedSelection> kept = {
        {"a few 'others'", {0}}, {"none", {}}, {"wrong", {1, 3}}};
    QVERIFY(must(store->get(run)).selections == kept);
    QVERIFY(must(store->list()).front().selections == kept);
    QVERIFY(must(store->get(other)).selections.empty());
    edit.selections.emplace();
    must(store->edit(run, edit));
    QVERIFY(must(store->get(run)).selections.empty());
}

void TestRunChanges::refusesSelectionsWithoutANameOfTheirOwn() {
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "a");
    RunEdit edit;
    edit.selections = {{"", {1}}};
    QVERIFY(!store->edit(run, edit));
    edit.selections = {{"same", {1}}, {"same", {2}}};
    const auto twice = store->edit(run, edit);
    QVERIFY(!twice && twice.error().code == ErrorCode::InvalidArgument);
    QVERIFY(must(store->get(run)).selections.empty());
}

// Whoever wrote into the file by hand must not make the run unreadable.
void TestRunChanges::skipsDamagedSelections() {
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "a");
    for (const char* samples : {"", "nonsense", "{}", "[1, -1, 2.5, \"3\", 99999999999, 4]"}) {
        RunEdit edit;
        edit.selections = {{"damaged", {7}}};
        must(store->edit(run, edit));
        execute(m_file, fmt::format("UPDATE selections SET samples = '{}'", samples));
        const auto read = must(store->get(run)).selections;
        const bool some = std::string_view(samples).starts_with("[");
        QVERIFY(read.size() == 1 &&
                read.front().samples == (some ? std::vector<int>{1, 4} : std::vector<int>()));
    }
}

void TestRunChanges::refusesEmptyTexts_data() {
    QTest::addColumn<bool>("name");
    QTest::newRow("name") << true;
    QTest::newRow("tag") << false;
}

void TestRunChanges::refusesEmptyTexts() {
    QFETCH(bool, name);
    const auto store = openOrDie(m_file);
    const RunId run = finished(*store, "a");
    must(store->edit(run, editTags({"before"})));
    RunEdit edit = editNote("not written");
    edit.starred = true;
    if (name) {
        edit.name = "";
    } else {
        edit.tags = {{"fine", ""}};
    }
    const auto edited = store->edit(run, edit);
    QVERIFY(!edited && edited.error().code == ErrorCode::InvalidArgument);
    const auto record = must(store->get(run));
    QCOMPARE(record.name, std::string("a"));
    QVERIFY(record.note.empty() && !record.starred);
    QCOMPARE(record.tags, (std::vector<std::string>{"before"}));
}

void TestRunChanges::removesAndRestores() {
    RunId kept, gone;
    {
        const auto store = openOrDie(m_file);
        kept = finished(*store, "kept");
        gone = finished(*store, "gone");
        must(store->setRemoved(gone, Removal::Remove));
        const std::string since = query(m_file, "SELECT removed_at FROM runs WHERE name = 'gone'");
        QCOMPARE(since.size(), std::size_t(24));
        must(store->setRemoved(gone, Removal::Remove)); // the week is not counted anew
        QCOMPARE(query(m_file, "SELECT removed_at FROM runs WHERE name = 'gone'"), since);
    }
    const auto store = openOrDie(m_file);
    const auto left = must(store->list());
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY(left.front().id == kept);
    QCOMPARE(left.front().artifacts.size(), std::size_t(1));
    // Whoever has it open still sees it.
    QCOMPARE(must(store->get(gone)).name, std::string("gone"));
    QCOMPARE(must(store->samples(gone)).size(), std::size_t(1));

    must(store->setRemoved(gone, Removal::Restore));
    must(store->setRemoved(gone, Removal::Restore));
    const auto all = must(store->list());
    QCOMPARE(all.size(), std::size_t(2));
    QVERIFY(all[1].id == gone);
    QCOMPARE(all[1].artifacts.size(), std::size_t(1));
}

void TestRunChanges::removesOnlyWhatHasEnded_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("ended");
    for (const char* active : {"queued", "running", "cancelling"}) {
        QTest::newRow(active) << active << false;
    }
    for (const char* ended : {"done", "cancelled", "failed", "interrupted", "of tomorrow"}) {
        QTest::newRow(ended) << ended << true;
    }
}

void TestRunChanges::removesOnlyWhatHasEnded() {
    QFETCH(QString, state);
    QFETCH(bool, ended);
    const auto store = openOrDie(m_file);
    const RunId run = must(store->begin(startNamed("a")));
    execute(m_file, "UPDATE runs SET state = '" + state.toStdString() + "'");
    const auto removed = store->setRemoved(run, Removal::Remove);
    QCOMPARE(removed.has_value(), ended);
    QCOMPARE(must(store->list()).empty(), ended);
    if (!ended) {
        QCOMPARE(removed.error().code, ErrorCode::InvalidArgument);
        QVERIFY(QString::fromStdString(removed.error().detail).contains("still " + state));
    }
    must(store->setRemoved(run, Removal::Restore)); // always
}

void TestRunChanges::refusesUnknownRuns() {
    const auto store = openOrDie(m_file);
    const RunId none("20000101-000000-00000000");
    QCOMPARE(store->edit(none, editName("a")).error().code, ErrorCode::NotFound);
    QCOMPARE(store->edit(none, editTags({"a"})).error().code, ErrorCode::NotFound);
    QCOMPARE(store->setRemoved(none, Removal::Remove).error().code, ErrorCode::NotFound);
    QCOMPARE(store->setRemoved(none, Removal::Restore).error().code, ErrorCode::NotFound);
    QCOMPARE(query(m_file, "SELECT count(*) FROM tags"), std::string("0"));
}

void TestRunChanges::refusesWhileOpenForReading() {
    RunId run;
    {
        const auto store = openOrDie(m_file);
        run = finished(*store, "a");
    }
    const std::string before = readBytes(m_file);
    {
        const auto store = openOrDie(m_file, OpenMode::ReadOnly);
        QCOMPARE(store->edit(run, editName("b")).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(store->setRemoved(run, Removal::Remove).error().code, ErrorCode::InvalidArgument);
        QVERIFY(store->revision().has_value());
    }
    QVERIFY(readBytes(m_file) == before);
}

void TestRunChanges::knowsRunIds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("known");
    QTest::newRow("new") << QString::fromStdString(newRunId(nowMs()).value) << true;
    QTest::newRow("from the description") << "20261122-213045-3f2a9c51" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("short") << "20261122-213045-3f2a9c5" << false;
    QTest::newRow("long") << "20261122-213045-3f2a9c512" << false;
    QTest::newRow("capitals") << "20261122-213045-3F2A9C51" << false;
    QTest::newRow("not hexadecimal") << "20261122-213045-3g2a9c51" << false;
    QTest::newRow("no date") << "2026112a-213045-3f2a9c51" << false;
    QTest::newRow("slash") << "20261122/213045-3f2a9c51" << false;
    QTest::newRow("dots") << "../../../../../../../etc" << false;
}

void TestRunChanges::knowsRunIds() {
    QFETCH(QString, text);
    QFETCH(bool, known);
    QCOMPARE(isRunId(text.toStdString()), known);
}

void TestRunChanges::revisionFollowsEveryWriter() {
    const auto one = openOrDie(m_file), two = openOrDie(m_file);
    const auto reader = openOrDie(m_file, OpenMode::ReadOnly);
    const RunId run = finished(*one, "a");
    const auto changes = [&](RunStore& store, auto&& write) {
        const auto before = must(store.revision());
        const bool still = must(store.revision()) == before;
        (void)must(store.list()); // reading is no change
        const bool unmoved = must(store.revision()) == before;
        write();
        return still && unmoved && must(store.revision()) != before;
    };
    // SQLite does not write what is there already.
    int count = 0;
    const auto edit = [&] { must(one->edit(run, editNote(std::to_string(++count)))); };
    QVERIFY(changes(*one, edit)); // its own
    QVERIFY(changes(*two, edit));
    QVERIFY(changes(*reader, edit));
    QVERIFY(changes(*one, [&] { must(two->setRemoved(run, Removal::Remove)); }));
    QVERIFY(changes(*one, [&] { execute(m_file, "UPDATE runs SET note = 'by hand'"); }));
}

TESSERA_TEST(TestRunChanges)
#include "test_run_changes.moc"

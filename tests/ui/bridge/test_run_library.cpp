#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"

#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

RunRecord runCalled(const std::string& id, RunState state = RunState::Done) {
    MadeRun made;
    made.id = id;
    auto run = madeRunView(made)->record;
    run.state = state;
    return run;
}

const RunId kFirst("20260101-120000-00000001");
const RunId kSecond("20260101-120000-00000002");

} // namespace

class TestRunLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAStore();
    void aStoreThatDoesNotOpenLeavesTheOther();
    void editsCanBeUndone();
    void deletionsCanBeUndone();
    void aRefusedEditIsPutRight();
    void seesWhatOtherProgramsWrite();
    void saysOnceThatTheStoreIsGone();
    void aStoreThatIsPutBackIsOpenedAnew();
    void anEndThatTheStoreCouldNotTakeIsShown();
    void anotherStoreDropsTheHistory();
};

void TestRunLibrary::opensAStore() {
    FakeServices fakes;
    QVERIFY(!fakes.services.library.isOpen());
    QVERIFY(fakes.openStore({runCalled(kFirst.value), runCalled(kSecond.value)}));
    QVERIFY(fakes.services.library.find(kSecond) != nullptr);
    QVERIFY(fakes.services.library.find(RunId("nobody")) == nullptr);
}

void TestRunLibrary::aStoreThatDoesNotOpenLeavesTheOther() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    QSignalSpy failed(&fakes.services.library, &RunLibrary::failed);
    fakes.documents.refuseWrites(Error{ErrorCode::Corrupt, "damaged", std::nullopt});
    fakes.services.library.open(fakes.folder() / "other.db");
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(fakes.services.library.runs().size(), std::size_t(1));
}

void TestRunLibrary::editsCanBeUndone() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    auto& library = fakes.services.library;
    const auto before = library.find(kFirst)->name;
    RunEdit edit;
    edit.name = "renamed";
    edit.starred = true;
    library.edit(kFirst, edit, "Rename");
    QCOMPARE(library.find(kFirst)->name, std::string("renamed")); // at once
    QTRY_COMPARE(fakes.store->get(kFirst)->name, std::string("renamed"));
    fakes.services.undo.undo();
    QCOMPARE(library.find(kFirst)->name, before);
    QTRY_COMPARE(fakes.store->get(kFirst)->name, before);
    QVERIFY(!fakes.store->get(kFirst)->starred);
}

void TestRunLibrary::deletionsCanBeUndone() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value), runCalled(kSecond.value)}));
    auto& library = fakes.services.library;
    library.remove({kFirst});
    QVERIFY(library.find(kFirst) == nullptr);
    QTRY_COMPARE(fakes.store->list()->size(), std::size_t(1));
    fakes.services.undo.undo();
    QTRY_VERIFY(library.find(kFirst) != nullptr);
    QCOMPARE(library.runs().size(), std::size_t(2));
}

void TestRunLibrary::aRefusedEditIsPutRight() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    auto& library = fakes.services.library;
    const auto before = library.find(kFirst)->name;
    QSignalSpy failed(&library, &RunLibrary::failed);
    fakes.store->refuse(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    RunEdit edit;
    edit.name = "never written";
    library.edit(kFirst, edit, "Rename");
    QTRY_VERIFY(failed.count() >= 1);
    fakes.store->refuse(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(library.find(kFirst)->name, before, 10'000);
}

void TestRunLibrary::seesWhatOtherProgramsWrite() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    fakes.store->put(runCalled(kSecond.value));
    QTRY_VERIFY_WITH_TIMEOUT(fakes.services.library.find(kSecond) != nullptr, 10'000);
}

void TestRunLibrary::saysOnceThatTheStoreIsGone() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    auto& library = fakes.services.library;
    QSignalSpy missed(&library, &RunLibrary::missed);
    const auto file = fakes.folder() / "runs.tessera.db";
    std::filesystem::remove(file);
    QTRY_COMPARE_WITH_TIMEOUT(missed.count(), 1, 10'000);
    QVERIFY(library.isLost());
    // The open store can still be read, which must not be taken for its being back.
    QVERIFY(fakes.refreshed());
    QTest::qWait(2'500);
    QVERIFY(library.isLost());
    QCOMPARE(missed.count(), 1);
    QCOMPARE(library.runs().size(), std::size_t(1)); // what was read stays
    // A change would be lost, so it is refused.
    library.remove({kFirst});
    QCOMPARE(missed.count(), 2);
    QCOMPARE(library.runs().size(), std::size_t(1));
}

void TestRunLibrary::aStoreThatIsPutBackIsOpenedAnew() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    auto& library = fakes.services.library;
    const auto file = fakes.folder() / "runs.tessera.db";
    std::ofstream(fakes.folder() / "backup").put('x');
    QSignalSpy opened(&library, &RunLibrary::storeOpened);
    std::filesystem::rename(fakes.folder() / "backup", file); // another file under the same name
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 10'000);
    QVERIFY(!library.isLost());
}

void TestRunLibrary::anEndThatTheStoreCouldNotTakeIsShown() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value, RunState::Running)}));
    auto& library = fakes.services.library;
    library.noteEnd(kFirst, RunState::Failed, "the disk is full");
    QCOMPARE(library.find(kFirst)->state, RunState::Failed);
    QVERIFY(fakes.refreshed()); // the store still says that it runs
    QCOMPARE(library.find(kFirst)->state, RunState::Failed);
    QCOMPARE(library.find(kFirst)->failure, std::string("the disk is full"));
}

void TestRunLibrary::anotherStoreDropsTheHistory() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kFirst.value)}));
    fakes.services.library.remove({kFirst});
    QCOMPARE(fakes.services.undo.count(), 1);
    QSignalSpy opened(&fakes.services.library, &RunLibrary::storeOpened);
    fakes.services.library.open(fakes.folder() / "other.db");
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(fakes.services.undo.count(), 0);
    QVERIFY(fakes.services.library.runs().empty());
}

TESSERA_TEST(TestRunLibrary)
#include "test_run_library.moc"

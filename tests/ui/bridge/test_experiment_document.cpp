#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"

#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

void setEpochs(ExperimentDocument& document, int epochs) {
    document.change("transfer.epochs", "Change Epochs",
                    [epochs](Experiment& e) { e.transfer.epochs = epochs; });
}

} // namespace

class TestExperimentDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesCanBeUndone();
    void changesOfOneFieldAreOne();
    void noChangeIsNoStep();
    void theDefaultNameFollows();
    void problemsGoToTheirCards_data();
    void problemsGoToTheirCards();
    void theEnginesRefusalIsAProblem();
    void savesAndOpens();
    void aRefusedSaveChangesNothing();
    void aCrashLeavesTheChanges_data();
    void aCrashLeavesTheChanges();
    void whatIsSavedNeedsNoRecovery();
    void whatCannotBeReadAgainIsNotSaved();
    void unreadableLeftoversArePutAside();
    void badEntriesAreProblems();
};

void TestExperimentDocument::changesCanBeUndone() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    const auto before = document.experiment();
    setEpochs(document, 7);
    document.change("seed", "Change Seed", [](Experiment& e) { e.seed = 5; });
    QVERIFY(document.isModified());
    fakes.services.undo.undo();
    QCOMPARE(document.experiment().seed, before.seed);
    QCOMPARE(document.experiment().transfer.epochs, 7);
    fakes.services.undo.undo();
    QVERIFY(document.experiment() == before);
    QVERIFY(!document.isModified());
    fakes.services.undo.redo();
    QCOMPARE(document.experiment().transfer.epochs, 7);
}

void TestExperimentDocument::changesOfOneFieldAreOne() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    for (const int epochs : {4, 5, 6}) {
        setEpochs(document, epochs);
    }
    QCOMPARE(fakes.services.undo.count(), 1);
    fakes.services.undo.undo();
    QCOMPARE(document.experiment().transfer.epochs, TransferSpec{}.epochs);
}

void TestExperimentDocument::noChangeIsNoStep() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, document.experiment().transfer.epochs);
    QCOMPARE(fakes.services.undo.count(), 0);
    setEpochs(document, 9);
    setEpochs(document, TransferSpec{}.epochs); // back again
    QCOMPARE(fakes.services.undo.count(), 0);
}

void TestExperimentDocument::theDefaultNameFollows() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    const auto widen = [&](int width) {
        document.change("source.width", "Change Width",
                        [width](Experiment& e) { e.source.network.architecture->width = width; });
    };
    widen(32);
    QCOMPARE(document.experiment().name, fakes.documents.defaultName(document.experiment()));
    document.change("name", "Change Name", [](Experiment& e) { e.name = "mine"; });
    widen(48);
    QCOMPARE(document.experiment().name, std::string("mine"));
}

void TestExperimentDocument::problemsGoToTheirCards_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("place");
    QTest::newRow("field") << "transfer.rate must be a number above 0"
                           << "transfer";
    QTest::newRow("engine") << "receiver: the heads do not divide the width"
                            << "receiver";
    QTest::newRow("first word counts") << "the source names 3 classes but the data has 10"
                                       << "source";
    QTest::newRow("controls") << "controls holds 'x', which does not exist"
                              << "transfer";
    QTest::newRow("data") << "data.splits has zero reference samples"
                          << "data";
    QTest::newRow("nowhere") << "threads must be 0 or more"
                             << "";
}

void TestExperimentDocument::problemsGoToTheirCards() {
    QFETCH(QString, sentence);
    QFETCH(QString, place);
    FakeServices fakes;
    fakes.documents.setProblems({sentence.toStdString()});
    fakes.services.experiment.check();
    QCOMPARE(fakes.services.experiment.problems().size(), std::size_t(1));
    QCOMPARE(fakes.services.experiment.problems().front().place, place);
    QCOMPARE(fakes.services.experiment.problems().front().text, sentence);
}

void TestExperimentDocument::theEnginesRefusalIsAProblem() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    fakes.jobs.checkResult = Result<void>();
    document.check();
    QVERIFY(document.problems().empty());
    fakes.jobs.checkResult = Result<void>(fail(ErrorCode::InvalidArgument, "source: too large"));
    document.check();
    QCOMPARE(document.problems().front().place, QString("source"));
}

void TestExperimentDocument::savesAndOpens() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    const auto file = fakes.folder() / "mine.tessera.json";
    setEpochs(document, 11);
    QVERIFY(document.save(file));
    QVERIFY(!document.isModified());
    QCOMPARE(document.title(), QString("mine.tessera.json"));
    document.startNew();
    QVERIFY(document.file().empty());
    QVERIFY(document.experiment().transfer.epochs != 11);
    document.adopt(*fakes.documents.readExperiment(file), file);
    QCOMPARE(document.experiment().transfer.epochs, 11);
    QCOMPARE(fakes.services.undo.count(), 0);
}

void TestExperimentDocument::aRefusedSaveChangesNothing() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, 11);
    fakes.documents.refuseWrites(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    QVERIFY(!document.save(fakes.folder() / "mine.tessera.json"));
    QVERIFY(document.isModified());
    QVERIFY(document.file().empty());
}

void TestExperimentDocument::aCrashLeavesTheChanges_data() {
    QTest::addColumn<bool>("saved");
    QTest::newRow("never saved") << false;
    QTest::newRow("on top of a file") << true;
}

void TestExperimentDocument::aCrashLeavesTheChanges() {
    QFETCH(bool, saved);
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    std::filesystem::path file;
    if (saved) {
        file = fakes.folder() / "mine.tessera.json";
        QVERIFY(document.save(file));
    }
    setEpochs(document, 13);
    document.keepRecovery();
    fakes.services.background.waitForDone();
    // Another start of the program.
    QUndoStack undo;
    ExperimentDocument next(fakes.documents, fakes.jobs, undo, fakes.services.background,
                            fakes.folder() / "recovery.tessera.json");
    const auto restored = next.restore(file);
    QVERIFY(restored.opened);
    QVERIFY(restored.recovered);
    QCOMPARE(next.experiment().transfer.epochs, 13);
    QCOMPARE(next.file(), file);
    QVERIFY(next.isModified());
    fakes.services.background.waitForDone();
    QVERIFY(std::filesystem::exists(fakes.folder() / "recovery.tessera.json")); // until saved
}

void TestExperimentDocument::whatIsSavedNeedsNoRecovery() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, 13);
    document.keepRecovery();
    QVERIFY(document.save(fakes.folder() / "mine.tessera.json"));
    fakes.services.background.waitForDone();
    QVERIFY(!std::filesystem::exists(fakes.folder() / "recovery.tessera.json"));
    QVERIFY(!document.restore({}).recovered);
}

void TestExperimentDocument::whatCannotBeReadAgainIsNotSaved() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    const auto file = fakes.folder() / "mine.tessera.json";
    setEpochs(document, 13);
    QVERIFY(document.save(file));
    setEpochs(document, 14);
    fakes.documents.setProblems({"transfer.rate must be a number above 0"});
    document.change("transfer.rate", "Change rate", [](Experiment& e) { e.transfer.rate = -1.0; });
    const auto saved = document.save(file);
    QVERIFY(!saved);
    QVERIFY(saved.error().detail.find("transfer.rate") != std::string::npos);
    QCOMPARE(fakes.documents.readExperiment(file)->transfer.epochs, 13);
    // A crash now loses the bad number only.
    document.keepRecovery();
    fakes.services.background.waitForDone();
    const auto kept = fakes.documents.readExperiment(fakes.folder() / "recovery.tessera.json");
    QCOMPARE(kept->transfer.epochs, 14);
    QCOMPARE(kept->transfer.rate, TransferSpec{}.rate);
}

void TestExperimentDocument::unreadableLeftoversArePutAside() {
    FakeServices fakes;
    std::ofstream(fakes.folder() / "recovery.tessera.json") << "{";
    const auto restored = fakes.services.experiment.restore({});
    QVERIFY(!restored.recovered);
    QVERIFY(std::filesystem::exists(restored.unreadable));
    QVERIFY(!std::filesystem::exists(fakes.folder() / "recovery.tessera.json"));
}

void TestExperimentDocument::badEntriesAreProblems() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    document.setEntryProblem("seed", {"transfer", "Seed: type a whole number."});
    QCOMPARE(document.problems().size(), std::size_t(1));
    QCOMPARE(document.problems().front().place, QString("transfer"));
    document.setEntryProblem("seed", {});
    QVERIFY(document.problems().empty());
}

TESSERA_TEST(TestExperimentDocument)
#include "test_experiment_document.moc"

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
    void runsOnlyWhatTheEngineHasChecked();
    void savesAndOpens();
    void aRefusedSaveChangesNothing();
    void aCrashLeavesTheChanges();
    void whatIsSavedNeedsNoRecovery();
    void anUnreadableFileLeavesTheDocument();
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

void TestExperimentDocument::runsOnlyWhatTheEngineHasChecked() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    QVERIFY(!document.canRun());
    fakes.jobs.checkResult = Result<void>();
    document.check();
    QVERIFY(document.canRun());
    fakes.jobs.checkResult = Result<void>(fail(ErrorCode::InvalidArgument, "source: too large"));
    document.check();
    QVERIFY(!document.canRun());
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
    QVERIFY(document.open(file));
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

void TestExperimentDocument::aCrashLeavesTheChanges() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, 13);
    document.keepRecovery();
    fakes.services.background.waitForDone();
    // Another start of the program.
    ExperimentDocument next(fakes.documents, fakes.jobs, fakes.services.undo,
                            fakes.services.background, fakes.folder() / "recovery.tessera.json");
    QVERIFY(next.experiment().transfer.epochs != 13);
    QVERIFY(next.recover());
    QCOMPARE(next.experiment().transfer.epochs, 13);
    QVERIFY(next.isModified());
}

void TestExperimentDocument::whatIsSavedNeedsNoRecovery() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, 13);
    document.keepRecovery();
    QVERIFY(document.save(fakes.folder() / "mine.tessera.json"));
    fakes.services.background.waitForDone();
    QVERIFY(!std::filesystem::exists(fakes.folder() / "recovery.tessera.json"));
    QVERIFY(!document.recover());
}

void TestExperimentDocument::anUnreadableFileLeavesTheDocument() {
    FakeServices fakes;
    auto& document = fakes.services.experiment;
    setEpochs(document, 13);
    const auto file = fakes.folder() / "broken.tessera.json";
    std::ofstream(file) << "{";
    const auto opened = document.open(file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Corrupt);
    QCOMPARE(document.experiment().transfer.epochs, 13);
    QCOMPARE(fakes.services.undo.count(), 1);
}

TESSERA_TEST(TestExperimentDocument)
#include "test_experiment_document.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_network_card.h"

#include <QProgressBar>
#include <QSpinBox>

#include <atomic>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

// Networks from files in the card of Setup.
class TestNetworkCardFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksIntoAFile();
    void asksForAFile();
    void saysWhyAFileIsRefused();
    void saysWhatCannotBeRead();
    void offersTheArchitectureThatFits();
    void letsTheArchitectureBeCorrected();
    void theTensorsMustFit();
    void readingCanBeStopped();
    void closesWhileReading();
    void givesAFileAFreshHead();
    void aSourceKeepsItsHead();
};

void TestNetworkCardFiles::looksIntoAFile() {
    ShownCard shown;
    QVERIFY(shown.ready);
    const NetworkFile file;
    shown.choose(file);
    QVERIFY(shown.isVisible(".reading"));
    QTRY_VERIFY(shown.summary().contains("11.2 million"));
    QVERIFY(shown.summary().startsWith("resnet18.pt: TorchScript"));
    QVERIFY(shown.summary().contains("10 class"));
    QVERIFY(!shown.isVisible(".reading") && !shown.isVisible(".guess"));
    QVERIFY(shown.card->problems().isEmpty());
    QVERIFY(shown.isVisible(".head") && !shown.isVisible(".width") && shown.isVisible(".inspect"));
    shown.undo();
    QVERIFY(!shown.isVisible(".file") && shown.isVisible(".width"));
    QVERIFY(!shown.summary().contains("TorchScript"));
}

void TestNetworkCardFiles::asksForAFile() {
    ShownCard shown;
    const NetworkFile file;
    shown.pick(".family", "*file*");
    QVERIFY(shown.summary().contains("choose a file"));
    QVERIFY(!shown.isVisible(".inspect"));
    shown.find<QAbstractButton>(".file.choose")->click(); // thinks better of it
    QVERIFY(shown.spec().file.empty());
    shown.fakes.dialogs.files = {file.path()};
    shown.find<QAbstractButton>(".file.choose")->click();
    QCOMPARE(shown.spec().file, file.path());
    QTRY_VERIFY(shown.summary().contains("TorchScript"));
}

void TestNetworkCardFiles::saysWhyAFileIsRefused() {
    ShownCard shown;
    const NetworkFile file("bad.pt");
    shown.answer = [](const NetworkSpec&, const Watch&) { return described(madeRefusedScript()); };
    shown.choose(file);
    QTRY_COMPARE(shown.card->problems().size(), 1);
    QVERIFY(shown.card->problems().front().contains("aten::save"));
    QCOMPARE(shown.document().problems().size(), std::size_t(1)); // keeps it from running
    QCOMPARE(shown.document().problems().front().place, QString("receiver"));
    shown.document().revert(); // forgets it with everything else
    QVERIFY(shown.document().problems().empty() && shown.card->problems().isEmpty());
    shown.choose(file);
    QTRY_COMPARE(shown.document().problems().size(), std::size_t(1));
    shown.undo();
    QVERIFY(shown.document().problems().empty());
}

void TestNetworkCardFiles::saysWhatCannotBeRead() {
    ShownCard shown;
    const NetworkFile file("damaged.pt");
    shown.answer = [](const NetworkSpec&, const Watch&) -> DescribedResult {
        return fail(ErrorCode::Corrupt, "the archive ends early; fetch it again");
    };
    shown.choose(file);
    QTRY_COMPARE(shown.card->problems().size(), 1);
    QVERIFY(shown.card->problems().front().contains("damaged.pt"));
    QVERIFY(shown.card->problems().front().contains("ends early"));
    QVERIFY(shown.summary().contains("cannot be used"));
}

void TestNetworkCardFiles::offersTheArchitectureThatFits() {
    ShownCard shown;
    const NetworkFile file("weights.pt");
    shown.answer = [](const NetworkSpec& spec, const Watch&) {
        return described(madeStateDict(spec));
    };
    shown.choose(file);
    QTRY_VERIFY(shown.isVisible(".guess"));
    QVERIFY(shown.find<QLabel>(".guess.text")->text().contains("transformer 64d/2L"));
    QVERIFY(shown.card->problems().front().contains("Choose the architecture"));
    QVERIFY(shown.isVisible(".state.family") && !shown.isVisible(".width"));
    shown.find<QAbstractButton>(".guess")->click();
    QCOMPARE(shown.spec().architecture, std::optional(madeGuess()));
    QCOMPARE(shown.spec().file, file.path());
    QVERIFY(!shown.isVisible(".guess"));
    QTRY_VERIFY(shown.summary().contains("state dict"));
    QTRY_VERIFY(shown.card->problems().isEmpty());
    QVERIFY(shown.isVisible(".width") && shown.isVisible(".depth") && shown.isVisible(".file"));
    shown.undo();
    QVERIFY(!shown.spec().architecture);
    QTRY_VERIFY(shown.isVisible(".guess"));
}

void TestNetworkCardFiles::letsTheArchitectureBeCorrected() {
    ShownCard shown;
    const NetworkFile file("weights.pt");
    shown.answer = [](const NetworkSpec& spec, const Watch&) {
        return described(madeStateDict(spec));
    };
    shown.choose(file);
    QTRY_VERIFY(shown.isVisible(".state.family"));
    shown.pick(".state.family", "vit"); // the second guess knows its sizes
    QCOMPARE(shown.spec().architecture, std::optional(madeGuess("vit", 32, 4)));
    shown.find<QSpinBox>(".depth")->setValue(6);
    QCOMPARE(shown.spec().architecture->depth, 6);
    shown.pick(".state.family", "mlp"); // nobody's guess: as it stands
    QCOMPARE(shown.spec().architecture->family.value, std::string("mlp"));
    QCOMPARE(shown.spec().architecture->depth, 6);
    shown.pick(".state.family", "");
    QVERIFY(!shown.spec().architecture);
    QCOMPARE(shown.spec().file, file.path());
}

void TestNetworkCardFiles::theTensorsMustFit() {
    ShownCard shown;
    const NetworkFile file("weights.pt");
    shown.answer = [](const NetworkSpec& spec, const Watch&) {
        return described(madeStateDict(spec));
    };
    shown.choose(file);
    QTRY_VERIFY(shown.isVisible(".guess"));
    shown.find<QAbstractButton>(".guess")->click();
    QTRY_VERIFY(shown.card->problems().isEmpty());
    shown.find<QSpinBox>(".width")->setValue(32);
    QTRY_VERIFY(!shown.card->problems().isEmpty());
    QVERIFY(shown.card->problems().front().contains("do not fit"));
    shown.find<QSpinBox>(".width")->setValue(64);
    QTRY_VERIFY(shown.card->problems().isEmpty());
}

void TestNetworkCardFiles::readingCanBeStopped() {
    ShownCard shown;
    const NetworkFile file;
    std::atomic<bool> begun = false, slow = true;
    shown.answer = [&](const NetworkSpec&, const Watch& watch) {
        begun = true;
        return slow ? readForever(watch) : described(madeScript());
    };
    shown.choose(file);
    QTRY_VERIFY(begun);
    QVERIFY(shown.summary().contains("being read"));
    QTRY_COMPARE(shown.find<QProgressBar>(".reading.progress")->value(), 250); // of 1,000
    shown.find<QAbstractButton>(".reading.cancel")->click();
    QVERIFY(!shown.isVisible(".reading.progress") && shown.isVisible(".reading.again"));
    QVERIFY(shown.summary().contains("from a file"));
    QVERIFY(shown.document().problems().empty()); // a run reads it anyway
    slow = false;
    shown.find<QAbstractButton>(".reading.again")->click();
    QTRY_VERIFY(shown.summary().contains("TorchScript"));
    QVERIFY(!shown.isVisible(".reading"));
}

void TestNetworkCardFiles::closesWhileReading() {
    ShownCard shown;
    const NetworkFile file;
    std::atomic<bool> begun = false, ended = false;
    shown.answer = [&](const NetworkSpec&, const Watch& watch) {
        begun = true;
        auto nothing = readForever(watch);
        ended = true;
        return nothing;
    };
    shown.choose(file);
    QTRY_VERIFY(begun);
    delete shown.card;
    QVERIFY(ended);
}

void TestNetworkCardFiles::givesAFileAFreshHead() {
    ShownCard shown;
    const NetworkFile file;
    shown.answer = [](const NetworkSpec&, const Watch&) {
        auto about = madeScript();
        about.classes = 1'000;
        return described(about);
    };
    shown.choose(file);
    QTRY_VERIFY(!shown.card->problems().isEmpty());
    QVERIFY(shown.card->problems().front().contains("1000"));
    shown.pick(".head", "replace");
    QCOMPARE(shown.spec().head, HeadChoice::Replace);
    QTRY_VERIFY(shown.card->problems().isEmpty());
    shown.undo();
    QCOMPARE(shown.spec().head, HeadChoice::Keep);
}

void TestNetworkCardFiles::aSourceKeepsItsHead() {
    ShownCard shown(NetworkRole::Source);
    const NetworkFile file;
    shown.choose(file);
    QTRY_VERIFY(shown.summary().contains("TorchScript"));
    QVERIFY(!shown.isVisible(".head"));
    shown.document().change("x", "x",
                            [](Experiment& e) { e.source.network.head = HeadChoice::Replace; });
    QTRY_VERIFY(!shown.card->problems().isEmpty());
    QVERIFY(shown.isVisible(".head")); // to take it back
    shown.pick(".head", "keep");
    QTRY_VERIFY(shown.card->problems().isEmpty());
}

TESSERA_TEST(TestNetworkCardFiles)
#include "test_network_card_files.moc"

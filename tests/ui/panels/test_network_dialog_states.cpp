#include "tests/support/test_registry.h"
#include "tests/ui/panels/opened_network_dialog.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

DescribedResult thousands(const NetworkSpec&, const Watch&) {
    auto about = madeScript();
    about.modules = {madeModule("", "Net", 6'000)};
    std::string deep = "deep";
    for (int i = 0; i < 3'000; ++i) {
        about.modules.push_back(madeModule(deep, "Block", 3'000 - i));
        deep += ".x";
    }
    for (int i = 0; i < 3'000; ++i) {
        about.modules.push_back(madeModule("wide" + std::to_string(i), "Linear", 1));
    }
    return described(about);
}

} // namespace

// What the dialog shows of networks that are refused, riddles, slow or large.
class TestNetworkDialogStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedOperatorsComeFirst();
    void saysHowTensorsMeetAnArchitecture();
    void takesAnArchitectureThatFits();
    void readingCanBeStopped();
    void closesWhileReading();
    void saysWhatCannotBeRead();
    void takesThousandsOfModules();
};

void TestNetworkDialogStates::refusedOperatorsComeFirst() {
    Opened opened(refused);
    QVERIFY(opened.isKnown());
    QVERIFY(opened.text("network.notice").contains("will not be run"));
    QVERIFY(opened.text("network.notice").contains("Export the network without it"));
    const auto* list = opened.find<QTreeWidget>("operators.list");
    QCOMPARE(list->topLevelItemCount(), 3);
    const auto* first = list->topLevelItem(0);
    QCOMPARE(first->text(0), "aten::save");
    QCOMPARE(first->text(2), "refused");
    QVERIFY(!first->icon(2).isNull());
    QCOMPARE(first->text(3), "bad.py, line 7");
    QCOMPARE(list->topLevelItem(1)->text(2), "allowed");
    QVERIFY(opened.text("operators.verdict").contains("refused"));
    QVERIFY(opened.model().rowCount() > 0); // what it holds is shown all the same
}

void TestNetworkDialogStates::saysHowTensorsMeetAnArchitecture() {
    Opened opened([](NetworkSpec spec, const Watch&) {
        spec.architecture = madeGuess("mlp", 8, 1);
        return described(madeStateDict(spec));
    });
    QVERIFY(opened.isKnown());
    QCOMPARE(opened.tabs(), QStringList({"Modules", "State"}));
    const auto* list = opened.find<QTreeWidget>("state.list");
    QStringList groups;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        groups << list->topLevelItem(i)->text(0);
        QVERIFY(list->topLevelItem(i)->isExpanded());
    }
    QCOMPARE(groups.size(), 4);
    QVERIFY(groups[1].contains("Missing: 1") && groups[2].contains("Unexpected: 2") &&
            groups[3].contains("shape: 1"));
    QCOMPARE(list->topLevelItem(3)->child(0)->text(0), "head.weight: [10,32] instead of [10,64]");
    QVERIFY(opened.text("state.verdict").contains("module."));
    QVERIFY(!opened.isVisible("options.thaw")); // there are no modules, only their tensors
}

void TestNetworkDialogStates::takesAnArchitectureThatFits() {
    Opened opened(tensors, NetworkRole::Receiver, "weights.pt");
    QVERIFY(opened.isKnown());
    QVERIFY(opened.text("network.notice").contains("Choose the architecture"));
    auto* list = opened.find<QTreeWidget>("state.list");
    auto* use = opened.find<QPushButton>("state.use");
    QVERIFY(!use->isEnabled());
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(!use->isEnabled());
    list->setCurrentItem(list->topLevelItem(0)->child(0));
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(opened.dialog->spec().architecture, std::optional(madeGuess()));
    QVERIFY(opened.isKnown());
    QTRY_VERIFY(!opened.isVisible("network.notice"));
    QVERIFY(opened.text("network.title").contains("weights.pt"));
}

void TestNetworkDialogStates::readingCanBeStopped() {
    Opened opened(forever);
    QTRY_COMPARE(opened.find<QProgressBar>("network.reading.progress")->value(), 250);
    opened.find<QPushButton>("network.reading.cancel")->click();
    QVERIFY(opened.isVisible("network.reading.again"));
    QVERIFY(opened.find<QPushButton>("networkDialog.accept")->isEnabled());
    opened.find<QPushButton>("network.reading.again")->click();
    QTRY_COMPARE(opened.count.load(), 2);
}

void TestNetworkDialogStates::closesWhileReading() {
    Opened opened(forever);
    QTRY_COMPARE(opened.count.load(), 1);
    QTest::keyClick(opened.dialog.get(), Qt::Key_Escape);
    QVERIFY(!opened.dialog->isVisible());
    opened.dialog.reset();
    QCOMPARE(opened.described->state(), DescribedNetwork::State::Reading); // the card decides
    opened.described.reset();
}

void TestNetworkDialogStates::saysWhatCannotBeRead() {
    Opened opened(damaged);
    QTRY_VERIFY(opened.isVisible("network.notice"));
    QVERIFY(opened.text("network.notice").contains("ends early"));
    QCOMPARE(opened.tabs(), QStringList({"Modules"}));
    QCOMPARE(opened.model().rowCount(), 0);
}

void TestNetworkDialogStates::takesThousandsOfModules() {
    Opened opened(thousands);
    QVERIFY(opened.isKnown());
    auto* filter = opened.find<QLineEdit>("modules.filter");
    filter->setText("wide2999");
    QCOMPARE(opened.model().rowCount(opened.model().index(0, 0)), 1);
    filter->setText("block");
    QVERIFY(opened.tree().currentIndex().isValid());
    filter->clear();
    opened.select("wide2999");
    QVERIFY(!opened.tree().visualRect(opened.tree().currentIndex()).isEmpty());
}

TESSERA_TEST(TestNetworkDialogStates)
#include "test_network_dialog_states.moc"

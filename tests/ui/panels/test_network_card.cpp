#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_network_card.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QLineEdit>
#include <QSpinBox>

#include <atomic>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

class TestNetworkCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installTranslations(*qApp, "en"); }
    void anotherNetworkForgetsParts();
    void showsWhatAFamilyUses_data();
    void showsWhatAFamilyUses();
    void aResnetHasDepthsOfItsOwn();
    void setsDetailsOfAnArchitecture();
    void looksInside();
    void everyCornerIsGood_data();
    void everyCornerIsGood();
};

void TestNetworkCard::anotherNetworkForgetsParts() {
    ShownCard shown;
    const NetworkFile file;
    shown.choose(file);
    shown.document().change("y", "y", [](Experiment& e) {
        e.receiver.network.feature = "layer1";
        e.receiver.network.freeze = {"conv1"};
        e.receiver.network.head = HeadChoice::Replace;
    });
    QTest::keyClicks(shown.find<QLineEdit>(".file"), "x");
    QVERIFY(shown.spec().feature.empty() && shown.spec().freeze.empty());
    QCOMPARE(shown.spec().head, HeadChoice::Replace); // as good a wish for the next one
    shown.pick(".family", "mlp");
    QVERIFY(shown.spec().file.empty());
    QCOMPARE(shown.spec().head, HeadChoice::Keep);
    QCOMPARE(shown.spec().architecture->family.value, std::string("mlp"));
}

void TestNetworkCard::showsWhatAFamilyUses_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("mlp") << "mlp" << QStringList{".positions"};
    QTest::newRow("transformer") << "transformer" << QStringList{".positions", ".heads"};
    QTest::newRow("resnet") << "resnet" << QStringList{};
    QTest::newRow("vit") << "vit" << QStringList{".positions", ".heads", ".patch", ".pooling"};
}

void TestNetworkCard::showsWhatAFamilyUses() {
    QFETCH(QString, family);
    QFETCH(QStringList, rows);
    ShownCard shown;
    auto* more = shown.page.findChild<QAbstractButton*>("card.receiver.more");
    more->setChecked(true);
    shown.pick(".family", family);
    QStringList seen;
    for (const char* row : {".positions", ".heads", ".patch", ".pooling"}) {
        if (shown.isVisible(row)) {
            seen << row;
        }
    }
    QCOMPARE(seen, rows);
    QCOMPARE(more->isVisibleTo(&shown.page), !rows.isEmpty()); // it is not trained
    QCOMPARE(shown.isVisible(".depth.resnet"), family == "resnet");
    QCOMPARE(shown.isVisible(".depth"), family != "resnet");
}

void TestNetworkCard::aResnetHasDepthsOfItsOwn() {
    ShownCard shown;
    shown.pick(".family", "resnet");
    QCOMPARE(shown.spec().architecture->depth, 8);
    QCOMPARE(shown.spec().architecture->width, 16);
    const auto* depths = shown.find<QComboBox>(".depth.resnet");
    QStringList offered;
    for (int i = 0; i < depths->count(); ++i) {
        offered << depths->itemData(i).toString();
    }
    QCOMPARE(offered, QStringList({"8", "14", "20", "26", "32", "38", "44", "50", "56"}));
    shown.pick(".depth.resnet", "20");
    QCOMPARE(shown.spec().architecture->depth, 20);
    shown.pick(".family", "mlp");
    QCOMPARE(shown.spec().architecture->depth, ArchitectureSpec{}.depth);
    QCOMPARE(depths->count(), 9);
}

void TestNetworkCard::setsDetailsOfAnArchitecture() {
    ShownCard shown;
    shown.pick(".family", "vit");
    const auto architecture = [&] { return *shown.spec().architecture; };
    shown.pick(".positions", "sinusoidal");
    QCOMPARE(architecture().encoding, PositionEncoding::Sinusoidal);
    QCOMPARE(architecture().positions, std::optional(true));
    shown.pick(".positions", "none");
    QCOMPARE(architecture().positions, std::optional(false));
    QCOMPARE(shown.find<QComboBox>(".positions")->currentData().toString(), QString("none"));
    shown.pick(".positions", "");
    QVERIFY(!architecture().positions);
    QCOMPARE(architecture().encoding, PositionEncoding::Learned);
    shown.find<QSpinBox>(".heads")->setValue(4);
    shown.find<QSpinBox>(".patch")->setValue(2);
    shown.pick(".pooling", "class");
    QCOMPARE(architecture().heads, std::optional(4));
    QCOMPARE(architecture().patch, std::optional(2));
    QCOMPARE(architecture().pooling, Pooling::ClassToken);
    shown.find<QSpinBox>(".heads")->setValue(0);
    QVERIFY(!architecture().heads);
}

void TestNetworkCard::looksInside() {
    ShownCard shown;
    const NetworkFile file;
    std::atomic<int> count = 0;
    shown.answer = [&](const NetworkSpec&, const Watch&) {
        ++count;
        return described(madeScript());
    };
    shown.choose(file);
    QTRY_VERIFY(shown.summary().contains("TorchScript"));
    const auto steps = shown.fakes.services.undo.setup().count();
    shown.fakes.dialogs.forms = {
        [](QDialog& dialog) {
            dialog.findChild<QComboBox*>("options.head")->setCurrentIndex(1);
            Q_EMIT dialog.findChild<QComboBox*>("options.head")->activated(1);
            return Consent::No;
        },
        [](QDialog& dialog) {
            auto* head = dialog.findChild<QComboBox*>("options.head");
            head->setCurrentIndex(1);
            Q_EMIT head->activated(1);
            return Consent::Yes;
        }};
    auto* look = shown.find<QAbstractButton>(".inspect");
    look->click();
    QCOMPARE(shown.spec().head, HeadChoice::Keep);
    QCOMPARE(shown.fakes.services.undo.setup().count(), steps);
    QTRY_VERIFY(!shown.isVisible(".reading"));
    look->click();
    QCOMPARE(shown.spec().head, HeadChoice::Replace);
    QCOMPARE(shown.fakes.services.undo.setup().count(), steps + 1);
    shown.undo();
    QCOMPARE(shown.spec().head, HeadChoice::Keep);
    // Of an architecture as well, which the card itself does not look into.
    shown.pick(".family", "mlp");
    const int before = count;
    shown.fakes.dialogs.forms = {[&](QDialog&) {
        return QTest::qWaitFor([&] { return count > before; }) ? Consent::Yes : Consent::No;
    }};
    look->click();
    QCOMPARE(count.load(), before + 1);
    QCOMPARE(shown.spec().architecture->family.value, std::string("mlp"));
}

void TestNetworkCard::everyCornerIsGood_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QString>("language");
    for (const char* state : {"file", "tensors", "reading", "stopped", "refused", "vit"}) {
        QTest::addRow("%s, light", state) << state << ThemeChoice::Light << "en";
        QTest::addRow("%s, dark, right to left", state) << state << ThemeChoice::Dark << "pseudo";
        QTest::addRow("%s, German", state) << state << ThemeChoice::Light << "de";
    }
}

void TestNetworkCard::everyCornerIsGood() {
    QFETCH(QString, state);
    QFETCH(ThemeChoice, theme);
    QFETCH(QString, language);
    installTranslations(*qApp, language);
    ShownCard shown;
    shown.fakes.services.theme.setChoice(theme);
    const NetworkFile file("a_network_with_a_rather_long_name.pt");
    shown.answer = [&](const NetworkSpec& spec, const Watch& watch) {
        if (state == "tensors") {
            return described(madeStateDict(spec));
        }
        return state == "reading" || state == "stopped" ? readForever(watch)
               : state == "refused"                     ? described(madeRefusedScript())
                                                        : described(madeScript());
    };
    if (state == "vit") {
        shown.pick(".family", "vit");
        shown.page.findChild<QAbstractButton*>("card.receiver.more")->setChecked(true);
    } else {
        shown.choose(file);
        QTRY_VERIFY(state == "reading" || state == "stopped" || !shown.isVisible(".reading"));
    }
    if (state == "stopped") {
        shown.find<QAbstractButton>(".reading.cancel")->click();
    }
    // Long texts have a wider dock to themselves.
    constexpr int kNarrow = 320, kWide = 420;
    shown.page.resize(language == "pseudo" ? kWide : kNarrow, 900);
    QTRY_COMPARE(problemsOf(&shown.page).join("\n"), QString());
    QVERIFY(shown.page.width() <= kWide);
}

TESSERA_TEST(TestNetworkCard)
#include "test_network_card.moc"

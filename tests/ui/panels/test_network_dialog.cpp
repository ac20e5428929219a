#include "tests/support/test_registry.h"
#include "tests/ui/panels/opened_network_dialog.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

DescribedResult doubtful(const NetworkSpec&, const Watch&) {
    auto about = madeScript();
    about.warnings = {"The file was exported for training; it is run as for evaluation.",
                      std::string(200, 'w') + " " + std::string(60, 'x')};
    about.modules[4].note = std::string(300, 'n');
    return described(about);
}

struct Kind {
    const char* name;
    Answer answer;
    NetworkRole role;
    const char* tab; // that is looked at
    bool isEndless = false;
};

const Kind kKinds[] = {{"script", script, NetworkRole::Receiver, "Modules"},
                       {"source", script, NetworkRole::Source, "Attributes"},
                       {"refused", refused, NetworkRole::Receiver, "Operators"},
                       {"state dict", tensors, NetworkRole::Receiver, "State"},
                       {"being read", forever, NetworkRole::Receiver, "Modules", true},
                       {"damaged", damaged, NetworkRole::Receiver, "Modules"},
                       {"doubtful", doubtful, NetworkRole::Receiver, "Modules"}};

} // namespace

class TestNetworkDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        installTranslations(*qApp, "en");
        QApplication::setPalette(lightTheme().palette());
    }
    void everyDialogIsGood_data();
    void everyDialogIsGood();
    void tellsTheFacts();
    void showsModulesAndFindsSome();
    void enterDoesNotAccept();
    void choosesAFeature();
    void freezesModules();
    void somethingMustLearn();
    void replacesTheHead();
    void aSourceIsOnlyLookedAt();
};

void TestNetworkDialog::everyDialogIsGood_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (int kind = 0; kind < static_cast<int>(std::size(kKinds)); ++kind) {
        for (const bool dark : {false, true}) {
            for (const char* language : {"en", "pseudo", "de"}) {
                QTest::addRow("%s, %s, %s", kKinds[kind].name, dark ? "dark" : "light", language)
                    << kind << dark << language;
            }
        }
    }
}

void TestNetworkDialog::everyDialogIsGood() {
    QFETCH(int, kind);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QCOMPARE(installTranslations(*qApp, language), language);
    QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
    Opened opened(kKinds[kind].answer, kKinds[kind].role);
    QVERIFY(opened.ready);
    auto* dialog = opened.dialog.get();
    QTRY_VERIFY(kKinds[kind].isEndless
                    ? opened.described->progress().has_value()
                    : opened.described->state() != DescribedNetwork::State::Reading);
    auto* tabs = opened.find<QTabWidget>("network.tabs");
    for (int i = 0; i < tabs->count(); ++i) {
        const char* names[] = {"Modules", "Operators", "Attributes", "State"};
        if (QLatin1String(names[i]) == QLatin1String(kKinds[kind].tab)) {
            QVERIFY(tabs->isTabVisible(i));
            tabs->setCurrentIndex(i);
        }
    }
    QVERIFY(!dialog->windowTitle().isEmpty());
    QTRY_COMPARE(problemsOf(dialog).join("\n"), QString());
    QVERIFY2(dialog->width() <= 1000 && dialog->height() <= 640,
             qPrintable(QString("%1 x %2").arg(dialog->width()).arg(dialog->height())));
    const auto stops = tabStops(dialog);
    QVERIFY(stops.size() >= 4);
    stops.front()->setFocus();
    for (std::size_t i = 1; i <= stops.size(); ++i) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), stops[i % stops.size()]);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
}

void TestNetworkDialog::tellsTheFacts() {
    Opened opened(script);
    QVERIFY(opened.isKnown());
    QVERIFY(opened.text("network.title").contains("resnet18.pt: TorchScript, 11.2 million"));
    const auto facts = opened.facts();
    for (const char* fact : {"TorchScript", "images of 3xHxW", "1 \u00D7 8 \u00D7 8", "11,181,642",
                             "9,600", "Classes: 10", "linear layer", "input of the head",
                             "3.0 kB per sample", "1.8 MB for 597 reference", "200.0 kB"}) {
        QVERIFY2(facts.contains(fact), qPrintable(fact + (" is not in " + facts)));
    }
    QVERIFY(!opened.isVisible("network.notice"));
    QCOMPARE(opened.tabs(), QStringList({"Modules", "Operators", "Attributes"}));
    QCOMPARE(opened.find<QListWidget>("network.attributes")->count(), 2);
    QVERIFY(opened.find<QLabel>("operators.verdict")->text().contains("All operators are allowed"));
}

void TestNetworkDialog::showsModulesAndFindsSome() {
    Opened opened(script);
    QVERIFY(opened.isKnown());
    opened.select("layer1.0.conv1");
    const auto place = opened.tree().currentIndex();
    QCOMPARE(opened.tree().visualRect(place).isEmpty(), false); // opened by itself
    auto* filter = opened.find<QLineEdit>("modules.filter");
    filter->setFocus();
    QTest::keyClicks(filter, "conv1");
    QCOMPARE(opened.tree().currentIndex().data(NetworkModel::NameRole).toString(),
             "layer1.0.conv1"); // stays chosen
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(opened.tree().hasFocus());
    QTest::keyClick(&opened.tree(), Qt::Key_Home);
    QTest::keyClick(&opened.tree(), Qt::Key_Down);
    QCOMPARE(opened.tree().currentIndex().data().toString(), "conv1");
    filter->setText("no such module");
    QVERIFY(!opened.tree().currentIndex().isValid());
    QVERIFY(!opened.find<QPushButton>("options.useAsFeature")->isEnabled());
    filter->clear();
    QVERIFY(opened.tree().currentIndex().isValid());
}

void TestNetworkDialog::enterDoesNotAccept() {
    Opened opened(script);
    QVERIFY(opened.isKnown());
    for (const char* name : {"modules.filter", "modules.tree"}) {
        auto* widget = opened.find<QWidget>(name);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Return);
        QVERIFY(opened.dialog->isVisible());
    }
    auto* accept = opened.find<QPushButton>("networkDialog.accept");
    accept->setFocus();
    QTest::keyClick(accept, Qt::Key_Return);
    QCOMPARE(opened.dialog->result(), int(QDialog::Accepted));
}

void TestNetworkDialog::choosesAFeature() {
    Opened opened(script);
    QVERIFY(opened.isKnown());
    auto* use = opened.find<QPushButton>("options.useAsFeature");
    opened.select("relu"); // is not recorded
    QVERIFY(!use->isEnabled());
    opened.select("feature"); // is it already
    QVERIFY(!use->isEnabled());
    opened.select("layer1");
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(opened.dialog->spec().feature, std::string("layer1"));
    QVERIFY(!use->isEnabled());
    QVERIFY(opened.text("options.feature").contains("layer1"));
    QVERIFY(opened.facts().contains("Feature: layer1"));
    QTRY_COMPARE(opened.count.load(), 2); // tried behind the dialog
    QVERIFY(opened.isKnown());
    QCOMPARE(opened.tree().currentIndex().data(NetworkModel::NameRole).toString(), "layer1");
    opened.find<QPushButton>("options.resetFeature")->click();
    QVERIFY(opened.dialog->spec().feature.empty());
    // The document itself is untouched.
    QVERIFY(opened.fakes.services.experiment.experiment().receiver.network.feature.empty());
}

void TestNetworkDialog::freezesModules() {
    Opened opened(script);
    QVERIFY(opened.isKnown());
    opened.select("conv1");
    opened.tree().setFocus();
    QTest::keyClick(&opened.tree(), Qt::Key_Space);
    QCOMPARE(opened.dialog->spec().freeze, std::vector<std::string>{"conv1"});
    QVERIFY(opened.text("options.frozen").contains("conv1"));
    QTRY_COMPARE(opened.count.load(), 2);
    QVERIFY(opened.isKnown());
    opened.find<QPushButton>("options.thaw")->click();
    QVERIFY(opened.dialog->spec().freeze.empty());
    QCOMPARE(opened.model().indexOf("conv1").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!opened.find<QPushButton>("options.thaw")->isEnabled());
}

void TestNetworkDialog::somethingMustLearn() {
    Opened opened([](const NetworkSpec&, const Watch&) {
        auto about = madeScript();
        about.modules = {madeModule("", "Net", 30), madeModule("a", "Linear", 10, {4}),
                         madeModule("b", "Linear", 20, {4})};
        return described(about);
    });
    QVERIFY(opened.isKnown());
    auto* accept = opened.find<QPushButton>("networkDialog.accept");
    for (const char* name : {"a", "b"}) {
        QVERIFY(accept->isEnabled());
        opened.model().setData(opened.model().indexOf(name), Qt::Checked, Qt::CheckStateRole);
    }
    QVERIFY(!accept->isEnabled());
    QVERIFY(opened.dialog->problem().contains("Thaw"));
    opened.find<QPushButton>("options.thaw")->click();
    QVERIFY(accept->isEnabled() && opened.dialog->problem().isEmpty());
}

void TestNetworkDialog::replacesTheHead() {
    Opened opened([](const NetworkSpec& spec, const Watch&) {
        auto about = madeScript();
        about.classes = spec.head == HeadChoice::Replace ? 10 : 1'000;
        return described(about);
    });
    QVERIFY(opened.isKnown());
    QVERIFY(opened.isVisible("network.notice"));
    QVERIFY(opened.text("network.notice").contains("Replace its head"));
    auto* head = opened.find<QComboBox>("options.head");
    head->setFocus();
    QTest::keyClick(head, Qt::Key_Down);
    QCOMPARE(opened.dialog->spec().head, HeadChoice::Replace);
    QTRY_COMPARE(opened.count.load(), 2);
    QVERIFY(opened.isKnown());
    QVERIFY(!opened.isVisible("network.notice"));
    QVERIFY(opened.facts().contains("a fresh one"));
}

void TestNetworkDialog::aSourceIsOnlyLookedAt() {
    Opened opened(script, NetworkRole::Source);
    QVERIFY(opened.isKnown());
    QVERIFY(!opened.isVisible("options.head") && !opened.isVisible("options.thaw"));
    QVERIFY(opened.isVisible("options.useAsFeature")); // what it teaches with can be chosen
    QVERIFY(!opened.model().indexOf("conv1").data(Qt::CheckStateRole).isValid());
}

TESSERA_TEST(TestNetworkDialog)
#include "test_network_dialog.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/token_export_dialog.h"
#include "ui/panels/token_key_dialog.h"
#include "ui/panels/token_merge_dialog.h"
#include "ui/panels/token_publication_dialog.h"
#include "ui/panels/token_sign_dialog.h"
#include "ui/panels/token_signers_dialog.h"
#include "ui/widgets/translations.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <memory>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

SignerKey signer(const std::string& name, char digit, bool revoked = false) {
    return {name, std::string(64, digit), std::string(64, digit), "2026-01-01T12:00:00Z", revoked};
}

std::vector<TokenLeak> someLeaks() {
    return {{"source", "source_model_id", "mlp-128d-4L & more", "", true},
            {"source_hash", "custom_metadata.twb.source_sha256", std::string(64, 'f'), "", true},
            {"x.note", "custom_metadata.note", std::string(500, 'n'), "", false}};
}

void settle(FakeServices& fake) {
    fake.services.background.waitForDone();
    QCoreApplication::processEvents();
}

using Dialog = std::unique_ptr<QDialog>;

Dialog makeKey(FakeServices& fake) {
    auto dialog = std::make_unique<TokenKeyDialog>(fake.services, "run one");
    dialog->findChild<QComboBox*>("key.kind")->setCurrentIndex(2);
    return dialog;
}

Dialog makeExport(FakeServices& fake) {
    auto token = madeTokenFile();
    token.signatures = {madeSignature(KeyTrust::Trusted)};
    auto dialog = std::make_unique<TokenExportDialog>(fake.services, token);
    dialog->findChild<QRadioButton*>("export.rewrite")->click();
    dialog->findChild<QComboBox*>("export.numbers")->setCurrentIndex(3);
    dialog->findChild<QCheckBox*>("export.seal")->click();
    return dialog;
}

Dialog makeSign(FakeServices& fake) {
    return std::make_unique<TokenSignDialog>(fake.services);
}

Dialog makeSigners(FakeServices& fake) {
    fake.tokens.trustAtFirst({signer("Anna", '1'), signer("Bert", '2', true)});
    auto dialog = std::make_unique<TokenSignersDialog>(fake.services);
    settle(fake);
    return dialog;
}

Dialog makePublication(FakeServices&) {
    return std::make_unique<TokenPublicationDialog>(someLeaks(), true);
}

Dialog makeMerge(FakeServices& fake) {
    auto examination = std::make_shared<const TokenExamination>(madeExamination(madeTokenFile()));
    auto dialog =
        std::make_unique<TokenMergeDialog>(fake.services, TokenMergeInput{"run one", examination});
    dialog->findChild<QComboBox*>("merge.rule")->setCurrentIndex(2);
    return dialog;
}

struct Kind {
    const char* name;
    Dialog (*make)(FakeServices& fake);
};

const Kind kTokenKinds[] = {
    {"key", makeKey},         {"export", makeExport},           {"sign", makeSign},
    {"signers", makeSigners}, {"publication", makePublication}, {"merge", makeMerge}};

} // namespace

class TestTokenViewDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        installTranslations(*qApp, "en");
        QApplication::setPalette(lightTheme().palette());
    }
    void everyDialogIsGood_data();
    void everyDialogIsGood();
    void takesKeysOfEveryKind_data();
    void takesKeysOfEveryKind();
    void takesTheBytesOfAFile();
    void hidesWhatIsTyped();
    void warnsOfWhatAnExportLoses();
    void makesAKeyOnTheSpot();
    void explainsWhatIsWrongWithAKey();
    void addsRevokesAndRemovesSigners();
    void saysWhenTheListStaysAsItIs();
    void takesOutWhatIsByDefault();
    void tellsWhenThereIsNothingToTakeOut();
};

void TestTokenViewDialogs::everyDialogIsGood_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (int kind = 0; kind < static_cast<int>(std::size(kTokenKinds)); ++kind) {
        for (const bool dark : {false, true}) {
            for (const char* language : {"en", "pseudo", "de"}) {
                QTest::addRow("%s, %s, %s", kTokenKinds[kind].name, dark ? "dark" : "light",
                              language)
                    << kind << dark << language;
            }
        }
    }
}

void TestTokenViewDialogs::everyDialogIsGood() {
    QFETCH(int, kind);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QCOMPARE(installTranslations(*qApp, language), language);
    FakeServices fake;
    QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
    const auto dialog = kTokenKinds[kind].make(fake);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    QVERIFY(!dialog->windowTitle().isEmpty());
    // What the focus brings into sight is laid out in a moment.
    QTRY_COMPARE(problemsOf(dialog.get()).join("\n"), QString());
    QVERIFY(dialog->width() <= 1000 && dialog->height() <= 640); // fits the smallest screen
    const auto stops = tabStops(dialog.get());
    QVERIFY(stops.size() >= 2);
    stops.front()->setFocus();
    for (std::size_t i = 1; i <= stops.size(); ++i) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), stops[i % stops.size()]);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
}

void TestTokenViewDialogs::takesKeysOfEveryKind_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("key"); // empty: it is none
    QTest::newRow("text") << 0 << "secret" << QByteArray("secret");
    QTest::newRow("text with letters of two bytes") << 0 << QString("gr\u00F6\u00DFe")
                                                    << QByteArray("gr\xC3\xB6\xC3\x9F"
                                                                  "e");
    QTest::newRow("no text") << 0 << "" << QByteArray();
    QTest::newRow("digits") << 1 << "00ffA1" << QByteArray("\x00\xFF\xA1", 3);
    QTest::newRow("digits in groups") << 1 << "00ff a1" << QByteArray("\x00\xFF\xA1", 3);
    QTest::newRow("half a byte") << 1 << "00f" << QByteArray();
    QTest::newRow("no digits") << 1 << "xyz!" << QByteArray();
    QTest::newRow("nothing") << 1 << "" << QByteArray();
    QTest::newRow("no file yet") << 2 << "" << QByteArray();
}

void TestTokenViewDialogs::takesKeysOfEveryKind() {
    QFETCH(int, kind);
    QFETCH(QString, typed);
    QFETCH(QByteArray, key);
    FakeServices fake;
    TokenKeyDialog dialog(fake.services, "run one");
    dialog.show();
    dialog.findChild<QComboBox*>("key.kind")->setCurrentIndex(kind);
    dialog.findChild<QLineEdit*>("key.edit")->setText(typed);
    const auto* button = dialog.findChild<QPushButton*>("keyDialog.accept");
    QCOMPARE(button->isEnabled(), !key.isEmpty());
    QCOMPARE(dialog.problem().isEmpty(), !key.isEmpty());
    QCOMPARE(QByteArray::fromStdString(dialog.key()), key);
}

void TestTokenViewDialogs::takesTheBytesOfAFile() {
    FakeServices fake;
    const auto file = fake.folder() / "key.bin";
    std::ofstream(file, std::ios::binary) << std::string("\0\1\n", 3);
    std::ofstream(fake.folder() / "empty.bin");
    std::ofstream(fake.folder() / "large.bin") << std::string(100'000, 'x');
    TokenKeyDialog dialog(fake.services, "run one");
    dialog.show();
    dialog.findChild<QComboBox*>("key.kind")->setCurrentIndex(2);
    auto* choose = dialog.findChild<QToolButton*>("key.choose");
    for (const char* bad : {"absent.bin", "empty.bin", "large.bin"}) {
        fake.dialogs.files = {fake.folder() / bad};
        choose->click();
        settle(fake);
        QVERIFY2(dialog.problem().contains("choose another one"), bad);
    }
    fake.dialogs.files = {file};
    choose->click();
    settle(fake);
    QVERIFY(dialog.problem().isEmpty());
    QCOMPARE(dialog.key(), std::string("\0\1\n", 3));
    dialog.findChild<QComboBox*>("key.kind")->setCurrentIndex(0);
    QVERIFY(dialog.key().empty()); // the file's key went with its kind
}

void TestTokenViewDialogs::hidesWhatIsTyped() {
    FakeServices fake;
    TokenKeyDialog dialog(fake.services, "run one");
    const auto* edit = dialog.findChild<QLineEdit*>("key.edit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    dialog.findChild<QAction*>("key.see")->toggle();
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    dialog.findChild<QComboBox*>("key.kind")->setCurrentIndex(1);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal); // as the person wanted it
    dialog.findChild<QAction*>("key.see")->toggle();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
}

void TestTokenViewDialogs::warnsOfWhatAnExportLoses() {
    FakeServices fake;
    auto token = madeTokenFile();
    token.signatures = {madeSignature(KeyTrust::Trusted)};
    token.hmac = HmacState::Valid;
    TokenExportDialog dialog(fake.services, token);
    const auto* note = dialog.findChild<QLabel*>("export.note");
    QCOMPARE(dialog.kind(), TokenExportDialog::Kind::Copy);
    QVERIFY(note->isHidden());
    dialog.findChild<QRadioButton*>("export.rewrite")->click();
    QVERIFY(note->text().contains("no seal") && !note->text().contains("rounded"));
    dialog.findChild<QComboBox*>("export.numbers")->setCurrentIndex(1);
    QVERIFY(note->text().contains("rounded") && note->text().contains("no longer fit"));
    dialog.findChild<QCheckBox*>("export.seal")->click();
    dialog.findChild<QLineEdit*>("key.edit")->setText("short");
    QVERIFY(!note->text().contains("no seal") && note->text().contains("guessed"));
    QCOMPARE(dialog.options().hmacKey, std::optional<std::string>("short"));
    dialog.findChild<QComboBox*>("export.format")->setCurrentIndex(1); // no room for a seal
    QVERIFY(!dialog.options().hmacKey && dialog.problem().isEmpty());
    // A pair can only be written anew; int8 keeps its scale.
    token.format = TokenFormat::LegacyPair;
    QCOMPARE(TokenExportDialog(fake.services, token).kind(), TokenExportDialog::Kind::Rewrite);
    token.format = TokenFormat::Tbf;
    token.numbers = TokenNumbers::Int8;
    token.int8 = Int8Scale{0.5, 1};
    const TokenExportDialog coarse(fake.services, token);
    QCOMPARE(coarse.options().int8, token.int8);
}

void TestTokenViewDialogs::makesAKeyOnTheSpot() {
    FakeServices fake;
    TokenSignDialog dialog(fake.services);
    dialog.show();
    QVERIFY(dialog.problem().contains("make one"));
    fake.dialogs.files = {fake.folder() / "mine.pem", fake.folder() / "other.pem"};
    auto* make = dialog.findChild<QPushButton*>("sign.make");
    make->click();
    settle(fake);
    QVERIFY(std::filesystem::exists(fake.folder() / "mine.pem"));
    QVERIFY(std::filesystem::exists(fake.folder() / "mine.pub.pem"));
    const auto* note = dialog.findChild<QLabel*>("sign.note");
    QVERIFY(note->text().contains("mine.pub.pem") && note->text().contains("fingerprint"));
    QVERIFY(dialog.problem().contains("name"));
    dialog.findChild<QLineEdit*>("sign.signer")->setText("Anna");
    QVERIFY(dialog.problem().isEmpty());
    QCOMPARE(dialog.request().privateKey, fake.folder() / "mine.pem");
    // A key that could not be made leaves the one that is there.
    fake.tokens.refuse(Error{ErrorCode::InvalidArgument, "the file exists", std::nullopt});
    make->click();
    settle(fake);
    QVERIFY(note->text().contains("No key was made"));
    QVERIFY(dialog.problem().isEmpty());
    QCOMPARE(dialog.request().privateKey, fake.folder() / "mine.pem");
}

void TestTokenViewDialogs::explainsWhatIsWrongWithAKey() {
    FakeServices fake;
    std::ofstream(fake.folder() / "empty.pem");
    TokenSignDialog dialog(fake.services);
    dialog.show();
    fake.dialogs.files = {fake.folder() / "empty.pem"};
    dialog.findChild<QPushButton*>("sign.choose")->click();
    settle(fake);
    QVERIFY(dialog.problem().contains("holds no key"));
    auto* edit = dialog.findChild<QLineEdit*>("sign.key");
    edit->clear();
    QTest::keyClicks(edit, "/no/such.pem");
    settle(fake);
    QVERIFY(dialog.problem().contains("no such file"));
    QVERIFY(!dialog.findChild<QPushButton*>("signDialog.accept")->isEnabled());
}

void TestTokenViewDialogs::addsRevokesAndRemovesSigners() {
    FakeServices fake;
    std::ofstream(fake.folder() / "anna.pem") << "anna";
    TokenSignersDialog dialog(fake.services);
    dialog.show();
    settle(fake);
    auto* list = dialog.findChild<QTreeWidget*>("signers.list");
    QCOMPARE(list->topLevelItemCount(), 0);
    QVERIFY(dialog.findChild<QLabel*>("signers.note")->text().contains("Nobody"));
    auto* add = dialog.findChild<QPushButton*>("signers.add");
    auto* revoke = dialog.findChild<QPushButton*>("signers.revoke");
    auto* remove = dialog.findChild<QPushButton*>("signers.remove");
    QVERIFY(!revoke->isEnabled() && !remove->isEnabled());
    const auto addAnna = [&](const QString& name) {
        fake.dialogs.files = {fake.folder() / "anna.pem"};
        fake.dialogs.texts = {name};
        add->click();
        settle(fake);
        settle(fake);
        settle(fake);
    };
    addAnna(" Anna ");
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), "Anna");
    QCOMPARE(list->topLevelItem(0)->text(1).left(9), "1111 1111");
    QVERIFY(list->topLevelItem(0)->text(3).contains("trusted"));
    list->setCurrentItem(list->topLevelItem(0));
    remove->click();
    settle(fake);
    settle(fake);
    QCOMPARE(list->topLevelItemCount(), 0);
    addAnna("Anna");
    list->setCurrentItem(list->topLevelItem(0));
    fake.dialogs.consent = Consent::No;
    revoke->click();
    settle(fake);
    QVERIFY(!fake.tokens.trusted()->front().revoked);
    fake.dialogs.consent = Consent::Yes;
    revoke->click();
    settle(fake);
    settle(fake);
    QVERIFY(list->topLevelItem(0)->text(3).contains("revoked"));
    QVERIFY(!revoke->isEnabled() && !remove->isEnabled()); // it stays chosen, and stays
}

void TestTokenViewDialogs::saysWhenTheListStaysAsItIs() {
    FakeServices fake;
    fake.tokens.trustAtFirst({signer("Anna", '1')});
    std::ofstream(fake.folder() / "anna.pem") << "anna";
    std::ofstream(fake.folder() / "empty.pem");
    TokenSignersDialog dialog(fake.services);
    dialog.show();
    settle(fake);
    const auto* problem = dialog.findChild<QLabel*>("signers.problem");
    QVERIFY(problem->isHidden());
    const auto add = [&](const char* file, const QString& name) {
        fake.dialogs.files = {fake.folder() / file};
        fake.dialogs.texts = {name};
        dialog.findChild<QPushButton*>("signers.add")->click();
        settle(fake);
        settle(fake);
        settle(fake);
    };
    add("empty.pem", "Bert");
    QVERIFY(problem->text().contains("holds no key"));
    add("anna.pem", "Anna");
    QVERIFY(problem->text().contains("in the list already"));
    add("anna.pem", "  ");
    QVERIFY(problem->text().contains("without a name"));
    fake.tokens.refuse(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    add("anna.pem", "Bert");
    QVERIFY(problem->text().contains("was not changed"));
    QCOMPARE(fake.tokens.trusted()->size(), std::size_t(1));
    dialog.findChild<QTreeWidget*>("signers.list")
        ->setCurrentItem(dialog.findChild<QTreeWidget*>("signers.list")->topLevelItem(0));
    QTRY_COMPARE(problemsOf(&dialog).join("\n"), QString());
}

void TestTokenViewDialogs::takesOutWhatIsByDefault() {
    TokenPublicationDialog dialog(someLeaks(), false);
    dialog.show();
    QCOMPARE(dialog.chosen(), (std::vector<std::string>{"source", "source_hash"}));
    QVERIFY(dialog.problem().isEmpty());
    for (const char* box : {"leak.source", "leak.source_hash"}) {
        dialog.findChild<QCheckBox*>(box)->click();
    }
    QVERIFY(!dialog.problem().isEmpty());
    QTRY_COMPARE(problemsOf(&dialog).join("\n"), QString());
    dialog.findChild<QCheckBox*>("leak.x.note")->click();
    QCOMPARE(dialog.chosen(), std::vector<std::string>{"x.note"});
    QVERIFY(dialog.problem().isEmpty());
}

void TestTokenViewDialogs::tellsWhenThereIsNothingToTakeOut() {
    TokenPublicationDialog dialog({}, false);
    dialog.show();
    QVERIFY(dialog.chosen().empty());
    QVERIFY(dialog.problem().isEmpty()); // a copy can be written all the same
    QCOMPARE(problemsOf(&dialog).join("\n"), QString());
}

TESSERA_TEST(TestTokenViewDialogs)
#include "test_token_view_dialogs.moc"

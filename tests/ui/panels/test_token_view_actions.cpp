#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "ui/panels/token_view.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// A view that shows the token of a file.
struct ShownTokenViewActions {
    explicit ShownTokenViewActions(const TokenFile& content = madeTokenFile(),
                                   const std::string& key = {}) {
        good = fake.openStore();
        file = fake.folder() / "mine.tbf";
        if (key.empty()) {
            fake.tokens.put(file, content);
        } else {
            fake.tokens.seal(file, content, key);
        }
        view.resize(900, 700);
        view.show();
        view.openToken(file);
        good = good && QTest::qWaitFor([this] { return !trust().isEmpty(); });
        notices = view.findChild<NoticeBar*>("token.notices");
    }

    [[nodiscard]] QString trust() const { return text("token.trust"); }
    [[nodiscard]] QString text(const char* label) const {
        return view.findChild<QLabel*>(label)->text();
    }
    void trigger(const char* action) const { view.findChild<QAction*>(action)->trigger(); }
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return fake.folder() / name;
    }

    FakeServices fake;
    TokenView view{fake.services};
    std::filesystem::path file;
    NoticeBar* notices = nullptr;
    bool good = false;
};

// Presses the button that accepts, as far as the dialog lets one.
Consent accept(QDialog& dialog) {
    const auto* button = dialog.findChild<QPushButton*>(dialog.objectName() + ".accept");
    return button != nullptr && button->isEnabled() ? Consent::Yes : Consent::No;
}

void choose(QDialog& dialog, const char* combo, int index) {
    dialog.findChild<QComboBox*>(combo)->setCurrentIndex(index);
}

void type(QDialog& dialog, const char* edit, const QString& text) {
    auto* field = dialog.findChild<QLineEdit*>(edit);
    field->clear();
    QTest::keyClicks(field, text);
}

} // namespace

class TestTokenViewActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesItAnew();
    void writesAPair();
    void asksBeforeItReplacesTheOtherFileOfAPair();
    void saysWhyItWasNotWritten();
    void signsAndShowsWhatWasSigned();
    void keepsTheSealWhenItSigns();
    void stripsWhatIsChecked();
    void mergesTwo();
    void judgesAnewAfterTheListOfSigners();
    void nothingCanBeDoneWithoutAToken();
    void comparesWithAFile();
    void comparesWithARun();
    void comparisonFollowsTheToken();
};

void TestTokenViewActions::writesItAnew() {
    auto content = madeTokenFile();
    content.unknown["future"] = 1;
    ShownTokenViewActions s(content);
    QVERIFY(s.good);
    s.fake.dialogs.files = {s.path("new.tbf")};
    s.fake.dialogs.forms = {[](QDialog& dialog) {
        dialog.findChild<QRadioButton*>("export.rewrite")->click();
        choose(dialog, "export.numbers", static_cast<int>(TokenNumbers::Int8));
        dialog.findChild<QCheckBox*>("export.seal")->click();
        if (accept(dialog) == Consent::Yes) {
            return Consent::No; // there is no key yet
        }
        type(dialog, "key.edit", "a key of sixteen letters");
        return accept(dialog);
    }};
    s.trigger("token.export");
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
    const auto written = s.fake.tokens.written().front();
    QCOMPARE(written.file, s.path("new.tbf"));
    QCOMPARE(written.options.format, TokenFormat::Tbf);
    QCOMPARE(written.options.numbers, TokenNumbers::Int8);
    QCOMPARE(written.options.hmacKey, std::optional<std::string>("a key of sixteen letters"));
    QVERIFY(written.options.unknown == content.unknown);
    QVERIFY(written.token.customMetadata["rounded to"] == "int8");
    QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"mine.tbf"});
    QTRY_VERIFY(s.notices->sentence().contains("new.tbf"));
    QCOMPARE(s.text("token.title"), "mine.tbf"); // an export is not opened
}

void TestTokenViewActions::writesAPair() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    s.fake.dialogs.files = {s.path("new.safetensors")};
    s.fake.dialogs.forms = {[](QDialog& dialog) {
        dialog.findChild<QRadioButton*>("export.rewrite")->click();
        choose(dialog, "export.numbers", static_cast<int>(TokenNumbers::Float16));
        choose(dialog, "export.format", 1);
        const bool isPlain = !dialog.findChild<QCheckBox*>("export.seal")->isEnabled() &&
                             !dialog.findChild<QComboBox*>("export.numbers")->isEnabled();
        return isPlain ? accept(dialog) : Consent::No;
    }};
    s.trigger("token.export");
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
    const auto written = s.fake.tokens.written().front();
    QCOMPARE(written.options.format, TokenFormat::LegacyPair);
    QCOMPARE(written.options.numbers, TokenNumbers::Float32); // all that a pair can hold
    QVERIFY(!written.token.customMetadata.contains("rounded to"));
    QVERIFY(!written.options.hmacKey);
    QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"mine.safetensors"});
}

void TestTokenViewActions::asksBeforeItReplacesTheOtherFileOfAPair() {
    const auto asPair = [](QDialog& dialog) {
        dialog.findChild<QRadioButton*>("export.rewrite")->click();
        choose(dialog, "export.format", 1);
        return accept(dialog);
    };
    ShownTokenViewActions s;
    QVERIFY(s.good);
    std::ofstream(s.path("new.json")) << "somebody's";
    s.fake.dialogs.files = {s.path("new.safetensors"), s.path("new.safetensors")};
    s.fake.dialogs.forms = {asPair, asPair};
    s.fake.dialogs.consent = Consent::No;
    s.trigger("token.export");
    QVERIFY(s.fake.dialogs.questions.last().contains("new.json"));
    s.fake.services.background.waitForDone();
    QVERIFY(s.fake.tokens.written().empty());
    s.fake.dialogs.consent = Consent::Yes;
    s.trigger("token.export");
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
}

void TestTokenViewActions::saysWhyItWasNotWritten() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    s.fake.tokens.refuse(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    s.fake.dialogs.files = {s.path("new.tbf")};
    s.fake.dialogs.forms = {[](QDialog& dialog) {
        dialog.findChild<QRadioButton*>("export.rewrite")->click();
        return accept(dialog);
    }};
    s.trigger("token.export");
    QTRY_VERIFY(s.notices->isVisible());
    QVERIFY(s.notices->sentence().startsWith("The token was not written."));
    QVERIFY(s.trust().startsWith("Intact")); // it is still there
}

void TestTokenViewActions::signsAndShowsWhatWasSigned() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    std::ofstream(s.path("anna.pem")) << "anna";
    s.fake.dialogs.files = {s.path("anna.pem"), s.path("signed.tbf")};
    s.fake.dialogs.forms = {[&](QDialog& dialog) {
        dialog.findChild<QPushButton*>("sign.choose")->click();
        s.fake.services.background.waitForDone();
        QCoreApplication::processEvents();
        type(dialog, "sign.signer", " Anna ");
        dialog.findChild<QCheckBox*>("sign.reference")->click();
        return accept(dialog);
    }};
    s.trigger("token.sign");
    QTRY_VERIFY(s.trust().startsWith("Signed as \u201CAnna\u201D with a key that you do not know"));
    QCOMPARE(s.text("token.title"), "signed.tbf");
    const auto request = s.fake.tokens.signings().front();
    QCOMPARE(request.privateKey, s.path("anna.pem"));
    QCOMPARE(request.signer, "Anna");
    QVERIFY(request.alsoReference);
    QVERIFY(s.notices->sentence().contains("signed.tbf"));
    QCOMPARE(s.fake.settings.value(setting::kSigner).toString(), "Anna");
    QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"mine-signed.tbf"});
}

void TestTokenViewActions::keepsTheSealWhenItSigns() {
    ShownTokenViewActions s(madeTokenFile(), "the key");
    QVERIFY(s.good);
    s.fake.dialogs.forms = {[](QDialog& dialog) {
        type(dialog, "key.edit", "the key");
        return accept(dialog);
    }};
    s.view.findChild<QPushButton*>("token.key")->click();
    QTRY_VERIFY(s.trust().startsWith("Sealed with your key"));
    std::ofstream(s.path("anna.pem")) << "anna";
    s.fake.settings.setValue(setting::kSigner, QString("Anna"));
    s.fake.settings.setValue(setting::kSigningKey,
                             QString::fromStdString(s.path("anna.pem").string()));
    s.fake.dialogs.files = {s.path("signed.tbf")};
    s.fake.dialogs.forms = {[&](QDialog& dialog) {
        s.fake.services.background.waitForDone(); // the key of the last time
        QCoreApplication::processEvents();
        return accept(dialog);
    }};
    s.trigger("token.sign");
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
    QCOMPARE(s.fake.tokens.written().front().options.hmacKey,
             std::optional<std::string>("the key"));
    QTRY_COMPARE(s.text("token.title"), "signed.tbf");
}

void TestTokenViewActions::stripsWhatIsChecked() {
    auto content = madeTokenFile();
    content.signatures = {madeSignature(KeyTrust::Trusted)};
    ShownTokenViewActions s(content);
    QVERIFY(s.good);
    s.fake.tokens.setLeaks({{"source", "source_model_id", "mlp", "A name.", true},
                            {"time", "timestamp", "now", "A time.", true},
                            {"x.mine", "custom_metadata.mine", 1, "Anything.", false}});
    s.fake.dialogs.files = {s.path("public.tbf")};
    QStringList texts;
    s.fake.dialogs.forms = {[&](QDialog& dialog) {
        for (const auto* label : dialog.findChildren<QLabel*>()) {
            texts << label->text();
        }
        dialog.findChild<QCheckBox*>("leak.time")->click();
        return accept(dialog);
    }};
    s.trigger("token.publish");
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
    const auto kept = s.fake.tokens.written().front().token.customMetadata;
    QVERIFY(kept["left out"] == Metadata::array({"source"}));
    QVERIFY(texts.join('\n').contains("What the network that taught is called."));
    QVERIFY(texts.join('\n').contains("Signatures do not fit the copy"));
    QTRY_COMPARE(s.text("token.title"), "public.tbf");
    // The name of a run or file may tell what was taken out.
    QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"token.tbf"});
}

void TestTokenViewActions::mergesTwo() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    auto longer = madeTokenFile();
    longer.token.uhsVector.push_back(1.0F);
    s.fake.tokens.put(s.path("longer.tbf"), longer);
    s.fake.tokens.put(s.path("bad.tbf"), madeRefusal(ErrorCode::Corrupt, "damaged", "bad"));
    s.fake.tokens.put(s.path("other.tbf"), madeTokenFile());
    s.fake.dialogs.files = {s.path("bad.tbf"), s.path("longer.tbf"), s.path("other.tbf"),
                            s.path("merged.tbf")};
    QStringList problems;
    s.fake.dialogs.forms = {[&](QDialog& dialog) {
        const auto problem = [&] {
            return dialog.findChild<QLabel*>("mergeDialog.problem")->text();
        };
        const auto add = [&] {
            dialog.findChild<QPushButton*>("merge.file")->click();
            s.fake.services.background.waitForDone();
            QCoreApplication::processEvents();
            problems << problem();
        };
        auto* list = dialog.findChild<QTableWidget*>("merge.list");
        problems << problem();
        add();
        add();
        list->selectRow(1);
        list->setCurrentCell(1, 0);
        dialog.findChild<QPushButton*>("merge.remove")->click();
        add();
        choose(dialog, "merge.rule", 1);
        list->item(0, 1)->setData(Qt::EditRole, 0.0);
        list->item(1, 1)->setData(Qt::EditRole, -1.0);
        problems << problem();
        list->item(1, 1)->setData(Qt::EditRole, 3.0);
        return accept(dialog);
    }};
    s.trigger("token.merge");
    QTRY_COMPARE(s.fake.tokens.merges().size(), std::size_t(1));
    QCOMPARE(problems.size(), 5);
    QCOMPARE(problems[0], "Add at least two tokens.");
    QVERIFY(problems[1].contains("bad.tbf") && problems[1].contains("checksum"));
    QVERIFY(problems[2].contains("longer.tbf"));
    QCOMPARE(problems[3], QString());
    QVERIFY(problems[4].contains("Weights"));
    const auto how = s.fake.tokens.merges().front();
    QCOMPARE(how.rule, TokenMerge::Rule::Weighted);
    QCOMPARE(how.weights, (std::vector<double>{0.0, 3.0}));
    QTRY_COMPARE(s.fake.tokens.written().size(), std::size_t(1));
    QCOMPARE(s.fake.tokens.written().front().token.sourceModelId, "merged of 2");
    QTRY_COMPARE(s.text("token.title"), "merged.tbf");
}

void TestTokenViewActions::judgesAnewAfterTheListOfSigners() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    Token token = madeTokenFile().token;
    token.customMetadata["twb.sig"] = "Anna";
    QVERIFY(s.fake.tokens.write(s.path("signed.tbf"), token, {}));
    s.view.openToken(s.path("signed.tbf"));
    QTRY_VERIFY(s.view.findChild<QPushButton*>("token.signers")->isVisible());
    const int before = s.fake.tokens.examined();
    s.view.findChild<QPushButton*>("token.signers")->click();
    QTRY_COMPARE(s.fake.tokens.examined(), before + 1);
    QCOMPARE(s.fake.dialogs.questions.last(), "Trusted signers");
}

void TestTokenViewActions::nothingCanBeDoneWithoutAToken() {
    FakeServices fake;
    TokenView view(fake.services);
    for (const char* name : {"token.export", "token.sign", "token.publish", "token.merge"}) {
        QVERIFY2(!view.findChild<QAction*>(name)->isEnabled(), name);
    }
    QVERIFY(view.findChild<QAction*>("token.open")->isEnabled());
    view.manageSigners(); // the list is there all the same
    QCOMPARE(fake.dialogs.questions, QStringList{"Trusted signers"});
    view.readAgain();
    QCOMPARE(fake.tokens.examined(), 0);
}

void TestTokenViewActions::comparesWithAFile() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    auto other = madeTokenFile();
    other.token.sourceModelId = "conv";
    other.token.uhsVector[1] = 2.75F;
    s.fake.tokens.put(s.path("other.tbf"), other);
    auto* tabs = s.view.findChild<QTabWidget*>("token.tabs");
    tabs->setCurrentIndex(4);
    s.fake.dialogs.files = {s.path("other.tbf"), s.path("absent.tbf"), s.path("mine.tbf")};
    auto* file = s.view.findChild<QAbstractButton*>("compare.file");
    file->click();
    const auto* fields = s.view.findChild<QTreeWidget*>("compare.fields");
    QTRY_COMPARE(fields->topLevelItemCount(), 1);
    QCOMPARE(fields->topLevelItem(0)->text(0), "source_model_id");
    QCOMPARE(fields->topLevelItem(0)->text(2), "conv");
    const auto figures = s.text("compare.figures");
    QVERIFY2(figures.contains("1 of 8 numbers") && figures.contains("distance 3"),
             qPrintable(figures));
    QVERIFY(s.view.plots().empty()); // the fields are on show
    s.view.findChild<QTabWidget*>("compare.tabs")->setCurrentIndex(1);
    QVERIFY(!s.view.plots().empty());
    file->click(); // a file that is not there
    QTRY_VERIFY(!fields->isVisible() && s.text("compare.figures").isEmpty());
    QVERIFY(s.view.plots().empty());
    s.view.findChild<QTabWidget*>("compare.tabs")->setCurrentIndex(0);
    file->click(); // itself
    QTRY_VERIFY(s.text("compare.figures").contains("bit for bit"));
    QCOMPARE(fields->topLevelItemCount(), 0);
}

void TestTokenViewActions::comparesWithARun() {
    FakeServices fake;
    auto run = madeRecord(1, "the run");
    run.artifacts = {{"token", "r1.tbf", "ab", 1}};
    QVERIFY(fake.openStore({run, madeRecord(2, "without a token")}));
    auto shorter = madeTokenFile();
    shorter.token.uhsVector.resize(3);
    fake.tokens.put(fake.folder() / "r1.tbf", shorter);
    fake.tokens.put(fake.folder() / "mine.tbf", madeTokenFile());
    TokenView view(fake.services);
    view.show();
    view.openToken(fake.folder() / "mine.tbf");
    auto* tabs = view.findChild<QTabWidget*>("token.tabs");
    QTRY_VERIFY(tabs->isVisible() && tabs->isTabEnabled(4));
    tabs->setCurrentIndex(4);
    auto* menu = view.findChild<QMenu*>("compare.menu");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    QCOMPARE(menu->actions().front()->text(), "the run");
    menu->actions().front()->trigger();
    const auto* figures = view.findChild<QLabel*>("compare.figures");
    QTRY_VERIFY(figures->text().contains("one has 8 numbers, the other 3"));
}

void TestTokenViewActions::comparisonFollowsTheToken() {
    ShownTokenViewActions s;
    QVERIFY(s.good);
    auto other = madeTokenFile();
    other.token.sourceModelId = "conv";
    s.fake.tokens.put(s.path("other.tbf"), other);
    s.fake.dialogs.files = {s.path("other.tbf")};
    s.view.findChild<QAbstractButton*>("compare.file")->click();
    const auto* fields = s.view.findChild<QTreeWidget*>("compare.fields");
    QTRY_COMPARE(fields->topLevelItemCount(), 1);
    s.view.openToken(s.path("other.tbf"));
    QTRY_VERIFY(s.text("compare.figures").contains("No field differs"));
    s.fake.tokens.put(s.path("bad.tbf"), madeGarbage());
    s.view.openToken(s.path("bad.tbf"));
    QTRY_VERIFY(s.trust().startsWith("This is not a token"));
    QVERIFY(s.text("compare.figures").isEmpty());
}

TESSERA_TEST(TestTokenViewActions)
#include "test_token_view_actions.moc"

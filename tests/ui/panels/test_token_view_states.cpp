#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/token_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

constexpr int kPatienceMs = 2'000;

TokenExamination signedAs(KeyTrust trust) {
    auto file = madeTokenFile();
    file.signatures = {madeSignature(trust, "Anna", "Bert")};
    return madeExamination(file);
}

TokenExamination withChecksums(const std::string& kind) {
    auto file = madeTokenFile();
    file.headerCrc = file.bodyCrc = kind;
    return madeExamination(file);
}

struct State {
    const char* name;
    TokenExamination token;
};

std::vector<State> states() {
    auto unverified = madeTokenFile();
    unverified.hmac = HmacState::Unverified;
    return {
        {"good", signedAs(KeyTrust::Trusted)},
        {"unsigned", madeExamination(madeTokenFile())},
        {"unknown key", signedAs(KeyTrust::Unknown)},
        {"another's key", signedAs(KeyTrust::OtherName)},
        {"tampered", madeRefusal(ErrorCode::Corrupt, "the checksum does not fit", "bad")},
        {"sealed, no key",
         madeRefusal(ErrorCode::InvalidArgument, "it is sealed", "crc32c", HmacState::Unverified)},
        {"wrong key",
         madeRefusal(ErrorCode::Corrupt, "the seal does not fit", "crc32c", HmacState::Invalid)},
        {"unverified", madeExamination(unverified)},
        {"older checksum", withChecksums("crc32")},
        {"older pair", withChecksums("")},
        {"garbage", madeGarbage()},
    };
}

struct Corner {
    const char* name;
    QSize size;
    ThemeChoice theme;
    const char* language;
};

// What the view gets in a window of 1,024 x 700, more, and mirrored.
const Corner kCorners[] = {{"small", {420, 520}, ThemeChoice::Light, "en"},
                           {"large, dark", {1100, 800}, ThemeChoice::Dark, "en"},
                           {"mirrored", {640, 640}, ThemeChoice::Light, "pseudo"},
                           {"German", {420, 520}, ThemeChoice::Light, "de"}};

} // namespace

// Whatever a token is, its view can be read, and can be worked with by keyboard.
class TestTokenViewStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installTranslations(*qApp, "en"); }
    void isReadable_data();
    void isReadable();
    void isReadableWhenEmpty();
    void asksForTheKey();
    void showsUnverifiedOnlyWhenAsked();
    void refusesUnsealedFilesIfToldTo();
    void keyIsForTheFileThatItWasAskedFor();

private:
    static QString trust(const TokenView& view) {
        return view.findChild<QLabel*>("token.trust")->text();
    }
    static bool isOffered(const TokenView& view, const char* button) {
        return view.findChild<QPushButton*>(button)->isVisible();
    }
    static void press(const TokenView& view, const char* button) {
        auto* found = view.findChild<QPushButton*>(button);
        QVERIFY(found != nullptr && found->isVisible());
        QTest::keyClick(found, Qt::Key_Space);
    }
    static std::function<Consent(QDialog&)> typing(const QString& key) {
        return [key](QDialog& dialog) {
            QTest::keyClicks(dialog.findChild<QLineEdit*>("key.edit"), key);
            return dialog.findChild<QPushButton*>("keyDialog.accept")->isEnabled() ? Consent::Yes
                                                                                   : Consent::No;
        };
    }
};

void TestTokenViewStates::isReadable_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("corner");
    const auto all = states();
    for (std::size_t state = 0; state < all.size(); ++state) {
        for (std::size_t corner = 0; corner < std::size(kCorners); ++corner) {
            QTest::addRow("%s, %s", all[state].name, kCorners[corner].name)
                << static_cast<int>(state) << static_cast<int>(corner);
        }
    }
}

void TestTokenViewStates::isReadable() {
    QFETCH(int, state);
    QFETCH(int, corner);
    const auto& place = kCorners[corner];
    installTranslations(*qApp, place.language);
    FakeServices fake;
    QVERIFY(fake.openStore());
    fake.services.theme.setChoice(place.theme);
    const auto file = fake.folder() / "token.tbf";
    fake.tokens.put(file, states()[static_cast<std::size_t>(state)].token);
    TokenView view(fake.services);
    view.resize(place.size);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.openToken(file);
    auto* tabs = view.findChild<QTabWidget*>("token.tabs");
    QTRY_VERIFY(tabs->isVisible());
    QVERIFY(!trust(view).isEmpty());
    QCOMPARE(view.size(), place.size);
    const auto* sentence = view.findChild<QLabel*>("token.trust");
    QVERIFY(sentence->palette().color(sentence->foregroundRole()) !=
            fake.services.theme.theme().text); // it has the colour of its verdict
    QStringList problems;
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (!tabs->isTabEnabled(tab)) {
            continue;
        }
        tabs->setCurrentIndex(tab);
        (void)QTest::qWaitFor([&] { return problemsOf(&view).isEmpty(); }, kPatienceMs);
        for (const auto& problem : problemsOf(&view)) {
            problems << tabs->tabText(tab) + ": " + problem;
        }
    }
    for (const auto& problem : problems) {
        qWarning("%s", qPrintable(problem));
    }
    QCOMPARE(problems.size(), 0);
}

void TestTokenViewStates::isReadableWhenEmpty() {
    FakeServices fake;
    QVERIFY(fake.openStore());
    TokenView view(fake.services);
    view.resize(kCorners[0].size);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(problemsOf(&view), QStringList());
    QVERIFY(view.findChild<EmptyState*>("view.token.empty")->isVisible());
}

void TestTokenViewStates::asksForTheKey() {
    FakeServices fake;
    QVERIFY(fake.openStore());
    const auto file = fake.folder() / "sealed.tbf";
    fake.tokens.seal(file, madeTokenFile(), "the key");
    TokenView view(fake.services);
    view.show();
    view.openToken(file);
    QTRY_VERIFY(trust(view).startsWith("This token is sealed"));
    press(view, "token.key"); // thinks better of it
    QCOMPARE(fake.tokens.examined(), 1);
    fake.dialogs.forms = {typing("another key")};
    press(view, "token.key");
    QTRY_VERIFY(trust(view).contains("does not fit your key"));
    QVERIFY(!isOffered(view, "token.unverified"));
    fake.dialogs.forms = {typing("the key")};
    press(view, "token.key");
    QTRY_VERIFY(trust(view).startsWith("Sealed with your key"));
    QVERIFY(!isOffered(view, "token.key"));
    view.readAgain(); // with the same key
    QTRY_COMPARE(fake.tokens.examined(), 4);
    QTRY_VERIFY(trust(view).startsWith("Sealed with your key"));
}

void TestTokenViewStates::showsUnverifiedOnlyWhenAsked() {
    FakeServices fake;
    QVERIFY(fake.openStore());
    const auto file = fake.folder() / "sealed.tbf";
    fake.tokens.seal(file, madeTokenFile(), "the key");
    TokenView view(fake.services);
    view.show();
    view.openToken(file);
    QTRY_VERIFY(trust(view).startsWith("This token is sealed"));
    QVERIFY(!view.findChild<QTabWidget*>("token.tabs")->isTabEnabled(1));
    press(view, "token.unverified");
    QTRY_VERIFY(trust(view).startsWith("Shown without checking"));
    QVERIFY(view.findChild<QTabWidget*>("token.tabs")->isTabEnabled(1));
    QVERIFY(isOffered(view, "token.key"));
    // The next time it is asked again.
    view.openToken(file);
    QTRY_VERIFY(trust(view).startsWith("This token is sealed"));
}

void TestTokenViewStates::refusesUnsealedFilesIfToldTo() {
    FakeServices fake;
    QVERIFY(fake.openStore());
    fake.settings.setValue(setting::kRequireHmac, true);
    const auto file = fake.folder() / "plain.tbf";
    fake.tokens.put(file, madeTokenFile());
    TokenView view(fake.services);
    view.show();
    view.openToken(file);
    QTRY_VERIFY(trust(view).startsWith("This token has no seal"));
    press(view, "token.unsealed");
    QTRY_VERIFY(trust(view).startsWith("Intact but unsigned"));
    view.onSealRule();
    QTRY_VERIFY(trust(view).startsWith("This token has no seal"));
    fake.settings.setValue(setting::kRequireHmac, false);
    view.onSealRule();
    QTRY_VERIFY(trust(view).startsWith("Intact but unsigned"));
}

void TestTokenViewStates::keyIsForTheFileThatItWasAskedFor() {
    FakeServices fake;
    QVERIFY(fake.openStore());
    fake.tokens.seal(fake.folder() / "one.tbf", madeTokenFile(), "the key");
    fake.tokens.seal(fake.folder() / "two.tbf", madeTokenFile(), "the key");
    TokenView view(fake.services);
    view.show();
    view.openToken(fake.folder() / "one.tbf");
    QTRY_VERIFY(trust(view).startsWith("This token is sealed"));
    fake.dialogs.forms = {typing("the key")};
    fake.dialogs.whileOpen = [&] { view.openToken(fake.folder() / "two.tbf"); };
    press(view, "token.key");
    QTRY_COMPARE(view.findChild<QLabel*>("token.title")->text(), "two.tbf");
    fake.services.background.waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(trust(view).startsWith("This token is sealed"));
}

TESSERA_TEST(TestTokenViewStates)
#include "test_token_view_states.moc"

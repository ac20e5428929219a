#include "ui/widgets/modal_dialogs.h"
#include "ui/widgets/text_dialog.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/settings/settings.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace tessera::ui;
using tessera::test::problemsOf;

namespace {

// Does something to the dialog that is about to open. If it then does not close by itself, it is
// closed, so that the test fails instead of waiting.
void onceOpen(const std::function<void(QDialog&)>& act) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            return;
        }
        timer->deleteLater();
        timer->stop();
        act(*dialog);
        QTimer::singleShot(2000, dialog, [dialog] { dialog->done(-1); });
    });
    timer->start(5);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    onceOpen([=](QDialog& dialog) {
        auto* focus = dialog.focusWidget() != nullptr ? dialog.focusWidget() : &dialog;
        QTest::keyClick(focus, key, modifiers);
    });
}

void click(const char* button) {
    onceOpen([=](QDialog& dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton*>(button), Qt::LeftButton);
    });
}

QStringList problems; // of the dialog that was looked at last

void look(Qt::Key thenPress) {
    onceOpen([=](QDialog& dialog) {
        problems = problemsOf(&dialog);
        QTest::keyClick(&dialog, thenPress);
    });
}

} // namespace

class TestModalDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(lightTheme().palette()); }

    void errorShowsDetailsAndCopies() {
        ModalDialogs dialogs;
        bool unfolded = false;
        QString before;
        onceOpen([&](QDialog& dialog) {
            auto* details = dialog.findChild<QPlainTextEdit*>("messageText");
            unfolded = details->isVisible();
            QTest::mouseClick(dialog.findChild<QPushButton*>("messageDetails"), Qt::LeftButton);
            before = unfolded ? "open" : "folded";
            unfolded = details->isVisible();
            problems = problemsOf(&dialog);
            QTest::mouseClick(dialog.findChild<QPushButton*>("messageCopy"), Qt::LeftButton);
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        });
        dialogs.showError(nullptr, "The file is damaged.", "Corrupt: block 3");
        QCOMPARE(before, "folded");
        QVERIFY(unfolded);
        QCOMPARE(QApplication::clipboard()->text(), "The file is damaged.\nCorrupt: block 3");
        QCOMPARE(problems, QStringList());
    }

    void errorWithoutDetailsIsShort() {
        ModalDialogs dialogs;
        bool hasDetails = true;
        onceOpen([&](QDialog& dialog) {
            hasDetails = dialog.findChild<QPushButton*>("messageDetails") != nullptr;
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        });
        dialogs.showError(nullptr, "The disk is full.", {});
        QVERIFY(!hasDetails);
    }

    void unsavedByKey() {
        ModalDialogs dialogs;
        press(Qt::Key_Return);
        QCOMPARE(dialogs.askUnsaved(nullptr, "Save?"), UnsavedChoice::Save);
        press(Qt::Key_Escape);
        QCOMPARE(dialogs.askUnsaved(nullptr, "Save?"), UnsavedChoice::Cancel);
        click("messageDiscard");
        QCOMPARE(dialogs.askUnsaved(nullptr, "Save?"), UnsavedChoice::Discard);
        click("messageSave");
        QCOMPARE(dialogs.askUnsaved(nullptr, "Save?"), UnsavedChoice::Save);
        click("messageCancel");
        QCOMPARE(dialogs.askUnsaved(nullptr, "Save?"), UnsavedChoice::Cancel);
    }

    void consentIsNeverGivenByHabit() {
        ModalDialogs dialogs;
        press(Qt::Key_Return);
        QCOMPARE(dialogs.ask(nullptr, "Stop the run?", "Stop", "Go on"), Consent::No);
        press(Qt::Key_Escape);
        QCOMPARE(dialogs.ask(nullptr, "Stop the run?", "Stop", "Go on"), Consent::No);
        click("messageYes");
        QCOMPARE(dialogs.ask(nullptr, "Stop the run?", "Stop", "Go on"), Consent::Yes);
        look(Qt::Key_Escape);
        QCOMPARE(dialogs.ask(nullptr, "Stop the run?", "Stop", "Go on"), Consent::No);
        QCOMPARE(problems, QStringList());
    }

    void asksForALine() {
        ModalDialogs dialogs;
        onceOpen([](QDialog& dialog) {
            QTest::keyClicks(dialog.focusWidget(), "new name"); // replaces what is chosen
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        });
        QCOMPARE(dialogs.askText(nullptr, "Rename", "&Name:", "old"),
                 std::optional<QString>("new name"));
        press(Qt::Key_Escape);
        QCOMPARE(dialogs.askText(nullptr, "Rename", "&Name:", "old"), std::optional<QString>());
        look(Qt::Key_Escape);
        QVERIFY(!dialogs.askText(nullptr, "Rename", "&Name:", "old"));
        QCOMPARE(problems, QStringList());
    }

    void asksForParagraphs() {
        ModalDialogs dialogs;
        onceOpen([](QDialog& dialog) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
            QTest::keyClicks(dialog.focusWidget(), "two");
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        });
        QCOMPARE(dialogs.askLongText(nullptr, "Note", "&Note:", "one"),
                 std::optional<QString>("one\ntwo"));
        onceOpen([](QDialog& dialog) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab); // leaves the text
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
        });
        QCOMPARE(dialogs.askLongText(nullptr, "Note", "&Note:", "one"),
                 std::optional<QString>("one"));
        press(Qt::Key_Escape);
        QVERIFY(!dialogs.askLongText(nullptr, "Note", "&Note:", "one"));
    }

    void showsADialogOfTheCallers() {
        ModalDialogs dialogs;
        TextDialog dialog(TextLength::Line, "Name", "&Name:", "old");
        press(Qt::Key_Return);
        QCOMPARE(dialogs.show(dialog), Consent::Yes);
        press(Qt::Key_Escape);
        QCOMPARE(dialogs.show(dialog), Consent::No);
    }

    void opensAFileAndRemembersTheFolder() {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("settings.ini"));
        const auto name = folder.filePath(QString::fromUtf8("größe.tessera.json"));
        QVERIFY(QFile(name).open(QIODevice::WriteOnly));
        settings.setValue(setting::kLastFolder, folder.path());
        ModalDialogs dialogs(&settings);
        onceOpen([](QDialog& dialog) {
            dialog.findChild<QLineEdit*>()->setText(QString::fromUtf8("größe.tessera.json"));
            QTest::keyClick(dialog.findChild<QLineEdit*>(), Qt::Key_Return);
        });
        const auto file = dialogs.openFile(nullptr, "Open", {"Experiments (*.tessera.json)"});
        QVERIFY(file.has_value());
        QCOMPARE(QFile::decodeName(file->c_str()), name);
        QCOMPARE(settings.value(setting::kLastFolder).toString(), folder.path());
        press(Qt::Key_Escape);
        QVERIFY(!dialogs.openFile(nullptr, "Open", {"Experiments (*.tessera.json)"}));
    }

    void opensAFolderAndRemembersWhereItIs() {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("settings.ini"));
        QVERIFY(QDir(folder.path()).mkdir(QString::fromUtf8("größe")));
        settings.setValue(setting::kLastFolder, folder.path());
        ModalDialogs dialogs(&settings);
        onceOpen([](QDialog& dialog) {
            auto* edit = dialog.findChild<QLineEdit*>();
            edit->setText(QString::fromUtf8("größe"));
            QTest::keyClick(edit, Qt::Key_Return);
        });
        const auto chosen = dialogs.openFolder(nullptr, "Open a folder");
        QVERIFY(chosen.has_value());
        QCOMPARE(QFile::decodeName(chosen->c_str()), folder.filePath(QString::fromUtf8("größe")));
        QCOMPARE(settings.value(setting::kLastFolder).toString(), folder.path());
        press(Qt::Key_Escape);
        QVERIFY(!dialogs.openFolder(nullptr, "Open a folder"));
    }

    void savesWithTheEnding() {
        const QTemporaryDir folder;
        ModalDialogs dialogs;
        onceOpen([&](QDialog& dialog) {
            auto* edit = dialog.findChild<QLineEdit*>();
            const bool suggested = edit->text() == "digits.tessera.json";
            edit->setText(suggested ? folder.filePath("a") : QString());
            QTest::keyClick(edit, Qt::Key_Return);
        });
        const auto file = dialogs.saveFile(nullptr, "Save", {"Experiments (*.tessera.json)"},
                                           "digits.tessera.json");
        QVERIFY(file.has_value());
        QCOMPARE(QFile::decodeName(file->c_str()), folder.filePath("a.tessera.json"));
        press(Qt::Key_Escape);
        QVERIFY(!dialogs.saveFile(nullptr, "Save", {"Experiments (*.tessera.json)"}, "b"));
    }

    void findsTheEnding_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("one") << "Pictures (*.png)"
                             << "png";
        QTest::newRow("double") << "Experiments (*.tessera.json)"
                                << "tessera.json";
        QTest::newRow("two") << "Pictures (*.png *.jpg)"
                             << "";
        QTest::newRow("all") << "All files (*)"
                             << "";
        QTest::newRow("name in brackets") << "Tokens (signed) (*.tbf)"
                                          << "tbf";
        QTest::newRow("none") << "Pictures"
                              << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void findsTheEnding() {
        QFETCH(QString, filter);
        QTEST(suffixOf(filter), "suffix");
    }
};

TESSERA_TEST(TestModalDialogs)
#include "test_modal_dialogs.moc"

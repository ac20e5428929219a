#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/message_dialog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/reading_dialog.h"
#include "ui/widgets/text_dialog.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Weight = MessageDialog::Weight;

// A text of the program, in the language in force.
QString said(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

std::unique_ptr<QDialog> makeError() {
    auto dialog = std::make_unique<MessageDialog>(
        MessageLevel::Error,
        said("tessera::ui::SessionKeeper", "The run store of the last session is no longer there."),
        QString("Io: cannot read /home/somebody/experiments/digits/2026/runs.tessera.db\n")
            .repeated(12));
    dialog->addButton("messageClose", said("tessera::ui::ModalDialogs", "Close"), QDialog::Rejected,
                      Weight::Default);
    dialog->findChild<QPushButton*>("messageDetails")->setChecked(true);
    return dialog;
}

std::unique_ptr<QDialog> makeQuestion() {
    auto dialog = std::make_unique<MessageDialog>(
        MessageLevel::Info,
        said("tessera::ui::MainWindow",
             "Runs are not finished. Cancel them and close? What was measured is kept."),
        QString());
    dialog->addButton("messageYes", said("tessera::ui::MainWindow", "Cancel the runs and close"),
                      QDialog::Accepted, Weight::Plain);
    dialog->addButton("messageCancel", said("tessera::ui::MainWindow", "Keep them running"),
                      QDialog::Rejected, Weight::Default);
    return dialog;
}

std::unique_ptr<QDialog> makeUnsaved() {
    auto dialog = std::make_unique<MessageDialog>(
        MessageLevel::Warning,
        said("tessera::ui::DocumentController", "Save the changes to \u201C%1\u201D?")
            .arg("digits mlp 128d/4L > lstm 64d/2L"),
        QString());
    dialog->addButton("messageSave", said("tessera::ui::ModalDialogs", "&Save"), QDialog::Accepted,
                      Weight::Default);
    dialog->addButton("messageDiscard", said("tessera::ui::ModalDialogs", "Do&n't save"), 2,
                      Weight::Plain);
    dialog->addButton("messageCancel", said("tessera::ui::ModalDialogs", "Cancel"),
                      QDialog::Rejected, Weight::Plain);
    return dialog;
}

std::unique_ptr<QDialog> makeLine() {
    return std::make_unique<TextDialog>(
        TextLength::Line, said("tessera::ui::RunActions", "Edit tags"),
        said("tessera::ui::RunActions", "Tags that all these runs have, with commas between them:"),
        "paper, noise");
}

std::unique_ptr<QDialog> makeParagraphs() {
    return std::make_unique<TextDialog>(
        TextLength::Paragraphs, said("tessera::ui::RunActions", "Edit note"),
        said("tessera::ui::RunActions", "Note:"), QString("Worth a second look. ").repeated(40));
}

std::unique_ptr<QDialog> makeReading() {
    return std::make_unique<ReadingDialog>(said("tessera::ui::MainWindow", "Keyboard shortcuts"),
                                           QString("Ctrl+R: Run the experiment\n").repeated(40));
}

struct Kind {
    const char* name;
    std::unique_ptr<QDialog> (*make)();
    std::size_t stops; // of Tab
};

const Kind kKinds[] = {{"error with its details", makeError, 4}, {"question", makeQuestion, 2},
                       {"unsaved changes", makeUnsaved, 3},      {"line", makeLine, 3},
                       {"paragraphs", makeParagraphs, 3},        {"text to read", makeReading, 3}};

} // namespace

// Every dialog in the corner cases in which screens are accepted, as TestAcceptance has them for
// the window.
class TestDialogAcceptance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDialogIsGood_data();
    void everyDialogIsGood();
    void cleanup();
};

void TestDialogAcceptance::everyDialogIsGood_data() {
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

void TestDialogAcceptance::everyDialogIsGood() {
    QFETCH(int, kind);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QCOMPARE(installTranslations(*qApp, language), language);
    QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
    const auto dialog = kKinds[kind].make();
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QCOMPARE(dialog->layoutDirection(), language == "pseudo" ? Qt::RightToLeft : Qt::LeftToRight);
    QVERIFY(!dialog->windowTitle().isEmpty());
    QCOMPARE(problemsOf(dialog.get()), QStringList());

    // Tab goes to every control, each time round in the same order, and comes back.
    const auto stops = tabStops(dialog.get());
    QCOMPARE(stops.size(), kKinds[kind].stops);
    stops.front()->setFocus();
    for (std::size_t i = 1; i <= stops.size(); ++i) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget(), stops[i % stops.size()]);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
}

void TestDialogAcceptance::cleanup() {
    installTranslations(*qApp, "en");
    QApplication::setPalette(lightTheme().palette());
}

TESSERA_TEST(TestDialogAcceptance)
#include "test_dialog_acceptance.moc"

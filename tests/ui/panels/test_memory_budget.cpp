#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/memory_budget_dialog.h"
#include "ui/settings/memory_budget.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/translations.h"

#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

constexpr std::int64_t kGigabyte = 1'000'000'000;
constexpr std::int64_t kMachine = 24 * kGigabyte;

QString noteOf(const QDialog& dialog) {
    const auto* note = dialog.findChild<QLabel*>("memory.note");
    return note->isHidden() ? QString() : note->text();
}

QString statusOf(const MainWindow& window) {
    return window.findChild<QLabel*>("status.memory")->text();
}

// Enters a number, or chooses the half for zero.
Consent enter(QDialog& dialog, double gigabytes) {
    if (gigabytes > 0.0) {
        dialog.findChild<QRadioButton*>("memory.limit")->click();
        dialog.findChild<QDoubleSpinBox*>("memory.number")->setValue(gigabytes);
    } else {
        dialog.findChild<QRadioButton*>("memory.half")->click();
    }
    return Consent::Yes;
}

} // namespace

class TestMemoryBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void beginsWithTheHalf();
    void keepsANumber();
    void warnsOfTooMuch();
    void anUnknownMachine();
    void settingsHoldIt_data();
    void settingsHoldIt();
    void theEngineIsTold();
    void itIsKeptOverRestarts();
    void thinkingBetterOfIt();
    void everyCornerIsGood_data();
    void everyCornerIsGood();
};

void TestMemoryBudget::cleanup() {
    installTranslations(*qApp, "en");
    QApplication::setPalette(lightTheme().palette());
}

void TestMemoryBudget::beginsWithTheHalf() {
    MemoryBudgetDialog dialog(0, kMachine, nullptr);
    auto* half = dialog.findChild<QRadioButton*>("memory.half");
    auto* number = dialog.findChild<QDoubleSpinBox*>("memory.number");
    QVERIFY(half->isChecked());
    QVERIFY(half->text().contains("24.0 GB"));
    QVERIFY(!number->isEnabled());
    QCOMPARE(number->value(), 12.0); // where one would begin
    QCOMPARE(dialog.budget(), std::int64_t{0});
    dialog.findChild<QRadioButton*>("memory.limit")->click();
    QVERIFY(number->isEnabled());
    QCOMPARE(dialog.budget(), 12 * kGigabyte);
    half->click();
    QCOMPARE(dialog.budget(), std::int64_t{0});
}

void TestMemoryBudget::keepsANumber() {
    MemoryBudgetDialog dialog(3 * kGigabyte / 2, kMachine, nullptr);
    QVERIFY(dialog.findChild<QRadioButton*>("memory.limit")->isChecked());
    QCOMPARE(dialog.findChild<QDoubleSpinBox*>("memory.number")->value(), 1.5);
    QCOMPARE(dialog.budget(), 3 * kGigabyte / 2);
    QVERIFY(noteOf(dialog).isEmpty());
}

void TestMemoryBudget::warnsOfTooMuch() {
    MemoryBudgetDialog dialog(0, kMachine, nullptr);
    (void)enter(dialog, 19.0);
    QVERIFY(noteOf(dialog).isEmpty());
    (void)enter(dialog, 22.0);
    QVERIFY(noteOf(dialog).contains("leaves little"));
    (void)enter(dialog, 30.0);
    QVERIFY(noteOf(dialog).contains("has only 24.0 GB"));
    QVERIFY(dialog.findChild<QPushButton*>("memoryDialog.accept")->isEnabled()); // a warning
    (void)enter(dialog, 0.0);
    QVERIFY(noteOf(dialog).isEmpty());
}

void TestMemoryBudget::anUnknownMachine() {
    MemoryBudgetDialog dialog(0, 0, nullptr);
    QVERIFY(!dialog.findChild<QRadioButton*>("memory.half")->text().contains("0"));
    (void)enter(dialog, 90'000.0);
    QVERIFY(noteOf(dialog).isEmpty());
}

void TestMemoryBudget::settingsHoldIt_data() {
    QTest::addColumn<QVariant>("stored");
    QTest::addColumn<qint64>("bytes");
    constexpr qint64 kMiB = 1 << 20;
    QTest::newRow("nothing") << QVariant() << qint64{0};
    QTest::newRow("half") << QVariant(0) << qint64{0};
    QTest::newRow("a number") << QVariant(512) << 512 * kMiB;
    QTest::newRow("more than an int of bytes") << QVariant(1'000'000) << 1'000'000 * kMiB;
    QTest::newRow("too small") << QVariant(1) << kLeastBudgetMiB * kMiB;
    QTest::newRow("negative") << QVariant(-5) << qint64{0};
    QTest::newRow("no number") << QVariant("much") << qint64{0};
}

void TestMemoryBudget::settingsHoldIt() {
    QFETCH(QVariant, stored);
    QFETCH(qint64, bytes);
    const QTemporaryDir folder;
    const auto file = folder.filePath("a.ini");
    if (stored.isValid()) {
        QSettings raw(file, QSettings::IniFormat);
        raw.setValue(setting::kMemoryBudget, stored);
    }
    Settings settings(file);
    QCOMPARE(chosenMemoryBudget(settings), std::int64_t{bytes});
    QCOMPARE(effectiveMemoryBudget(settings),
             bytes > 0 ? std::int64_t{bytes} : machineMemory() / 2);
    QVERIFY(machineMemory() > 0);
    // And back, to within half a MiB.
    chooseMemoryBudget(settings, bytes + 1);
    QCOMPARE(chosenMemoryBudget(settings),
             bytes > 0 ? std::int64_t{bytes} : std::int64_t{kLeastBudgetMiB} << 20);
    chooseMemoryBudget(settings, 0);
    QCOMPARE(settings.value(setting::kMemoryBudget).toInt(), 0);
}

void TestMemoryBudget::theEngineIsTold() {
    FakeServices fakes;
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    QCOMPARE(fakes.jobs.memoryBudget, std::int64_t{0});
    QVERIFY(statusOf(window).contains(bytesText(machineMemory() / 2)));
    auto* action = window.findChild<QAction*>("action.memory-budget");
    QVERIFY(action->text().contains("Memory budget"));
    fakes.dialogs.forms.push_back([](QDialog& dialog) { return enter(dialog, 4.0); });
    action->trigger();
    QCOMPARE(fakes.dialogs.questions.back(), QString("Memory budget"));
    QVERIFY(std::abs(fakes.jobs.memoryBudget - 4 * kGigabyte) < 1'000'000);
    QVERIFY(statusOf(window).endsWith("4.0 GB"));
    fakes.dialogs.forms.push_back([](QDialog& dialog) { return enter(dialog, 0.0); });
    action->trigger();
    QCOMPARE(fakes.jobs.memoryBudget, std::int64_t{0});
    QVERIFY(window.findChild<QLabel*>("status.memory")->toolTip().contains("half"));
}

void TestMemoryBudget::itIsKeptOverRestarts() {
    FakeServices fakes;
    {
        MainWindow window(fakes.services, fakes.folder() / "default.db");
        fakes.dialogs.forms.push_back([](QDialog& dialog) { return enter(dialog, 2.0); });
        window.findChild<QAction*>("action.memory-budget")->trigger();
    }
    fakes.settings.sync();
    fakes.jobs.memoryBudget = -1;
    const Settings next(QString::fromStdString((fakes.folder() / "settings.ini").string()));
    QVERIFY(std::abs(chosenMemoryBudget(next) - 2 * kGigabyte) < 1'000'000);
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    QCOMPARE(fakes.jobs.memoryBudget, chosenMemoryBudget(next));
    QVERIFY(statusOf(window).endsWith("2.0 GB"));
    fakes.dialogs.forms.push_back([](QDialog& dialog) {
        // What was entered, not what it was rounded to.
        return dialog.findChild<QDoubleSpinBox*>("memory.number")->text().startsWith("2.00")
                   ? enter(dialog, 0.0)
                   : Consent::No;
    });
    window.findChild<QAction*>("action.memory-budget")->trigger();
    QCOMPARE(fakes.jobs.memoryBudget, std::int64_t{0});
}

void TestMemoryBudget::thinkingBetterOfIt() {
    FakeServices fakes;
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    const auto before = statusOf(window);
    fakes.jobs.memoryBudget = -1;
    fakes.dialogs.forms.push_back([](QDialog& dialog) {
        (void)enter(dialog, 1.0);
        return Consent::No;
    });
    window.findChild<QAction*>("action.memory-budget")->trigger();
    QCOMPARE(fakes.jobs.memoryBudget, std::int64_t{-1});
    QCOMPARE(statusOf(window), before);
}

void TestMemoryBudget::everyCornerIsGood_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (const bool dark : {false, true}) {
        for (const char* language : {"en", "pseudo", "de"}) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", language) << dark << language;
        }
    }
}

void TestMemoryBudget::everyCornerIsGood() {
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QCOMPARE(installTranslations(*qApp, language), language);
    QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
    MemoryBudgetDialog dialog(0, kMachine, nullptr);
    (void)enter(dialog, 50.0);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_COMPARE(problemsOf(&dialog), QStringList());
    // One of the two choices, the number, and the buttons.
    const auto stops = tabStops(&dialog);
    stops.front()->setFocus();
    for (std::size_t i = 0; i <= stops.size(); ++i) {
        QVERIFY(dialog.focusWidget() != nullptr);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

TESSERA_TEST(TestMemoryBudget)
#include "test_memory_budget.moc"

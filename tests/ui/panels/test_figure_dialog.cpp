#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/main_window/export_controller.h"
#include "ui/panels/figure_dialog.h"
#include "ui/panels/figure_preview.h"
#include "ui/plots/plot_catalog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// A plot that is not ready until the test says so.
class SlowPlot : public Plot {
public:
    void setRuns(const std::vector<RunViewPtr>&) override {}
    bool isEmpty() const override { return false; }
    bool isComplete() const override { return complete; }
    QString emptyText() const override { return {}; }
    PlotTable table() const override { return {{"x"}, {{1}}}; }
    QString summary() const override { return words; }
    void resetZoom() override {}
    void draw(QPainter&, const QSize&, const Theme&) override {
        ++drawings;
        Q_EMIT contentChanged(); // as careless plots do
    }
    void change() { Q_EMIT contentChanged(); }

    bool complete = true;
    QString words = "slow";
    int drawings = 0;
};

template <class T>
T* field(QDialog& dialog, const char* name) {
    auto* found = dialog.findChild<T*>(name);
    if (found == nullptr) {
        qFatal("there is no %s", name);
    }
    return found;
}

void choose(QDialog& dialog, const char* name, int entry) {
    field<QComboBox>(dialog, name)->setCurrentIndex(entry);
}

} // namespace

class TestFigureDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithTheDefaults();
    void ownSizesAreOpenWhereTheyCount();
    void remembersEveryChoice();
    void copiesTheCaption();
    void saysWhatIsStillComing();
    void previewFollowsTheChoices();
    void previewIsNotDrawnForEver();
    void aVanishedFolderLosesNothing();
    void thinkingBetterOfTheFileGoesBack();
    void filesBesideItAreReplacedWithConsent();
    void cancellingWritesNothing();
    void everyCornerIsGood_data();
    void everyCornerIsGood();

private:
    std::unique_ptr<Plot> made(const char* id) {
        PlotContext context{m_services->services.selection, m_services->services.theme};
        std::unique_ptr<Plot> plot(findPlot(QString::fromLatin1(id))->make(context, nullptr));
        plot->setRuns({madeRunView()});
        return plot;
    }
    std::filesystem::path path(const char* name) const { return m_services->folder() / name; }

    std::unique_ptr<FakeServices> m_services;
};

void TestFigureDialog::init() {
    m_services = std::make_unique<FakeServices>();
}

void TestFigureDialog::cleanup() {
    m_services.reset();
    installTranslations(*qApp, "en");
    QApplication::setPalette(lightTheme().palette());
}

void TestFigureDialog::beginsWithTheDefaults() {
    const auto plot = made("curve.loss");
    FigureDialog dialog(m_services->settings, {plot.get()});
    QCOMPARE(dialog.extension(), "pdf");
    const auto options = dialog.options();
    QCOMPARE(options.widthInches, 5.5);
    QCOMPARE(options.heightInches, 0.0);
    QVERIFY(!options.caption && options.colours == ColourMap::Viridis);
    QCOMPARE(field<QComboBox>(dialog, "figure.format")->count(), 5);
    QVERIFY(field<QComboBox>(dialog, "figure.width")->itemText(0).contains("3.25 in"));
    QVERIFY(field<QLabel>(dialog, "figure.failure")->isHidden());
}

void TestFigureDialog::ownSizesAreOpenWhereTheyCount() {
    const auto plot = made("curve.loss");
    FigureDialog dialog(m_services->settings, {plot.get()});
    auto* width = field<QDoubleSpinBox>(dialog, "figure.width.own");
    auto* height = field<QDoubleSpinBox>(dialog, "figure.height.own");
    QVERIFY(!width->isEnabled() && !height->isEnabled());
    choose(dialog, "figure.width", 3);
    choose(dialog, "figure.height", 1);
    QVERIFY(width->isEnabled() && height->isEnabled());
    width->setValue(4.2);
    height->setValue(2.5);
    QCOMPARE(dialog.options().widthInches, 4.2);
    QCOMPARE(dialog.options().heightInches, 2.5);
    width->setValue(0.1);
    QCOMPARE(dialog.options().widthInches, 1.0);
    choose(dialog, "figure.width", 2);
    choose(dialog, "figure.height", 0);
    QCOMPARE(dialog.options().widthInches, 6.75);
    QCOMPARE(dialog.options().heightInches, 0.0);
}

void TestFigureDialog::remembersEveryChoice() {
    const auto plot = made("curve.loss");
    {
        FigureDialog dialog(m_services->settings, {plot.get()});
        choose(dialog, "figure.format", 4);
        choose(dialog, "figure.width", 3);
        field<QDoubleSpinBox>(dialog, "figure.width.own")->setValue(4.25);
        choose(dialog, "figure.height", 1);
        field<QDoubleSpinBox>(dialog, "figure.height.own")->setValue(2.0);
        field<QCheckBox>(dialog, "figure.withCaption")->setChecked(true);
        dialog.remember();
    }
    m_services->settings.setValue(setting::kColours, QString("cividis"));
    FigureDialog dialog(m_services->settings, {plot.get()});
    QCOMPARE(dialog.extension(), "tex");
    QCOMPARE(dialog.options().widthInches, 4.25);
    QCOMPARE(dialog.options().heightInches, 2.0);
    QVERIFY(dialog.options().caption && dialog.options().colours == ColourMap::Cividis);
    m_services->settings.setValue(setting::kFigureFormat, QString("bmp"));
    m_services->settings.setValue(setting::kFigureWidth, 900.0);
    FigureDialog strange(m_services->settings, {plot.get()});
    QCOMPARE(strange.extension(), "pdf");
    QCOMPARE(strange.options().widthInches, 40.0);
}

void TestFigureDialog::copiesTheCaption() {
    const auto plot = made("curve.accuracy");
    FigureDialog dialog(m_services->settings, {plot.get()});
    const auto caption = field<QPlainTextEdit>(dialog, "figure.caption")->toPlainText();
    QCOMPARE(caption, figureCaption({plot.get()}));
    field<QPushButton>(dialog, "figure.copyCaption")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), caption);
}

void TestFigureDialog::saysWhatIsStillComing() {
    SlowPlot plot;
    plot.complete = false;
    FigureDialog dialog(m_services->settings, {&plot});
    auto* note = field<QLabel>(dialog, "figure.note");
    QVERIFY(note->text().contains("still being computed"));
    plot.complete = true;
    plot.words = "ready";
    plot.change();
    QVERIFY(note->text().isEmpty());
    QVERIFY(field<QPlainTextEdit>(dialog, "figure.caption")->toPlainText().contains("ready"));
    choose(dialog, "figure.format", 4);
    QVERIFY(note->text().contains("CSV file of the same name"));
}

void TestFigureDialog::previewFollowsTheChoices() {
    const auto plot = made("curve.loss");
    FigureDialog dialog(m_services->settings, {plot.get()});
    dialog.show();
    auto* preview = field<FigurePreview>(dialog, "figure.preview");
    const auto shape = [&] {
        return double(preview->picture().height()) / double(preview->picture().width());
    };
    QTRY_VERIFY(!preview->picture().isNull());
    const auto automatic = shape();
    choose(dialog, "figure.height", 1);
    field<QDoubleSpinBox>(dialog, "figure.height.own")->setValue(11.0);
    QTRY_VERIFY(std::abs(shape() - 2.0) < 0.05);
    choose(dialog, "figure.height", 0);
    QTRY_VERIFY(std::abs(shape() - automatic) < 0.05);
}

void TestFigureDialog::previewIsNotDrawnForEver() {
    SlowPlot plot;
    FigureDialog dialog(m_services->settings, {&plot});
    dialog.show();
    QTRY_VERIFY(plot.drawings > 0);
    for (int i = 0; i < 200; ++i) {
        plot.change();
        QCoreApplication::processEvents();
    }
    QVERIFY2(plot.drawings < 20, qPrintable(QString::number(plot.drawings)));
}

void TestFigureDialog::aVanishedFolderLosesNothing() {
    const auto plot = made("curve.loss");
    QWidget window;
    NoticeBar notices(&window);
    ExportController exports(m_services->services, notices, &window);
    QString failure;
    int shown = 0;
    m_services->dialogs.forms = {
        [&](QDialog& dialog) {
            choose(dialog, "figure.format", 1);
            choose(dialog, "figure.width", 0);
            ++shown;
            return Consent::Yes;
        },
        [&](QDialog& dialog) {
            const auto* label = field<QLabel>(dialog, "figure.failure");
            failure = label->isHidden() ? QString() : label->text();
            ++shown;
            return field<QComboBox>(dialog, "figure.format")->currentIndex() == 1 &&
                           field<QComboBox>(dialog, "figure.width")->currentIndex() == 0
                       ? Consent::Yes
                       : Consent::No;
        }};
    m_services->dialogs.files = {path("gone/away/loss.svg"), path("loss.svg")};
    exports.exportPlots({plot.get()}, "loss");
    QCOMPARE(shown, 2);
    QVERIFY2(failure.contains("could not be written"), qPrintable(failure));
    QVERIFY2(failure.contains("Choose another folder"), qPrintable(failure));
    QVERIFY(std::filesystem::file_size(path("loss.svg")) > 1'000);
    QCOMPARE(m_services->dialogs.suggestedNames, QStringList({"loss.svg", "loss.svg"}));
}

void TestFigureDialog::thinkingBetterOfTheFileGoesBack() {
    const auto plot = made("curve.loss");
    QWidget window;
    NoticeBar notices(&window);
    ExportController exports(m_services->services, notices, &window);
    int shown = 0;
    const auto accept = [&](QDialog&) {
        ++shown;
        return Consent::Yes;
    };
    m_services->dialogs.forms = {accept, accept};
    exports.exportPlots({plot.get()}, "loss"); // no file is named, twice
    QCOMPARE(shown, 2);
    QCOMPARE(m_services->dialogs.questions.size(), 5); // and the choices a third time
}

// A file dialog asks about the named one only.
void TestFigureDialog::filesBesideItAreReplacedWithConsent() {
    const auto plot = made("curve.loss");
    QWidget window;
    NoticeBar notices(&window);
    ExportController exports(m_services->services, notices, &window);
    const auto theirs = QByteArray("numbers of another figure");
    QFile csv(QString::fromStdString(path("loss.csv").string()));
    QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write(theirs) == theirs.size());
    csv.close();
    const auto accept = [](QDialog& dialog) {
        auto* format = field<QComboBox>(dialog, "figure.format");
        format->setCurrentIndex(format->findData("tex"));
        return Consent::Yes;
    };
    const auto content = [&csv] {
        const auto bytes = csv.open(QIODevice::ReadOnly) ? csv.readAll() : QByteArray();
        csv.close();
        return bytes;
    };
    auto& dialogs = m_services->dialogs;
    dialogs.consent = Consent::No;
    dialogs.forms = {accept};
    dialogs.files = {path("loss.tex")};
    exports.exportPlots({plot.get()}, "loss");
    QVERIFY(dialogs.questions.filter("loss.csv").size() == 1);
    QCOMPARE(content(), theirs);
    QVERIFY(!std::filesystem::exists(path("loss.tex")));
    dialogs.consent = Consent::Yes;
    dialogs.forms = {accept};
    dialogs.files = {path("loss.tex")};
    exports.exportPlots({plot.get()}, "loss");
    QVERIFY(std::filesystem::exists(path("loss.tex")));
    QVERIFY(content() != theirs);
    dialogs.questions.clear(); // nothing is there: nothing is asked
    dialogs.forms = {accept};
    dialogs.files = {path("other.tex")};
    exports.exportPlots({plot.get()}, "loss");
    QVERIFY(dialogs.questions.filter(".csv").isEmpty());
}

void TestFigureDialog::cancellingWritesNothing() {
    const auto plot = made("curve.loss");
    QWidget window;
    NoticeBar notices(&window);
    ExportController exports(m_services->services, notices, &window);
    exports.exportPlots({plot.get()}, "loss");
    QCOMPARE(m_services->dialogs.questions, QStringList{"Export figure"});
    exports.exportPlots({}, "nothing");
    QCOMPARE(m_services->dialogs.questions.size(), 1);
}

void TestFigureDialog::everyCornerIsGood_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (const bool dark : {false, true}) {
        for (const char* language : {"en", "pseudo", "de"}) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", language) << dark << language;
        }
    }
}

void TestFigureDialog::everyCornerIsGood() {
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QCOMPARE(installTranslations(*qApp, language), language);
    QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
    const auto plot = made("curve.accuracy");
    FigureDialog dialog(m_services->settings, {plot.get()});
    choose(dialog, "figure.format", 4);
    choose(dialog, "figure.width", 3);
    choose(dialog, "figure.height", 1);
    dialog.setFailure(QCoreApplication::translate(
        "tessera::ui",
        "The figure could not be written to %1: %2. Choose another folder or name."));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY2(problemsOf(&dialog).isEmpty(), qPrintable(problemsOf(&dialog).join("; ")));
    QVERIFY(dialog.height() <= 660); // of a screen with 700
    const auto stops = tabStops(&dialog);
    QCOMPARE(stops.size(), std::size_t{10});
    stops.front()->setFocus();
    for (std::size_t i = 1; i <= stops.size(); ++i) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), stops[i % stops.size()]);
    }
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

TESSERA_TEST(TestFigureDialog)
#include "test_figure_dialog.moc"

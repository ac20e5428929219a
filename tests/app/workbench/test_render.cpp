// Figures without a window are those of the window.
#include "app/workbench/render.h"

#include "app/workbench/render_pickers.h"
#include "app/workbench/workbench.h"
#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_dialogs.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/run_controller.h"
#include "ui/panels/view.h"
#include "ui/plots/figure.h"
#include "ui/plots/plot_catalog.h"

#include <QComboBox>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;
using namespace tessera::workbench;

namespace {

constexpr int kEngineMs = 60'000;
constexpr int kRunMs = 120'000;

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray firstDifference(const QByteArray& ours, const QByteArray& windows) {
    const auto a = ours.split('\n'), b = windows.split('\n');
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i]) {
            return "line " + QByteArray::number(i) + ": " + a[i] + " / " + b[i];
        }
    }
    return QByteArray::number(a.size()) + " / " + QByteArray::number(b.size()) + " lines";
}

} // namespace

class TestRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyViewIsTheWindows_data();
    void everyViewIsTheWindows();
    void severalNamesMakeOnePage();
    void pickersAreChosen();
    void wrongPickersAreExplained();
    void aCaptionComesWithIt();
    void everyFormat_data();
    void everyFormat();
    void refusals_data();
    void refusals();

private:
    std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    RenderOptions optionsFor(const std::string& view, const std::string& file) const {
        RenderOptions options;
        options.run = "latest";
        options.view = view;
        options.out = path(file);
        options.store = path("runs.tessera.db");
        return options;
    }
    void makeRun();
    void exportFromWindow();

    QTemporaryDir m_folder;
    FakeDialogs m_dialogs;
    std::unique_ptr<Workbench> m_program;
};

// One small run, and what the window exports of it, view by view.
void TestRender::initTestCase() {
    m_program = std::make_unique<Workbench>(
        Places{QString::fromStdString(path("settings.ini").string()), path("runs.tessera.db"),
               path("unsaved.tessera.json"), path("trusted-signers.json")},
        &m_dialogs);
    m_program->start({});
    QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    makeRun();
    exportFromWindow();
    m_program.reset(); // the store is free, and everything in it
}

void TestRender::makeRun() {
    auto& services = m_program->services();
    auto& runs = m_program->window().runs();
    QVERIFY(QTest::qWaitFor([&] { return runs.reason().isEmpty(); }, kEngineMs));
    QTest::keyClick(&m_program->window(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto& all = services.library.runs();
            return !runs.isBusy() && all.size() == 1 && isTerminal(all.back().state) &&
                   !all.back().finishedAt.empty();
        },
        kRunMs));
    QCOMPARE(services.library.runs().front().state, RunState::Done);
    QVERIFY(QTest::qWaitFor([&] {
        const auto views = services.views.views();
        return views.size() == 1 && views.front()->snapshots.last != nullptr &&
               views.front()->record.summary.accuracyAfter.has_value();
    }));
}

void TestRender::exportFromWindow() {
    for (const auto& entry : viewCatalog()) {
        if (entry.plots.empty()) {
            continue;
        }
        auto* view = m_program->window().docks().view(entry.id);
        m_program->window().docks().raise(entry.id);
        const auto plots = view->plots();
        QVERIFY(!plots.empty());
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         return std::all_of(plots.begin(), plots.end(),
                                            [](const Plot* plot) { return plot->isComplete(); });
                     },
                     kRunMs),
                 entry.id);
        m_dialogs.forms = {[](QDialog&) { return Consent::Yes; }};
        m_dialogs.files = {path(std::string("window-") + entry.id + ".csv")};
        QTest::keyClick(&m_program->window(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(m_dialogs.files.empty(), entry.id);
    }
}

void TestRender::everyViewIsTheWindows_data() {
    QTest::addColumn<QString>("view");
    for (const auto& entry : viewCatalog()) {
        if (!entry.plots.empty()) {
            QTest::newRow(entry.id) << QString(entry.id);
        }
    }
}

void TestRender::everyViewIsTheWindows() {
    QFETCH(QString, view);
    const auto name = view.toStdString();
    QCOMPARE(render(optionsFor(name, "render-" + name + ".csv")), 0);
    const auto ours = contentOf(path("render-" + name + ".csv"));
    const auto windows = contentOf(path("window-" + name + ".csv"));
    QVERIFY(windows.count('\n') > 3);
    QVERIFY2(ours == windows, qPrintable(firstDifference(ours, windows)));
}

// The other pages of the activations.
void TestRender::severalNamesMakeOnePage() {
    QCOMPARE(
        render(optionsFor("activations, activation-distribution,activation-units", "several.csv")),
        0);
    const auto csv = contentOf(path("several.csv"));
    for (const char* id : {"activations,", "activation-distribution,", "activation-units,"}) {
        QVERIFY2(csv.contains(QByteArray("\n") + id), id);
    }
    for (const auto& entry : plotCatalog()) {
        QVERIFY2(renderNames().find(entry.id) != std::string::npos, entry.id);
    }
}

void TestRender::pickersAreChosen() {
    auto options = optionsFor("activations", "measured.csv");
    QCOMPARE(render(options), 0);
    options.out = path("standardised.csv");
    options.pickers = {"valueScale=standardised per unit", "sampleOrder=as in the data"};
    QCOMPARE(render(options), 0);
    QVERIFY(contentOf(path("measured.csv")) != contentOf(path("standardised.csv")));
}

void TestRender::wrongPickersAreExplained() {
    class Picked : public Plot {
    public:
        Picked() : m_controls(this) {
            auto* box = new QComboBox(&m_controls);
            box->setObjectName("picture");
            box->addItem("PCA", 0);
            box->addItem("t-SNE", 1);
        }
        void setRuns(const std::vector<RunViewPtr>&) override {}
        bool isEmpty() const override { return true; }
        QString emptyText() const override { return {}; }
        PlotTable table() const override { return {}; }
        QString summary() const override { return {}; }
        QWidget* controls() override { return &m_controls; }
        void resetZoom() override {}
        void draw(QPainter&, const QSize&, const Theme&) override {}

    private:
        QWidget m_controls;
    };
    Picked plot;
    auto* box = plot.findChild<QComboBox*>("picture");
    const auto refusal = [&](const char* setting) {
        const auto set = setPickers({&plot}, {setting});
        return set ? QString() : QString::fromStdString(set.error().detail);
    };
    QCOMPARE(refusal("picture=t-sne"), QString());
    QCOMPARE(box->currentIndex(), 1);
    QCOMPARE(refusal("picture=0"), QString()); // by its value, in whatever language
    QCOMPARE(box->currentIndex(), 0);
    QVERIFY(refusal("picture=MDS").contains("choose from PCA, t-SNE"));
    QVERIFY(refusal("picture").contains("choose from PCA, t-SNE"));
    QVERIFY(refusal("colour=red").contains("choose from picture"));
    QCOMPARE(box->currentIndex(), 0);
}

void TestRender::aCaptionComesWithIt() {
    auto options = optionsFor("curves", "curves.pdf");
    options.caption = true;
    QCOMPARE(render(options), 0);
    const auto caption = contentOf(path("curves.txt"));
    QVERIFY2(caption.contains("N = 1 run") && caption.contains("seed"), caption.constData());
}

void TestRender::everyFormat_data() {
    QTest::addColumn<QString>("extension");
    for (const auto& format : figureFormats()) {
        QTest::newRow(qPrintable(format.extension)) << format.extension;
    }
}

void TestRender::everyFormat() {
    QFETCH(QString, extension);
    const auto file = "curves-all." + extension.toStdString();
    auto options = optionsFor("curves", file);
    options.heightInches = 6.0;
    QCOMPARE(render(options), 0);
    QVERIFY(std::filesystem::file_size(path(file)) > 500);
}

void TestRender::refusals_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("picker");
    QTest::newRow("no such view") << "nowhere"
                                  << "a.pdf"
                                  << "";
    QTest::newRow("no such format") << "curves"
                                    << "a.bmp"
                                    << "";
    QTest::newRow("no such picker") << "hub"
                                    << "a.pdf"
                                    << "nothing=1";
}

void TestRender::refusals() {
    QFETCH(QString, view);
    QFETCH(QString, file);
    QFETCH(QString, picker);
    auto options = optionsFor(view.toStdString(), file.toStdString());
    if (!picker.isEmpty()) {
        options.pickers = {picker.toStdString()};
    }
    QCOMPARE(render(options), 3);
    QVERIFY(!std::filesystem::exists(options.out));
}

TESSERA_TEST(TestRender)
#include "test_render.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/token_files.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

struct Corner {
    QSize size;
    ThemeChoice theme;
    QString language;
};

constexpr int kPatienceMs = 2'000;
const RunId kAcceptedRun("20260101-120000-00000001");
const RunId kOther("20260101-130000-00000002"); // to compare it with

} // namespace

Q_DECLARE_METATYPE(Corner)

// The whole window in the corner cases in which screens are accepted: every control has a name,
// nothing is cut off, overlaps or cannot be read.
class TestAcceptance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyViewIsGood_data();
    void everyViewIsGood();
    void cleanup() { installTranslations(*qApp, "en"); }
};

void TestAcceptance::everyViewIsGood_data() {
    QTest::addColumn<Corner>("corner");
    QTest::addColumn<bool>("full");
    const Corner small{QSize(1024, 700), ThemeChoice::Light, "en"};
    const Corner large{QSize(1920, 1080), ThemeChoice::Dark, "en"};
    const Corner mirrored{QSize(1440, 900), ThemeChoice::Light, "pseudo"};
    const Corner german{QSize(1024, 700), ThemeChoice::Light, "de"};
    for (const bool full : {true, false}) {
        const char* state = full ? "with a run" : "empty";
        QTest::addRow("small, light, %s", state) << small << full;
        QTest::addRow("large, dark, %s", state) << large << full;
        QTest::addRow("right to left, long texts, %s", state) << mirrored << full;
        QTest::addRow("German, %s", state) << german << full;
    }
}

void TestAcceptance::everyViewIsGood() {
    QFETCH(Corner, corner);
    QFETCH(bool, full);
    installTranslations(*qApp, corner.language);
    FakeServices fakes;
    auto run = madeRunView()->record;
    run.artifacts = {{"views", "views.safetensors", "", 1}, {"token", "token.tbf", "ab", 1}};
    fakes.documents.putSnapshots(fakes.folder() / "views.safetensors", madeRunView()->snapshots);
    fakes.putToken(fakes.folder() / "token.tbf", madeTokenFile());
    auto other = run;
    other.id = kOther;
    other.experiment.transfer.epochs = 5;
    QVERIFY(fakes.openStore(full ? std::vector{run, other} : std::vector<RunRecord>{}));
    fakes.store->put(run, madeRunView()->samples);
    if (!full) {
        fakes.store->forget(kAcceptedRun);
    }
    if (full) {
        fakes.studies.setOverview(madeStudyOverview());
    }
    fakes.services.theme.setChoice(corner.theme);
    MainWindow window(fakes.services, fakes.folder() / "default.db");
    window.resize(corner.size);
    window.docks().applyDefault();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    fakes.jobs.loadEngine();
    if (full) {
        fakes.services.views.show({kAcceptedRun});
        QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
        window.notices().post(MessageLevel::Warning, "A sentence of the core.", "Details.");
    }
    for (auto* more : window.findChildren<QToolButton*>()) {
        if (more->objectName().endsWith(".more") && full) {
            more->setChecked(true);
        }
    }
    QStringList problems;
    const auto look = [&] {
        // What is being laid out may overlap for a moment.
        (void)QTest::qWaitFor([&] { return problemsOf(&window).isEmpty(); }, kPatienceMs);
        for (const auto& problem : problemsOf(&window)) {
            if (!problems.contains(problem)) {
                problems << problem;
            }
        }
    };
    for (const auto& entry : viewCatalog()) {
        window.docks().raise(entry.id);
        look();
    }
    window.docks().raise("activations");
    for (const int page : {1, 2}) {
        window.findChild<QTabWidget*>("activations.pages")->setCurrentIndex(page);
        look();
    }
    if (full) {
        window.docks().raise("compare");
        fakes.services.compared.add({kAcceptedRun, kOther});
        look();
    }
    if (full) {
        window.docks().raise("studies");
        auto* pages = window.findChild<QTabWidget*>("study.pages");
        QTRY_VERIFY(pages->isVisibleTo(&window));
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            look();
        }
    }
    for (const auto& problem : problems) {
        qWarning("%s", qPrintable(problem));
    }
    QCOMPARE(problems.size(), 0);
}

TESSERA_TEST(TestAcceptance)
#include "test_acceptance.moc"

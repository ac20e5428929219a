#include "ui/study/studies_view.h"

#include "tests/support/test_registry.h"
#include "tests/ui/study/shown_study.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/settings/settings.h"
#include "ui/strings/strings.h"
#include "ui/study/study_chart.h"
#include "ui/study/study_control.h"
#include "ui/study/study_document.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

// Stands in for the browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

class TestStudiesView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithASmallStudy();
    void saysWhyItCannotRun();
    void runsTheStudyAsOneJob();
    void followsAndCancels();
    void asksBeforeItReplacesARecipe();
    void startsInTheStoreThatItAskedAbout();
    void aPresetMeanwhileIsNotTheOneThatIsKept();
    void saysThatItWasNotStarted();
    void showsWhatHasBecomeOfIt();
    void namesMethodsWithoutAResult();
    void doubleClickShowsTheRuns();
    void comparesWithAnotherMethod();
    void takesPresets();
    void opensAndSavesRecipes();
    void anEditedRecipeOfAFileIsNotSaved();
    void anEditedRecipeWithoutAFileIsNotSaved_data();
    void anEditedRecipeWithoutAFileIsNotSaved();
    void aRecipeOfAnEarlierVersionIsNotSaved();
    void aStudyThatRunsIsSavedBesideItsRuns();
    void aBadRecipeChangesNothing();
    void opensWhatTheStoreKeeps();
    void writesReports();
    void computesOnlyWhileSomebodyLooks();
    void standsOneBelowTheOtherWhereThereIsNoRoom();
    void everythingHasAName();
};

void TestStudiesView::startsWithASmallStudy() {
    ShownStudy shown;
    QVERIFY(shown.ready);
    QVERIFY(shown.find<QLabel>("study.extent")->text().contains("12 run"));
    QVERIFY(shown.find<QLabel>("study.problem")->isHidden());
    QVERIFY(shown.find<EmptyState>("study.empty")->isVisible());
    QVERIFY(shown.find<QPushButton>("study.run")->isEnabled());
    QVERIFY(!shown.find<QPushButton>("study.report")->isEnabled());
}

void TestStudiesView::saysWhyItCannotRun() {
    ShownStudy shown;
    auto* seeds = shown.find<QLineEdit>("study.seeds");
    seeds->clear();
    QTest::keyClicks(seeds, "1, 1");
    const auto* problem = shown.find<QLabel>("study.problem");
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains("stands twice"));
    QVERIFY(!shown.find<QPushButton>("study.run")->isEnabled());
    QVERIFY(shown.find<QPushButton>("study.run")->toolTip().contains("Mend"));
    FakeServices fakes; // without an engine
    QVERIFY(fakes.openStore());
    StudiesView other(fakes.services);
    QVERIFY(other.findChild<QPushButton*>("study.run")->toolTip().contains("loaded"));
}

void TestStudiesView::runsTheStudyAsOneJob() {
    ShownStudy shown;
    shown.find<QPushButton>("study.run")->click();
    QVERIFY(!shown.find<QPushButton>("study.run")->isEnabled()); // not twice
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    const auto& request = shown.fakes.jobs.requests().begin()->second;
    QVERIFY(request.study != nullptr);
    QCOMPARE(request.study->cells.size(), std::size_t(12));
    QCOMPARE(request.experiment.name, std::string("study"));
    QVERIFY(request.store == shown.fakes.store);
    QCOMPARE(request.folder, shown.fakes.folder());
    QVERIFY(shown.fakes.studies.keptAs("study").has_value());
    QVERIFY(shown.fakes.dialogs.questions.isEmpty());
    QTRY_VERIFY(shown.find<QPushButton>("study.run")->toolTip().contains("running or waiting"));
}

void TestStudiesView::followsAndCancels() {
    ShownStudy shown;
    auto* bar = shown.find<QProgressBar>("study.progress");
    QVERIFY(bar->isHidden());
    shown.find<QPushButton>("study.run")->click();
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    const auto job = shown.fakes.jobs.last();
    shown.fakes.jobs.start(job, RunId("r1"));
    shown.fakes.jobs.report(job, StudyStep{6, 6, 12});
    QTRY_COMPARE(bar->value(), 500);
    QVERIFY(bar->isVisible());
    QVERIFY(shown.find<QLabel>("study.time")->text().contains("run 7 of 12"));
    shown.fakes.dialogs.consent = Consent::No;
    shown.find<QPushButton>("study.cancel")->click();
    QCOMPARE(shown.fakes.jobs.status(job).state, RunState::Running);
    shown.fakes.dialogs.consent = Consent::Yes;
    shown.find<QPushButton>("study.cancel")->click();
    QCOMPARE(shown.fakes.jobs.status(job).state, RunState::Cancelling);
    QTRY_VERIFY(!shown.find<QPushButton>("study.cancel")->isEnabled());
    shown.fakes.jobs.end(job, RunState::Cancelled);
    QTRY_VERIFY(bar->isHidden());
    // What is done is kept, so it may go on.
    QVERIFY(shown.find<QPushButton>("study.run")->isEnabled());
}

void TestStudiesView::asksBeforeItReplacesARecipe() {
    ShownStudy shown;
    auto other = shown.fakes.studies.defaultStudy();
    other.seeds = {7};
    shown.fakes.studies.putKept(other);
    shown.fakes.dialogs.consent = Consent::No;
    shown.find<QPushButton>("study.run")->click();
    QTRY_COMPARE(shown.fakes.dialogs.questions.size(), 1);
    QVERIFY(shown.fakes.dialogs.questions.front().contains("another recipe"));
    QTRY_VERIFY(shown.find<QPushButton>("study.run")->isEnabled());
    QVERIFY(shown.fakes.jobs.requests().empty());
    QVERIFY(*shown.fakes.studies.keptAs("study") == other);
    shown.fakes.dialogs.consent = Consent::Yes;
    shown.find<QPushButton>("study.run")->click();
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    QVERIFY(*shown.fakes.studies.keptAs("study") == shown.fakes.studies.defaultStudy());
}

// Another store may be opened while the question stands there: it was about this one.
void TestStudiesView::startsInTheStoreThatItAskedAbout() {
    ShownStudy shown;
    auto earlier = shown.fakes.studies.defaultStudy();
    earlier.seeds = {7};
    shown.fakes.studies.putKept(earlier);
    OpenedStore other;
    other.store = std::make_shared<MemoryRunStore>();
    other.folder = shown.fakes.folder() / "other";
    other.file = other.folder / "runs.tessera.db";
    std::filesystem::create_directories(other.folder);
    std::ofstream(other.file).put('\n');
    shown.fakes.documents.putStore(other.file, other);
    auto& library = shown.fakes.services.library;
    bool opened = false;
    shown.fakes.dialogs.whileOpen = [&] {
        library.open(other.file);
        opened = QTest::qWaitFor([&] { return library.opened()->folder == other.folder; });
    };
    shown.find<QPushButton>("study.run")->click();
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    QVERIFY(opened);
    const auto& request = shown.fakes.jobs.requests().begin()->second;
    QVERIFY(request.store == shown.fakes.store);
    QCOMPARE(request.folder, shown.fakes.folder());
    QCOMPARE(shown.fakes.studies.lastFolder(), shown.fakes.folder());
}

// Keeping and saving take a while, and the recipe on the page may be another one by then.
void TestStudiesView::aPresetMeanwhileIsNotTheOneThatIsKept() {
    ShownStudy shown;
    StudyDocument document(shown.fakes.services);
    StudyControl control(shown.fakes.services, document, nullptr);
    const auto preset = shown.fakes.studies.benchmark("digits", StudyLength::Quick, {});
    control.run();
    QVERIFY(!control.reason().isEmpty());
    document.replace(preset, {});
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    QVERIFY(document.study() == preset);
    QVERIFY(!document.isModified());

    QSignalSpy saved(&document, &StudyDocument::saved);
    document.save(shown.fakes.folder() / "preset.study.json");
    document.replace(shown.fakes.studies.defaultStudy(), {});
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(document.file().empty());
    QVERIFY(!document.isModified());
}

void TestStudiesView::saysThatItWasNotStarted() {
    ShownStudy shown;
    shown.fakes.studies.refuse(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    shown.find<QPushButton>("study.run")->click();
    auto* notices = shown.find<NoticeBar>("study.notices");
    QTRY_COMPARE(notices->count(), 1);
    QVERIFY(notices->sentence().contains("not started"));
    QVERIFY(shown.fakes.jobs.requests().empty());
    QVERIFY(shown.find<QPushButton>("study.run")->isEnabled());
}

void TestStudiesView::showsWhatHasBecomeOfIt() {
    ShownStudy shown;
    auto overview = madeStudyOverview();
    overview.failures.push_back({0, 0, 0, 2, RunId("r6"), "has no accuracy"});
    shown.fakes.studies.setOverview(overview);
    QVERIFY(shown.fakes.refreshed());
    const auto* table = shown.find<QTableView>("study.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto* counts = shown.find<QLabel>("study.counts");
    QTRY_VERIFY(counts->text().startsWith("4 of 6 runs done, 1 failed, 1 waiting"));
    QVERIFY(!shown.find<EmptyState>("study.empty")->isVisible());
    QVERIFY(shown.find<QPlainTextEdit>("study.findings")
                ->toPlainText()
                .startsWith("A against kd: better by 5.0 points"));
    const auto leftOut = shown.find<QPlainTextEdit>("study.left-out")->toPlainText();
    QVERIFY(leftOut.contains("seed 3: the label spaces differ"));
    QVERIFY(leftOut.contains("seed 2: has no accuracy"));
    QCOMPARE(shown.find<QTabWidget>("study.pages")->tabText(2), QString("Left out (2)"));
    const auto* chart = qobject_cast<StudyChart*>(shown.view->plots().front());
    QVERIFY(chart != nullptr && !chart->isEmpty());
    QCOMPARE(chart->table().rows.size(), std::size_t(2));
    QCOMPARE(chart->table().rows[0][1].toDouble(), 80.0);
    QVERIFY(chart->summary().contains("95% interval"));
    QVERIFY(!chart->summary().contains("No result"));
}

// What has no bar is named: in words, in the table, and below the bars.
void TestStudiesView::namesMethodsWithoutAResult() {
    ShownStudy shown;
    auto overview = madeStudyOverview();
    overview.methods.emplace_back("rkd");
    overview.averages[1].after = {};
    shown.fakes.studies.setOverview(overview);
    QVERIFY(shown.fakes.refreshed());
    shown.find<QTabWidget>("study.pages")->setCurrentIndex(1);
    const auto* chart = qobject_cast<StudyChart*>(shown.view->plots().front());
    QTRY_VERIFY(!chart->isEmpty());
    QVERIFY2(chart->summary().endsWith("No result yet: kd, rkd."), qPrintable(chart->summary()));
    const auto table = chart->table();
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.rows[1][0].toString(), QString("kd"));
    QVERIFY(table.rows[1][1].isNull()); // not 0
    const auto labels = chart->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().endsWith("No result yet: kd, rkd.");
    }));
    overview.averages[0].after = {};
    shown.fakes.studies.setOverview(overview);
    QVERIFY(shown.fakes.refreshed());
    QTRY_VERIFY(chart->isEmpty());
}

void TestStudiesView::doubleClickShowsTheRuns() {
    ShownStudy shown;
    shown.fakes.studies.setOverview(madeStudyOverview());
    QVERIFY(shown.fakes.refreshed());
    auto* table = shown.find<QTableView>("study.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(
        shown.fakes.services.views.shown(),
        (std::vector<RunId>{RunId("20260101-120000-00000003"), RunId("20260101-120000-00000004")}));
}

void TestStudiesView::comparesWithAnotherMethod() {
    ShownStudy shown;
    const auto* table = shown.find<QTableView>("study.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto* compared = shown.find<QComboBox>("study.compared");
    QCOMPARE(compared->currentText(), QString("A"));
    compared->setCurrentIndex(1);
    Q_EMIT compared->activated(1);
    QTRY_VERIFY(table->model()
                    ->headerData(table->model()->columnCount() - 1, Qt::Horizontal)
                    .toString()
                    .startsWith("kd minus"));
}

void TestStudiesView::takesPresets() {
    ShownStudy shown;
    auto* menu = shown.find<QToolButton>("study.presets")->menu();
    const auto choose = [&](const QString& name) {
        Q_EMIT menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(name);
        QVERIFY(action != nullptr && action->isEnabled());
        action->trigger();
    };
    choose("study.preset.token-mean.full");
    QCOMPARE(shown.find<QLineEdit>("study.name")->text(), QString("benchmark token-mean full"));
    QCOMPARE(shown.find<QLineEdit>("study.seeds")->text(), QString("1-5"));
    QVERIFY(shown.fakes.dialogs.questions.isEmpty()); // nothing was lost
    QTest::keyClicks(shown.find<QLineEdit>("study.name"), " of mine");
    shown.fakes.dialogs.consent = Consent::No;
    choose("study.preset.small");
    QCOMPARE(shown.fakes.dialogs.questions.size(), 1);
    QVERIFY(shown.find<QLineEdit>("study.name")->text().contains("of mine"));
}

void TestStudiesView::opensAndSavesRecipes() {
    ShownStudy shown;
    auto study = shown.fakes.studies.defaultStudy();
    study.name = "from a file";
    const auto file = shown.fakes.folder() / "one.study.json";
    shown.fakes.studies.putFile(file, study);
    shown.view->openStudy(file);
    QTRY_COMPARE(shown.find<QLineEdit>("study.name")->text(), QString("from a file"));
    shown.fakes.dialogs.files = {shown.fakes.folder() / "two"};
    shown.find<QToolButton>("study.save")->click();
    QCOMPARE(shown.fakes.dialogs.suggestedNames, QStringList{"one.study.json"});
    const auto saved = shown.fakes.folder() / "two.study.json";
    QTRY_VERIFY(std::filesystem::exists(saved));
    std::ifstream in(saved);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto read = shown.fakes.studies.parse(text);
    QVERIFY(read && *read == study);
}

// Across the end of the program: what came from a file and was changed since asks before it goes.
void TestStudiesView::anEditedRecipeOfAFileIsNotSaved() {
    FakeServices fakes;
    auto study = fakes.studies.defaultStudy();
    study.name = "from a file";
    const auto file = fakes.folder() / "one.study.json";
    fakes.studies.putFile(file, study);
    const auto isRead = [&] {
        fakes.services.background.waitForDone();
        QCoreApplication::sendPostedEvents();
    };
    StudyDocument first(fakes.services);
    first.replace(study, file);
    {
        const StudyDocument again(fakes.services);
        QCOMPARE(again.file(), file);
        QTRY_VERIFY(!again.isModified());
    }
    first.change([](StudySpec& changed) { changed.name = "edited"; });
    StudyDocument next(fakes.services);
    QCOMPARE(next.study().name, std::string("edited"));
    QVERIFY(next.isModified());
    isRead();
    QVERIFY(next.isModified());
    next.change([](StudySpec& changed) { changed.name = "from a file"; });
    QVERIFY(!next.isModified());
    // What cannot be read any more is saved nowhere.
    fakes.studies.putFile(file, fail(ErrorCode::NotFound, "it was deleted"));
    const StudyDocument last(fakes.services);
    isRead();
    QVERIFY(last.isModified());
}

// The same before and after the end of the program.
void TestStudiesView::anEditedRecipeWithoutAFileIsNotSaved_data() {
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<bool>("modified");
    QTest::newRow("the small one") << QStringList{} << false;
    QTest::newRow("typed") << QStringList{"edit"} << true;
    QTest::newRow("typed and taken back") << QStringList{"edit", "take back"} << false;
    QTest::newRow("a preset") << QStringList{"preset"} << false;
    QTest::newRow("an edited preset") << QStringList{"preset", "edit"} << true;
    QTest::newRow("a preset in place of edits") << QStringList{"edit", "preset"} << false;
    QTest::newRow("kept in the store") << QStringList{"edit", "keep"} << false;
    QTest::newRow("edited after that") << QStringList{"keep", "edit"} << true;
}

void TestStudiesView::anEditedRecipeWithoutAFileIsNotSaved() {
    QFETCH(QStringList, steps);
    QFETCH(bool, modified);
    FakeServices fakes;
    StudySpec left;
    {
        StudyDocument document(fakes.services);
        for (const auto& step : steps) {
            if (step == "preset") {
                document.replace(fakes.studies.benchmark("digits", StudyLength::Quick, {}), {});
            } else if (step == "keep") {
                document.setKept(document.study(), document.generation());
            } else {
                document.change([&](StudySpec& study) {
                    study.seeds = step == "edit" ? std::vector<std::uint64_t>{7}
                                                 : fakes.studies.defaultStudy().seeds;
                });
            }
        }
        QCOMPARE(document.isModified(), modified);
        left = document.study();
    }
    for (int session = 0; session < 2; ++session) {
        const StudyDocument again(fakes.services);
        QVERIFY(again.study() == left);
        QVERIFY(again.file().empty());
        QCOMPARE(again.isModified(), modified);
    }
}

// Its settings do not say what the recipe began with.
void TestStudiesView::aRecipeOfAnEarlierVersionIsNotSaved() {
    FakeServices fakes;
    auto study = fakes.studies.defaultStudy();
    fakes.settings.setValue(setting::kStudy, fromUtf8(fakes.studies.text(study)));
    QVERIFY(!StudyDocument(fakes.services).isModified());
    study.name = "mine";
    fakes.settings.setValue(setting::kStudy, fromUtf8(fakes.studies.text(study)));
    QVERIFY(StudyDocument(fakes.services).isModified());
    fakes.settings.setValue(setting::kStudySaved, QString("damaged"));
    QVERIFY(StudyDocument(fakes.services).isModified());
}

void TestStudiesView::aStudyThatRunsIsSavedBesideItsRuns() {
    ShownStudy shown;
    auto* name = shown.find<QLineEdit>("study.name");
    name->clear();
    QTest::keyClicks(name, "study of mine");
    const auto* document = shown.view->findChild<StudyDocument*>();
    QVERIFY(document->isModified());
    shown.find<QPushButton>("study.run")->click();
    QTRY_COMPARE(shown.fakes.jobs.requests().size(), std::size_t(1));
    QVERIFY(shown.fakes.studies.keptAs("study of mine").has_value());
    QVERIFY(!document->isModified());
    QTest::keyClicks(name, "!");
    QVERIFY(document->isModified());
}

void TestStudiesView::aBadRecipeChangesNothing() {
    ShownStudy shown;
    const auto file = shown.fakes.folder() / "bad.study.json";
    shown.fakes.studies.putFile(file,
                                fail(ErrorCode::InvalidArgument, "methods[0].mode is not known"));
    QTest::keyClicks(shown.find<QLineEdit>("study.name"), " mine");
    const auto before = shown.find<QLineEdit>("study.name")->text();
    shown.view->openStudy(file);
    auto* notices = shown.find<NoticeBar>("study.notices");
    QTRY_COMPARE(notices->count(), 1);
    QVERIFY(notices->sentence().contains("bad.study.json"));
    QCOMPARE(shown.find<QLineEdit>("study.name")->text(), before);
    QVERIFY(shown.fakes.dialogs.questions.isEmpty());
}

void TestStudiesView::opensWhatTheStoreKeeps() {
    ShownStudy shown;
    auto kept = shown.fakes.studies.defaultStudy();
    kept.name = "of last week";
    shown.fakes.studies.putKept(kept);
    auto* menu = shown.find<QToolButton>("study.open")->menu();
    Q_EMIT menu->aboutToShow();
    const auto find = [&]() -> QAction* {
        for (auto* action : menu->actions()) {
            if (action->text() == "of last week") {
                return action;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(find() != nullptr);
    find()->trigger();
    QTRY_COMPARE(shown.find<QLineEdit>("study.name")->text(), QString("of last week"));
}

void TestStudiesView::writesReports() {
    ShownStudy shown;
    Browser browser;
    shown.fakes.studies.setOverview(madeStudyOverview());
    QVERIFY(shown.fakes.refreshed());
    QTRY_VERIFY(shown.find<QPushButton>("study.report")->isEnabled());
    const auto file = shown.fakes.folder() / "tables.tex";
    shown.fakes.dialogs.files = {file};
    shown.find<QPushButton>("study.tables")->click();
    QTRY_COMPARE(shown.find<NoticeBar>("study.notices")->count(), 1);
    std::ifstream in(file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    QCOMPARE(text, std::string("report 1 of study, compared A\n"));
    QCOMPARE(shown.fakes.dialogs.suggestedNames, QStringList{"study.tex"});

    std::filesystem::create_directories(shown.fakes.folder() / "studies");
    shown.find<QPushButton>("study.open-report")->click();
    QTRY_COMPARE(browser.opened.size(), 1);
    QVERIFY(browser.opened.front().toLocalFile().endsWith("studies/study.html"));

    shown.fakes.studies.refuse(Error{ErrorCode::Io, "the disk is full", std::nullopt});
    shown.fakes.dialogs.files = {shown.fakes.folder() / "more.csv"};
    shown.find<QPushButton>("study.numbers")->click();
    QTRY_VERIFY(shown.find<NoticeBar>("study.notices")->sentence().contains("not written"));
}

void TestStudiesView::computesOnlyWhileSomebodyLooks() {
    ShownStudy shown;
    const auto* table = shown.find<QTableView>("study.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    shown.view->hide();
    auto overview = madeStudyOverview();
    overview.rows.pop_back();
    shown.fakes.studies.setOverview(overview);
    QVERIFY(shown.fakes.refreshed());
    QTest::qWait(300);
    QCOMPARE(table->model()->rowCount(), 2);
    shown.view->show();
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void TestStudiesView::standsOneBelowTheOtherWhereThereIsNoRoom() {
    ShownStudy shown;
    const auto* halves = shown.find<QSplitter>("study.halves");
    QTRY_COMPARE(halves->orientation(), Qt::Horizontal);
    shown.view->resize(430, 700);
    QTRY_COMPARE(halves->orientation(), Qt::Vertical);
}

void TestStudiesView::everythingHasAName() {
    ShownStudy shown;
    shown.fakes.studies.setOverview(madeStudyOverview());
    QVERIFY(shown.fakes.refreshed());
    auto* pages = shown.find<QTabWidget>("study.pages");
    QTRY_VERIFY(pages->isVisible());
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        (void)QTest::qWaitFor([&] { return problemsOf(shown.view.get()).isEmpty(); }, 1000);
        QCOMPARE(problemsOf(shown.view.get()).join('\n'), QString());
    }
}

TESSERA_TEST(TestStudiesView)

#include "test_studies_view.moc"

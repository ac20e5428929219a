#include "tests/support/test_registry.h"
#include "tests/ui/compare/compared_runs.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/compare/box_plot.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/pair_plot.h"
#include "ui/strings/strings.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

constexpr int kPatienceMs = 2'000;

struct ShownView {
    explicit ShownView(const std::vector<RunRecord>& runs = comparedRuns()) {
        good = fake.openStore(runs);
        view = std::make_unique<CompareView>(fake.services);
        view->resize(900, 700);
        view->show();
        good = good && QTest::qWaitForWindowExposed(view.get());
    }
    template <class Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return view->findChild<Widget*>(name);
    }
    [[nodiscard]] bool upToDate() const {
        return QTest::qWaitFor([&] { return view->isUpToDate(); });
    }
    [[nodiscard]] QAbstractItemModel* table(const char* name) const {
        return find<QTableView>(name)->model();
    }
    void pick(const char* box, int index) const { find<QComboBox>(box)->setCurrentIndex(index); }

    FakeServices fake;
    std::unique_ptr<CompareView> view;
    bool good = false;
};

} // namespace

class TestCompareView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRunIsNothingToCompare() {
        ShownView s;
        QVERIFY(s.good);
        auto* empty = s.find<EmptyState>("view.compare.empty");
        QVERIFY(empty->isVisible());
        QSignalSpy asked(s.view.get(), &View::runsRequested);
        QTest::keyClick(empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(asked.count(), 1);
        s.fake.services.compared.setChosen({RunId("A-1")});
        QVERIFY(empty->isVisible());
        QVERIFY(s.view->plots().empty());
        s.fake.services.compared.add({RunId("kd-1")});
        QVERIFY(!empty->isVisible());
        s.fake.services.compared.clearAdded();
        QVERIFY(empty->isVisible());
    }

    void showsWhatDiffersAndWhatCameOut() {
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        QCOMPARE(s.table("compare.fields.table")->rowCount(), 3);
        s.find<QCheckBox>("compareAllFields")->setChecked(true);
        QVERIFY(s.table("compare.fields.table")->rowCount() > 20);
        QCOMPARE(s.table("compare.groups.table")->rowCount(), 3);
        QVERIFY(s.find<QLabel>("compare.overview")->text().contains("the disk is full"));
        QVERIFY(s.view->plots().size() >= 2);
    }

    // However little of it there is room for.
    void headersTellTheirWholeText() {
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        for (const char* name : {"compare.fields.table", "compare.groups.table"}) {
            const auto* table = s.table(name);
            QVERIFY(table->columnCount() > 3);
            for (int column = 0; column < table->columnCount(); ++column) {
                const auto title = table->headerData(column, Qt::Horizontal).toString();
                QVERIFY(!title.isEmpty());
                QCOMPARE(table->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(),
                         plainToolTip(title));
            }
        }
        const auto* fields = s.table("compare.fields.table");
        QCOMPARE(fields->headerData(1, Qt::Vertical).toString(), QString("seed"));
        QCOMPARE(fields->headerData(1, Qt::Vertical, Qt::ToolTipRole).toString(), QString("seed"));
    }

    void choicesChangeWhatIsCompared() {
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        auto* boxes = s.find<BoxPlot>(BoxPlot::kId);
        QVERIFY(boxes->table().columns.contains("Accuracy after (%)"));
        s.pick("compareMeasure", 1);
        QVERIFY(s.upToDate());
        QVERIFY(boxes->table().columns.contains("Change of accuracy (points)"));
        s.pick("compareReference", 1); // kd
        QVERIFY(s.upToDate());
        const auto* groups = s.table("compare.groups.table");
        QVERIFY(groups->index(0, 5).data().toString().startsWith("lower than group 1"));
        QCOMPARE(s.find<QComboBox>("compareOther")->currentIndex(), 0); // not with itself
    }

    void followsTheLibrary() {
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        s.fake.services.library.remove({RunId("none-1")});
        QVERIFY(s.upToDate());
        QTRY_COMPARE(s.table("compare.groups.table")->rowCount(), 2);
        s.fake.services.undo.undo();
        QTRY_COMPARE(s.fake.services.library.runs().size(), comparedRuns().size());
    }

    void readsAnswersAndSaysWhereThereAreNone() {
        auto runs = comparedRuns();
        runs[0].artifacts = {{"items", "a.items", "", 1}};
        ShownView s(runs);
        QVERIFY(s.good);
        s.fake.documents.putItems(s.fake.folder() / "a.items", madeItems());
        s.fake.services.compared.setChosen(idsOf(runs));
        QVERIFY(s.upToDate());
        auto* confusion = s.find<ConfusionPlot>(ConfusionPlot::kId);
        QTRY_VERIFY(!confusion->isEmpty());
        QVERIFY(confusion->summary().contains("kept no answers")); // of the second run
        auto* answers = s.find<QComboBox>("confusionAnswers");
        QCOMPARE(answers->count(), 4); // with the control of the first
        answers->setCurrentIndex(3);
        QTRY_VERIFY(confusion->summary().contains("2 of 4 test items right"));
        s.pick("confusionFirst", 1);
        QTRY_VERIFY(confusion->isEmpty());
    }

    // It would be caught by every plot that comes under the pointer.
    void theWheelScrollsThePageUntilAPlotIsClicked() {
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        auto* pairs = s.find<PairPlot>(PairPlot::kId);
        const auto turn = [&] {
            auto* canvas = pairs->focusProxy();
            const QPointF place(canvas->rect().center());
            QWheelEvent wheel(place, canvas->mapToGlobal(place), {}, {0, -120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(canvas, &wheel);
        };
        turn();
        QVERIFY(!pairs->isZoomed());
        s.view->activateWindow();
        pairs->setFocus();
        QTRY_VERIFY(pairs->focusProxy()->hasFocus());
        turn();
        QVERIFY(pairs->isZoomed());
    }

    void overlaysCurves() {
        ShownView s;
        QVERIFY(s.good);
        const auto runs = comparedRuns();
        for (int i = 0; i < 2; ++i) {
            s.fake.store->put(
                runs[static_cast<std::size_t>(i)],
                {{"accuracy.validation", 0, 0.1, ""}, {"accuracy.validation", 1, 0.8, ""}});
        }
        s.fake.services.compared.setChosen({runs[0].id, runs[1].id});
        QVERIFY(s.upToDate());
        QTRY_VERIFY(!s.view->plots().empty() &&
                    s.view->plots().back()->objectName() == "curve.accuracy");
        QCOMPARE(s.view->plots().back()->shownRuns().size(), std::size_t(2));
    }

    // Ten times over what is wanted would still be found.
    void aHundredRunsStayFluid() {
        std::vector<RunRecord> runs;
        for (int i = 0; i < 100; ++i) {
            runs.push_back(comparedRun("mode" + std::to_string(i / 5), i, 0.5 + 0.004 * i));
        }
        ShownView s(runs);
        QVERIFY(s.good);
        QElapsedTimer timer;
        timer.start();
        s.fake.services.compared.setChosen(idsOf(runs));
        QVERIFY(s.upToDate());
        qInfo("100 runs compared in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 10'000);
        QCOMPARE(s.table("compare.groups.table")->rowCount(), 20);
        QVERIFY(s.find<QLabel>("compare.curves.limit")->text().contains("12"));
    }

    void everyWidgetIsInOrder_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("narrow, light") << 480 << false << false;
        QTest::newRow("wide, dark") << 1100 << true << false;
        QTest::newRow("right to left") << 700 << false << true;
    }
    void everyWidgetIsInOrder() {
        QFETCH(int, width);
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        ShownView s;
        QVERIFY(s.good);
        s.fake.services.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        s.view->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        s.view->resize(width, 2600); // all of the page is seen
        s.fake.services.compared.setChosen(idsOf(comparedRuns()));
        QVERIFY(s.upToDate());
        (void)QTest::qWaitFor([&] { return problemsOf(s.view.get()).isEmpty(); }, kPatienceMs);
        for (const auto& problem : problemsOf(s.view.get())) {
            qWarning("%s", qPrintable(problem));
        }
        QVERIFY(problemsOf(s.view.get()).isEmpty());
        QVERIFY(s.view->width() <= width);
    }
};

TESSERA_TEST(TestCompareView)
#include "test_compare_view.moc"

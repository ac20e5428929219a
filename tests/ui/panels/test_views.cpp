#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/hub_analysis.h"
#include "tests/ui/support/run_views.h"
#include "ui/panels/activations_view.h"
#include "ui/panels/curves_view.h"
#include "ui/panels/distributions_page.h"
#include "ui/panels/layers_view.h"
#include "ui/panels/view.h"
#include "ui/plots/plot_catalog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plot_frame.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include <memory>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

std::unique_ptr<View> makeView(int index, Services& services) {
    return std::unique_ptr<View>(
        viewCatalog()[static_cast<std::size_t>(index)].make(services, nullptr));
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfTheCatalogue() {
        QStringList ids;
        QSet<QString> titles;
        for (const auto& entry : viewCatalog()) {
            ids << entry.id;
            titles << entry.title();
            QVERIFY2(iconNames().contains(QString(entry.icon)), entry.icon);
        }
        QCOMPARE(ids, (QStringList{"activations", "hub", "layers", "curves", "token", "compare",
                                   "studies"}));
        QCOMPARE(titles.size(), ids.size());
    }

    void showEmptyOneAndManyRuns_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(viewCatalog().size()); ++i) {
            const char* id = viewCatalog()[static_cast<std::size_t>(i)].id;
            if (QString(id) != "studies") { // shows studies, not the runs that are chosen
                QTest::newRow(id) << i;
            }
        }
    }
    void showEmptyOneAndManyRuns() {
        QFETCH(int, index);
        const auto& entry = viewCatalog()[static_cast<std::size_t>(index)];
        FakeServices fake;
        QVERIFY(fake.openStore());
        const auto view = makeView(index, fake.services);
        view->resize(700, 500);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        auto* empty = view->findChild<EmptyState*>(view->objectName() + ".empty");
        QVERIFY(empty != nullptr);
        view->setRuns({});
        QVERIFY(empty->isVisible());
        QSignalSpy run(view.get(), &View::runRequested);
        QSignalSpy choose(view.get(), &View::runsRequested);
        QTest::keyClick(empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(run.count() + choose.count(), 1);

        QCOMPARE(view->plots().size(), entry.plots.size());
        for (std::size_t i = 0; i < entry.plots.size(); ++i) {
            QCOMPARE(view->plots()[i]->objectName(), QString(entry.plots[i]));
        }
        std::vector<RunViewPtr> runs;
        for (int number = 0; number < 12; ++number) {
            MadeRun made;
            made.id = "run " + std::to_string(number);
            made.notANumber = number % 2 == 1;
            made.samples = number % 3 == 2 ? 0 : 12;
            runs.push_back(madeRunView(made));
        }
        for (const auto& some : {std::vector{runs[0]}, runs, std::vector{runs[2]}}) {
            view->setRuns(some);
            QVERIFY(!view->grab().isNull());
            for (const auto* plot : view->plots()) {
                QVERIFY(plot->isVisible() || plot->isEmpty());
            }
        }
        view->setRuns({});
        QVERIFY(empty->isVisible());
    }

    void showTheSameRunsInEveryPlot() {
        FakeServices fake;
        for (int index = 0; index < 4; ++index) {
            const auto view = makeView(index, fake.services);
            QVERIFY(!view->plots().empty());
            for (const auto* plot : view->plots()) {
                QVERIFY(plot->isEmpty());
            }
            view->setRuns({madeRunView()});
            for (const auto* plot : view->plots()) {
                QVERIFY2(!plot->isEmpty(), qPrintable(plot->objectName()));
            }
        }
    }

    void passOnExports() {
        FakeServices fake;
        const auto view = makeView(0, fake.services);
        Plot* asked = nullptr;
        connect(view.get(), &View::exportRequested, this, [&](Plot* plot) { asked = plot; });
        auto* frame = view->findChild<PlotFrame*>();
        Q_EMIT frame->exportRequested(frame->plot());
        QCOMPARE(asked, view->plots().front());
    }

    void layersSideBySideWhereThereIsRoom_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("beside");
        QTest::newRow("narrow") << 420 << false;
        QTest::newRow("wide") << 1100 << true;
    }
    void layersSideBySideWhereThereIsRoom() {
        QFETCH(int, width);
        QFETCH(bool, beside);
        HubAnalysis analysis; // outlives who computes with it
        FakeServices fake;
        fake.jobs.engineAnalysis = &analysis;
        LayersView view(fake.services);
        view.setRuns({madeRunView()});
        view.resize(width, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.isSideBySide(), beside);
        const auto plots = view.plots();
        QCOMPARE(plots.size(), std::size_t(2));
        const auto first = plots[0]->mapTo(&view, QPoint(0, 0));
        const auto second = plots[1]->mapTo(&view, QPoint(0, 0));
        QCOMPARE(first.x() + plots[0]->width() <= second.x(), beside);
        QCOMPARE(first.y() + plots[0]->height() <= second.y(), !beside);
        for (const auto* plot : plots) {
            QVERIFY(plot->mapTo(&view, QPoint(plot->width(), 0)).x() <= width);
            QVERIFY(plot->height() > 200);
        }
    }

    void distributionsAreMadeWhenTheyAreLookedAt_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("beside");
        QTest::newRow("narrow") << 600 << false;
        QTest::newRow("wide") << 1200 << true;
    }
    void distributionsAreMadeWhenTheyAreLookedAt() {
        QFETCH(int, width);
        QFETCH(bool, beside);
        HubAnalysis analysis; // outlives who computes with it
        FakeServices fake;
        fake.jobs.engineAnalysis = &analysis;
        ActivationsView view(fake.services);
        view.setRuns({madeRunView()});
        view.resize(width, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.findChild<DistributionsPage*>() == nullptr);
        view.findChild<QTabWidget*>("activations.pages")->setCurrentIndex(1);
        const auto plots = view.plots();
        QCOMPARE(plots.size(), std::size_t{2});
        QCOMPARE(plots[0]->objectName(), "activation-distribution");
        QCOMPARE(plots[1]->objectName(), "activation-units");
        QTRY_VERIFY(plots[0]->isComplete() && plots[1]->isComplete());
        const auto placeOf = [&view](const Plot* plot) { return plot->mapTo(&view, QPoint(0, 0)); };
        QTRY_COMPARE(placeOf(plots[1]).x() > placeOf(plots[0]).x(), beside);
        QVERIFY(placeOf(plots[1]).x() + plots[1]->width() <= width);
        Plot* asked = nullptr;
        connect(&view, &View::exportRequested, this, [&](Plot* plot) { asked = plot; });
        Q_EMIT view.findChild<DistributionsPage*>()->exportRequested(plots[1]);
        QCOMPARE(asked, plots[1]);
        view.setRuns({});
        QVERIFY(plots[0]->isEmpty() && plots[1]->isEmpty());
    }

    void arrangeCurvesByTheRoomThereIs_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::newRow("narrow") << 400 << 1;
        QTest::newRow("medium") << 700 << 2;
        QTest::newRow("wide") << 1300 << 3;
    }
    void arrangeCurvesByTheRoomThereIs() {
        QFETCH(int, width);
        QFETCH(int, columns);
        FakeServices fake;
        CurvesView view(fake.services);
        QCOMPARE(view.plots().size(), std::size_t(7));
        view.setRuns({madeRunView()});
        view.resize(width, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.columns(), columns);
        // Side by side in reading order, none wider than the view.
        const auto plots = view.plots();
        for (std::size_t i = 0; i < plots.size(); ++i) {
            const auto placeOf = [&](std::size_t plot) { // of its frame: the pickers differ
                return view.findChild<QWidget*>(plots[plot]->objectName() + ".frame")
                    ->mapTo(&view, QPoint(0, 0));
            };
            const auto place = placeOf(i);
            QVERIFY(place.x() >= 0 && place.x() + plots[i]->width() <= width);
            if (i > 0) {
                const auto before = placeOf(i - 1);
                QCOMPARE(before.y() == place.y(), static_cast<int>(i) % columns != 0);
            }
        }
    }
};

TESSERA_TEST(TestViews)

#include "test_views.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/compare/compared_runs.h"
#include "ui/bridge/selection.h"
#include "ui/compare/box_plot.h"
#include "ui/compare/confusion_plot.h"
#include "ui/compare/pair_plot.h"
#include "ui/plots/figure.h"
#include "ui/plots/plot_axes.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QBoxPlotSeries>
#include <QtCharts/QChart>
#include <QtCharts/QScatterSeries>

#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>

#include <set>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

struct World {
    Selection selection;
    ThemeController theme;
    PlotContext context{selection, theme, nullptr};
};

ConfusionDataPtr confusionOfTwo() {
    auto data = std::make_shared<ConfusionData>();
    for (const char* mode : {"A", "kd"}) {
        RunConfusion one{comparedRun(mode, 1, 0.8), madeItems(), std::nullopt, std::nullopt};
        const auto& answers = data->runs.empty() ? one.items->after : one.items->source;
        one.confusion = confusionOf(*one.items, answers);
        data->runs.push_back(one);
    }
    const auto& items = *data->runs[0].items;
    data->compared = compareAnswers(items, items.after, items, items.source);
    return data;
}

int coloursOf(Plot& plot, const QSize& size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    plot.draw(painter, size, lightTheme());
    painter.end();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            colours.insert(image.pixel(x, y));
        }
    }
    return colours.contains(QColor(Qt::magenta).rgb()) ? 0 : static_cast<int>(colours.size());
}

void press(Plot& plot, Qt::Key key) {
    QTest::keyClick(plot.focusProxy(), key);
}

} // namespace

class TestComparePlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesFromThreeRunsOnAndPointsAlways() {
        World world;
        BoxPlot plot(world.context, nullptr);
        QVERIFY(plot.isEmpty());
        plot.setData(comparedData(comparedRuns()));
        QVERIFY(!plot.isEmpty());
        int points = 0;
        const QBoxPlotSeries* boxes = nullptr;
        for (auto* series : plot.chart().series()) {
            if (auto* scatter = qobject_cast<QScatterSeries*>(series)) {
                points += static_cast<int>(scatter->count());
            } else {
                boxes = qobject_cast<QBoxPlotSeries*>(series);
            }
        }
        QCOMPARE(points, 7);
        QVERIFY(boxes != nullptr);
        QCOMPARE(boxes->count(), 3);
        QCOMPARE(boxes->boxSets()[0]->at(QBoxSet::Median), 82.0);
        QVERIFY(boxes->boxSets()[2]->pen().style() == Qt::NoPen); // one run has no box
        QVERIFY(plot.summary().contains("n = 1, no interval over seeds"));
        const auto table = plot.table();
        QCOMPARE(table.rows.size(), std::size_t(7));
        QCOMPARE(table.rows[0][5].toInt(), 3);
        QVERIFY(!table.rows[6][8].isValid()); // no median of one run
        std::size_t rows = 0;
        for (const auto& series : plot.axes(lightTheme()).at(0).series) {
            rows += series.rows;
        }
        QCOMPARE(rows, std::size_t(7));
        plot.setData(nullptr);
        QVERIFY(plot.isEmpty() && plot.chart().series().isEmpty());
    }

    void boxesAreReadByKeyboard() {
        World world;
        BoxPlot plot(world.context, nullptr);
        plot.setData(comparedData(comparedRuns()));
        plot.show();
        QSignalSpy readout(&plot, &Plot::readoutChanged);
        press(plot, Qt::Key_Right);
        QVERIFY(readout.back()[0].toString().startsWith("group 1, mode A: n = 3, mean 82.0%"));
        press(plot, Qt::Key_Right);
        QVERIFY(readout.back()[0].toString().startsWith("group 2"));
        press(plot, Qt::Key_Left);
        QVERIFY(readout.back()[0].toString().startsWith("group 1"));
    }

    void pairsAreThoseOfTheTwoGroups() {
        World world;
        PairPlot plot(world.context, nullptr);
        QVERIFY(plot.isEmpty());
        plot.setData(comparedData(comparedRuns()));
        const auto table = plot.table();
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[0][0].toInt(), 1);
        QCOMPARE(table.rows[0][2].toDouble(), 81.0);
        QCOMPARE(table.rows[0][3].toDouble(), 70.5);
        QVERIFY(plot.summary().contains("higher than group 2"));
        plot.show();
        QSignalSpy readout(&plot, &Plot::readoutChanged);
        press(plot, Qt::Key_Right);
        QVERIFY(readout.back()[0].toString().startsWith("Seed 1"));
        plot.setData(comparedData({comparedRun("A", 1, 0.8)}));
        QVERIFY(plot.isEmpty());
        QVERIFY(!plot.emptyText().isEmpty());
    }

    void confusionsStandBesideEachOther() {
        World world;
        ConfusionPlot plot(world.context, nullptr);
        QVERIFY(plot.isEmpty());
        plot.setData(confusionOfTwo());
        QVERIFY(!plot.isEmpty());
        const auto table = plot.table();
        QCOMPARE(table.rows.size(), std::size_t(8)); // two runs of two classes
        QCOMPARE(table.rows[2][5].toInt(), 1);       // class 1 taken for class 0
        QCOMPARE(table.rows[2][6].toDouble(), 50.0);
        const auto words = plot.summary();
        QVERIFY2(words.contains("On the same 4 items"), qPrintable(words));
        QVERIFY2(words.contains("3 of 4 test items right"), qPrintable(words));
        QVERIFY2(words.contains("class 1 was taken for class 0: 1 items"), qPrintable(words));
        plot.show();
        QSignalSpy readout(&plot, &Plot::readoutChanged);
        press(plot, Qt::Key_Right);
        press(plot, Qt::Key_Down);
        press(plot, Qt::Key_Left);
        QVERIFY2(readout.back()[0].toString().startsWith("True class 1, answer 0. digits A"),
                 qPrintable(readout.back()[0].toString()));
    }

    void confusionsSayWhatIsMissing() {
        World world;
        ConfusionPlot plot(world.context, nullptr);
        auto data = std::make_shared<ConfusionData>();
        data->runs.push_back({comparedRun("A", 1, 0.8), nullptr, std::nullopt, std::nullopt});
        plot.setData(data);
        QVERIFY(plot.isEmpty());
        QVERIFY(plot.emptyText().contains("kept no answers"));
        data = std::make_shared<ConfusionData>(*data);
        data->runs[0].problem = Error{ErrorCode::Corrupt, "bad", std::nullopt};
        plot.setData(data);
        QVERIFY(plot.emptyText().contains("damaged"));
        data = std::make_shared<ConfusionData>(*confusionOfTwo());
        data->runs[1].confusion.reset();
        data->compared.reset();
        plot.setData(data);
        QVERIFY(!plot.isEmpty());
        QVERIFY(plot.summary().contains("has not measured these answers"));
    }

    void offersRunsAndKeepsWhatWasChosen() {
        World world;
        ConfusionPlot plot(world.context, nullptr);
        QVERIFY(plot.choice().runs.empty());
        const std::vector runs{comparedRun("A", 1, 0.8), comparedRun("kd", 1, 0.7),
                               comparedRun("rkd", 1, 0.6)};
        plot.offerRuns(runs, {}, {});
        QCOMPARE(plot.choice().runs, std::vector{runs[0].id});
        plot.offerRuns(runs, runs[1].id, runs[2].id);
        QCOMPARE(plot.choice().runs, (std::vector{runs[1].id, runs[2].id}));
        auto* second = plot.controls()->findChild<QComboBox*>("confusionSecond");
        QTest::keyClick(second, Qt::Key_Up); // kd
        QTest::keyClick(second, Qt::Key_Up); // A
        QCOMPARE(plot.choice().runs, (std::vector{runs[1].id, runs[0].id}));
        plot.offerRuns(runs, runs[2].id, runs[2].id); // nobody asked for these
        QCOMPARE(plot.choice().runs, (std::vector{runs[1].id, runs[0].id}));
        plot.offerRuns({runs[2]}, {}, {}); // what was chosen is gone
        QCOMPARE(plot.choice().runs, std::vector{runs[2].id});
    }

    void areDrawnOnAPage() {
        World world;
        BoxPlot boxes(world.context, nullptr);
        boxes.setData(comparedData(comparedRuns()));
        PairPlot pairs(world.context, nullptr);
        pairs.setData(comparedData(comparedRuns()));
        ConfusionPlot confusion(world.context, nullptr);
        confusion.setData(confusionOfTwo());
        boxes.setObjectName(BoxPlot::kId);
        pairs.setObjectName(PairPlot::kId);
        confusion.setObjectName(ConfusionPlot::kId);
        for (Plot* plot : std::initializer_list<Plot*>{&boxes, &pairs, &confusion}) {
            QVERIFY(coloursOf(*plot, {400, 300}) > 8);
        }
        QTemporaryDir folder;
        for (const char* extension : {"pdf", "svg", "png", "csv", "tex"}) {
            const auto file = std::filesystem::path(folder.path().toStdString()) /
                              (std::string("figure.") + extension);
            const auto written = writeFigure(file, {&boxes, &pairs, &confusion});
            QVERIFY2(written.has_value(), written ? "" : written.error().detail.c_str());
            QVERIFY(std::filesystem::file_size(file) > 300);
        }
    }

    void followTheTheme() {
        World world;
        BoxPlot plot(world.context, nullptr);
        plot.setData(comparedData(comparedRuns()));
        world.theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(plot.chart().backgroundBrush().color(), darkTheme().base);
        world.theme.setChoice(ThemeChoice::Light);
        QCOMPARE(plot.chart().backgroundBrush().color(), lightTheme().base);
    }
};

TESSERA_TEST(TestComparePlots)
#include "test_compare_plots.moc"

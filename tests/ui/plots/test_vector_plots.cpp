#include "tests/support/test_registry.h"
#include "tests/ui/plots/vector_fixture.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/plots/bars_item.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/vector_data.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

QStringList idsOf(const ui::VectorPlots& plots) {
    QStringList ids;
    for (const auto* plot : plots.plots()) {
        ids << plot->objectName();
    }
    return ids;
}

std::vector<double> ticksOf(double lower, double upper) {
    ui::LogTicks ticker;
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.generate(QCPRange(std::log10(lower), std::log10(upper)), QLocale::c(), 'g', 6, ticks,
                    nullptr, &labels);
    std::vector<double> values;
    for (const double tick : ticks) {
        if (tick >= std::log10(lower) - 1e-9 && tick <= std::log10(upper) + 1e-9) {
            values.push_back(std::pow(10.0, tick));
        }
    }
    return values;
}

} // namespace

class TestVectorPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world.theme.setChoice(ui::ThemeChoice::Light); }
    void cleanup() { m_world.theme.setChoice(ui::ThemeChoice::System); }

    void showsWhatThereIs() {
        ui::VectorPlots plots(m_world.theme);
        plots.resize(420, 300);
        plots.show();
        auto* empty = plots.findChild<ui::EmptyState*>();
        auto* area = plots.findChild<QScrollArea*>("vectorPlots.area");
        const auto* difference = plots.findChild<QWidget*>("vector.difference.frame");
        QVERIFY(plots.isEmpty() && empty->isVisible() && !area->isVisible());
        QCOMPARE(idsOf(plots), QStringList());
        const auto nothingYet = empty->sentence();
        QVERIFY(!nothingYet.isEmpty());

        plots.setVector({1.0F, 2.0F});
        QVERIFY(!plots.isEmpty() && area->isVisible() && !difference->isVisible());
        QCOMPARE(idsOf(plots),
                 (QStringList{"vector.histogram", "vector.magnitudes", "vector.strip"}));

        plots.setPair({1.0F, 2.0F}, {2.0F, 1.0F});
        QVERIFY(difference->isVisible());
        QCOMPARE(idsOf(plots), (QStringList{"vector.histogram", "vector.magnitudes", "vector.strip",
                                            "vector.difference"}));

        plots.setVector({});
        QVERIFY(plots.isEmpty() && empty->isVisible() && !difference->isVisible());
        QVERIFY(empty->sentence() != nothingYet);
        plots.clear();
        QCOMPARE(empty->sentence(), nothingYet);
    }

    void histogramDrawsItsCounts() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({0, 1, 2, 3, 4, 5, 6});
        const auto table = plot(plots, "vector.histogram").table();
        QCOMPARE(table.rows.size(), std::size_t{4});
        QCOMPARE(table.rows[0], (std::vector<QVariant>{0.0, 2.0, 2LL}));
        QCOMPARE(table.rows[3], (std::vector<QVariant>{6.0, 8.0, 1LL}));
        const auto* bars = plottable<ui::BarsItem>(plots, "vector.histogram");
        QCOMPARE(bars->bars().size(), std::size_t{4});
        QCOMPARE(bars->bars()[0].high, 2.0);
        QCOMPARE(bars->bars()[3].high, 1.0);
        QVERIFY(plot(plots, "vector.histogram").summary().contains("holds 2"));
    }

    void magnitudesAreDrawnAsLogarithms() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({-0.1F, 100.0F, 0.0F, 10.0F});
        const auto* line = plottable<ui::CurveLineItem>(plots, "vector.magnitudes");
        const auto& points = line->points();
        QCOMPARE(points.size(), std::size_t{4});
        QCOMPARE(points[0].x, 1.0);
        QCOMPARE(*points[0].y, 2.0);
        QCOMPARE(*points[1].y, 1.0);
        QVERIFY(std::abs(*points[2].y + 1.0) < 1e-6);
        QVERIFY(!points[3].y); // zero has no logarithm, and the summary says so
        QVERIFY(plot(plots, "vector.magnitudes").summary().contains("no place on this axis: 1."));
        QVERIFY(plot(plots, "vector.magnitudes").summary().contains("fall from 100 by way of 0.1"));
        QCOMPARE(plot(plots, "vector.magnitudes").table().rows[3][1], QVariant(0.0));
    }

    void stripIsPaleAtZeroOnly() {
        ui::VectorPlots plots(m_world.theme);
        // All positive: the colours still stand round zero, so that none of them is blue.
        plots.setVector({0.0F, 4.0F, 8.0F});
        const auto colours = stripColours(plots, {0.0, 1.0, 2.0});
        const auto saturation = [](const QColor& colour) { return colour.hsvSaturationF(); };
        QVERIFY(saturation(colours[0]) < 0.1F);
        QVERIFY(saturation(colours[1]) > saturation(colours[0]));
        QVERIFY(saturation(colours[2]) > saturation(colours[1]));
        QVERIFY(colours[2].red() > colours[2].blue());
        plots.setVector({0.0F, -4.0F, -8.0F});
        const auto negative = stripColours(plots, {0.0, 2.0});
        QCOMPARE(negative[0], colours[0]);
        QVERIFY(negative[1].blue() > negative[1].red());
    }

    void stripShowsWhatIsMissing() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({1.0F, std::nanf(""), -1.0F});
        const auto colours = stripColours(plots, {0.0, 1.0, 2.0});
        QCOMPARE(colours[1].hsvSaturationF(), 0.0F);
        QVERIFY(colours[0].hsvSaturationF() > 0.3F && colours[2].hsvSaturationF() > 0.3F);
    }

    void oneLargeNumberAmongManyShows() {
        ui::VectorPlots plots(m_world.theme);
        std::vector<float> values(100'000, 0.0F);
        values[50'000] = -1.0F;
        plots.setVector(values);
        const auto colours = stripColours(plots, {20'000.0, 50'000.0});
        QVERIFY(colours[0].hsvSaturationF() < 0.1F);
        QVERIFY(colours[1].hsvSaturationF() > 0.5F);
        // In a picture, too, however many dots it has.
        for (const int dots : {2, 3, 4, 5}) {
            auto& strip = plot(plots, "vector.strip");
            QImage image(QSize(360, 260) * dots, QImage::Format_RGB32);
            QPainter painter(&image);
            painter.scale(dots, dots);
            strip.draw(painter, {360, 260}, ui::lightTheme());
            painter.end();
            int strong = 0;
            for (int x = 0; x < image.width(); ++x) {
                strong += image.pixelColor(x, image.height() / 4).hsvSaturationF() > 0.5F ? 1 : 0;
            }
            QVERIFY2(strong > 0 && strong <= dots, qPrintable(QString::number(strong)));
        }
    }

    void pairIsNamed() {
        ui::VectorPlots plots(m_world.theme);
        plots.setNames("before %1", "after");
        plots.setPair({1.0F, 2.0F, 4.0F}, {2.0F, 2.0F, 1.0F});
        for (const auto* each : plots.plots()) {
            QVERIFY2(each->summary().contains("before %1"), qPrintable(each->summary()));
            QVERIFY(each->summary().contains("after"));
        }
        QCOMPARE(plot(plots, "vector.strip").table().columns,
                 (QStringList{"dimension", "before %1", "after"}));
        const auto table = plot(plots, "vector.difference").table();
        QCOMPARE(table.columns, (QStringList{"dimension", "before %1", "after", "difference"}));
        QCOMPARE(table.rows[0], (std::vector<QVariant>{0LL, 1.0, 2.0, 1.0}));
        QCOMPARE(table.rows[2], (std::vector<QVariant>{2LL, 4.0, 1.0, -3.0}));
        QVERIFY(plot(plots, "vector.difference").summary().contains("2 of 3 dimensions differ"));
    }

    // The two of a pair differ in more than their colour.
    void pairDiffersWithoutColour() {
        ui::VectorPlots plots(m_world.theme);
        plots.setPair({1.0F, 2.0F, 4.0F}, {2.0F, 2.0F, 1.0F});
        for (const char* id : {"vector.histogram", "vector.magnitudes"}) {
            std::vector<Qt::PenStyle> dashes;
            auto& canvas = canvasOf(plot(plots, id));
            for (int i = 0; i < canvas.plottableCount(); ++i) {
                if (auto* line = dynamic_cast<ui::CurveLineItem*>(canvas.plottable(i))) {
                    dashes.push_back(line->pen().style());
                }
            }
            QCOMPARE(dashes, (std::vector<Qt::PenStyle>{Qt::SolidLine, Qt::DashLine}));
        }
    }

    void samePairSaysSo() {
        ui::VectorPlots plots(m_world.theme);
        plots.setPair({1.0F, 2.0F}, {1.0F, 2.0F});
        QVERIFY(plot(plots, "vector.difference").summary().contains("the same"));
        plots.setPair({1.0F, 2.0F}, {1.0F});
        QVERIFY(plot(plots, "vector.difference").emptyText().contains("2 numbers"));
    }

    void readoutsOfManyInAPixel() {
        ui::VectorPlots plots(m_world.theme);
        plots.resize(500, 400);
        std::vector<float> values(100'000, 0.0F);
        values[50'000] = -1.0F;
        plots.setVector(values);
        plots.show();
        auto& strip = plot(plots, "vector.strip");
        QSignalSpy readout(&strip, &ui::Plot::readoutChanged);
        pointAt(strip, pixelHolding(strip, 50'000.0));
        QCOMPARE(readout.count(), 1);
        const auto text = readout.last().first().toString();
        QVERIFY2(text.contains("-1 at 50,000"), qPrintable(text));
    }

    void wheelMovesTheStripSidewaysOnly() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({1.0F, 2.0F, 3.0F});
        QCOMPARE(canvasOf(plot(plots, "vector.strip")).axisRect()->rangeZoom(), Qt::Horizontal);
        QCOMPARE(canvasOf(plot(plots, "vector.strip")).axisRect()->rangeDrag(), Qt::Horizontal);
    }

    void asksForTheExport() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({1.0F});
        QSignalSpy asked(&plots, &ui::VectorPlots::exportRequested);
        QTest::mouseClick(plots.findChild<QToolButton*>("vector.strip.export"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<ui::Plot*>(), &plot(plots, "vector.strip"));
    }

    void valuesAsATable() {
        ui::VectorPlots plots(m_world.theme);
        plots.setVector({1.0F, std::nanf("")});
        plots.show();
        QTest::mouseClick(plots.findChild<QToolButton*>("vector.strip.table"), Qt::LeftButton);
        const auto* model = plots.findChild<QTableView*>("vector.strip.values")->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("\u2014"));
        plots.setVector({1.0F, 2.0F, 3.0F}); // it follows while it is shown
        QCOMPARE(model->rowCount(), 3);
    }

    void fitsAnySize_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<QString>("name");
        for (const auto& name : {"plain", "pair", "some missing", "empty", "pair of lengths"}) {
            for (const QSize size : {QSize(420, 300), QSize(700, 500), QSize(1'400, 900)}) {
                for (const bool mirrored : {false, true}) {
                    QTest::addRow("%s %d%s", name, size.width(), mirrored ? " mirrored" : "")
                        << size << mirrored << QString(name);
                }
            }
        }
    }
    void fitsAnySize() {
        QFETCH(QSize, size);
        QFETCH(bool, mirrored);
        QFETCH(QString, name);
        for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
            m_world.theme.setChoice(choice);
            ui::VectorPlots plots(m_world.theme);
            plots.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            plots.resize(size);
            test::show(plots, vectorCases().at(name));
            plots.show();
            QCOMPARE(plots.size(), size); // it does not ask for more than it gets
            QCOMPARE(problemsOf(&plots), QStringList());
            const auto* strip = plots.findChild<QWidget*>("vector.strip.frame");
            QVERIFY(name != "plain" || strip->width() > 0.8 * size.width());
            const auto* frame = plots.findChild<QWidget*>("vector.histogram.frame");
            QVERIFY(plots.isEmpty() || (size.width() < 700) == (frame->width() > size.width() / 2));
            QCOMPARE(canvasOf(plot(plots, "vector.strip")).layoutDirection(), Qt::LeftToRight);
        }
    }

    void logTicks_data() {
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<std::vector<double>>("expected");
        using Ticks = std::vector<double>;
        QTest::newRow("decades") << 0.5 << 2e3 << Ticks{1.0, 10.0, 100.0, 1'000.0};
        QTest::newRow("many decades") << 0.9e-9 << 1.1 << Ticks{1e-8, 1e-6, 1e-4, 1e-2, 1.0};
        QTest::newRow("less than two") << 0.9 << 30.0 << Ticks{1.0, 2.0, 5.0, 10.0, 20.0};
        QTest::newRow("within one") << 2.9 << 4.1 << Ticks{3.0, 3.25, 3.5, 3.75, 4.0};
    }
    void logTicks() {
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(std::vector<double>, expected);
        const auto ticks = ticksOf(lower, upper);
        QCOMPARE(ticks.size(), expected.size());
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            QVERIFY2(std::abs(ticks[i] / expected[i] - 1.0) < 1e-9,
                     qPrintable(QString::number(ticks[i])));
        }
    }

private:
    static ui::Plot& plot(const ui::VectorPlots& plots, const char* id) {
        return *plots.findChild<ui::Plot*>(id);
    }
    template <class Item>
    static const Item* plottable(const ui::VectorPlots& plots, const char* id) {
        auto& canvas = canvasOf(plot(plots, id));
        for (int i = 0; i < canvas.plottableCount(); ++i) {
            if (auto* item = dynamic_cast<const Item*>(canvas.plottable(i))) {
                return item;
            }
        }
        return nullptr;
    }
    // The pixel that holds a dimension's middle.
    static QPoint pixelHolding(ui::Plot& strip, double dimension) {
        auto& canvas = canvasOf(strip);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        return {static_cast<int>(std::floor(canvas.xAxis->coordToPixel(dimension))),
                static_cast<int>(std::floor(canvas.yAxis->coordToPixel(0.0)))};
    }
    // Of the first strip at these dimensions.
    static std::vector<QColor> stripColours(ui::VectorPlots& plots,
                                            const std::vector<double>& dimensions) {
        auto& strip = plot(plots, "vector.strip");
        plots.resize(600, 400);
        plots.show();
        auto& canvas = canvasOf(strip);
        pixelHolding(strip, 0.0); // the margins follow the labels of the replot before
        const auto image = canvas.grab().toImage();
        const double scale = image.devicePixelRatio();
        std::vector<QColor> colours;
        for (const double d : dimensions) {
            colours.push_back(image.pixelColor(
                static_cast<int>(std::floor(scale * canvas.xAxis->coordToPixel(d))),
                static_cast<int>(std::floor(scale * canvas.yAxis->coordToPixel(0.0)))));
        }
        return colours;
    }

    PlotWorld m_world;
};

TESSERA_TEST(TestVectorPlots)
#include "test_vector_plots.moc"

// The plots of a vector keep the promises that those of runs keep, whatever the numbers are like.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/vector_fixture.h"
#include "ui/plots/figure.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

const QStringList& plotIds() {
    static const QStringList ids = {"vector.histogram", "vector.magnitudes", "vector.strip",
                                    "vector.difference"};
    return ids;
}

// The four plots as they stand in their window.
struct VectorWorld : PlotWorld {
    ui::VectorPlots window{theme};

    VectorWorld() { window.resize(500, 400); }

    ui::Plot& plot(const QString& id) { return *window.findChild<ui::Plot*>(id); }
    ui::Plot& shown(const QString& id, const QString& name) {
        test::show(window, vectorCases().at(name));
        auto& found = plot(id);
        found.resize(480, 360);
        return found;
    }
};

void addVectorCases(const QStringList& names) {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    for (const auto& id : plotIds()) {
        for (const auto& name : names) {
            QTest::addRow("%s: %s", qPrintable(id), qPrintable(name)) << id << name;
        }
    }
}

void addAllVectorCases() {
    QStringList names;
    for (const auto& [name, vectors] : vectorCases()) {
        names << name;
    }
    addVectorCases(names);
}

QCPAxis& firstVectorAxis(ui::Plot& plot) {
    return *canvasOf(plot).axisRect(0)->axis(QCPAxis::atBottom);
}

// Lets a test draw a plottable by itself, without the clipping of its layer.
struct OpenPlottable : QCPAbstractPlottable {
    using QCPAbstractPlottable::draw;
};

int tickCountOf(QCPAxis& axis) {
    QVector<double> ticks;
    axis.ticker()->generate(axis.range(), QLocale::c(), 'g', 6, ticks, nullptr, nullptr);
    return static_cast<int>(std::count_if(
        ticks.begin(), ticks.end(), [&axis](double tick) { return axis.range().contains(tick); }));
}

} // namespace

class TestVectorPlotContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data() { addAllVectorCases(); }
    void keepsItsPromises() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        QVERIFY(!plot.accessibleName().isEmpty());
        QVERIFY(!plot.summary().isEmpty());
        QVERIFY2(!plot.summary().contains(QRegularExpression("%[1-9n]")),
                 qPrintable(plot.summary()));
        QVERIFY(!plot.summary().contains("nan", Qt::CaseInsensitive));
        QVERIFY(!plot.isEmpty() || !plot.emptyText().isEmpty());
        QCOMPARE(plot.accessibleDescription(), plot.isEmpty() ? plot.emptyText() : plot.summary());
        const auto table = plot.table();
        QCOMPARE(table.rows.empty(), plot.isEmpty());
        QCOMPARE(table.columns.isEmpty(), plot.isEmpty());
        for (const auto& row : table.rows) {
            QCOMPARE(static_cast<qsizetype>(row.size()), table.columns.size());
            for (const auto& value : row) {
                QVERIFY(!value.isValid() || std::isfinite(value.toDouble()));
            }
        }
    }

    void drawsInBothThemes_data() { addAllVectorCases(); }
    void drawsInBothThemes() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            const auto image = pictureOf(plot, *theme);
            QCOMPARE(image.pixelColor(0, 0), theme->base);
            QCOMPARE(image.pixelColor(image.width() - 1, image.height() - 1), theme->base);
            QVERIFY2(coloursIn(image) > 2, "nothing was drawn upon the background");
        }
    }

    void whatIsEmptyIsTheRightThing_data() { addAllVectorCases(); }
    void whatIsEmptyIsTheRightThing() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        const auto& plot = world.shown(id, name);
        const bool noNumbers = name == "empty" || name == "empty pair";
        bool expected = noNumbers;
        if (id == "vector.histogram") {
            expected = noNumbers || name == "all missing";
        } else if (id == "vector.magnitudes") {
            expected = noNumbers || name == "all missing" || name == "zero" || name == "zeros";
        } else if (id == "vector.difference") {
            expected = noNumbers || !vectorCases().at(name).right || name == "half a pair" ||
                       name == "pair of lengths";
        }
        QCOMPARE(plot.isEmpty(), expected);
    }

    void keysZoomAndReset_data() { addVectorCases({"pair"}); }
    void keysZoomAndReset() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.shown(id, "pair");
        world.window.show();
        auto& canvas = canvasOf(plot);
        QVERIFY(canvas.focusPolicy() & Qt::TabFocus);
        const auto whole = firstVectorAxis(plot).range();
        QTest::keyClick(&canvas, Qt::Key_Minus);
        QVERIFY(firstVectorAxis(plot).range().size() > whole.size());
        QTest::keyClick(&canvas, Qt::Key_Home);
        QCOMPARE(firstVectorAxis(plot).range(), whole);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(firstVectorAxis(plot).range().size() < whole.size());
        // The same vectors as of another token.
        world.shown(id, "same pair");
        world.shown(id, "pair");
        QCOMPARE(firstVectorAxis(plot).range(), whole);
        QVERIFY(!static_cast<ui::CustomPlot&>(plot).isZoomed());
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {200, 150});
        QCOMPARE(firstVectorAxis(plot).range(), whole);
    }

    void arrowsReadOut_data() { addVectorCases({"pair"}); }
    void arrowsReadOut() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.shown(id, "pair");
        world.window.show();
        QSignalSpy readout(&plot, &ui::Plot::readoutChanged);
        const auto told = [&](Qt::Key key) {
            QTest::keyClick(&canvasOf(plot), key);
            return readout.last().first().toString();
        };
        const auto first = told(Qt::Key_Right);
        const auto second = told(Qt::Key_Right);
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        QVERIFY(first != second);
        QCOMPARE(told(Qt::Key_Left), first);
        QCOMPARE(told(Qt::Key_Left), first); // there is nothing further left
        QVERIFY(first.contains("left") && first.contains("right"));
        const auto page = told(Qt::Key_PageDown);
        QVERIFY(page != first && page != second);
        QString last;
        for (int i = 0; i < 40; ++i) {
            last = told(Qt::Key_PageDown);
        }
        QCOMPARE(told(Qt::Key_Right), last);
        // Other vectors: the place is gone, and so is its readout.
        world.shown(id, "same pair");
        QVERIFY(readout.last().first().toString().isEmpty());
        QVERIFY(!told(Qt::Key_Right).isEmpty());
    }

    void arrowsOnNothing_data() { addVectorCases({"empty", "all missing", "zeros"}); }
    void arrowsOnNothing() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        for (const auto key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Up, Qt::Key_PageDown,
                               Qt::Key_Plus, Qt::Key_Home}) {
            QTest::keyClick(&canvasOf(plot), key);
        }
        QVERIFY(coloursIn(pictureOf(plot, ui::lightTheme())) > 2);
    }

    void aPlaceOutOfSightComesIntoSight_data() { addVectorCases({"pair"}); }
    void aPlaceOutOfSightComesIntoSight() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.shown(id, "pair");
        world.window.show();
        auto& canvas = canvasOf(plot);
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(&canvas, Qt::Key_Plus);
        }
        const auto zoomed = firstVectorAxis(plot).range();
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(firstVectorAxis(plot).range().lower < zoomed.lower);
        QVERIFY(qFuzzyCompare(firstVectorAxis(plot).range().size(), zoomed.size()));
    }

    void pointerReadsOut_data() { addVectorCases({"plain", "pair", "one"}); }
    void pointerReadsOut() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        world.window.show();
        if (plot.isEmpty()) {
            QSKIP("There is nothing to point at.");
        }
        QSignalSpy readout(&plot, &ui::Plot::readoutChanged);
        const auto range = firstVectorAxis(plot).range();
        const auto y = canvasOf(plot).yAxis->range().center();
        pointAt(plot, pixelOf(plot, 0, range.center(), y));
        QCOMPARE(readout.count(), 1);
        QVERIFY(!readout.last().first().toString().isEmpty());
    }

    void followsTheTheme_data() { addVectorCases({"pair"}); }
    void followsTheTheme() {
        QFETCH(QString, id);
        VectorWorld world;
        world.theme.setChoice(ui::ThemeChoice::Light);
        auto& plot = world.shown(id, "pair");
        QCOMPARE(firstVectorAxis(plot).labelColor(), ui::lightTheme().text);
        world.theme.setChoice(ui::ThemeChoice::Dark);
        QCOMPARE(firstVectorAxis(plot).labelColor(), ui::darkTheme().text);
        const auto image = canvasOf(plot).toPixmap(300, 200).toImage();
        QCOMPARE(image.pixelColor(0, 0), ui::darkTheme().base);
        pictureOf(plot, ui::lightTheme());
        QCOMPARE(firstVectorAxis(plot).labelColor(), ui::darkTheme().text);
        world.theme.setChoice(ui::ThemeChoice::System);
    }

    void fewGridLines_data() { addAllVectorCases(); }
    void fewGridLines() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        if (plot.isEmpty()) {
            QSKIP("There are no axes.");
        }
        auto& canvas = canvasOf(plot);
        for (int step = 0; step < 24; ++step) {
            canvas.replot(QCustomPlot::rpImmediateRefresh);
            for (auto* axis : canvas.axisRect(0)->axes()) {
                const bool hasGrid = axis->visible() && axis->grid()->visible();
                QVERIFY(!hasGrid || tickCountOf(*axis) > 0 || step >= 12);
                QVERIFY(!hasGrid || tickCountOf(*axis) <= 5);
            }
            QTest::keyClick(&canvas, step < 12 ? Qt::Key_Minus : Qt::Key_Plus);
        }
    }

    void tellsWhenTheContentChanges_data() { addVectorCases({"pair"}); }
    void tellsWhenTheContentChanges() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.plot(id);
        QSignalSpy changed(&plot, &ui::Plot::contentChanged);
        world.shown(id, "pair");
        QVERIFY(changed.count() >= 1);
        changed.clear();
        plot.setRuns({madeRunView()}); // runs are nothing to it
        QCOMPARE(changed.count(), 0);
        QVERIFY(!plot.isEmpty());
        world.window.clear();
        QVERIFY(changed.count() >= 1);
        QVERIFY(plot.isEmpty());
    }

    void emptyPlotShowsItsSentence_data() { addVectorCases({"pair of lengths"}); }
    void emptyPlotShowsItsSentence() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.shown(id, "pair of lengths");
        world.window.show();
        auto* label = plot.findChild<QLabel*>("emptyText");
        QCOMPARE(label->isVisible(), id == "vector.difference");
        QCOMPARE(label->text(), plot.isEmpty() ? plot.emptyText() : QString());
    }

    void exports_data() { addAllVectorCases(); }
    void exports() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        VectorWorld world;
        auto& plot = world.shown(id, name);
        const QTemporaryDir folder;
        for (const char* extension : {"pdf", "svg", "png", "csv"}) {
            const auto file = folder.filePath(id + "." + extension).toStdString();
            const auto written = ui::writeFigure(file, {&plot}, {.widthInches = 3.25});
            QVERIFY2(written, written ? "" : written.error().detail.c_str());
            QVERIFY(QFileInfo(QString::fromStdString(file)).size() > 0);
        }
    }

    // The SVG painter does not clip: a zoomed plot must do so itself.
    void zoomedDrawingStaysInTheAxes_data() { addVectorCases({"pair"}); }
    void zoomedDrawingStaysInTheAxes() {
        QFETCH(QString, id);
        VectorWorld world;
        auto& plot = world.shown(id, "pair");
        auto& canvas = canvasOf(plot);
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(&canvas, Qt::Key_Plus);
        }
        QImage image(480, 360, QImage::Format_RGB32);
        image.fill(Qt::white);
        QCPPainter painter(&image);
        const auto clip = canvas.axisRect()->rect();
        for (int i = 0; i < canvas.plottableCount(); ++i) {
            (canvas.plottable(i)->*(&OpenPlottable::draw))(&painter);
        }
        painter.end();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!clip.adjusted(-3, -3, 3, 3).contains(x, y)) {
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
                }
            }
        }
    }

    void aMillionNumbers_data() { addVectorCases({"plain"}); }
    void aMillionNumbers() {
        QFETCH(QString, id);
        static const auto left = normalNumbers(1'000'000, 5);
        static const auto right = normalNumbers(1'000'000, 6);
        VectorWorld world;
        world.window.show();
        QElapsedTimer timer;
        timer.start();
        world.window.setPair(left, right);
        auto& plot = world.plot(id);
        auto& canvas = canvasOf(plot);
        QTRY_VERIFY(canvas.width() > 200);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        QVERIFY(coloursIn(pictureOf(plot, ui::lightTheme())) > 2);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

TESSERA_TEST(TestVectorPlotContract)
#include "test_vector_plot_contract.moc"

// Every plot of the catalogue keeps the same promises, whatever the runs are like.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/layers_fixture.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace tessera;
using namespace tessera::test;

namespace {

using Runs = std::vector<RunViewPtr>;

Runs severalRuns() {
    Runs runs;
    for (int i = 0; i < 4; ++i) {
        MadeRun made;
        made.epochs = 2 + i;
        made.id = "run-" + std::to_string(i);
        runs.push_back(madeRunView(made));
    }
    return runs;
}

RunViewPtr nothingMeasured() {
    auto view = std::make_shared<RunView>(*madeRunView({.samples = 0}));
    for (auto& sample : view->samples) {
        sample.value.reset();
    }
    view->record.summary = {};
    return view;
}

const std::map<QString, Runs>& cases() {
    static const std::map<QString, Runs> all = {
        {"no runs", {}},
        {"plain", {madeRunView()}},
        {"no snapshots", {madeRunView({.samples = 0})}},
        {"one sample", {madeRunView({.samples = 1})}},
        {"one epoch", {madeRunView({.epochs = 1})}},
        {"no epochs", {madeRunView({.epochs = 0})}},
        {"not a number", {madeRunView({.notANumber = true})}},
        {"nothing measured", {nothingMeasured()}},
        {"one class", {madeRunView({.classes = 1})}},
        {"many classes", {madeRunView({.samples = 90, .classes = 30})}},
        {"width 1", {madeRunView({.sourceUnits = 1, .receiverUnits = 1, .axes = 1})}},
        {"several runs", severalRuns()},
        {"empty record", {std::make_shared<RunView>()}},
    };
    return all;
}

void addPlots(const std::vector<QString>& names) {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    for (const auto& entry : ui::plotCatalog()) {
        for (const auto& name : names) {
            QTest::addRow("%s: %s", entry.id, qPrintable(name)) << QString(entry.id) << name;
        }
    }
}

void addAllCases() {
    std::vector<QString> names;
    for (const auto& [name, runs] : cases()) {
        names.push_back(name);
    }
    addPlots(names);
}

QCPAxis& firstAxis(ui::Plot& plot) {
    return *static_cast<ui::CustomPlot&>(plot).canvas().axisRect(0)->axis(QCPAxis::atBottom);
}

} // namespace

class TestPlotContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreUniqueAndTitled() {
        std::set<QString> ids, titles;
        for (const auto& entry : ui::plotCatalog()) {
            ids.insert(entry.id);
            titles.insert(entry.title());
            QVERIFY(!entry.title().isEmpty());
            QCOMPARE(ui::findPlot(entry.id), &entry);
        }
        QCOMPARE(ids.size(), ui::plotCatalog().size());
        QCOMPARE(titles.size(), ids.size());
        QVERIFY(ids.contains("activations") && ids.contains("hub-space") &&
                ids.contains("curve.drift.output"));
        QCOMPARE(ui::findPlot("no-such-plot"), nullptr);
    }

    void keepsItsPromises_data() { addAllCases(); }
    void keepsItsPromises() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, cases().at(name));
        QCOMPARE(plot->objectName(), id);
        QVERIFY(!plot->accessibleName().isEmpty());
        QVERIFY(!plot->summary().isEmpty());
        QVERIFY(!plot->summary().contains("%1"));
        QVERIFY(!plot->summary().contains("nan", Qt::CaseInsensitive));
        if (plot->isEmpty()) {
            QVERIFY(!plot->emptyText().isEmpty());
            QCOMPARE(plot->accessibleDescription(), plot->emptyText());
        } else {
            QCOMPARE(plot->accessibleDescription(), plot->summary());
        }
        const auto table = plot->table();
        QCOMPARE(table.rows.empty() || !table.columns.isEmpty(), true);
        QVERIFY(plot->isEmpty() || !table.rows.empty());
        for (const auto& row : table.rows) {
            QCOMPARE(static_cast<qsizetype>(row.size()), table.columns.size());
            for (const auto& value : row) {
                QVERIFY(!value.isValid() || value.typeId() != QMetaType::Double ||
                        std::isfinite(value.toDouble()));
                QVERIFY(value.toString().compare("nan", Qt::CaseInsensitive) != 0);
            }
        }
    }

    void drawsInBothThemes_data() { addAllCases(); }
    void drawsInBothThemes() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, cases().at(name));
        for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
            const auto image = pictureOf(*plot, *theme);
            QCOMPARE(image.pixelColor(0, 0), theme->base);
            QCOMPARE(image.pixelColor(image.width() - 1, image.height() - 1), theme->base);
            QVERIFY2(coloursIn(image) > 2, "nothing was drawn upon the background");
        }
    }

    void whatIsEmptyIsTheRightThing_data() { addAllCases(); }
    void whatIsEmptyIsTheRightThing() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, cases().at(name));
        const bool isCurve = id.startsWith("curve.");
        const bool noCurves = name == "no runs" || name == "nothing measured" ||
                              name == "empty record" || (name == "no epochs" && id == "curve.loss");
        const bool noRows = name == "no runs" || name == "no snapshots" ||
                            name == "nothing measured" || name == "empty record";
        QCOMPARE(plot->isEmpty(), isCurve ? noCurves : noRows);
    }

    void sameDataKeepsTheZoom_data() { addPlots({"plain", "several runs"}); }
    void sameDataKeepsTheZoom() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, cases().at(name));
        plot->show();
        const auto whole = firstAxis(*plot).range();
        QTest::keyClick(&static_cast<ui::CustomPlot&>(*plot).canvas(), Qt::Key_Plus);
        const auto zoomed = firstAxis(*plot).range();
        QVERIFY(zoomed.size() < whole.size());
        showRuns(*plot, cases().at(name));
        QCOMPARE(firstAxis(*plot).range(), zoomed);
        // The same run with a new view of it: as it comes twenty times a second.
        auto grown = cases().at(name);
        grown.front() = std::make_shared<RunView>(*grown.front());
        showRuns(*plot, grown);
        QCOMPARE(firstAxis(*plot).range(), zoomed);
        plot->resetZoom();
        QCOMPARE(firstAxis(*plot).range(), whole);
    }

    void anotherRunResetsTheZoom_data() { addPlots({"plain"}); }
    void anotherRunResetsTheZoom() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, {madeRunView()});
        plot->show();
        const auto whole = firstAxis(*plot).range();
        QTest::keyClick(&static_cast<ui::CustomPlot&>(*plot).canvas(), Qt::Key_Plus);
        MadeRun other;
        other.id = "another";
        showRuns(*plot, {madeRunView(other)});
        QCOMPARE(firstAxis(*plot).range(), whole);
        QVERIFY(!static_cast<ui::CustomPlot&>(*plot).isZoomed());
    }

    void keysZoomAndReset_data() { addPlots({"plain"}); }
    void keysZoomAndReset() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, {madeRunView()});
        plot->show();
        auto& canvas = static_cast<ui::CustomPlot&>(*plot).canvas();
        QVERIFY(canvas.focusPolicy() & Qt::TabFocus);
        const auto whole = firstAxis(*plot).range();
        QTest::keyClick(&canvas, Qt::Key_Minus);
        QVERIFY(firstAxis(*plot).range().size() > whole.size());
        QTest::keyClick(&canvas, Qt::Key_Home);
        QCOMPARE(firstAxis(*plot).range(), whole);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {200, 150});
        QCOMPARE(firstAxis(*plot).range(), whole);
    }

    void followsTheTheme_data() { addPlots({"plain"}); }
    void followsTheTheme() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        world.theme.setChoice(ui::ThemeChoice::Light);
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, {madeRunView()});
        auto& canvas = static_cast<ui::CustomPlot&>(*plot).canvas();
        QCOMPARE(firstAxis(*plot).labelColor(), ui::lightTheme().text);
        world.theme.setChoice(ui::ThemeChoice::Dark);
        QCOMPARE(firstAxis(*plot).labelColor(), ui::darkTheme().text);
        QCOMPARE(canvas.toPixmap(300, 200).toImage().pixelColor(0, 0), ui::darkTheme().base);
        // An export in another theme leaves the screen as it is.
        pictureOf(*plot, ui::lightTheme());
        QCOMPARE(firstAxis(*plot).labelColor(), ui::darkTheme().text);
        QCOMPARE(firstAxis(*plot).labelFont().pixelSize(), QApplication::font().pixelSize());
        world.theme.setChoice(ui::ThemeChoice::System);
    }

    void fewGridLines_data() { addPlots({"plain", "several runs", "one epoch", "many classes"}); }
    void fewGridLines() {
        QFETCH(QString, id);
        QFETCH(QString, name);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        showRuns(*plot, cases().at(name));
        plot->show();
        auto& canvas = static_cast<ui::CustomPlot&>(*plot).canvas();
        for (int step = 0; step < 12; ++step) {
            canvas.replot(QCustomPlot::rpImmediateRefresh);
            for (auto* axis : canvas.axisRect(0)->axes()) {
                const bool hasGrid = axis->visible() && axis->grid()->visible();
                QVERIFY(!hasGrid || axis->ticker()->tickCount() > 0);
                QVERIFY(!hasGrid || tickCountOf(*axis) <= 5);
            }
            QTest::keyClick(&canvas, Qt::Key_Minus);
        }
    }

    void readoutDoesNotOutliveItsRun_data() { addPlots({"plain"}); }
    void readoutDoesNotOutliveItsRun() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        plot->setRuns({madeRunView()});
        QSignalSpy readout(plot.get(), &ui::Plot::readoutChanged);
        plot->setRuns({madeRunView({.id = "another"})});
        QCOMPARE(readout.count(), 1);
        QVERIFY(readout.last().first().toString().isEmpty());
    }

    void tellsWhenTheContentChanges_data() { addPlots({"plain"}); }
    void tellsWhenTheContentChanges() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        QSignalSpy changed(plot.get(), &ui::Plot::contentChanged);
        const auto runs = cases().at("plain");
        plot->setRuns(runs);
        QVERIFY(changed.count() >= 1);
        changed.clear();
        plot->setRuns(runs); // nothing is new: nothing is done
        QCOMPARE(changed.count(), 0);
        plot->setRuns({});
        QVERIFY(changed.count() >= 1);
        QVERIFY(plot->isEmpty());
    }

    void emptyPlotShowsItsSentence_data() { addPlots({"no runs"}); }
    void emptyPlotShowsItsSentence() {
        QFETCH(QString, id);
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        plot->show();
        auto* label = plot->findChild<QLabel*>("emptyText");
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), plot->emptyText());
        showRuns(*plot, {madeRunView()});
        QVERIFY(!label->isVisible());
    }

    void aHundredThousandPoints_data() { addPlots({"plain"}); }
    void aHundredThousandPoints() {
        QFETCH(QString, id);
        static const auto large = madeRunView(
            {.samples = 100'000, .classes = 10, .sourceUnits = 3, .receiverUnits = 2, .axes = 2});
        LayersWorld computing;
        auto& world = computing.world;
        auto plot = world.make(qPrintable(id));
        plot->show();
        showRuns(*plot, {large});
        auto& canvas = static_cast<ui::CustomPlot&>(*plot).canvas();
        QTRY_VERIFY(canvas.width() > 400); // or there would be nothing to draw upon
        QElapsedTimer timer;
        timer.start();
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        QVERIFY(coloursIn(canvas.grab().toImage().convertToFormat(QImage::Format_RGB32)) > 2);
        const auto image = pictureOf(*plot, ui::lightTheme());
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(coloursIn(image) > 2);
    }

private:
    static int tickCountOf(QCPAxis& axis) {
        QVector<double> ticks;
        axis.ticker()->generate(axis.range(), QLocale::c(), 'g', 6, ticks, nullptr, nullptr);
        int inside = 0;
        for (const double tick : ticks) {
            inside += axis.range().contains(tick) ? 1 : 0;
        }
        return inside;
    }
};

TESSERA_TEST(TestPlotContract)
#include "test_plot_contract.moc"

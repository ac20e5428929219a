// The plot of one activation keeps the promises that those of runs keep, whatever the numbers are.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/map_fixture.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/figure.h"

#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace tessera;
using namespace tessera::test;

namespace {

using Kind = FullActivation::Kind;

bool isNothing(const QString& name) {
    return name == "no numbers" || name == "numbers of another shape";
}

void addMapCases(const QStringList& names) {
    QTest::addColumn<QString>("name");
    for (const auto& name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void addAllMapCases() {
    QStringList names;
    for (const auto& [name, activation] : mapCases()) {
        names << name;
    }
    addMapCases(names);
}

} // namespace

class TestFeatureMapContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data() { addAllMapCases(); }
    void keepsItsPromises();
    void drawsInBothThemes_data() { addAllMapCases(); }
    void drawsInBothThemes();
    void exports_data() { addAllMapCases(); }
    void exports();
    void keysZoomAndReset_data() { addMapCases({"maps", "sequence", "attention", "vector"}); }
    void keysZoomAndReset();
    void zoomedPixelsAreReadRight();
    void anotherSampleKeepsWhereOneIs();
    void nothingStaysOfWhatIsGone();
    void theExportDrawsTheSame();
    void followsTheTheme();
};

void TestFeatureMapContract::keepsItsPromises() {
    QFETCH(QString, name);
    MapWorld world;
    world.set(name);
    auto& plot = world.plot;
    QCOMPARE(plot.isEmpty(), isNothing(name));
    QVERIFY(!plot.accessibleName().isEmpty());
    QVERIFY(!plot.summary().isEmpty());
    QVERIFY2(!plot.summary().contains(QRegularExpression("%[1-9n]")), qPrintable(plot.summary()));
    QVERIFY(!plot.summary().contains("nan", Qt::CaseInsensitive));
    QCOMPARE(plot.accessibleDescription(), plot.isEmpty() ? plot.emptyText() : plot.summary());
    QCOMPARE(plot.findChild<QLabel*>("emptyText")->text(),
             plot.isEmpty() ? plot.emptyText() : QString());
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

void TestFeatureMapContract::drawsInBothThemes() {
    QFETCH(QString, name);
    MapWorld world;
    world.set(name);
    for (const auto* theme : {&ui::lightTheme(), &ui::darkTheme()}) {
        for (const auto& size : {QSize(360, 260), QSize(120, 60)}) {
            const auto image = pictureOf(world.plot, *theme, size);
            QCOMPARE(image.pixelColor(0, 0), theme->base);
            QCOMPARE(image.pixelColor(image.width() - 1, image.height() - 1), theme->base);
            QVERIFY2(coloursIn(image) > 2, "nothing was drawn upon the background");
        }
    }
}

void TestFeatureMapContract::exports() {
    QFETCH(QString, name);
    MapWorld world;
    world.set(name);
    const QTemporaryDir folder;
    for (const char* extension : {"pdf", "svg", "png", "csv"}) {
        const auto file = folder.filePath(QString("maps.") + extension).toStdString();
        const auto written = ui::writeFigure(file, {&world.plot}, {.widthInches = 3.25});
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QVERIFY(QFileInfo(QString::fromStdString(file)).size() > 0);
    }
}

void TestFeatureMapContract::keysZoomAndReset() {
    QFETCH(QString, name);
    MapWorld world;
    world.set(name);
    auto& x = *canvasOf(world.plot).xAxis;
    const auto whole = x.range();
    (void)world.press(Qt::Key_Plus);
    QVERIFY(x.range().size() < whole.size());
    (void)world.press(Qt::Key_Home);
    QCOMPARE(x.range(), whole);
    for (int i = 0; i < 8; ++i) {
        (void)world.press(Qt::Key_Plus);
    }
    const auto zoomed = x.range();
    QVERIFY(!world.press(Qt::Key_Right).isEmpty()); // the cross comes into sight
    QVERIFY(x.range().lower < zoomed.lower);
    QVERIFY(qFuzzyCompare(x.range().size(), zoomed.size()));
    world.plot.resetZoom();
    QCOMPARE(x.range(), whole);
}

void TestFeatureMapContract::zoomedPixelsAreReadRight() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {4, 2, 2},
                             {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}));
    auto& canvas = canvasOf(world.plot);
    for (int i = 0; i < 3; ++i) {
        (void)world.press(Qt::Key_Plus);
    }
    const auto picture = world.grab();
    const QRect rect = canvas.axisRect()->rect();
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (const int x : {rect.left() - 3, rect.right() + 3}) {
            QCOMPARE(picture.pixelColor(x, y), ui::lightTheme().base);
        }
    }
    int seen = 0;
    for (std::int64_t map = 0; map < 4; ++map) {
        for (std::int64_t i = 0; i < 4; ++i) {
            const ui::MapCell cell{map, i / 2, i % 2};
            const auto at = world.sheet().pixelsOf(cell).center().toPoint();
            if (rect.contains(at)) {
                ++seen;
                QVERIFY(world.readoutAt(at).endsWith(QString(": %1").arg(4 * map + i)));
                auto gradient = world.sheet().gradient();
                QVERIFY(isNear(picture.pixelColor(at),
                               gradient.color(static_cast<double>(4 * map + i), {0.0, 15.0})));
            }
        }
    }
    QVERIFY(seen > 0 && seen < 16);
}

void TestFeatureMapContract::anotherSampleKeepsWhereOneIs() {
    MapWorld world;
    world.set("512 maps");
    (void)world.press(Qt::Key_PageDown);
    (void)world.press(Qt::Key_Plus);
    (void)world.press(Qt::Key_Right);
    const auto range = canvasOf(world.plot).xAxis->range();
    world.plot.setActivation({}); // as while it is recorded
    auto next = mapCases().at("512 maps");
    next.values.assign(next.values.size(), 7.0F);
    QSignalSpy readout(&world.plot, &ui::Plot::readoutChanged);
    world.set(next, "Source, sample 4");
    QCOMPARE(world.plot.page(), 1);
    QCOMPARE(canvasOf(world.plot).xAxis->range(), range);
    QCOMPARE(readout.last().first().toString(), QString("channel 64, row 0, column 0: 7"));
    next.tap = "layers.1";
    world.set(next);
    QCOMPARE(world.plot.page(), 0);
    QVERIFY(!world.plot.isZoomed());
    QVERIFY(readout.last().first().toString().isEmpty());
}

void TestFeatureMapContract::nothingStaysOfWhatIsGone() {
    MapWorld world;
    world.set("maps");
    auto* label = world.plot.findChild<QLabel*>("emptyText");
    QVERIFY(!label->isVisible());
    QSignalSpy changed(&world.plot, &ui::Plot::contentChanged);
    world.plot.setEmptyText("Press Record.");
    QCOMPARE(changed.count(), 0);
    world.plot.setRuns({madeRunView()}); // runs are nothing to it
    QVERIFY(!world.plot.isEmpty());
    world.plot.setActivation({});
    QVERIFY(changed.count() >= 1);
    QVERIFY(world.plot.isEmpty() && label->isVisible());
    QCOMPARE(label->text(), QString("Press Record."));
    QCOMPARE(world.plot.summary(), QString("Press Record."));
    QVERIFY(world.plot.table().rows.empty());
    world.plot.setEmptyText("Recording.");
    QCOMPARE(label->text(), QString("Recording."));
    changed.clear();
    world.plot.setActivation({}); // nothing is new: nothing is done
    QCOMPARE(changed.count(), 0);
}

void TestFeatureMapContract::theExportDrawsTheSame() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {1, 1, 2}, {0, 1}));
    const QTemporaryDir folder;
    const auto png = folder.filePath("maps.png");
    QVERIFY(ui::writeFigure(png.toStdString(), {&world.plot}, {.widthInches = 3.25}));
    for (const auto& image : {pictureOf(world.plot, ui::lightTheme()), QImage(png)}) {
        int dark = 0, bright = 0, darkEnd = 0, brightBegin = image.width();
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height() / 2; ++y) { // above the colour bar
                if (isNear(image.pixelColor(x, y), kDarkest)) {
                    ++dark;
                    darkEnd = x;
                } else if (isNear(image.pixelColor(x, y), kBrightest)) {
                    ++bright;
                    brightBegin = std::min(brightBegin, x);
                }
            }
        }
        QVERIFY2(dark > 500 && bright > 500, "the map is not there");
        QVERIFY(std::abs(dark - bright) < 0.1 * dark);
        QVERIFY(darkEnd < brightBegin);
    }
    // The screen is as it was.
    QVERIFY(isNear(world.colourAt({0, 0, 1}), kBrightest));
}

void TestFeatureMapContract::followsTheTheme() {
    MapWorld world;
    world.set("some missing");
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::lightTheme()));
    world.theme.setChoice(ui::ThemeChoice::Dark);
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::darkTheme()));
    QCOMPARE(world.grab().pixelColor(0, 0), ui::darkTheme().base);
    (void)pictureOf(world.plot, ui::lightTheme());
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::darkTheme()));
}

TESSERA_TEST(TestFeatureMapContract)
#include "test_feature_map_contract.moc"

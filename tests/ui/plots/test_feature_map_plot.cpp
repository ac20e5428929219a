// What the plot of one activation shows of each kind: colours, pages, words.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/map_fixture.h"
#include "ui/plots/bars_item.h"
#include "ui/plots/colour_maps.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

using namespace tessera;
using namespace tessera::test;

namespace {

using Kind = FullActivation::Kind;

} // namespace

class TestFeatureMapPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownNumbersHaveKnownColours();
    void theRangeOfColoursCanBeTheirOwn();
    void missingNumbersAreGreyAndSaid();
    void aConstantMapIsOneColour();
    void pagesOf512Maps();
    void attentionHasItsRange();
    void positionsHaveNames();
    void tablesHaveAxes();
    void vectorsAreBars();
    void arrowsGoThroughNumbers();
    void aClickSetsTheCross();
    void theTableHoldsThePage();
};

void TestFeatureMapPlot::knownNumbersHaveKnownColours() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {2, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 8}));
    QVERIFY(isNear(world.colourAt({0, 0, 0}), kDarkest));
    QVERIFY(isNear(world.colourAt({1, 1, 1}), kBrightest));
    QVERIFY(isNear(world.colourAt({1, 0, 0}), 0xFF21918C)); // the middle
    QCOMPARE(world.scale().dataRange(), QCPRange(0.0, 8.0));
    QCOMPARE(world.readout({1, 1, 0}), QString("channel 1, row 1, column 0: 6"));
    QVERIFY(world.plot.summary().contains("2 × 2 × 2"));
    QVERIFY(world.plot.summary().contains("from 0 to 8"));
}

void TestFeatureMapPlot::theRangeOfColoursCanBeTheirOwn() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {2, 1, 2}, {0, 1, 10, 20}));
    auto* colours = world.plot.findChild<QComboBox*>("mapColours");
    QVERIFY(!isNear(world.colourAt({0, 0, 1}), kBrightest));
    colours->setCurrentIndex(1);
    QVERIFY(isNear(world.colourAt({0, 0, 0}), kDarkest));
    QVERIFY(isNear(world.colourAt({0, 0, 1}), kBrightest));
    QVERIFY(isNear(world.colourAt({1, 0, 0}), kDarkest));
    QVERIFY(world.plot.summary().contains("its own range"));
    colours->setCurrentIndex(0);
    QVERIFY(!world.plot.summary().contains("its own range"));
    // There is nothing to choose for a single one.
    const auto* piece = colours->parentWidget();
    QVERIFY(!piece->isHidden());
    world.set("signals");
    QVERIFY(piece->isHidden());
}

void TestFeatureMapPlot::missingNumbersAreGreyAndSaid() {
    MapWorld world;
    world.set("some missing");
    for (const auto& cell : {ui::MapCell{0, 0, 1}, {1, 0, 0}, {1, 0, 2}}) {
        QCOMPARE(world.colourAt(cell), ui::missingColour(ui::lightTheme()));
    }
    QVERIFY(isNear(world.colourAt({0, 0, 2}), kBrightest)); // the others keep their range
    QVERIFY(world.plot.summary().contains("3 of 6 numbers are not finite."));
    QVERIFY(world.readout({0, 0, 1}).contains("undefined"));
    QVERIFY(world.readout({1, 0, 0}).contains("infinite"));
    world.set("vector with missing");
    QVERIFY(world.plot.summary().contains("1 of 3 numbers"));
    // One among many that share a dot is not lost.
    auto many = madeActivation(Kind::Maps, {1, 900, 900});
    many.values[900 * 450 + 450] = kNan;
    world.set(many);
    const auto picture = world.grab();
    const auto at = world.sheet().pixelsOf(ui::MapCell{0, 450, 450}).center().toPoint();
    int grey = 0;
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            grey += picture.pixelColor(at + QPoint(dx, dy)) == ui::missingColour(ui::lightTheme())
                        ? 1
                        : 0;
        }
    }
    QCOMPARE(grey, 1);
}

void TestFeatureMapPlot::aConstantMapIsOneColour() {
    MapWorld world;
    for (const float value : {3.0F, 0.0F, -1e-30F, kMax}) {
        world.set(madeActivation(Kind::Maps, {1, 2, 2}, {value, value, value, value}));
        QVERIFY(isNear(world.colourAt({0, 0, 0}), 0xFF21918C));
        QVERIFY(isNear(world.colourAt({0, 1, 1}), 0xFF21918C));
        const auto range = world.scale().dataRange();
        QVERIFY(range.lower < value && value < range.upper);
    }
}

void TestFeatureMapPlot::pagesOf512Maps() {
    MapWorld world;
    world.set("512 maps");
    auto& plot = world.plot;
    auto* box = plot.findChild<QSpinBox*>("mapPage");
    auto* label = plot.findChild<QLabel*>("mapPages");
    QCOMPARE(plot.pages(), 8);
    QCOMPARE(label->text(), QString("channels 0 to 63 of 512"));
    QVERIFY(!box->parentWidget()->isHidden());
    (void)world.press(Qt::Key_PageUp); // there is none before
    QCOMPARE(plot.page(), 0);
    (void)world.press(Qt::Key_PageDown);
    QCOMPARE(box->value(), 2);
    QCOMPARE(label->text(), QString("channels 64 to 127 of 512"));
    QVERIFY(plot.summary().contains("channels 64 to 127 of 512"));
    QVERIFY(world.readout({64, 0, 0}).startsWith("channel 64, row 0"));
    box->setValue(8);
    QCOMPARE(plot.page(), 7);
    QCOMPARE(plot.table().rows.front().front(), QVariant(448LL));
    (void)world.press(Qt::Key_PageDown);
    QCOMPARE(plot.page(), 7);
    // All of a page stand inside the axes, none upon another.
    (void)world.grab();
    const auto rect = QRectF(canvasOf(plot).axisRect()->rect());
    for (std::int64_t map = 448; map < 512; ++map) {
        QVERIFY(rect.adjusted(-1, -1, 1, 1).contains(world.sheet().pixelsOf(map)));
        for (std::int64_t other = 448; other < map; ++other) {
            QVERIFY(!world.sheet().pixelsOf(map).intersects(world.sheet().pixelsOf(other)));
        }
    }
    world.set("maps");
    QCOMPARE(plot.page(), 0);
    QVERIFY(box->parentWidget()->isHidden());
}

void TestFeatureMapPlot::attentionHasItsRange() {
    MapWorld world;
    world.set("attention");
    QCOMPARE(world.scale().dataRange(), QCPRange(0.0, 1.0));
    QVERIFY(isNear(world.colourAt({0, 0, 0}), 0xFF21918C));
    QVERIFY(isNear(world.colourAt({1, 2, 2}), kBrightest));
    QCOMPARE(world.readout({0, 0, 1}), QString("head 0: position 0 looks at position 1: 0.25"));
    QVERIFY(canvasOf(world.plot).xAxis->label().startsWith("looks at"));
    QVERIFY(canvasOf(world.plot).yAxis->label().startsWith("looks from"));
    QVERIFY(world.plot.summary().contains("2 head"));
    world.set("100 heads");
    QVERIFY(world.plot.findChild<QLabel*>("mapPages")->text().startsWith("heads 0 to 63"));
}

void TestFeatureMapPlot::positionsHaveNames() {
    MapWorld world;
    ArchitectureSpec vit;
    vit.family = ArchitectureId("vit");
    NetworkSpec network;
    network.architecture = vit;
    const InputSpec input{InputKind::Image, 2, 2, 1, 0}; // four patches of one pixel
    ui::ShownActivation shown;
    shown.activation = std::make_shared<FullActivation>(madeActivation(Kind::Attention, {1, 5, 5}));
    shown.positions = ui::PositionNames(input, network, 5);
    world.plot.setActivation(shown);
    const auto text = world.readout({0, 0, 4});
    QVERIFY2(text.contains("position 0 (class token)"), qPrintable(text));
    QVERIFY2(text.contains("position 4 (patch in row 1, column 1: pixels 1 to 1 across"),
             qPrintable(text));
}

void TestFeatureMapPlot::tablesHaveAxes() {
    MapWorld world;
    auto& canvas = canvasOf(world.plot);
    world.set("sequence");
    QCOMPARE(canvas.xAxis->label(), QString("unit"));
    QCOMPARE(canvas.yAxis->label(), QString("position"));
    QCOMPARE(canvas.xAxis->range(), QCPRange(-0.5, 6.5));
    QCOMPARE(canvas.yAxis->range(), QCPRange(-0.5, 4.5));
    QVERIFY(canvas.yAxis->rangeReversed());
    QVERIFY(world.readout({0, 4, 6}).startsWith("position 4, unit 6: "));
    world.set("signals");
    QCOMPARE(canvas.xAxis->label(), QString("position"));
    QCOMPARE(canvas.yAxis->label(), QString("channel"));
    QVERIFY(world.readout({0, 3, 8}).startsWith("channel 3, position 8: "));
    QVERIFY(canvas.xAxis->tickLabels());
    world.set("maps");
    QVERIFY(!canvas.xAxis->tickLabels() && canvas.xAxis->label().isEmpty());
}

void TestFeatureMapPlot::vectorsAreBars() {
    MapWorld world;
    world.set(madeActivation(Kind::Vector, {3}, {1.0F, -2.0F, 0.5F}));
    auto& canvas = canvasOf(world.plot);
    auto* bars = &world.plottable<ui::BarsItem>();
    QCOMPARE(bars->bars().size(), std::size_t{3});
    QCOMPARE(bars->bars()[1].low, -2.0);
    QCOMPARE(bars->bars()[1].high, 0.0);
    QVERIFY(canvas.yAxis->range().contains(-2.0) && canvas.yAxis->range().contains(1.0));
    QVERIFY(!canvas.yAxis->rangeReversed());
    const auto picture = world.grab();
    QCOMPARE(picture.pixelColor(pixelOf(world.plot, 0, 1.0, -1.0)),
             ui::lightTheme().identity(ui::Identity::Source));
    QCOMPARE(picture.pixelColor(pixelOf(world.plot, 0, 1.0, 0.5)), ui::lightTheme().base);
    QCOMPARE(world.readoutAt(pixelOf(world.plot, 0, 2.0, 0.2)), QString("unit 2: 0.5"));
    // No colours, and back.
    QCOMPARE(canvas.plotLayout()->elements(false).size(), 3);
    world.set("maps");
    QCOMPARE(canvas.plotLayout()->elements(false).size(), 4);
    QCOMPARE(canvas.plotLayout()->element(2, 0), &world.scale());
    QVERIFY(bars->bars().empty());
}

void TestFeatureMapPlot::arrowsGoThroughNumbers() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {2, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 7}));
    (void)world.grab();
    QCOMPARE(world.sheet().tilesAcross(), 2);
    QCOMPARE(world.press(Qt::Key_Right), QString("channel 0, row 0, column 0: 0"));
    QCOMPARE(world.press(Qt::Key_Right), QString("channel 0, row 0, column 1: 1"));
    QCOMPARE(world.press(Qt::Key_Right), QString("channel 1, row 0, column 0: 4"));
    QCOMPARE(world.press(Qt::Key_Down), QString("channel 1, row 1, column 0: 6"));
    QCOMPARE(world.press(Qt::Key_Down), QString("channel 1, row 1, column 0: 6")); // the end
    QCOMPARE(world.press(Qt::Key_Left), QString("channel 0, row 1, column 1: 3"));
    QCOMPARE(world.press(Qt::Key_Up), QString("channel 0, row 0, column 1: 1"));
    world.set("vector");
    QVERIFY(world.press(Qt::Key_Right).startsWith("unit 0: "));
    QVERIFY(world.press(Qt::Key_Right).startsWith("unit 1: "));
    world.plot.setActivation({});
    for (const auto key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_Plus}) {
        QVERIFY(world.press(key).isEmpty());
    }
}

void TestFeatureMapPlot::aClickSetsTheCross() {
    MapWorld world;
    world.set("sequence");
    (void)world.grab();
    const auto at = world.sheet().pixelsOf(ui::MapCell{0, 2, 3}).center().toPoint();
    QTest::mouseClick(&canvasOf(world.plot), Qt::LeftButton, {}, at);
    QVERIFY(world.press(Qt::Key_Right).startsWith("position 2, unit 4"));
}

void TestFeatureMapPlot::theTableHoldsThePage() {
    MapWorld world;
    world.set(madeActivation(Kind::Maps, {2, 1, 2}, {0, 1, kNan, 3}));
    auto table = world.plot.table();
    QCOMPARE(table.columns, (QStringList{"channel", "row", "column 0", "column 1"}));
    QCOMPARE(table.rows[0], (std::vector<QVariant>{0LL, 0LL, 0.0, 1.0}));
    QCOMPARE(table.rows[1], (std::vector<QVariant>{1LL, 0LL, QVariant(), 3.0}));
    world.set("512 maps");
    QCOMPARE(world.plot.table().rows.size(), std::size_t{64 * 3});
    world.set("attention");
    table = world.plot.table();
    QCOMPARE(table.columns,
             (QStringList{"head", "looks from", "looks at 0", "looks at 1", "looks at 2"}));
    QCOMPARE(table.rows.size(), std::size_t{6});
    world.set("one unit");
    QCOMPARE(world.plot.table().rows[0], (std::vector<QVariant>{0LL, -2.0}));
}

TESSERA_TEST(TestFeatureMapPlot)
#include "test_feature_map_plot.moc"

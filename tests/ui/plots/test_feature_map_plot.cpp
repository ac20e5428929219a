#include "ui/plots/feature_map_plot.h"

#include "tests/support/test_registry.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/plots/bars_item.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/figure.h"
#include "ui/plots/map_image.h"
#include "ui/plots/map_sheet.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>

using namespace tessera;
using namespace tessera::test;

namespace {

using Kind = FullActivation::Kind;
using Shape = std::vector<std::int64_t>;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kMax = std::numeric_limits<float>::max();

FullActivation made(Kind kind, const Shape& shape, const std::vector<float>& values = {}) {
    FullActivation activation{"layers.0", shape, kind, values};
    std::int64_t count = values.empty() ? 1 : 0;
    for (const auto size : shape) {
        count *= size;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        activation.values.push_back(static_cast<float>(std::sin(0.37 * static_cast<double>(i))));
    }
    return activation;
}

const std::map<QString, FullActivation>& cases() {
    static const std::map<QString, FullActivation> all = {
        {"maps", made(Kind::Maps, {6, 4, 5})},
        {"512 maps", made(Kind::Maps, {512, 3, 3})},
        {"one value", made(Kind::Maps, {1, 1, 1}, {2.5F})},
        {"constant map", made(Kind::Maps, {1, 2, 2}, {3.0F, 3.0F, 3.0F, 3.0F})},
        {"some missing", made(Kind::Maps, {2, 1, 3}, {1.0F, kNan, 2.0F, kInf, 0.5F, -kInf})},
        {"all missing", made(Kind::Maps, {1, 1, 2}, {kNan, kInf})},
        {"huge", made(Kind::Maps, {1, 1, 3}, {-kMax, kMax, 0.0F})},
        {"flat maps", made(Kind::Maps, {3, 1, 400})},
        {"fine map", made(Kind::Maps, {1, 700, 900})},
        {"signals", made(Kind::Maps, {4, 9})},
        {"sequence", made(Kind::Sequence, {5, 7})},
        {"attention", made(Kind::Attention, {2, 3, 3},
                           {0.5F, 0.25F, 0.25F, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1})},
        {"100 heads", made(Kind::Attention, {100, 4, 4})},
        {"vector", made(Kind::Vector, {12})},
        {"one unit", made(Kind::Vector, {1}, {-2.0F})},
        {"vector with missing", made(Kind::Vector, {3}, {1.0F, kNan, -1.0F})},
        {"zeros", made(Kind::Vector, {4}, {0, 0, 0, 0})},
        {"other axes", made(Kind::Maps, {2, 2, 2, 2})},
        {"no numbers", made(Kind::Vector, {0})},
        {"numbers of another shape", made(Kind::Maps, {2, 2, 2}, {1.0F, 2.0F})},
    };
    return all;
}

bool isNothing(const QString& name) {
    return name == "no numbers" || name == "numbers of another shape";
}

void addCases(const QStringList& names) {
    QTest::addColumn<QString>("name");
    for (const auto& name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void addAllCases() {
    QStringList names;
    for (const auto& [name, activation] : cases()) {
        names << name;
    }
    addCases(names);
}

struct MapWorld : PlotWorld {
    ui::FeatureMapPlot plot{context, nullptr};

    MapWorld() {
        theme.setChoice(ui::ThemeChoice::Light);
        plot.resize(480, 360);
        plot.show(); // or nothing has a place
    }
    ~MapWorld() { theme.setChoice(ui::ThemeChoice::System); }

    void set(const FullActivation& activation, const QString& title = "Source, sample 3") {
        ui::ShownActivation shown;
        shown.activation = std::make_shared<FullActivation>(activation);
        shown.title = title;
        plot.setActivation(std::move(shown));
    }
    void set(const QString& name) { set(cases().at(name)); }
    // Its only one of that class; it says nothing of itself to Qt.
    template <class T>
    T& plottable() {
        auto& canvas = canvasOf(plot);
        for (int i = 0; i < canvas.plottableCount(); ++i) {
            if (auto* found = dynamic_cast<T*>(canvas.plottable(i))) {
                return *found;
            }
        }
        qFatal("it is not there");
    }
    ui::MapSheet& sheet() { return plottable<ui::MapSheet>(); }
    QCPColorScale& scale() {
        for (auto* element : canvasOf(plot).plotLayout()->elements(true)) {
            if (auto* scale = qobject_cast<QCPColorScale*>(element)) {
                return *scale;
            }
        }
        qFatal("there is no colour scale");
    }
    // As the canvas stands at the moment.
    QImage grab() {
        auto& canvas = canvasOf(plot);
        canvas.replot(QCustomPlot::rpImmediateRefresh);
        return canvas.toPixmap(canvas.width(), canvas.height()).toImage();
    }
    QColor colourAt(const ui::MapCell& cell) {
        const auto picture = grab();
        return picture.pixelColor(sheet().pixelsOf(cell).center().toPoint());
    }
    QString readout(const ui::MapCell& cell) {
        canvasOf(plot).replot(QCustomPlot::rpImmediateRefresh);
        return readoutAt(sheet().pixelsOf(cell).center().toPoint());
    }
    QString readoutAt(const QPoint& position) {
        QSignalSpy told(&plot, &ui::Plot::readoutChanged);
        auto& canvas = canvasOf(plot);
        QMouseEvent move(QEvent::MouseMove, position, canvas.mapToGlobal(position), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas, &move);
        return told.isEmpty() ? QString() : told.last().first().toString();
    }
    QString press(Qt::Key key) {
        QSignalSpy told(&plot, &ui::Plot::readoutChanged);
        QTest::keyClick(&canvasOf(plot), key);
        return told.isEmpty() ? QString() : told.last().first().toString();
    }
};

constexpr QRgb kDarkest = 0xFF440154, kBrightest = 0xFFFDE725; // viridis

bool isNear(const QColor& colour, QRgb wanted) {
    const auto near = [](int a, int b) { return std::abs(a - b) <= 3; };
    return near(colour.red(), qRed(wanted)) && near(colour.green(), qGreen(wanted)) &&
           near(colour.blue(), qBlue(wanted));
}

} // namespace

class TestFeatureMapPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data() { addAllCases(); }
    void keepsItsPromises();
    void drawsInBothThemes_data() { addAllCases(); }
    void drawsInBothThemes();
    void exports_data() { addAllCases(); }
    void exports();
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
    void keysZoomAndReset_data() { addCases({"maps", "sequence", "attention", "vector"}); }
    void keysZoomAndReset();
    void zoomedPixelsAreReadRight();
    void anotherSampleKeepsWhereOneIs();
    void nothingStaysOfWhatIsGone();
    void theTableHoldsThePage();
    void theExportDrawsTheSame();
    void followsTheTheme();
};

void TestFeatureMapPlot::keepsItsPromises() {
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

void TestFeatureMapPlot::drawsInBothThemes() {
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

void TestFeatureMapPlot::exports() {
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

void TestFeatureMapPlot::knownNumbersHaveKnownColours() {
    MapWorld world;
    world.set(made(Kind::Maps, {2, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 8}));
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
    world.set(made(Kind::Maps, {2, 1, 2}, {0, 1, 10, 20}));
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
    auto many = made(Kind::Maps, {1, 900, 900});
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
        world.set(made(Kind::Maps, {1, 2, 2}, {value, value, value, value}));
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
    shown.activation = std::make_shared<FullActivation>(made(Kind::Attention, {1, 5, 5}));
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
    world.set(made(Kind::Vector, {3}, {1.0F, -2.0F, 0.5F}));
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
    QCOMPARE(canvas.plotLayout()->elements(false).count(nullptr), 1);
    world.set("maps");
    QCOMPARE(canvas.plotLayout()->elements(false).count(nullptr), 0);
    QVERIFY(bars->bars().empty());
}

void TestFeatureMapPlot::arrowsGoThroughNumbers() {
    MapWorld world;
    world.set(made(Kind::Maps, {2, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 7}));
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

void TestFeatureMapPlot::keysZoomAndReset() {
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

// What is zoomed is cut off at the axes, and the numbers are where they are drawn.
void TestFeatureMapPlot::zoomedPixelsAreReadRight() {
    MapWorld world;
    world.set(made(Kind::Maps, {4, 2, 2}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}));
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

void TestFeatureMapPlot::anotherSampleKeepsWhereOneIs() {
    MapWorld world;
    world.set("512 maps");
    (void)world.press(Qt::Key_PageDown);
    (void)world.press(Qt::Key_Plus);
    (void)world.press(Qt::Key_Right);
    const auto range = canvasOf(world.plot).xAxis->range();
    world.plot.setActivation({}); // as while it is recorded
    auto next = cases().at("512 maps");
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

void TestFeatureMapPlot::nothingStaysOfWhatIsGone() {
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

void TestFeatureMapPlot::theTableHoldsThePage() {
    MapWorld world;
    world.set(made(Kind::Maps, {2, 1, 2}, {0, 1, kNan, 3}));
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

// Whatever the painter: the colours of the numbers are on the page, in their order.
void TestFeatureMapPlot::theExportDrawsTheSame() {
    MapWorld world;
    world.set(made(Kind::Maps, {1, 1, 2}, {0, 1}));
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

void TestFeatureMapPlot::followsTheTheme() {
    MapWorld world;
    world.set("some missing");
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::lightTheme()));
    world.theme.setChoice(ui::ThemeChoice::Dark);
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::darkTheme()));
    QCOMPARE(world.grab().pixelColor(0, 0), ui::darkTheme().base);
    (void)pictureOf(world.plot, ui::lightTheme());
    QCOMPARE(world.colourAt({0, 0, 1}), ui::missingColour(ui::darkTheme()));
}

TESSERA_TEST(TestFeatureMapPlot)
#include "test_feature_map_plot.moc"

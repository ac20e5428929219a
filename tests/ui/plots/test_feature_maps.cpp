// What the plot of one activation is made of: maps, tiles, pictures, names of positions.
#include "tests/support/test_registry.h"
#include "ui/plots/feature_maps.h"
#include "ui/plots/map_image.h"
#include "ui/plots/position_names.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/plots/tile_grid.h"

#include <QTest>

#include <limits>
#include <memory>

using namespace tessera;
using namespace tessera::ui;

namespace {

using Kind = FullActivation::Kind;
using Meaning = PositionNames::Meaning;

FeatureMaps mapsOf(Kind kind, const std::vector<std::int64_t>& shape, std::size_t numbers) {
    auto activation = std::make_shared<FullActivation>();
    activation->kind = kind;
    activation->shape = shape;
    for (std::size_t i = 0; i < numbers; ++i) {
        activation->values.push_back(static_cast<float>(i));
    }
    return FeatureMaps(activation);
}

NetworkSpec networkOf(const char* family, std::optional<int> patch = std::nullopt) {
    NetworkSpec network;
    network.architecture.emplace();
    network.architecture->family = ArchitectureId(family);
    network.architecture->patch = patch;
    return network;
}

constexpr InputSpec kImage{InputKind::Image, 8, 8, 1, 0};

} // namespace

Q_DECLARE_METATYPE(tessera::NetworkSpec)

class TestFeatureMaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapesAreRead_data();
    void shapesAreRead();
    void numbersAreWhereTheyBelong();
    void tilesUseTheRoom_data();
    void tilesUseTheRoom();
    void noTiles();
    void namesHaveRoom();
    void picturesAreResampled();
    void missingDotsAreNotLost();
    void positionsAreNamed_data();
    void positionsAreNamed();
    void patchesAreNamedByTheirPixels();
};

void TestFeatureMaps::shapesAreRead_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QList<int>>("sizes"); // maps, rows, columns
    const auto row = [](const char* name, Kind kind, const QList<int>& shape, int numbers,
                        MapKind expected, const QList<int>& sizes) {
        QTest::newRow(name) << static_cast<int>(kind) << shape << numbers
                            << static_cast<int>(expected) << sizes;
    };
    row("maps", Kind::Maps, {3, 2, 4}, 24, MapKind::Maps, {3, 2, 4});
    row("signals", Kind::Maps, {3, 8}, 24, MapKind::Signals, {1, 3, 8});
    row("pooled maps", Kind::Maps, {24}, 24, MapKind::Vector, {1, 1, 24});
    row("volumes", Kind::Maps, {2, 2, 2, 3}, 24, MapKind::Vector, {1, 1, 24});
    row("sequence", Kind::Sequence, {3, 8}, 24, MapKind::Sequence, {1, 3, 8});
    row("long sequence", Kind::Sequence, {3, 2, 4}, 24, MapKind::Vector, {1, 1, 24});
    row("attention", Kind::Attention, {2, 3, 4}, 24, MapKind::Attention, {2, 3, 4});
    row("vector", Kind::Vector, {24}, 24, MapKind::Vector, {1, 1, 24});
    row("a number", Kind::Vector, {}, 1, MapKind::Vector, {1, 1, 1});
    row("nothing", Kind::Vector, {0}, 0, MapKind::None, {0, 0, 0});
    row("too few", Kind::Maps, {3, 2, 4}, 23, MapKind::None, {0, 0, 0});
    row("too many", Kind::Maps, {3, 2, 4}, 48, MapKind::None, {0, 0, 0});
    row("negative", Kind::Maps, {-3, -2, 4}, 24, MapKind::None, {0, 0, 0});
}

void TestFeatureMaps::shapesAreRead() {
    QFETCH(int, kind);
    QFETCH(QList<int>, shape);
    QFETCH(int, numbers);
    QFETCH(int, expected);
    QFETCH(QList<int>, sizes);
    const auto maps = mapsOf(static_cast<Kind>(kind), {shape.begin(), shape.end()},
                             static_cast<std::size_t>(numbers));
    QCOMPARE(static_cast<int>(maps.kind()), expected);
    QCOMPARE((QList<int>{static_cast<int>(maps.count()), static_cast<int>(maps.rows()),
                         static_cast<int>(maps.columns())}),
             sizes);
    QCOMPARE(FeatureMaps(nullptr).kind(), MapKind::None);
}

void TestFeatureMaps::numbersAreWhereTheyBelong() {
    const auto maps = mapsOf(Kind::Maps, {3, 2, 4}, 24);
    QCOMPARE(maps.at({2, 1, 3}), 23.0F);
    QCOMPARE(maps.at({1, 0, 2}), 10.0F);
    QCOMPARE(maps.map(1).size(), std::size_t{8});
    QCOMPARE(maps.map(1)[0], 8.0F);
}

void TestFeatureMaps::tilesUseTheRoom_data() {
    QTest::addColumn<QSizeF>("area");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("aspect");
    QTest::addColumn<int>("columns");
    QTest::newRow("one") << QSizeF(400, 300) << 1 << 1.0 << 1;
    QTest::newRow("two in a wide area") << QSizeF(400, 200) << 2 << 1.0 << 2;
    QTest::newRow("two in a high area") << QSizeF(200, 400) << 2 << 1.0 << 1;
    QTest::newRow("sixty-four") << QSizeF(800, 800) << 64 << 1.0 << 8;
    QTest::newRow("flat tiles") << QSizeF(400, 400) << 4 << 0.125 << 1;
    QTest::newRow("steep tiles") << QSizeF(400, 400) << 4 << 8.0 << 4;
    QTest::newRow("no room") << QSizeF(3, 2) << 5 << 1.0 << -1;
    QTest::newRow("no area") << QSizeF(0, 0) << 5 << 1.0 << -1;
}

void TestFeatureMaps::tilesUseTheRoom() {
    QFETCH(QSizeF, area);
    QFETCH(int, count);
    QFETCH(double, aspect);
    QFETCH(int, columns);
    const TileGrid grid(QRectF(QPointF(), area), count, aspect, {2.0, 10.0, 4.0, 6.0});
    QVERIFY(columns < 0 || grid.columns() == columns);
    QVERIFY(grid.columns() * grid.rows() >= count);
    for (int i = 0; i < count; ++i) {
        const auto tile = grid.tile(i);
        QVERIFY(tile.width() >= 1.0 && tile.height() >= 1.0);
        QCOMPARE(grid.indexAt(tile.center()), i);
        QCOMPARE(grid.indexAt(tile.topLeft() - QPointF(0, 5)), -1); // its name
        if (columns > 0) {
            QVERIFY(QRectF(QPointF(), area).contains(tile));
            QVERIFY(std::abs(tile.height() / tile.width() - aspect) < 1e-9);
        }
    }
    QCOMPARE(grid.indexAt({-1.0, -1.0}), -1);
    QCOMPARE(grid.indexAt({area.width() + 99.0, area.height() + 99.0}), -1);
}

void TestFeatureMaps::noTiles() {
    QCOMPARE(TileGrid().indexAt({1.0, 1.0}), -1);
    QCOMPARE(TileGrid({0, 0, 100, 100}, 0, 1.0, {}).indexAt({50.0, 50.0}), -1);
}

// Steps are as wide as the names of the tiles, however small the tiles are.
void TestFeatureMaps::namesHaveRoom() {
    TileRoom room{0.0, 10.0, 0.0, 4.0};
    room.least = 30.0;
    const TileGrid grid({0, 0, 300, 60}, 40, 1.0, room);
    QVERIFY(grid.columns() <= 10);
    QVERIFY(grid.tile(1).left() - grid.tile(0).left() >= 30.0);
    QCOMPARE(grid.indexAt(grid.tile(39).center()), 39);
    // Beside the titles of axes.
    const TileGrid corner({10, 20, 100, 200}, 1, 1.0, {0.0, 0.0, 0.0, 4.0}, TilePlace::LowerLeft);
    QCOMPARE(corner.tile(0), QRectF(12, 122, 96, 96));
    QCOMPARE(TileGrid({0, 0, 20, 20}, 4, 1.0, room).columns(), 1); // as good as it gets
}

void TestFeatureMaps::picturesAreResampled() {
    QImage picture(2, 1, QImage::Format_RGB32);
    picture.setPixel(0, 0, 0xFF000000);
    picture.setPixel(1, 0, 0xFF6496C8);
    // Larger: even squares, no blend between them.
    const auto large = resampled(picture, {0, 0, 2, 1}, {10, 3}, 0);
    for (int x = 0; x < 10; ++x) {
        QCOMPARE(large.pixel(x, 2), picture.pixel(x / 5, 0));
    }
    // A part.
    const auto half = resampled(picture, {1, 0, 1, 1}, {4, 4}, 0);
    QCOMPARE(half.pixel(0, 0), picture.pixel(1, 0));
    QCOMPARE(half.pixel(3, 3), picture.pixel(1, 0));
    // Smaller: the mean.
    const auto small = resampled(picture, {0, 0, 2, 1}, {1, 1}, 0);
    QCOMPARE(small.pixel(0, 0), qRgb(50, 75, 100));
}

void TestFeatureMaps::missingDotsAreNotLost() {
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    QCPColorGradient gradient(QCPColorGradient::gpGrayscale);
    gradient.setNanColor(Qt::red);
    std::vector<float> values(100, 1.0F);
    values[37] = kNan;
    const auto picture = colouredMap(values, 10, gradient, {0.0, 1.0});
    QCOMPARE(picture.size(), QSize(10, 10));
    QCOMPARE(picture.pixel(7, 3), qRgb(255, 0, 0));
    QCOMPARE(picture.pixel(0, 0), qRgb(255, 255, 255));
    const auto small = resampled(picture, {0, 0, 10, 10}, {2, 2}, qRgb(255, 0, 0));
    QCOMPARE(small.pixel(1, 0), qRgb(255, 0, 0));
    QCOMPARE(small.pixel(0, 1), qRgb(255, 255, 255));
}

void TestFeatureMaps::positionsAreNamed_data() {
    QTest::addColumn<InputSpec>("input");
    QTest::addColumn<NetworkSpec>("network");
    QTest::addColumn<int>("positions");
    QTest::addColumn<int>("meaning");
    QTest::addColumn<bool>("classToken");
    const auto row = [](const char* name, const InputSpec& input, const NetworkSpec& network,
                        int positions, Meaning meaning, bool classToken = false) {
        QTest::newRow(name) << input << network << positions << static_cast<int>(meaning)
                            << classToken;
    };
    row("patches", kImage, networkOf("vit"), 16, Meaning::Patches);
    row("patches of 4", kImage, networkOf("vit", 4), 4, Meaning::Patches);
    row("patches with padding", kImage, networkOf("vit", 3), 9, Meaning::Patches);
    row("a class token", kImage, networkOf("vit", 4), 5, Meaning::Patches, true);
    row("not as many", kImage, networkOf("vit", 4), 7, Meaning::Plain);
    row("rows", kImage, networkOf("transformer"), 8, Meaning::ImageRows);
    row("other positions", kImage, networkOf("conv"), 5, Meaning::Plain);
    row("tokens", {InputKind::Tokens, 16, 0, 1, 50}, networkOf("vit"), 16, Meaning::Plain);
    row("nothing known", {}, networkOf("vit"), 16, Meaning::Plain);
    row("no patch", kImage, networkOf("vit", 0), 16, Meaning::Plain);
    const InputSpec large{InputKind::Image, 224, 224, 3, 0};
    row("a file: 14 x 14 and a token", large, {}, 197, Meaning::Patches, true);
    row("a file: rows", large, {}, 224, Meaning::ImageRows);
    row("a file: something else", large, {}, 100, Meaning::Plain);
    row("a file: two ways", {InputKind::Image, 16, 16, 1, 0}, {}, 16, Meaning::Plain);
}

void TestFeatureMaps::positionsAreNamed() {
    QFETCH(InputSpec, input);
    QFETCH(NetworkSpec, network);
    QFETCH(int, positions);
    QFETCH(int, meaning);
    QFETCH(bool, classToken);
    const PositionNames names(input, network, positions);
    QCOMPARE(static_cast<int>(names.meaning()), meaning);
    QCOMPARE(names.hasClassToken(), classToken);
    for (int position = 0; position < positions; ++position) {
        QVERIFY(names.text(position).startsWith(QString("position %1").arg(position)));
    }
}

void TestFeatureMaps::patchesAreNamedByTheirPixels() {
    const PositionNames names(kImage, networkOf("vit", 3), 9);
    QCOMPARE(names.text(4), QString("position 4 (patch in row 1, column 1: pixels 3 to 5 across, "
                                    "3 to 5 down)"));
    // The last ones are cut off by the image.
    QVERIFY(names.text(8).endsWith("pixels 6 to 7 across, 6 to 7 down)"));
    QCOMPARE(PositionNames().text(3), QString("position 3"));
}

TESSERA_TEST(TestFeatureMaps)
#include "test_feature_maps.moc"

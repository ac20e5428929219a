// Colours that can be told apart: by everybody, and in grey.
#include "tests/support/test_registry.h"
#include "tests/ui/plots/figure_files.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QTest>

#include <array>

using namespace tessera;
using namespace tessera::test;

namespace {

using Triple = std::array<double, 3>;
using Matrix3 = std::array<Triple, 3>;

Triple times(const Matrix3& matrix, const Triple& v) {
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    }
    return result;
}

// IEC 61966-2-1.
Triple linear(const QColor& colour) {
    const auto one = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {one(colour.redF()), one(colour.greenF()), one(colour.blueF())};
}

// CIE 1976 L*a*b*, white D65.
Triple lab(const Triple& rgb) {
    constexpr Matrix3 kToXyz = {{{0.4124564, 0.3575761, 0.1804375},
                                 {0.2126729, 0.7151522, 0.0721750},
                                 {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple kWhite = {0.95047, 1.0, 1.08883};
    const auto xyz = times(kToXyz, rgb);
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / kWhite[i];
        f[i] = t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

double lightness(const QColor& colour) {
    return lab(linear(colour))[0];
}

// How somebody sees it, in full severity: Machado, Oliveira and Fernandes 2009, table 1.
enum class Sight { Usual, Protanopia, Deuteranopia };

Triple seen(const QColor& colour, Sight sight) {
    constexpr Matrix3 kProtanopia = {{{0.152286, 1.052583, -0.204868},
                                      {0.114503, 0.786281, 0.099216},
                                      {-0.003882, -0.048116, 1.051998}}};
    constexpr Matrix3 kDeuteranopia = {{{0.367322, 0.860646, -0.227968},
                                        {0.280085, 0.672501, 0.047413},
                                        {-0.011820, 0.042940, 0.968881}}};
    auto rgb = linear(colour);
    if (sight != Sight::Usual) {
        rgb = times(sight == Sight::Protanopia ? kProtanopia : kDeuteranopia, rgb);
    }
    for (auto& c : rgb) {
        c = std::clamp(c, 0.0, 1.0);
    }
    return lab(rgb);
}

// Delta E of CIE 1976.
double distance(const QColor& one, const QColor& other, Sight sight) {
    const auto a = seen(one, sight), b = seen(other, sight);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

QCPColorGradient gradientOf(ui::ColourMap map, bool dark) {
    auto theme = dark ? ui::darkTheme() : ui::lightTheme();
    theme.colours = map;
    return ui::sequentialGradient(theme);
}

} // namespace

class TestFigureColours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsGrowLighter_data();
    void mapsGrowLighter();
    void mapsAreKnownById();
    void divergingIsPaleInTheMiddle();
    void classesCanBeToldApart_data();
    void classesCanBeToldApart();
    void identitiesCanBeToldApart_data();
    void identitiesCanBeToldApart();
    void plotsFollowAtOnce();
    void figuresHaveTheChosenColours();
};

void TestFigureColours::mapsGrowLighter_data() {
    QTest::addColumn<int>("map");
    QTest::addColumn<bool>("dark");
    for (const auto& entry : ui::colourMaps()) {
        QTest::addRow("%s, light", entry.id) << static_cast<int>(entry.map) << false;
        QTest::addRow("%s, dark", entry.id) << static_cast<int>(entry.map) << true;
    }
}

void TestFigureColours::mapsGrowLighter() {
    QFETCH(int, map);
    QFETCH(bool, dark);
    auto gradient = gradientOf(static_cast<ui::ColourMap>(map), dark);
    constexpr int kSteps = 100;
    std::vector<double> steps;
    double before = lightness(gradient.color(0.0, {0.0, 1.0}));
    QVERIFY(before < 20.0);
    for (int i = 1; i <= kSteps; ++i) {
        const double now = lightness(gradient.color(double(i) / kSteps, {0.0, 1.0}));
        QVERIFY2(now > before, qPrintable(QString("%1: %2 after %3").arg(i).arg(now).arg(before)));
        steps.push_back(now - before);
        before = now;
    }
    QVERIFY(before > 85.0);
    // Even: no step is more than a few times as large as the mean one.
    QVERIFY(*std::max_element(steps.begin(), steps.end()) < 3.0 * 80.0 / kSteps);
    // What is missing looks like none of them.
    const auto missing = gradient.nanColor();
    double nearest = 1e9;
    for (int i = 0; i <= kSteps; ++i) {
        nearest = std::min(nearest,
                           distance(missing, QColor(gradient.color(double(i) / kSteps, {0.0, 1.0})),
                                    Sight::Usual));
    }
    QVERIFY2(nearest > 5.0, qPrintable(QString::number(nearest)));
}

void TestFigureColours::mapsAreKnownById() {
    QCOMPARE(ui::colourMapOf("viridis"), ui::ColourMap::Viridis);
    QCOMPARE(ui::colourMapOf("cividis"), ui::ColourMap::Cividis);
    QCOMPARE(ui::colourMapOf("rainbow"), ui::ColourMap::Viridis);
    QVERIFY(gradientOf(ui::ColourMap::Viridis, false) != gradientOf(ui::ColourMap::Cividis, false));
}

void TestFigureColours::divergingIsPaleInTheMiddle() {
    auto gradient = ui::divergingGradient(ui::lightTheme());
    const auto at = [&](double place) { return QColor(gradient.color(place, {-1.0, 1.0})); };
    QVERIFY(lightness(at(0.0)) > 90.0);
    for (int i = 1; i <= 10; ++i) {
        QVERIFY(lightness(at(0.1 * i)) < lightness(at(0.1 * (i - 1))));
        QVERIFY(lightness(at(-0.1 * i)) < lightness(at(-0.1 * (i - 1))));
        for (const auto sight : {Sight::Usual, Sight::Protanopia, Sight::Deuteranopia}) {
            QVERIFY(i < 3 || distance(at(0.1 * i), at(-0.1 * i), sight) > 20.0);
        }
    }
}

void TestFigureColours::classesCanBeToldApart_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("sight");
    for (const bool dark : {false, true}) {
        const char* look = dark ? "dark" : "light";
        QTest::addRow("usual, %s", look) << dark << int(Sight::Usual);
        QTest::addRow("protanopia, %s", look) << dark << int(Sight::Protanopia);
        QTest::addRow("deuteranopia, %s", look) << dark << int(Sight::Deuteranopia);
    }
}

void TestFigureColours::classesCanBeToldApart() {
    QFETCH(bool, dark);
    QFETCH(int, sight);
    const auto& theme = dark ? ui::darkTheme() : ui::lightTheme();
    constexpr int kClasses = 10;
    double nearest = 1e9;
    QString pair;
    for (int one = 0; one < kClasses; ++one) {
        for (int other = one + 1; other < kClasses; ++other) {
            const double apart =
                distance(theme.category(one), theme.category(other), static_cast<Sight>(sight));
            if (apart < nearest) {
                nearest = apart;
                pair = QString("%1 and %2").arg(one).arg(other);
            }
        }
    }
    qInfo("smallest distance %.1f, classes %s", nearest, qPrintable(pair));
    QVERIFY2(nearest > 15.0, qPrintable(pair));
}

void TestFigureColours::identitiesCanBeToldApart_data() {
    classesCanBeToldApart_data();
}

void TestFigureColours::identitiesCanBeToldApart() {
    QFETCH(bool, dark);
    QFETCH(int, sight);
    const auto& theme = dark ? ui::darkTheme() : ui::lightTheme();
    const double apart =
        distance(theme.identity(ui::Identity::Source), theme.identity(ui::Identity::Receiver),
                 static_cast<Sight>(sight));
    QVERIFY2(apart > 40.0, qPrintable(QString::number(apart)));
}

void TestFigureColours::plotsFollowAtOnce() {
    PlotWorld world;
    const auto plot = world.make("activations");
    plot->setRuns({madeRunView()});
    auto* scale = canvasOf(*plot).findChild<QCPColorMap*>();
    QVERIFY(scale != nullptr);
    const auto before = scale->gradient();
    world.theme.setColours(ui::ColourMap::Cividis);
    QVERIFY(scale->gradient() != before);
    QCOMPARE(scale->gradient().colorStops(),
             gradientOf(ui::ColourMap::Cividis, false).colorStops());
    world.theme.setColours(ui::ColourMap::Viridis);
    QCOMPARE(scale->gradient().colorStops(), before.colorStops());
}

void TestFigureColours::figuresHaveTheChosenColours() {
    PlotWorld world;
    const auto plot = world.make("activations");
    plot->setRuns({madeRunView()});
    ui::FigureOptions options;
    const auto viridis = ui::figurePreview({plot.get()}, options, {400, 400});
    options.colours = ui::ColourMap::Cividis;
    const auto cividis = ui::figurePreview({plot.get()}, options, {400, 400});
    QVERIFY(viridis != cividis);
    options.colours = ui::ColourMap::Viridis;
    QCOMPARE(ui::figurePreview({plot.get()}, options, {400, 400}), viridis);
}

TESSERA_TEST(TestFigureColours)
#include "test_figure_colours.moc"

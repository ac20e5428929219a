#include "core/projection/quad_tree.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::projection;

namespace {

struct Exact {
    std::vector<double> forces;
    std::vector<double> weights;
};

// The definition, over all pairs.
Exact exact(const std::vector<float>& xy) {
    const auto count = xy.size() / 2;
    Exact result{std::vector<double>(xy.size()), std::vector<double>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const double dx = double(xy[2 * i]) - xy[2 * j];
            const double dy = double(xy[2 * i + 1]) - xy[2 * j + 1];
            const double q = 1 / (1 + dx * dx + dy * dy);
            result.weights[i] += i == j ? 0 : q;
            result.forces[2 * i] += q * q * dx;
            result.forces[2 * i + 1] += q * q * dy;
        }
    }
    return result;
}

// |a - b| / |b|.
double relativeError(const std::vector<float>& values, const std::vector<double>& expected) {
    double error = 0;
    double norm = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        error += std::pow(values[i] - expected[i], 2);
        norm += std::pow(expected[i], 2);
    }
    return norm > 0 ? std::sqrt(error / norm) : std::sqrt(error);
}

std::vector<float> scaled(std::vector<float> xy, float factor) {
    for (float& value : xy) {
        value *= factor;
    }
    return xy;
}

// Three groups and a few equal points.
std::vector<float> somePointsQuadTree(std::int64_t count) {
    auto xy = test::gaussianPoints(count, 2, 1).values;
    for (std::size_t i = 0; i < xy.size(); i += 2) {
        xy[i] = 2 * xy[i] + float(i / 2 % 3) * 20;
    }
    for (std::size_t i = 0; i + 40 < xy.size(); i += 40) {
        xy[i] = xy[i + 40];
        xy[i + 1] = xy[i + 41];
    }
    return xy;
}

} // namespace

class TestQuadTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactWithoutTheta_data() {
        QTest::addColumn<std::vector<float>>("xy");
        QTest::newRow("none") << std::vector<float>{};
        QTest::newRow("one") << std::vector<float>{3, 4};
        QTest::newRow("two") << std::vector<float>{3, 4, -1, 2};
        QTest::newRow("two equal") << std::vector<float>{3, 4, 3, 4};
        QTest::newRow("all equal") << std::vector<float>(400, 1.5F);
        QTest::newRow("groups") << somePointsQuadTree(1000);
        QTest::newRow("tiny, as at the start") << scaled(somePointsQuadTree(500), 1e-6F);
        QTest::newRow("large") << scaled(somePointsQuadTree(500), 1e4F);
        auto line = somePointsQuadTree(300);
        for (std::size_t i = 1; i < line.size(); i += 2) {
            line[i] = -2;
        }
        QTest::newRow("on a line") << line;
        // Nearly all of them in one of the smallest squares.
        auto outlier = somePointsQuadTree(300);
        outlier[0] = 1e30F;
        QTest::newRow("one far away") << outlier;
        std::vector<float> halves; // each half as far as the last: as deep as can be
        for (int i = 0; i < 140; ++i) {
            halves.insert(halves.end(), {std::ldexp(1.0F, -i), std::ldexp(-1.0F, -i)});
        }
        QTest::newRow("ever nearer") << halves;
    }
    void exactWithoutTheta() {
        QFETCH(std::vector<float>, xy);
        const auto expected = exact(xy);
        Repulsion repulsion;
        QuadTree(xy).repulsion(0, 1, repulsion);
        QCOMPARE(repulsion.weights.size(), xy.size() / 2);
        const double forces = relativeError(repulsion.forces, expected.forces);
        const double weights = relativeError(repulsion.weights, expected.weights);
        QVERIFY2(forces < 1e-5, qPrintable(QString::number(forces)));
        QVERIFY2(weights < 1e-5, qPrintable(QString::number(weights)));
    }

    void nearlyRightWithTheta_data() {
        QTest::addColumn<double>("theta");
        QTest::addColumn<double>("most");
        QTest::newRow("0.2") << 0.2 << 0.002;
        QTest::newRow("0.5") << 0.5 << 0.02;
        QTest::newRow("1") << 1.0 << 0.1;
    }
    void nearlyRightWithTheta() {
        QFETCH(double, theta);
        QFETCH(double, most);
        const auto xy = somePointsQuadTree(3000);
        const auto expected = exact(xy);
        Repulsion repulsion;
        QuadTree(xy).repulsion(theta, 1, repulsion);
        const double forces = relativeError(repulsion.forces, expected.forces);
        QVERIFY2(forces < most, qPrintable(QString::number(forces)));
        QVERIFY2(forces > 1e-5, "no groups were used at all");
        QVERIFY(relativeError(repulsion.weights, expected.weights) < most);
    }

    void sameForAnyNumberOfThreads() {
        const QuadTree tree(somePointsQuadTree(2000));
        Repulsion one;
        Repulsion three;
        tree.repulsion(0.5, 1, one);
        tree.repulsion(0.5, 3, three);
        QVERIFY(test::sameBits(three.forces, one.forces));
        QVERIFY(test::sameBits(three.weights, one.weights));
    }
};

TESSERA_TEST(TestQuadTree)
#include "test_quad_tree.moc"

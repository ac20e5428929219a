#include "core/projection/umap.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::projection;

namespace {

Neighbours neighboursOf(const Matrix& points, std::int64_t k) {
    NeighbourSearch search;
    search.k = k;
    return nearestNeighbours(points, search);
}

bool isNearUmap(double value, double expected, double tolerance) {
    return std::fabs(value - expected) <= tolerance;
}

} // namespace

class TestUmap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Values that umap-learn prints.
    void curve_data() {
        QTest::addColumn<double>("minDistance");
        QTest::addColumn<double>("spread");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::newRow("the usual") << 0.1 << 1.0 << 1.5769 << 0.8951;
        QTest::newRow("dense") << 0.001 << 1.0 << 1.9290 << 0.7915;
        QTest::newRow("loose") << 0.5 << 1.0 << 0.5830 << 1.3342;
    }
    void curve() {
        QFETCH(double, minDistance);
        QFETCH(double, spread);
        QFETCH(double, a);
        QFETCH(double, b);
        const auto curve = fitUmapCurve(minDistance, spread);
        QVERIFY2(isNearUmap(curve.a, a, 1e-3), qPrintable(QString::number(curve.a)));
        QVERIFY2(isNearUmap(curve.b, b, 1e-3), qPrintable(QString::number(curve.b)));
    }

    // A picture twice as large has the same curve, drawn twice as wide.
    void curveScales_data() {
        QTest::addColumn<double>("spread");
        for (const double spread : {1e-3, 0.5, 2.0, 1e3}) {
            QTest::addRow("%g", spread) << spread;
        }
    }
    void curveScales() {
        QFETCH(double, spread);
        for (const double share : {0.0, 0.3, 1.0}) {
            const auto one = fitUmapCurve(share, 1);
            const auto other = fitUmapCurve(share * spread, spread);
            QVERIFY(isNearUmap(other.b, one.b, 1e-6));
            for (const double d : {0.1, 1.0, 2.5}) {
                QVERIFY(isNearUmap(1 / (1 + other.a * std::pow(spread * d, 2 * other.b)),
                                   1 / (1 + one.a * std::pow(d, 2 * one.b)), 1e-6));
            }
        }
    }

    void weights() {
        const auto neighbours = neighboursOf(test::gaussianPoints(200, 5, 1), 14);
        const auto graph = umapGraph(neighbours, 1);
        QCOMPARE(graph.count(), 200);
        for (std::size_t row = 0; row < 200; ++row) {
            float largest = 0;
            double sum = 0;
            for (auto e = graph.starts[row]; e < graph.starts[row + 1]; ++e) {
                QVERIFY(graph.weights[e] > 0 && graph.weights[e] <= 1);
                QVERIFY(graph.columns[e] != std::int32_t(row));
                largest = std::max(largest, graph.weights[e]);
                sum += graph.weights[e];
            }
            QCOMPARE(largest, 1.0F); // the nearest is a neighbour for certain
            // Own weights add up to log2(15); those of the others come on top.
            QVERIFY(sum > std::log2(15.0) - 1e-3);
        }
        const auto again = umapGraph(neighbours, 3);
        QVERIFY(test::sameBits(again.weights, graph.weights));
        QCOMPARE(again.columns, graph.columns);
    }

    // By hand: 0 and 1 are each other's nearest; 3 has 1 as its nearest, and counts itself not
    // among theirs. With one neighbour each, every weight is 1.
    void weightsOfThree() {
        const auto graph = umapGraph(neighboursOf(test::columnOf({0, 1, 3}), 1), 1);
        QCOMPARE(graph.starts, (std::vector<std::size_t>{0, 1, 3, 4}));
        QCOMPARE(graph.columns, (std::vector<std::int32_t>{1, 0, 2, 1}));
        QCOMPARE(graph.weights, std::vector<float>(4, 1.0F));
        // With two, the nearest has 1 and the other log2(3) - 1, up to joining both directions.
        const double other = std::log2(3.0) - 1;
        const auto both = umapGraph(neighboursOf(test::columnOf({0, 1, 3}), 2), 1);
        QCOMPARE(both.columns, (std::vector<std::int32_t>{1, 2, 0, 2, 0, 1}));
        QVERIFY(isNearUmap(both.weights[0], 1, 1e-4));                         // 0 and 1
        QVERIFY(isNearUmap(both.weights[1], 2 * other - other * other, 1e-4)); // 0 and 3
        QVERIFY(isNearUmap(both.weights[3], 1, 1e-4));                         // 1 and 3
    }

    void weightsOfEqualPoints() {
        const auto graph = umapGraph(neighboursOf(test::latticePoints(50, 2, 1, 1), 5), 1);
        for (const float weight : graph.weights) {
            QCOMPARE(weight, 1.0F);
        }
    }

    void tableAgainstTheFormula_data() {
        QTest::addColumn<double>("minDistance");
        QTest::addColumn<double>("spread");
        QTest::newRow("the usual") << 0.1 << 1.0;
        QTest::newRow("dense") << 0.0 << 1.0;
        QTest::newRow("loose") << 1.0 << 1.0;
        QTest::newRow("wide") << 5.0 << 20.0;
    }
    void tableAgainstTheFormula() {
        QFETCH(double, minDistance);
        QFETCH(double, spread);
        const auto [a, b] = fitUmapCurve(minDistance, spread);
        const UmapForces forces(UmapCurve{a, b});
        for (double d2 = 1e-9; d2 < 1e7; d2 *= 1.0137) {
            const double near = 2 * a * b * std::pow(d2, b - 1) / (1 + a * std::pow(d2, b));
            const double away = 2 * b / ((0.001 + d2) * (1 + a * std::pow(d2, b)));
            QVERIFY(isNearUmap(forces.attraction(float(d2)), near, 3e-3 * near));
            QVERIFY(isNearUmap(forces.repulsion(float(d2)), away, 3e-3 * away));
        }
        for (const float d2 : {0.0F, 1e-40F, 1e30F, std::numeric_limits<float>::infinity()}) {
            QVERIFY(std::isfinite(forces.attraction(d2)));
            QVERIFY(std::isfinite(forces.repulsion(d2)));
        }
    }

    void layoutPartsGroups() {
        auto points = test::gaussianPoints(200, 3, 2);
        for (std::size_t i = 0; i < 300; ++i) {
            points.values[i] += 50;
        }
        const auto graph = umapGraph(neighboursOf(points, 10), 1);
        auto start = test::gaussianPoints(200, 2, 3).values;
        UmapLayout layout(graph, start, {}, 200, 1);
        UmapLayout again(graph, start, {}, 200, 1);
        UmapLayout other(graph, start, {}, 200, 2);
        for (int i = 0; i < 200; ++i) {
            QVERIFY(layout.step() && again.step() && other.step());
        }
        QCOMPARE(layout.done(), 200);
        QVERIFY(test::sameBits(again.xy(), layout.xy()));
        QVERIFY(!test::sameBits(other.xy(), layout.xy()));
        const auto nearest = neighboursOf({200, 2, layout.xy()}, 5);
        int mixed = 0;
        for (std::int64_t row = 0; row < 200; ++row) {
            for (std::int64_t place = 0; place < 5; ++place) {
                mixed += (row < 100) != (nearest.index(row, place) < 100) ? 1 : 0;
            }
        }
        QVERIFY2(mixed <= 10, qPrintable(QString::number(mixed)));
    }
};

TESSERA_TEST(TestUmap)
#include "test_umap.moc"

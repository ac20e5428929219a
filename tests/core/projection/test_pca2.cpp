#include "core/projection/pca2.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/linalg.h>
#include <torch/types.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::projection;

namespace {

// Normal numbers with a deviation of 1, 1/2, 1/3, ... and means far from 0.
Matrix somePoints(std::int64_t rows, std::int64_t columns) {
    auto points = test::gaussianPoints(rows, columns, 1);
    for (std::size_t i = 0; i < points.values.size(); ++i) {
        const auto column = std::int64_t(i) % columns;
        points.values[i] = points.values[i] / float(1 + column) + float(column);
    }
    return points;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

} // namespace

class TestPca2 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Against LibTorch's singular values, for each of the ways in which it is computed.
    void againstSingularValues_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("small") << 50 << 3;
        QTest::newRow("two columns") << 50 << 2;
        QTest::newRow("usual") << 333 << 64;
        QTest::newRow("fewer rows than columns") << 10 << 64;
        QTest::newRow("more columns than are rotated") << 100 << 200;
        QTest::newRow("no covariance") << 30 << 2500;
    }
    void againstSingularValues() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        auto points = somePoints(rows, columns);
        const auto plane = principalPlane(points, 1);
        QVERIFY(plane.has_value());
        const auto x = torch::from_blob(points.values.data(), {rows, columns}).to(torch::kFloat64);
        const auto [u, s, v] = torch::linalg_svd(x - x.mean(0), false);
        const auto xy = coordinatesIn(*plane, points, 1);
        for (std::size_t axis = 0; axis < 2; ++axis) {
            const double singular = s[std::int64_t(axis)].item<double>();
            QVERIFY(std::fabs(plane->variances[axis] / (singular * singular / rows) - 1) < 1e-6);
            const auto expected = v[std::int64_t(axis)].contiguous();
            const std::vector<double> direction(expected.data_ptr<double>(),
                                                expected.data_ptr<double>() + columns);
            QVERIFY(std::fabs(std::fabs(dot(plane->axes[axis], direction)) - 1) < 1e-6);
            double sum = 0;
            for (std::size_t i = axis; i < xy.size(); i += 2) {
                sum += double(xy[i]) * xy[i];
            }
            QVERIFY(std::fabs(sum / rows / plane->variances[axis] - 1) < 1e-5);
            // Of the two possible signs, always the same.
            double largest = 0;
            for (const double value : plane->axes[axis]) {
                largest = std::fabs(value) > std::fabs(largest) ? value : largest;
            }
            QVERIFY(largest > 0);
        }
        QVERIFY(std::fabs(dot(plane->axes[0], plane->axes[1])) < 1e-9);
        const auto threaded = principalPlane(points, 3);
        QVERIFY(threaded->axes == plane->axes && threaded->mean == plane->mean);
    }

    void withoutVariance_data() {
        QTest::addColumn<Matrix>("points");
        QTest::addColumn<int>("rank");
        QTest::newRow("one point") << Matrix{1, 3, {1, 2, 3}} << 0;
        QTest::newRow("all equal") << Matrix{3, 2, {0.1F, 7, 0.1F, 7, 0.1F, 7}} << 0;
        QTest::newRow("two points") << Matrix{2, 3, {1, 2, 3, 3, 2, 1}} << 1;
        QTest::newRow("one column") << Matrix{4, 1, {1, 2, 4, 8}} << 1;
        QTest::newRow("a line") << Matrix{3, 2, {0, 0, 1, 3, 2, 6}} << 1;
        Matrix wide{5, 3000, {}};
        for (int i = 0; i < 5 * 3000; ++i) {
            wide.values.push_back(float(i / 3000) * float(i % 3000));
        }
        QTest::newRow("a line, wide") << wide << 1;
    }
    void withoutVariance() {
        QFETCH(Matrix, points);
        QFETCH(int, rank);
        const auto plane = principalPlane(points, 1);
        QVERIFY(plane.has_value());
        const auto xy = coordinatesIn(*plane, points, 1);
        for (std::size_t axis = 0; axis < 2; ++axis) {
            QCOMPARE(plane->variances[axis] > 0, int(axis) < rank);
            for (std::size_t i = axis; i < xy.size(); i += 2) {
                QVERIFY(int(axis) < rank ? std::isfinite(xy[i]) : xy[i] == 0);
            }
        }
    }

    // 0, 1, 2 and 3 along (3, 4) / 5, and a little across.
    void knownAnswer() {
        const Matrix points{4, 2, {0, 0, 3, 4, 6, 8, 9, 12}};
        const auto plane = principalPlane(points, 1);
        QVERIFY(std::fabs(plane->axes[0][0] - 0.6) < 1e-12);
        QVERIFY(std::fabs(plane->axes[0][1] - 0.8) < 1e-12);
        QVERIFY(std::fabs(plane->variances[0] - 31.25) < 1e-9);
        QCOMPARE(coordinatesIn(*plane, points, 1),
                 (std::vector<float>{-7.5F, 0, -2.5F, 0, 2.5F, 0, 7.5F, 0}));
    }

    void extremeNumbers() {
        constexpr float kMost = std::numeric_limits<float>::max();
        const Matrix points{3, 2, {kMost, kMost, -kMost, -kMost, 0, 1e-40F}};
        const auto plane = principalPlane(points, 1);
        for (const float value : coordinatesIn(*plane, points, 1)) {
            QVERIFY(std::isfinite(value));
        }
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        for (const int columns : {5, 200, 2500}) {
            QVERIFY(!principalPlane(somePoints(20, columns), 1, {source.get_token()}));
        }
    }
};

TESSERA_TEST(TestPca2)
#include "test_pca2.moc"

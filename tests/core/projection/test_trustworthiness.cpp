#include "core/projection/trustworthiness.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace tessera;
using namespace tessera::projection;
using test::columnOf;
using test::gaussianPoints;

namespace {

// The definition, with whole orders.
double direct(const Matrix& points, const Matrix& xy, std::size_t k) {
    const auto orderOf = [](const Matrix& matrix, std::int64_t from) {
        std::vector<std::pair<double, std::int64_t>> order;
        for (std::int64_t i = 0; i < matrix.rows; ++i) {
            double sum = 0;
            for (std::int64_t c = 0; c < matrix.columns; ++c) {
                sum += std::pow(double(matrix.at(i, c)) - matrix.at(from, c), 2);
            }
            order.emplace_back(i == from ? -1.0 : sum, i);
        }
        std::sort(order.begin(), order.end());
        return order; // the row itself first
    };
    double sum = 0;
    for (std::int64_t i = 0; i < points.rows; ++i) {
        const auto near = orderOf(xy, i);
        const auto original = orderOf(points, i);
        for (std::size_t place = 1; place <= k; ++place) {
            const auto rank = std::find_if(original.begin(), original.end(),
                                           [&](const auto& found) {
                                               return found.second == near[place].second;
                                           }) -
                              original.begin();
            sum += std::max(0.0, double(rank) - double(k));
        }
    }
    const double n = double(points.rows);
    return 1 - 2 * sum / (n * double(k) * (2 * n - 3 * double(k) - 1));
}

TrustworthinessRequest requestForTrustworthiness(std::int64_t k) {
    TrustworthinessRequest request;
    request.k = k;
    return request;
}

bool isNear(const std::optional<double>& value, double expected) {
    return value.has_value() && std::fabs(*value - expected) < 1e-12;
}

} // namespace

class TestTrustworthiness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // By hand. Neighbours in the picture: 0 and 2, 1 and 3. Their ranks: of 2 seen from 0: 2; of 3
    // from 1: 3; of 0 from 2: 2; of 1 from 3: 2. 1 - 2 / (4 * 1 * 4) * (1 + 2 + 1 + 1) = 3 / 8.
    void byHand() {
        QVERIFY(isNear(trustworthiness(columnOf({0, 1, 3, 7}), columnOf({0, 10, 1, 11}),
                                       requestForTrustworthiness(1)),
                       0.375));
    }

    void againstTheDefinition_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("k");
        QTest::newRow("small") << 9 << 3 << 4;
        QTest::newRow("usual") << 100 << 8 << 12;
        QTest::newRow("as many as can be") << 101 << 5 << 50;
        QTest::newRow("wide") << 62 << 100 << 7;
    }
    void againstTheDefinition() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, k);
        const auto points = test::latticePoints(rows, columns, 10, 1); // exact, and with ties
        const auto xy = test::latticePoints(rows, 2, 1000, 2);
        auto request = requestForTrustworthiness(k);
        QVERIFY(isNear(trustworthiness(points, xy, request), direct(points, xy, std::size_t(k))));
        request.threads = 3;
        QVERIFY(isNear(trustworthiness(points, xy, request), direct(points, xy, std::size_t(k))));
    }

    void ofItselfIsOne() {
        const auto points = gaussianPoints(300, 2, 3);
        QVERIFY(isNear(trustworthiness(points, points), 1));
        auto larger = points;
        for (float& value : larger.values) {
            value *= 8;
        }
        QVERIFY(isNear(trustworthiness(points, larger), 1));
    }

    void ofChanceIsAHalf() {
        const auto value = trustworthiness(gaussianPoints(1000, 6, 4), gaussianPoints(1000, 2, 5));
        QVERIFY2(std::fabs(*value - 0.5) < 0.05, qPrintable(QString::number(*value)));
    }

    void someRowsStandForAll() {
        const auto points = gaussianPoints(1000, 3, 6);
        Matrix xy{1000, 2, {}};
        for (std::int64_t i = 0; i < 1000; ++i) {
            xy.values.insert(xy.values.end(), {points.at(i, 0), points.at(i, 1)});
        }
        auto request = requestForTrustworthiness(12);
        const double all = trustworthiness(points, xy, request).value();
        request.mostRows = 200;
        const double some = trustworthiness(points, xy, request).value();
        QVERIFY(all < 0.95 && some != all && std::fabs(some - all) < 0.02);
        request.mostRows = 1000;
        QVERIFY(isNear(trustworthiness(points, xy, request), all));
    }

    void withoutWhatIsNotFinite() {
        auto points = gaussianPoints(60, 4, 7);
        auto xy = gaussianPoints(60, 2, 8);
        Matrix finite{58, 4, {points.values.begin() + 8, points.values.end()}};
        Matrix finiteXy{58, 2, {xy.values.begin() + 4, xy.values.end()}};
        points.values[3] = std::numeric_limits<float>::quiet_NaN(); // row 0
        xy.values[2] = std::numeric_limits<float>::infinity();      // row 1
        const auto expected = trustworthiness(finite, finiteXy);
        QVERIFY(expected.has_value());
        QVERIFY(isNear(trustworthiness(points, xy), *expected));
    }

    void anySize_data() {
        QTest::addColumn<float>("factor");
        for (const float factor : {1e-30F, 1e-20F, 1e20F, 1e37F}) {
            QTest::addRow("%g", double(factor)) << factor;
        }
    }
    void anySize() {
        QFETCH(float, factor);
        auto points = test::latticePoints(60, 4, 8, 9);
        const auto xy = test::latticePoints(60, 2, 500, 10);
        const double before = trustworthiness(points, xy).value();
        for (float& value : points.values) {
            value *= factor;
        }
        // Ties become differences in the last digit.
        QVERIFY(std::fabs(trustworthiness(points, xy).value() - before) < 0.05);
    }

    void notMeasured() {
        const auto points = gaussianPoints(20, 3, 11);
        const auto xy = gaussianPoints(20, 2, 12);
        QVERIFY(trustworthiness(points, xy, requestForTrustworthiness(9)));
        QVERIFY(!trustworthiness(points, xy, requestForTrustworthiness(10)));
        QVERIFY(!trustworthiness(points, xy, requestForTrustworthiness(0)));
        QVERIFY(!trustworthiness(points, gaussianPoints(19, 2, 12), requestForTrustworthiness(3)));
        QVERIFY(!trustworthiness({}, {}, requestForTrustworthiness(1)));
        std::stop_source source;
        source.request_stop();
        QVERIFY(!trustworthiness(points, xy, requestForTrustworthiness(3), {source.get_token()}));
    }
};

TESSERA_TEST(TestTrustworthiness)
#include "test_trustworthiness.moc"

#include "core/projection/pca2.h"
#include "core/projection/similarity_order.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace tessera;
using namespace tessera::projection;

namespace {

Matrix somePointsSimilarityOrder(std::int64_t rows, std::int64_t columns) {
    Matrix points{rows, columns, {}};
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    for (std::int64_t i = 0; i < rows * columns; ++i) {
        points.values.push_back(normal(random));
    }
    return points;
}

} // namespace

class TestSimilarityOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheFirstAxis() {
        using Rows = std::vector<int>;
        // Along (1, 1), with little besides; the largest score is positive.
        const Matrix layer{5, 2, {1, 1.1F, -4, -4, 9, 9, 0, -0.1F, 5, 5.1F}};
        QCOMPARE(rowsBySimilarity(layer, {}), (Rows{2, 4, 0, 3, 1}));
        QCOMPARE(rowsBySimilarity(layer, {}), rowsBySimilarity(layer, {}));
        // Nothing varies, nothing is there, nothing is finite: as in the data.
        QCOMPARE(rowsBySimilarity({3, 1, {7, 7, 7}}, {}), (Rows{0, 1, 2}));
        QCOMPARE(rowsBySimilarity({1, 2, {1, 2}}, {}), Rows{0});
        QVERIFY(rowsBySimilarity({}, {}).empty());
        const float nan = std::nanf("");
        QCOMPARE(rowsBySimilarity({2, 1, {nan, nan}}, {}), (Rows{0, 1}));
        // What is missing counts as the mean of its column.
        QCOMPARE(rowsBySimilarity({4, 1, {1, nan, 4, 1}}, {}), (Rows{2, 1, 0, 3}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(rowsBySimilarity(layer, stop.get_token()).empty());
    }

    void isTheOrderOfThePlane() {
        const auto points = somePointsSimilarityOrder(40, 200);
        const auto plane = principalPlane(points, 1);
        const auto xy = coordinatesIn(*plane, points, 1);
        const auto rows = rowsBySimilarity(points, {});
        const auto score = [&](int row) { return xy[2 * static_cast<std::size_t>(row)]; };
        const bool falls = score(rows.front()) > score(rows.back());
        for (std::size_t i = 1; i < rows.size(); ++i) {
            QVERIFY(falls ? score(rows[i - 1]) >= score(rows[i])
                          : score(rows[i - 1]) <= score(rows[i]));
        }
        // The end that is farther away is the first one.
        QVERIFY(std::abs(score(rows.front())) >= std::abs(score(rows.back())));
    }

    void roundingIsNoOrder() {
        QCOMPARE(rowsBySimilarity({3, 2, {0.1F, 1e6F, 0.1F, 1e6F, 0.1F, 1e6F}}, {}),
                 (std::vector<int>{0, 1, 2}));
    }
};

TESSERA_TEST(TestSimilarityOrder)
#include "test_similarity_order.moc"

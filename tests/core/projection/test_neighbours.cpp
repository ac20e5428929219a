#include "core/projection/neighbours.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

using namespace tessera;
using namespace tessera::projection;
using test::gaussianPoints;
using test::latticePoints;

namespace {

using Found = std::pair<double, std::int32_t>;

// The definition: all distances, sorted.
std::vector<Found> bruteForce(const Matrix& points, const std::vector<float>& query,
                              std::int64_t self) {
    std::vector<Found> all;
    for (std::int64_t i = 0; i < points.rows; ++i) {
        double sum = 0;
        for (std::int64_t k = 0; k < points.columns; ++k) {
            const double difference = double(points.at(i, k)) - query[std::size_t(k)];
            sum += difference * difference;
        }
        if (i != self) {
            all.emplace_back(std::sqrt(sum), std::int32_t(i));
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

NeighbourSearch searchFor(std::int64_t k, std::int64_t exactUpTo = 20'000) {
    NeighbourSearch search;
    search.k = k;
    search.exactUpTo = exactUpTo;
    return search;
}

bool equal(const Neighbours& a, const Neighbours& b) {
    return a.count == b.count && a.k == b.k && a.indices == b.indices &&
           test::sameBits(a.distances, b.distances);
}

} // namespace

class TestNeighbours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactAgainstAllDistances_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("k");
        QTest::newRow("two") << 2 << 3 << 100 << 1;
        QTest::newRow("one column") << 40 << 1 << 1000 << 5;
        QTest::newRow("not a multiple of anything") << 333 << 7 << 50 << 10;
        QTest::newRow("many ties") << 200 << 3 << 3 << 20;
        QTest::newRow("all of them") << 61 << 5 << 9 << 60;
        QTest::newRow("wide") << 90 << 300 << 30 << 12;
        QTest::newRow("all equal") << 70 << 4 << 1 << 8;
        QTest::newRow("more than a block") << 700 << 200 << 40 << 15;
    }
    void exactAgainstAllDistances() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, values);
        QFETCH(int, k);
        const auto points = latticePoints(rows, columns, std::uint32_t(values), 1);
        const auto found = nearestNeighbours(points, searchFor(k));
        QCOMPARE(found.count, std::int64_t(rows));
        QCOMPARE(found.k, std::int64_t(k));
        for (std::int64_t row = 0; row < rows; ++row) {
            const auto expected = bruteForce(points, test::rowOf(points, row), row);
            for (std::int64_t place = 0; place < k; ++place) {
                QCOMPARE(found.index(row, place), expected[std::size_t(place)].second);
                QCOMPARE(found.distance(row, place), float(expected[std::size_t(place)].first));
            }
        }
    }

    void amongOthers() {
        const auto points = latticePoints(150, 4, 20, 1);
        const auto queries = latticePoints(37, 4, 20, 2);
        const auto found = nearestAmong(points, queries, searchFor(6));
        QCOMPARE(found.count, queries.rows);
        for (std::int64_t row = 0; row < queries.rows; ++row) {
            const auto expected = bruteForce(points, test::rowOf(queries, row), -1);
            for (std::int64_t place = 0; place < 6; ++place) {
                QCOMPARE(found.index(row, place), expected[std::size_t(place)].second);
            }
        }
        // A point is its own nearest among the points, not among the others.
        QCOMPARE(nearestAmong(points, points, searchFor(1)).distance(5, 0), 0.0F);
    }

    void neverMoreThanThereAre() {
        const auto points = gaussianPoints(5, 2, 1);
        QCOMPARE(nearestNeighbours(points, searchFor(90)).k, 4);
        QCOMPARE(nearestNeighbours(points, searchFor(90, 0)).k, 4);
        QCOMPARE(nearestAmong(points, gaussianPoints(3, 2, 2), searchFor(90)).k, 5);
        QCOMPARE(nearestNeighbours(gaussianPoints(1, 2, 1), searchFor(3)).k, 0);
        QCOMPARE(nearestNeighbours({}, searchFor(3)).k, 0);
        QCOMPARE(nearestNeighbours(points, searchFor(0)).k, 0);
    }

    // A large common offset must not cost the digits of the differences.
    void farFromTheOrigin() {
        auto points = latticePoints(100, 3, 16, 3);
        const auto before = nearestNeighbours(points, searchFor(5));
        for (float& value : points.values) {
            value += 1'000'000;
        }
        QVERIFY(equal(nearestNeighbours(points, searchFor(5)), before));
    }

    void graphFindsNearlyAll() {
        constexpr std::int64_t kAsked = 500;
        constexpr std::int64_t kNear = 14;
        const auto points = gaussianPoints(25'000, 5, 4);
        const auto graph = nearestNeighbours(points, searchFor(kNear));
        QCOMPARE(graph.k, kNear);
        Matrix asked{kAsked, 5, {points.values.begin(), points.values.begin() + 5 * kAsked}};
        const auto exact = nearestAmong(points, asked, searchFor(kNear + 1, points.rows));
        int right = 0;
        for (std::int64_t row = 0; row < kAsked; ++row) {
            std::set<std::int32_t> expected;
            for (std::int64_t place = 0; place <= kNear; ++place) {
                expected.insert(exact.index(row, place));
            }
            QVERIFY(expected.erase(std::int32_t(row)) == 1);
            for (std::int64_t place = 0; place < kNear; ++place) {
                QVERIFY(graph.index(row, place) != row);
                QVERIFY(place == 0 || graph.distance(row, place - 1) <= graph.distance(row, place));
                right += expected.count(graph.index(row, place)) > 0 ? 1 : 0;
            }
        }
        const double recall = double(right) / double(kAsked * kNear);
        QVERIFY2(recall > 0.98, qPrintable(QString::number(recall)));
    }

    void graphOfEqualPoints_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("k");
        QTest::newRow("all equal") << 300 << 1 << 10;
        QTest::newRow("four places") << 400 << 2 << 10;
        QTest::newRow("more neighbours than places") << 400 << 3 << 100;
        QTest::newRow("all of them") << 50 << 2 << 49;
    }
    void graphOfEqualPoints() {
        QFETCH(int, rows);
        QFETCH(int, values);
        QFETCH(int, k);
        const auto points = latticePoints(rows, 2, std::uint32_t(values), 5);
        const auto exact = nearestNeighbours(points, searchFor(k));
        QVERIFY(equal(nearestNeighbours(points, searchFor(k, 0)), exact));
        const auto queries = latticePoints(20, 2, std::uint32_t(values) + 1, 6);
        QVERIFY(equal(nearestAmong(points, queries, searchFor(k, 0)),
                      nearestAmong(points, queries, searchFor(k))));
    }

    void sameForAnyNumberOfThreads() {
        const auto points = gaussianPoints(3'000, 10, 7);
        for (const std::int64_t exactUpTo : {20'000, 0}) {
            auto search = searchFor(12, exactUpTo);
            const auto one = nearestNeighbours(points, search);
            QVERIFY(equal(nearestNeighbours(points, search), one));
            search.threads = 3;
            QVERIFY(equal(nearestNeighbours(points, search), one));
        }
    }

    void stopsAndTellsHowFar() {
        const auto points = gaussianPoints(600, 4, 8);
        for (const std::int64_t exactUpTo : {20'000, 0}) {
            std::int64_t calls = 0;
            std::int64_t before = 0;
            std::int64_t most = 0;
            const Watch watch({}, [&](std::int64_t done, std::int64_t total) {
                ++calls;
                QVERIFY(done >= before && done <= total);
                before = done;
                most = total;
            });
            QCOMPARE(nearestNeighbours(points, searchFor(5, exactUpTo), watch).k, 5);
            QVERIFY(calls > 5);
            QVERIFY(before > most / 2);

            std::stop_source source;
            const Watch stopping(source.get_token(), [&](auto, auto) { source.request_stop(); });
            QCOMPARE(nearestNeighbours(points, searchFor(5, exactUpTo), stopping).k, 0);
            QCOMPARE(nearestNeighbours(points, searchFor(5, exactUpTo), {source.get_token()}).k, 0);
        }
    }
};

TESSERA_TEST(TestNeighbours)
#include "test_neighbours.moc"

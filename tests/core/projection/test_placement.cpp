#include "core/projection/placement.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::projection;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

PlacementRequest requestFor(std::int64_t k) {
    PlacementRequest request;
    request.k = k;
    return request;
}

bool allNan(const Matrix& matrix) {
    return std::all_of(matrix.values.begin(), matrix.values.end(),
                       [](float value) { return std::isnan(value); });
}

} // namespace

class TestPlacement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanOfTheNearest() {
        const auto references = test::columnOf({0, 10, 20, 100});
        const Matrix xy{4, 2, {1, 1, 2, 5, 6, 0, 50, 50}};
        const auto queries = test::columnOf({4, 19, 1000});
        QCOMPARE(placeAmong(references, xy, queries, requestFor(1)).values,
                 (std::vector<float>{1, 1, 6, 0, 50, 50}));
        QCOMPARE(placeAmong(references, xy, queries, requestFor(2)).values,
                 (std::vector<float>{1.5F, 3, 4, 2.5F, 28, 25}));
        // More than there are: the middle of all, for everyone.
        const auto middle = placeAmong(references, xy, queries, requestFor(99));
        QCOMPARE(middle.rows, 3);
        QCOMPARE(middle.values, (std::vector<float>{14.75F, 14, 14.75F, 14, 14.75F, 14}));
    }

    // The receiver's point of an input that it encodes as the source does lies on the source's.
    void equalPointsFallTogether() {
        const auto references = test::gaussianPoints(200, 6, 1);
        const auto xy = test::gaussianPoints(200, 2, 2);
        QVERIFY(test::sameBits(placeAmong(references, xy, references, requestFor(1)).values,
                               xy.values));
        auto request = requestFor(4);
        const auto one = placeAmong(references, xy, references, request);
        request.threads = 3;
        QVERIFY(test::sameBits(placeAmong(references, xy, references, request).values, one.values));
    }

    void withoutWhatIsNotFinite() {
        const auto references = test::columnOf({0, kNan, 20, 30});
        const Matrix xy{4, 2, {1, 1, 2, 2, kNan, 3, 4, 4}};
        const auto placed =
            placeAmong(references, xy, test::columnOf({9, kNan, 21}), requestFor(1));
        QCOMPARE(placed.rows, 3);
        QCOMPARE(placed.at(0, 0), 1.0F);
        QVERIFY(std::isnan(placed.at(1, 0)) && std::isnan(placed.at(1, 1)));
        QCOMPARE(placed.at(2, 0), 4.0F); // 20 is nearer, but has no place
    }

    void anySize() {
        const auto references = test::columnOf({0, 1e-30F, 3e38F, -3e38F});
        const Matrix xy{4, 2, {1, 1, 2, 2, 3, 3, 4, 4}};
        QCOMPARE(placeAmong(references, xy, test::columnOf({2e38F}), requestFor(1)).at(0, 0), 3.0F);
    }

    void nowhere() {
        const auto points = test::columnOf({1, 2});
        const Matrix xy{2, 2, {1, 1, 2, 2}};
        QVERIFY(placeAmong(points, xy, {}, requestFor(1)).values.empty());
        for (const auto& placed : {
                 placeAmong({0, 1, {}}, {0, 2, {}}, points, requestFor(1)),
                 placeAmong(test::columnOf({kNan, kNan}), xy, points, requestFor(1)),
                 placeAmong(points, {1, 2, {1, 1}}, points, requestFor(1)),
                 placeAmong(points, xy, {2, 2, {1, 2, 3, 4}}, requestFor(1)),
                 placeAmong(points, points, points, requestFor(1)),
                 placeAmong(points, xy, points, requestFor(0)),
             }) {
            QCOMPARE(placed.rows, 2);
            QVERIFY(allNan(placed));
        }
        std::stop_source source;
        source.request_stop();
        QCOMPARE(placeAmong(points, xy, points, requestFor(1), {source.get_token()}).rows, 0);
    }
};

TESSERA_TEST(TestPlacement)
#include "test_placement.moc"

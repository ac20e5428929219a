#include "core/api/unit_statistics.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>

using namespace tessera;

namespace {

const float kNoActivation = std::nanf("");

UnitStatistics of(const Matrix& layer) {
    return stats::unitStatistics(layer, {});
}

} // namespace

class TestUnitStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswer() {
        const auto result = of({4, 2, {1, -3, 2, 5, 3, 1, 6, 1}});
        QCOMPARE(result.bounds, LayerBounds::None);
        const auto& first = result.units[0];
        QCOMPARE(first.finite, 4);
        QCOMPARE(*first.mean, 3.0);
        QCOMPARE(*first.variance, 3.5); // population
        QCOMPARE(*first.least, 1.0);
        QCOMPARE(*first.greatest, 6.0);
        QCOMPARE(*first.restShare, 0.0);
        QVERIFY(!first.saturatedShare);
        QCOMPARE(first.top, (std::vector<int>{3, 2, 1, 0}));
        QCOMPARE(result.units[1].top, (std::vector<int>{1, 2, 3, 0})); // equal: the first first
        QCOMPARE(*result.dead, 0);
        QVERIFY(!result.saturated); // no ends to saturate at
    }

    void keepsTheFiveGreatest() {
        const auto result = of({8, 1, {3, 1, 4, 1, 5, 9, 2, 6}});
        QCOMPARE(result.units[0].top, (std::vector<int>{5, 7, 4, 2, 0}));
    }

    void rectifiedLayer() {
        // Always 0, at rest for half of the samples, always the same above 0.
        const auto result = of({4, 3, {0, 0, 2, 0, 1, 2, 0, 0, 2, 0, 3, 2}});
        QCOMPARE(result.bounds, LayerBounds::Rectified);
        QVERIFY(result.units[0].dead && !result.units[1].dead && result.units[2].dead);
        QCOMPARE(*result.units[0].restShare, 1.0);
        QCOMPARE(*result.units[1].restShare, 0.5);
        QCOMPARE(*result.units[2].restShare, 1.0);
        QVERIFY(result.units[0].top.empty());
        QCOMPARE(*result.dead, 2);
        QVERIFY(!result.saturated);
    }

    void deadIsMeasuredByTheSpanOfTheLayer() {
        const auto result = of({3, 2, {-1000, 1, 1000, 1.0001F, 0, 1}});
        QVERIFY(result.units[1].dead); // 0.0001 of 2,000
        QVERIFY(!of({3, 2, {-10, 1, 10, 1.01F, 0, 1}}).units[1].dead);
    }

    void tanhLayer() {
        Matrix layer{20, 3, {}};
        for (int row = 0; row < 20; ++row) {
            layer.values.push_back(row % 2 == 0 ? -0.99F : 0.97F); // at the ends
            layer.values.push_back(row == 0 ? 0.99F : 0.1F * static_cast<float>(row % 5));
            layer.values.push_back(0.98F); // always: dead rather than saturated
        }
        const auto result = of(layer);
        QCOMPARE(result.bounds, LayerBounds::Tanh);
        QVERIFY(result.units[0].saturated);
        QCOMPARE(*result.units[0].saturatedShare, 1.0);
        QVERIFY(!result.units[1].saturated);
        QCOMPARE(*result.units[1].saturatedShare, 0.05);
        QVERIFY(result.units[2].dead && !result.units[2].saturated);
        QCOMPARE(*result.dead, 1);
        QCOMPARE(*result.saturated, 1);
    }

    void sigmoidLayer() {
        const auto result = of({2, 2, {0.01F, 0.5F, 0.99F, 0.6F}});
        QCOMPARE(result.bounds, LayerBounds::Sigmoid);
        QVERIFY(result.units[0].saturated && !result.units[1].saturated);
        QCOMPARE(of({2, 1, {0.0F, 0.99F}}).bounds, LayerBounds::Rectified); // 0 itself
        QCOMPARE(of({2, 1, {0.2F, 0.9F}}).bounds, LayerBounds::Rectified);  // no end is reached
        QCOMPARE(of({2, 1, {-0.2F, 0.5F}}).bounds, LayerBounds::None);
    }

    void whatIsMissingIsSkippedAndCounted() {
        const auto result = of(
            {3,
             3,
             {1, kNoActivation, kNoActivation, 3, kNoActivation, 2, INFINITY, kNoActivation, 2}});
        QCOMPARE(result.missing, 5);
        QCOMPARE(*result.units[0].mean, 2.0);
        QCOMPARE(result.units[0].finite, 2);
        QCOMPARE(result.units[0].top, (std::vector<int>{1, 0}));
        QVERIFY(!result.units[1].mean && !result.units[1].restShare);
        QVERIFY(!result.units[1].dead);
        QVERIFY(result.units[1].top.empty());
        QVERIFY(result.units[2].dead);
        QCOMPARE(*result.dead, 1);
    }

    void edges() {
        QVERIFY(of({}).units.empty());
        const auto none = of({0, 2, {}});
        QCOMPARE(none.units.size(), std::size_t{2});
        QVERIFY(!none.units[0].mean && !none.dead);
        const auto one = of({1, 2, {0.5F, -0.5F}}); // one sample tells nothing of the dead
        QVERIFY(!one.dead && !one.units[0].dead);
        QCOMPARE(*one.units[0].variance, 0.0);
        QCOMPARE(one.units[0].top, std::vector<int>{0});
        const auto constant = of({3, 1, {7, 7, 7}});
        QVERIFY(constant.units[0].dead);
        const auto nothing = of({2, 1, {kNoActivation, kNoActivation}});
        QCOMPARE(nothing.missing, 2);
        QCOMPARE(*nothing.dead, 0);
    }

    void stops() {
        std::stop_source stop;
        stop.request_stop();
        const auto result = stats::unitStatistics({2, 1, {1, 2}}, stop.get_token());
        QVERIFY(!result.units[0].mean);
    }
};

TESSERA_TEST(TestUnitStatistics)
#include "test_unit_statistics.moc"

#include "core/api/distribution.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tessera;

namespace {

const float kNan = std::nanf("");

double areaOf(const Distribution& of, const DistributionSet& set) {
    const double width = set.edges[1] - set.edges[0];
    return width * std::accumulate(of.density.begin(), of.density.end(), 0.0);
}

DistributionSet of(const LayerValues& layers) {
    return stats::distributions({layers, std::nullopt, {}}, {});
}

} // namespace

class TestDistributions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesItsBins() {
        const Matrix source{4, 2, {0, 1, 2, 3, 4, 5, 6, 7}}, now{4, 1, {-9, 0, 0, 7}};
        const auto set = of({&source, nullptr, &now});
        QCOMPARE(set.edges.front(), -9.0);
        QCOMPARE(set.edges.back(), 7.0);
        QCOMPARE(set.bins(), 8);
        QVERIFY(set.source && set.now && !set.before);
        QCOMPARE(*set.source->mean, 3.5);
        QCOMPARE(*set.source->deviation, std::sqrt(5.25));
        QCOMPARE(*set.now->least, -9.0);
        QCOMPARE(areaOf(*set.source, set), 1.0);
        QCOMPARE(areaOf(*set.now, set), 1.0);
        QCOMPARE(set.now->density[0], 0.25 / 2.0); // one of four, in a bin two wide
        QCOMPARE(set.now->density[4], 0.5 / 2.0);
        QCOMPARE(set.source->density[0], 0.0);
        QCOMPARE(*set.leastDensity(), 0.125 / 2.0); // one of eight
        QCOMPARE(*set.binOf(7.0), 7);               // the last edge belongs to the last bin
        QVERIFY(!set.binOf(7.1) && !set.binOf(kNan));
    }

    void manyValuesHaveNoMoreThanTheMostBins() {
        Matrix source{200, 100, {}};
        for (int i = 0; i < 20'000; ++i) {
            source.values.push_back(std::sin(static_cast<float>(i)));
        }
        QCOMPARE(of({&source, nullptr, nullptr}).bins(), kMostBins);
    }

    void constantValuesStandInTheMiddle() {
        const Matrix source{2, 1, {3, 3}};
        const auto set = of({&source, nullptr, nullptr});
        QCOMPARE(set.bins(), 3);
        QCOMPARE(*set.binOf(3.0), 1);
        QCOMPARE(areaOf(*set.source, set), 1.0);
        const Matrix tiny{2, 1, {1e-30F, 2e-30F}};
        QCOMPARE(of({&tiny, nullptr, nullptr}).bins(), 8);
    }

    void whatIsMissingIsSkippedAndCounted() {
        const Matrix source{2, 2, {1, kNan, INFINITY, 2}}, now{1, 2, {kNan, kNan}};
        const auto set = of({&source, nullptr, &now});
        QCOMPARE(set.source->count, 2);
        QCOMPARE(set.source->missing, 2);
        QCOMPARE(areaOf(*set.source, set), 1.0);
        QCOMPARE(set.now->count, 0);
        QVERIFY(!set.now->mean);
        const auto none = of({nullptr, nullptr, &now});
        QVERIFY(none.edges.empty() && none.now->density.empty() && !none.leastDensity());
    }

    void someSamplesKeepTheEdges() {
        const Matrix source{3, 2, {0, 0, 8, 8, 4, kNan}};
        const LayerValues layers{&source, nullptr, nullptr};
        const auto all = of(layers);
        const auto some = stats::distributions({layers, std::vector{1, 2, 77, -1}, all.edges}, {});
        QCOMPARE(some.edges, all.edges);
        QCOMPARE(some.source->count, 3);
        QCOMPARE(some.source->missing, 1);
        QCOMPARE(*some.source->mean, 20.0 / 3.0);
        QCOMPARE(areaOf(*some.source, some), 1.0);
        QCOMPARE(stats::distributions({layers, std::vector{77}, all.edges}, {}).source->count, 0);
    }

    void stops() {
        std::stop_source stop;
        stop.request_stop();
        const Matrix source{2, 1, {1, 2}};
        const DistributionRequest request{{&source, nullptr, nullptr}, std::nullopt, {}};
        QCOMPARE(stats::distributions(request, stop.get_token()).source->count, 0);
    }
};

TESSERA_TEST(TestDistributions)
#include "test_distributions.moc"

#include "core/stats/bootstrap.h"

#include "core/stats/random.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::stats;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double median(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return sortedQuantile(sorted, 0.5);
}

BootstrapOptions options(BootstrapKind kind, std::uint64_t seed = 1) {
    BootstrapOptions made;
    made.kind = kind;
    made.seed = seed;
    return made;
}

bool isNear(const std::optional<Interval>& interval, double lo, double hi, double tolerance) {
    return interval && test::near(interval->lo, lo, tolerance) &&
           test::near(interval->hi, hi, tolerance);
}

const std::vector<double> kTwelve{3.1, 2.7, 5.9, 4.4, 1.2, 8.8, 6.1, 3.3, 2.9, 7.7, 4.0, 5.2};

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // All n^n resamples listed with itertools.product, numpy.quantile, and the BCa formula written
    // out with scipy.stats.norm.
    void exactForFewValues() {
        const std::vector<double> four{1.0, 2.0, 4.0, 11.0};
        QVERIFY(isNear(bootstrapInterval(four, arithmeticMean, options(BootstrapKind::Percentile)),
                       1.5, 8.75, 1e-12));
        QVERIFY(
            isNear(bootstrapInterval(four, arithmeticMean, options(BootstrapKind::BiasCorrected)),
                   1.75, 9.25, 1e-12));
        const std::vector<double> five{0.8125, 0.84375, 0.78125, 0.90625, 0.875};
        for (const auto kind : {BootstrapKind::Percentile, BootstrapKind::BiasCorrected}) {
            QVERIFY(isNear(bootstrapInterval(five, arithmeticMean, options(kind, 7)), 0.80625,
                           0.88125, 1e-12));
            QVERIFY(
                isNear(bootstrapInterval(five, median, options(kind, 8)), 0.78125, 0.90625, 1e-12));
        }
    }

    // scipy.stats.bootstrap with 200,000 resamples; exp(x/2) makes the values skewed.
    void agreesWithScipy() {
        QVERIFY(
            isNear(bootstrapInterval(kTwelve, arithmeticMean, options(BootstrapKind::Percentile)),
                   3.450, 5.850, 0.06));
        QVERIFY(isNear(
            bootstrapInterval(kTwelve, arithmeticMean, options(BootstrapKind::BiasCorrected)),
            3.517, 5.933, 0.06));
        std::vector<double> skewed;
        for (const double value : kTwelve) {
            skewed.push_back(std::exp(value / 2.0));
        }
        QVERIFY(
            isNear(bootstrapInterval(skewed, arithmeticMean, options(BootstrapKind::Percentile)),
                   7.53, 32.57, 0.6));
        QVERIFY(
            isNear(bootstrapInterval(skewed, arithmeticMean, options(BootstrapKind::BiasCorrected)),
                   9.14, 38.14, 1.0));
    }

    void sameSeedSameInterval() {
        const auto first = bootstrapInterval(kTwelve, arithmeticMean);
        const auto again = bootstrapInterval(kTwelve, arithmeticMean);
        QCOMPARE(first->lo, again->lo);
        QCOMPARE(first->hi, again->hi);
        BootstrapOptions other;
        other.seed = 2;
        QVERIFY(bootstrapInterval(kTwelve, median, other)->lo > 0.0);
        other.level = 0.5;
        const auto narrow = bootstrapInterval(kTwelve, arithmeticMean, other);
        QVERIFY(narrow->hi - narrow->lo < first->hi - first->lo);
    }

    void edges() {
        QVERIFY(!bootstrapInterval({}, arithmeticMean));
        QVERIFY(!bootstrapInterval(std::vector<double>{0.8}, arithmeticMean));
        QVERIFY(!bootstrapInterval(std::vector<double>{0.8, kNaN}, arithmeticMean));
        const auto equal = bootstrapInterval(std::vector<double>{0.5, 0.5, 0.5}, arithmeticMean);
        QVERIFY(equal && equal->lo == 0.5 && equal->hi == 0.5);
        BootstrapOptions none;
        none.resamples = 0;
        QVERIFY(!bootstrapInterval(kTwelve, arithmeticMean, none));
        for (const double level : {0.0, 1.0, kNaN}) {
            BootstrapOptions bad;
            bad.level = level;
            QVERIFY(!bootstrapInterval(kTwelve, arithmeticMean, bad));
        }
        // The statistic is at the end of what resampling can give.
        const auto largest = bootstrapInterval(kTwelve, [](std::span<const double> values) {
            return *std::max_element(values.begin(), values.end());
        });
        QVERIFY(largest && largest->lo <= largest->hi && largest->hi <= 8.8);
    }

    // scipy.stats.trim_mean(x, 0.25)
    void interquartile() {
        QVERIFY(test::near(interquartileMean(kTwelve), 4.316666666666666, 1e-12));
        QCOMPARE(interquartileMean(std::vector<double>{1, 2, 3, 100}), 2.5);
        QVERIFY(test::near(interquartileMean(std::vector<double>{1, 2, 100}), 103.0 / 3.0, 1e-12));
        QCOMPARE(interquartileMean(std::vector<double>{5, 1, 9, 2, 8, 3}), 4.5);
        QVERIFY(std::isnan(interquartileMean({})));
    }

    // numpy, 400,000 resamples within the strata: 0.41167 to 0.48333; the means lie on a lattice.
    void stratified() {
        const std::vector<std::vector<double>> strata{
            {0.5, 0.6, 0.55, 0.52}, {0.9, 0.88, 0.93}, {0.1, 0.3, 0.2, 0.25, 0.15}};
        QVERIFY(isNear(stratifiedInterval(strata, interquartileMean), 0.41167, 0.48333, 0.004));
    }

    void stratifiedEdges() {
        const std::vector<std::vector<double>> single{{0.5, 0.6}, {0.9}};
        QVERIFY(!stratifiedInterval(single, interquartileMean));
        QVERIFY(!stratifiedInterval({}, interquartileMean));
        const std::vector<std::vector<double>> bad{{0.5, kNaN}};
        QVERIFY(!stratifiedInterval(bad, interquartileMean));
        // The strata differ, their values do not: nothing varies within them.
        const std::vector<std::vector<double>> equal{{0.5, 0.5}, {0.9, 0.9}};
        QVERIFY(isNear(stratifiedInterval(equal, arithmeticMean), 0.7, 0.7, 1e-12));
    }

    void quantiles() {
        const std::vector<double> sorted{1.0, 2.0, 4.0};
        QCOMPARE(sortedQuantile(sorted, 0.0), 1.0);
        QCOMPARE(sortedQuantile(sorted, 0.25), 1.5);
        QCOMPARE(sortedQuantile(sorted, 0.75), 3.0);
        QCOMPARE(sortedQuantile(sorted, 1.0), 4.0);
        QVERIFY(std::isnan(sortedQuantile({}, 0.5)));
    }

    // The first outputs for seed 0 of the published reference implementation.
    void randomIsSplitMix() {
        Random random(0);
        QCOMPARE(random(), std::uint64_t{0xe220a8397b1dcdaf});
        QCOMPARE(random(), std::uint64_t{0x6e789e6aa1b965f4});
        std::vector<int> counts(5, 0);
        for (int i = 0; i < 50'000; ++i) {
            ++counts.at(random.below(5));
        }
        for (const int count : counts) {
            QVERIFY(std::abs(count - 10'000) < 500);
        }
    }
};

TESSERA_TEST(TestBootstrap)

#include "test_bootstrap.moc"

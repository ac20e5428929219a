#include "core/stats/intervals.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::stats;

namespace {
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
}

class TestIntervals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wilson_data() {
        // 81/263 and 15/148: Newcombe (1998), Statistics in Medicine 17, table I, method 3, with
        // further digits from the formula in 60-digit arithmetic (mpmath), as all other rows.
        QTest::addColumn<int>("successes");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("lo");
        QTest::addColumn<double>("hi");
        QTest::newRow("Newcombe 81/263") << 81 << 263 << 0.255288519878 << 0.366209576983;
        QTest::newRow("Newcombe 15/148") << 15 << 148 << 0.0623863995307 << 0.160487241723;
        QTest::newRow("half") << 5 << 10 << 0.236593090513 << 0.763406909487;
        QTest::newRow("none") << 0 << 10 << 0.0 << 0.277532799863;
        QTest::newRow("all") << 10 << 10 << 0.722467200137 << 1.0;
        QTest::newRow("none of one") << 0 << 1 << 0.0 << 0.793450685623;
        QTest::newRow("one of one") << 1 << 1 << 0.206549314377 << 1.0;
        QTest::newRow("large") << 870 << 1000 << 0.847731973346 << 0.889436225375;
    }
    void wilson() {
        QFETCH(int, successes);
        QFETCH(int, trials);
        QFETCH(double, lo);
        QFETCH(double, hi);
        const auto interval = wilsonInterval(successes, trials);
        QVERIFY(interval.has_value());
        QVERIFY(test::near(interval->lo, lo, 1e-12));
        QVERIFY(test::near(interval->hi, hi, 1e-12));
    }

    void wilsonNotMeasured() {
        QVERIFY(!wilsonInterval(0, 0));
        QVERIFY(!wilsonInterval(-1, 10));
        QVERIFY(!wilsonInterval(11, 10));
        for (const double level : {0.0, 1.0, -0.5, kNoNumber}) {
            QVERIFY(!wilsonInterval(5, 10, level));
        }
    }

    void wilsonGrowsWithLevel() {
        double width = 0.0;
        for (const double level : {0.5, 0.8, 0.95, 0.999, 1.0 - 1e-15}) {
            const auto interval = wilsonInterval(30, 100, level);
            QVERIFY(interval && interval->lo <= 0.3 && interval->hi >= 0.3);
            QVERIFY(interval->lo >= 0.0 && interval->hi <= 1.0);
            QVERIFY(interval->hi - interval->lo > width);
            width = interval->hi - interval->lo;
        }
    }

    void summary() {
        // Sum of squared deviations 32 over 8 values.
        const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
        const auto s = summarise(values);
        QCOMPARE(s.count, std::size_t{8});
        QCOMPARE(*s.mean, 5.0);
        QCOMPARE(*s.deviation, 2.1380899352994);
        QCOMPARE(*s.standardError, 0.755928946018454);
        // t with 7 degrees of freedom; mpmath.
        const auto interval = meanInterval(values);
        QVERIFY(interval.has_value());
        QCOMPARE(interval->lo, 3.212512081764);
        QCOMPARE(interval->hi, 6.787487918236);
    }

    void summaryKeepsDigitsAtLargeOffset() {
        const auto s = summarise(std::vector<double>{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16});
        QCOMPARE(*s.mean, 1e9 + 10);
        QCOMPARE(*s.deviation, std::sqrt(30.0));
    }

    void intervalOfTwo() {
        // t(0.975, 1) = 12.7062047361747 (tan of 0.475 pi), standard error 1/2.
        const auto interval = meanInterval(std::vector<double>{1.0, 2.0});
        QVERIFY(interval.has_value());
        QVERIFY(test::near(interval->lo, 1.5 - 12.7062047361747 / 2, 1e-12));
        QVERIFY(test::near(interval->hi, 1.5 + 12.7062047361747 / 2, 1e-12));
    }

    void summaryEdges() {
        const auto none = summarise({});
        QCOMPARE(none.count, std::size_t{0});
        QVERIFY(!none.mean && !none.deviation && !none.standardError);

        const auto one = summarise(std::vector<double>{3.0});
        QCOMPARE(*one.mean, 3.0);
        QVERIFY(!one.deviation && !one.standardError);
        QVERIFY(!meanInterval(std::vector<double>{3.0}));
        QVERIFY(!meanInterval({}));

        for (const double bad : {kNoNumber, std::numeric_limits<double>::infinity()}) {
            const auto s = summarise(std::vector<double>{1.0, bad, 2.0});
            QCOMPARE(s.count, std::size_t{3});
            QVERIFY(!s.mean && !s.deviation && !s.standardError);
            QVERIFY(!meanInterval(std::vector<double>{1.0, bad}));
        }

        // 0.1 three times sums to a mean that is not 0.1 in binary; still no spread.
        const std::vector<double> equal{0.1, 0.1, 0.1};
        QCOMPARE(*summarise(equal).deviation, 0.0);
        const auto interval = meanInterval(equal);
        QVERIFY(interval && interval->lo == interval->hi);
        QVERIFY(!meanInterval(std::vector<double>{1.0, 2.0}, 1.0));
    }

    void pairedSleepData() {
        // Student (1908), the sleep data: t = 4.0621, p = 0.002833, interval 0.7001 to 2.4599 (also
        // R's t.test(paired = TRUE) on its data set "sleep"); further digits by mpmath.
        const std::vector<double> drug1{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        const std::vector<double> drug2{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        const auto result = comparePairs(drug2, drug1);
        QVERIFY(result.has_value());
        QVERIFY(test::near(*result->difference.mean, 1.58, 1e-12));
        QVERIFY(test::near(*result->difference.standardError, 0.388958723888, 1e-11));
        QVERIFY(test::near(*result->pValue, 0.00283289019738, 1e-13));
        QVERIFY(test::near(result->interval->lo, 0.700114236723, 1e-11));
        QVERIFY(test::near(result->interval->hi, 2.45988576328, 1e-10));

        const auto swapped = comparePairs(drug1, drug2);
        QCOMPARE(*swapped->pValue, *result->pValue);
        QCOMPARE(*swapped->difference.mean, -*result->difference.mean);
    }

    void pairedEdges() {
        const auto one = comparePairs(std::vector<double>{1.0}, std::vector<double>{0.5});
        QVERIFY(one && one->difference.mean && !one->interval && !one->pValue);
        const auto none = comparePairs({}, {});
        QVERIFY(none && !none->difference.mean && !none->interval && !none->pValue);

        // Differences of 0.1 that differ in their last bits only.
        const auto equal =
            comparePairs(std::vector<double>{0.9, 0.8, 0.3}, std::vector<double>{0.8, 0.7, 0.2});
        QVERIFY(equal && equal->interval && !equal->pValue);
        const auto same =
            comparePairs(std::vector<double>{0.9, 0.8}, std::vector<double>{0.9, 0.8});
        QVERIFY(same && !same->pValue && *same->difference.mean == 0.0);

        const auto nan =
            comparePairs(std::vector<double>{1.0, kNoNumber}, std::vector<double>{1.0, 2.0});
        QVERIFY(nan && !nan->difference.mean && !nan->interval && !nan->pValue);
    }

    void pairedRefusals() {
        const auto lengths = comparePairs(std::vector<double>{1.0, 2.0}, std::vector<double>{1.0});
        QVERIFY(!lengths);
        QCOMPARE(lengths.error().code, ErrorCode::InvalidArgument);
        QVERIFY(lengths.error().detail.find("2 and 1") != std::string::npos);
        const auto level =
            comparePairs(std::vector<double>{1.0, 2.0}, std::vector<double>{1.0, 3.0}, kNoNumber);
        QVERIFY(!level && level.error().code == ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestIntervals)

#include "test_intervals.moc"

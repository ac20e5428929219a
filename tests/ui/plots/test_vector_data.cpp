#include "ui/plots/vector_data.h"

#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace tessera::ui;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kMax = std::numeric_limits<float>::max();
constexpr float kDenormal = std::numeric_limits<float>::denorm_min();

using Values = std::vector<float>;

VectorSet one(Values values) {
    return {{std::move(values)}, {}};
}

VectorSet two(Values left, Values right) {
    return {{std::move(left), std::move(right)}, {"left", "right"}};
}

Values normal(std::size_t count, unsigned seed, float scale = 1.0F) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> distribution(0.0F, scale);
    Values values(count);
    for (auto& value : values) {
        value = distribution(generator);
    }
    return values;
}

std::int64_t total(const std::vector<std::int64_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

} // namespace

class TestVectorData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures() {
        const auto of = figuresOf(Values{3.0F, -4.0F, 0.0F, kNan, kInf, -kInf});
        QCOMPARE(of.count, 6);
        QCOMPARE(of.notNumbers, 1);
        QCOMPARE(of.infinite, 2);
        QCOMPARE(of.zeros, 1);
        QCOMPARE(of.finite(), 3);
        QCOMPARE(of.least, -4.0);
        QCOMPARE(of.greatest, 3.0);
        QCOMPARE(of.length, 5.0);
        QCOMPARE(of.mean, -1.0 / 3.0);
        // (100/9 + 121/9 + 1/9) / 3 = 222/27
        QCOMPARE(of.deviation, std::sqrt(222.0 / 27.0));
    }

    void figuresOfLittle_data() {
        QTest::addColumn<Values>("values");
        QTest::addColumn<int>("finite");
        QTest::addColumn<double>("mean");
        QTest::addRow("empty") << Values{} << 0 << 0.0;
        QTest::addRow("one") << Values{2.5F} << 1 << 2.5;
        QTest::addRow("nothing finite") << Values{kNan, kInf} << 0 << 0.0;
        QTest::addRow("huge") << Values{kMax, kMax} << 2 << double{kMax};
    }
    void figuresOfLittle() {
        QFETCH(Values, values);
        QFETCH(int, finite);
        QFETCH(double, mean);
        const auto of = figuresOf(values);
        QCOMPARE(of.finite(), finite);
        QCOMPARE(of.mean, mean);
        QCOMPARE(of.deviation, 0.0);
        QVERIFY(std::isfinite(of.length));
    }

    void histogramOfKnownNumbers() {
        // 2 IQR n^(-1/3) = 2 * 3 / 1.91 = 3.1; range / (ceil(log2 7) + 1) = 1.5, and so 2.
        const auto histogram = histogramOf(one({0, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(histogram.edges, (std::vector<double>{0.0, 2.0, 4.0, 6.0, 8.0}));
        QCOMPARE(histogram.counts, (std::vector<std::vector<std::int64_t>>{{2, 2, 2, 1}}));
        QCOMPARE(histogram.most(), 2);
        QCOMPARE(histogram.binOf(1.999), 0);
        QCOMPARE(histogram.binOf(2.0), 1);
        QVERIFY(!histogram.binOf(8.0) && !histogram.binOf(-0.1) && !histogram.binOf(std::nan("")));
    }

    void everyFiniteNumberIsCountedOnce_data() {
        QTest::addColumn<Values>("left");
        QTest::addColumn<Values>("right");
        QTest::addRow("normal") << normal(4'096, 1) << normal(512, 2, 3.0F);
        QTest::addRow("missing") << Values{kNan, 1.0F, kInf, -2.0F} << Values{kNan};
        QTest::addRow("one") << Values{0.7F} << Values{};
        QTest::addRow("zero") << Values{0.0F, -0.0F} << Values{0.0F};
        QTest::addRow("constant") << Values(9, -3.25F) << Values(9, -3.25F);
        QTest::addRow("the widest") << Values{-kMax, kMax} << Values{0.0F};
        QTest::addRow("the finest") << Values{0.0F, kDenormal, 2 * kDenormal} << Values{};
        QTest::addRow("neighbours") << Values{1.0F, std::nextafter(1.0F, 2.0F)} << Values{};
        QTest::addRow("an outlier") << Values{0.0F, 0.0F, 0.0F, 0.0F, 1'000.0F} << Values{};
        QTest::addRow("decimal edges")
            << Values{0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F} << Values{1.0F};
    }
    void everyFiniteNumberIsCountedOnce() {
        QFETCH(Values, left);
        QFETCH(Values, right);
        const auto histogram = histogramOf(two(left, right));
        QCOMPARE(histogram.counts.size(), std::size_t{2});
        QCOMPARE(total(histogram.counts[0]), figuresOf(left).finite());
        QCOMPARE(total(histogram.counts[1]), figuresOf(right).finite());
        QVERIFY(histogram.bins() >= 1 && histogram.bins() <= VectorHistogram::kMostBins);
        for (int i = 0; i < histogram.bins(); ++i) {
            QVERIFY(histogram.edges[i] < histogram.edges[i + 1]);
            // Counted again, by comparing with the edges alone.
            const auto here = std::count_if(left.begin(), left.end(), [&](float value) {
                return value >= histogram.edges[i] && value < histogram.edges[i + 1];
            });
            QCOMPARE(histogram.counts[0][i], here);
        }
    }

    void edgesAreRound() {
        const auto histogram = histogramOf(one(normal(4'096, 7)));
        const double width = histogram.edges[1] - histogram.edges[0];
        const double mantissa = width / std::pow(10.0, std::floor(std::log10(width * 1.0001)));
        QVERIFY2(qFuzzyCompare(mantissa, 1.0) || qFuzzyCompare(mantissa, 2.0) ||
                     qFuzzyCompare(mantissa, 2.5) || qFuzzyCompare(mantissa, 5.0),
                 qPrintable(QString::number(mantissa, 'g', 12)));
        QVERIFY(std::count(histogram.edges.begin(), histogram.edges.end(), 0.0) == 1);
        // A normal sample has an IQR of 1.35: widths from 0.168 up, not more than 2.5 times that.
        QVERIFY(width > 0.15 && width < 0.45);
    }

    void histogramOfNothing() {
        for (const auto& set : {VectorSet{}, one({}), one({kNan, kInf}), two({}, {})}) {
            const auto histogram = histogramOf(set);
            QVERIFY(histogram.edges.empty() && histogram.counts.empty());
            QCOMPARE(histogram.bins(), -1);
            QCOMPARE(histogram.most(), 0);
            QVERIFY(!histogram.binOf(0.0));
        }
    }

    void magnitudesFall() {
        QCOMPARE(sortedMagnitudes(Values{1.0F, -3.0F, kNan, 0.0F, 2.0F, -kInf}),
                 (Values{3.0F, 2.0F, 1.0F, 0.0F}));
        QVERIFY(sortedMagnitudes(Values{}).empty());
    }

    void ranksAreThinned_data() {
        QTest::addColumn<qint64>("count");
        for (const qint64 count : {0, 1, 2, 99, 100, 101, 1'000'000}) {
            QTest::addRow("%lld", count) << count;
        }
    }
    void ranksAreThinned() {
        QFETCH(qint64, count);
        const auto ranks = shownRanks(count, 100);
        QVERIFY(ranks.size() <= 100);
        QCOMPARE(static_cast<qint64>(ranks.size()), count <= 100 ? count : ranks.size());
        QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
        QVERIFY(std::adjacent_find(ranks.begin(), ranks.end()) == ranks.end());
        if (count > 0) {
            QCOMPARE(ranks.front(), 1);
            QCOMPARE(ranks.back(), count);
            QVERIFY(ranks.size() < 3 || ranks[1] <= 2); // dense where ranks are small
        }
    }

    void difference() {
        const auto difference =
            differenceOf(two({1.0F, 2.0F, kNan, 4.0F}, {3.0F, 2.0F, 1.0F, kInf}));
        QCOMPARE(difference.size(), std::size_t{4});
        QCOMPARE(difference[0], 2.0F);
        QCOMPARE(difference[1], 0.0F);
        QVERIFY(std::isnan(difference[2]) && std::isnan(difference[3]));
        QVERIFY(differenceOf(two({1.0F}, {})).empty());
        QVERIFY(differenceOf(one({1.0F})).empty());
    }

    void largest() {
        QCOMPARE(largestMagnitude(Values{1.0F, -2.5F, kNan, kInf}), 2.5);
        QCOMPARE(largestMagnitude(Values{0.0F}), 0.0);
        QVERIFY(!largestMagnitude(Values{kNan}) && !largestMagnitude(Values{}));
    }

    void columnsShareTheDimensions_data() {
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<int>("columns");
        for (const int dimensions : {1, 7, 100, 1'000}) {
            for (const int columns : {1, 3, 64, 100, 101}) {
                if (columns < dimensions) {
                    QTest::addRow("%d in %d", dimensions, columns) << dimensions << columns;
                }
            }
        }
    }
    void columnsShareTheDimensions() {
        QFETCH(int, dimensions);
        QFETCH(int, columns);
        const auto ranges = dimensionColumns(dimensions, -0.5, dimensions - 0.5, columns);
        QCOMPARE(static_cast<int>(ranges.size()), columns);
        std::int64_t next = 0;
        for (const auto& range : ranges) {
            QCOMPARE(range.first, next);
            QVERIFY(!range.isEmpty());
            next = range.last + 1;
        }
        QCOMPARE(next, dimensions);
    }

    void columnsNarrowerThanDimensions() {
        const auto ranges = dimensionColumns(3, -0.5, 2.5, 12); // four columns each
        for (int column = 0; column < 12; ++column) {
            const std::int64_t d = column / 4;
            QCOMPARE(ranges[column], (DimensionRange{d, d}));
        }
    }

    void columnsBesideTheData() {
        const auto ranges = dimensionColumns(2, -10.0, 10.0, 20);
        int filled = 0;
        for (const auto& range : ranges) {
            filled += range.isEmpty() ? 0 : 1;
        }
        QCOMPARE(filled, 2);
        QCOMPARE(dimensionColumns(2, 100.0, 110.0, 5), std::vector<DimensionRange>(5));
        QCOMPARE(dimensionColumns(0, -0.5, 0.5, 5), std::vector<DimensionRange>(5));
        QCOMPARE(dimensionColumns(2, 0.0, 0.0, 1), std::vector<DimensionRange>(1));
        QVERIFY(dimensionColumns(2, 0.0, 1.0, 0).empty());
        QCOMPARE(dimensionColumns(5, -1e200, 1e200, 1), (std::vector<DimensionRange>{{0, 4}}));
    }

    void figuresOfAColumn() {
        const Values values{1.0F, -5.0F, kNan, 2.0F, 4.0F};
        const auto whole = figuresIn(values, {0, 4});
        QVERIFY(whole.any && whole.missing);
        QCOMPARE(whole.strongest, 1);
        QCOMPARE(whole.least, -5.0F);
        QCOMPARE(whole.greatest, 4.0F);
        const auto part = figuresIn(values, {3, 99}); // beyond the end of a shorter vector
        QVERIFY(part.any && !part.missing);
        QCOMPARE(part.strongest, 4);
        const auto missing = figuresIn(values, {2, 2});
        QVERIFY(missing.missing && !missing.any);
        const auto nothing = figuresIn(values, {});
        QVERIFY(!nothing.missing && !nothing.any);
    }

    void aMillionNumbers() {
        const auto set = two(normal(1'000'000, 3), normal(1'000'000, 4));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(total(histogramOf(set).counts[1]), 1'000'000);
        QCOMPARE(sortedMagnitudes(set.vectors[0]).size(), std::size_t{1'000'000});
        QCOMPARE(differenceOf(set).size(), std::size_t{1'000'000});
        std::int64_t columns = 0;
        for (const auto& range : dimensionColumns(1'000'000, -0.5, 999'999.5, 400)) {
            columns += figuresIn(set.vectors[0], range).any ? 1 : 0;
        }
        QCOMPARE(columns, 400);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }
};

TESSERA_TEST(TestVectorData)
#include "test_vector_data.moc"

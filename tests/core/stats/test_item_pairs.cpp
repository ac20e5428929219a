#include "core/stats/item_pairs.h"

#include "core/stats/binomial_table.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::stats;

class TestItemPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts() {
        const auto counts = countItems({true, true, false, true}, {true, false, true, false});
        QVERIFY(counts.has_value());
        QCOMPARE(counts->items, 4);
        QCOMPARE(counts->onlyFirst, 2);
        QCOMPARE(counts->onlySecond, 1);
        QCOMPARE(countItems({true}, {}).error().code, ErrorCode::InvalidArgument);
    }

    // p of the summed counts: scipy.stats.binomtest(21, 21 + 9, 0.5) = 0.0427739396 (= 2 P(X <=
    // 9)).
    void summedOverSeeds() {
        const std::vector<ItemCounts> seeds{{100, 9, 2}, {100, 5, 4}, {200, 7, 3}};
        const auto result = compareItems(seeds);
        QCOMPARE(result.seeds, std::size_t{3});
        QCOMPARE(result.items, 400);
        QCOMPARE(result.onlyFirst, 21);
        QCOMPARE(result.onlySecond, 9);
        QVERIFY(test::near(*result.difference, (0.07 + 0.01 + 0.02) / 3.0, 1e-15));
        QVERIFY(test::near(*result.pItems, 0.04277394525706768, 1e-9));
        QVERIFY(result.interval->lo < *result.difference &&
                *result.difference < result.interval->hi);
        QVERIFY(*result.pValue > 0.0 && *result.pValue < 1.0);
    }

    // With many seeds the two-stage bootstrap is normal with variance
    //   (between-seed variance, divisor S, + mean over seeds of the item variance / items) / S.
    void bothStagesCount() {
        std::vector<ItemCounts> seeds;
        double sum = 0.0, squares = 0.0, within = 0.0;
        for (int i = 0; i < 40; ++i) {
            const ItemCounts counts{500, 60 + i % 7 * 5, 50 + i % 5 * 6};
            const double b = static_cast<double>(counts.onlyFirst) / 500.0;
            const double c = static_cast<double>(counts.onlySecond) / 500.0;
            sum += b - c;
            squares += (b - c) * (b - c);
            within += (b + c - (b - c) * (b - c)) / 500.0;
            seeds.push_back(counts);
        }
        const double mean = sum / 40.0;
        const double reach =
            1.959964 * std::sqrt((squares / 40.0 - mean * mean + within / 40.0) / 40.0);
        const auto result = compareItems(seeds);
        QVERIFY(test::near(result.interval->lo, mean - reach, 0.06 * reach));
        QVERIFY(test::near(result.interval->hi, mean + reach, 0.06 * reach));
    }

    void sidesAreAlike() {
        const std::vector<ItemCounts> seeds{{100, 30, 2}, {100, 28, 4}, {100, 35, 3}};
        const std::vector<ItemCounts> turned{{100, 2, 30}, {100, 4, 28}, {100, 3, 35}};
        const auto result = compareItems(seeds);
        // No resample crosses 0, so p is the smallest that 10,000 resamples can give.
        QVERIFY(test::near(*result.pValue, 2.0 / 10'001.0, 1e-12));
        QVERIFY(test::near(*compareItems(turned).pValue, *result.pValue, 1e-12));
        QCOMPARE(*compareItems(seeds).pValue, *result.pValue);
        QCOMPARE(compareItems(seeds).interval->lo, result.interval->lo);
    }

    void marks() {
        ItemResults items;
        items.classes = 3;
        items.inputsHash = "ab";
        items.labels = {0, 1, 2};
        items.after = {0, 2, 2};
        items.controls = {{ControlId("readout_only"), {1, 1, 1}}};
        const auto marks = marksOf(items);
        QCOMPARE(marks.after, (std::vector<bool>{true, false, true}));
        QVERIFY(marks.before.empty());
        QCOMPARE(marks.controls.at(ControlId("readout_only")),
                 (std::vector<bool>{false, true, false}));
        QCOMPARE(marksOf(items).items, marks.items);
        auto others = items;
        others.labels[0] = 1;
        QVERIFY(marksOf(others).items != marks.items);
        others = items;
        others.inputsHash = "ac";
        QVERIFY(marksOf(others).items != marks.items);
    }

    // Mean n p and variance n p (1 - p), to five standard errors of 20,000 draws.
    void drawsBinomials_data() {
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("chance");
        QTest::newRow("one coin") << 1 << 0.5;
        QTest::newRow("rare") << 2000 << 0.003;
        QTest::newRow("usual") << 2000 << 0.12;
        QTest::newRow("nearly certain") << 300 << 0.99;
        QTest::newRow("many") << 1'000'000 << 0.4;
        QTest::newRow("none") << 0 << 0.4;
        QTest::newRow("impossible") << 50 << 0.0;
        QTest::newRow("certain") << 50 << 1.0;
    }
    void drawsBinomials() {
        QFETCH(int, trials);
        QFETCH(double, chance);
        const BinomialTable table(trials, chance);
        Random random(7);
        constexpr int kDraws = 20'000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < kDraws; ++i) {
            const auto drawn = table.draw(random);
            QVERIFY(drawn >= 0 && drawn <= trials);
            const double off = static_cast<double>(drawn) - trials * chance;
            sum += off;
            squares += off * off;
        }
        const double variance = trials * chance * (1.0 - chance);
        QVERIFY(std::fabs(sum / kDraws) <= 5.0 * std::sqrt(variance / kDraws));
        QVERIFY(std::fabs(squares / kDraws - variance) <= 0.06 * variance);
    }

    // scipy.stats.ttest_1samp([0.12, 0.03, 0.05], 0): t = 2.44 with 2 degrees of freedom. Items
    // alone, and a bootstrap that draws from three seeds only, would claim a difference.
    void fewSeedsDecideByTheirSpread() {
        const std::vector<ItemCounts> few{{2000, 260, 20}, {2000, 80, 20}, {2000, 120, 20}};
        const auto result = compareItems(few);
        QVERIFY(*result.pItems < 1e-9 && *result.pValue < 0.001);
        const double t = (0.2 / 3.0) / std::sqrt(0.0134 / 18.0);
        const double p = 1.0 - t / std::sqrt(2.0 + t * t); // two-sided, 2 degrees of freedom
        QVERIFY(test::near(*result.pSeeds, p, 1e-9));
        QCOMPARE(result.pDecisive(), result.pSeeds);
        // Seeds that agree up to their items: the bootstrap, which knows of items, is larger.
        const std::vector<ItemCounts> close{{200, 12, 4}, {200, 13, 5}, {200, 12, 4}, {200, 13, 4}};
        const auto agree = compareItems(close);
        QVERIFY(*agree.pSeeds < *agree.pValue);
        QCOMPARE(agree.pDecisive(), agree.pValue);
        // No spread, no t test: the bootstrap decides.
        const std::vector<ItemCounts> same{{100, 9, 2}, {200, 18, 4}};
        const auto equal = compareItems(same);
        QVERIFY(!equal.pSeeds);
        QCOMPARE(equal.pDecisive(), equal.pValue);
    }

    void edges() {
        const auto none = compareItems({});
        QVERIFY(!none.difference && !none.pItems && !none.interval && !none.pValue);
        const std::vector<ItemCounts> one{{50, 6, 1}};
        const auto single = compareItems(one);
        QVERIFY(single.pItems && !single.interval && !single.pValue && !single.pSeeds);
        QCOMPARE(single.pDecisive(), single.pItems); // about this seed's networks
        QVERIFY(!none.pDecisive() && !none.pSeeds);
        // Nothing differs: no discordant item anywhere.
        const std::vector<ItemCounts> same{{50, 0, 0}, {50, 0, 0}};
        const auto equal = compareItems(same);
        QCOMPARE(*equal.pItems, 1.0);
        QCOMPARE(*equal.pValue, 1.0);
        QVERIFY(equal.interval->lo == 0.0 && equal.interval->hi == 0.0);
        // Every item is right on one side only.
        const std::vector<ItemCounts> all{{50, 50, 0}, {50, 50, 0}};
        QCOMPARE(compareItems(all).interval->lo, 1.0);
        const std::vector<ItemCounts> unsound{{0, 0, 0}, {10, 8, 8}, {10, -1, 0}};
        QCOMPARE(compareItems(unsound).seeds, std::size_t{0});
    }
};

TESSERA_TEST(TestItemPairs)

#include "test_item_pairs.moc"

#include "core/drift/two_sample.h"

#include "core/api/run.h"
#include "core/zoo/initialise.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::drift;

namespace {

torch::Tensor drawTwoSample(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return torch::randn({rows, width}, zoo::makeGenerator(seed), torch::kFloat64);
}

// The definition, pair by pair.
double slowScore(const torch::Tensor& x, const torch::Tensor& y) {
    const auto all = torch::cat({x, y});
    const auto n = all.size(0);
    const auto distance = [&](std::int64_t i, std::int64_t j) {
        return (all[i] - all[j]).norm().item<double>();
    };
    std::vector<double> distances;
    for (std::int64_t i = 0; i < n; ++i) {
        for (std::int64_t j = i + 1; j < n; ++j) {
            distances.push_back(distance(i, j));
        }
    }
    std::sort(distances.begin(), distances.end());
    const double s = distances[(distances.size() - 1) / 2];
    const auto m = x.size(0);
    double within = 0.0, others = 0.0, across = 0.0;
    for (std::int64_t i = 0; i < n; ++i) {
        for (std::int64_t j = 0; j < n; ++j) {
            if (i != j) {
                const double k = std::exp(-std::pow(distance(i, j) / s, 2) / 2.0);
                (i < m && j < m ? within : i >= m && j >= m ? others : across) += k;
            }
        }
    }
    const auto a = static_cast<double>(m);
    const auto b = static_cast<double>(n - m);
    return within / (a * (a - 1)) + others / (b * (b - 1)) - across / (a * b); // both ways
}

} // namespace

class TestTwoSample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoreIsTheDefinition() {
        const auto x = drawTwoSample(12, 3, 1);
        const auto y = drawTwoSample(17, 3, 2) + 0.7;
        const auto found = compareSamples(x, y, 3, kShiftAlpha);
        QVERIFY(found);
        QVERIFY(std::abs(found->score - slowScore(x, y)) < 1e-12);
        QVERIFY(std::abs(compareSamples(y, x, 4, kShiftAlpha)->score - found->score) < 1e-12);
    }

    // 5% of 200 samples of one distribution are 10; 20 and more have a probability of 0.2%.
    void falseAlarmsAreRare() {
        int alarms = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const auto x = drawTwoSample(30, 4, 2 * seed);
            const auto y = drawTwoSample(40, 4, 2 * seed + 1);
            const auto found = compareSamples(x, y, seed, kShiftAlpha);
            alarms += found->pValue <= kShiftAlpha ? 1 : 0;
            QCOMPARE(found->score > found->threshold, found->pValue <= kShiftAlpha);
            const auto strict = compareSamples(x, y, seed, kShiftAlpha / 2.0);
            QCOMPARE(strict->score > strict->threshold, strict->pValue <= kShiftAlpha / 2.0);
        }
        QVERIFY2(alarms >= 1 && alarms <= 19, std::to_string(alarms).c_str());
    }

    void differencesAreFound_data() {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("scale");
        QTest::newRow("moved") << 1.0 << 1.0;
        QTest::newRow("spread") << 0.0 << 3.0;
    }
    void differencesAreFound() {
        QFETCH(double, shift);
        QFETCH(double, scale);
        const auto found = compareSamples(drawTwoSample(60, 4, 5),
                                          scale * drawTwoSample(60, 4, 6) + shift, 7, kShiftAlpha);
        QVERIFY(found);
        QCOMPARE(found->pValue, 1.0 / 500.0); // none of the relabellings comes near
        QVERIFY(found->score > found->threshold);
    }

    void sameSeedSameResult() {
        const auto x = drawTwoSample(600, 3, 8); // of which 500 count
        const auto y = drawTwoSample(40, 3, 9) + 0.2;
        const auto one = compareSamples(x, y, 10, kShiftAlpha);
        const auto again = compareSamples(x, y, 10, kShiftAlpha);
        const auto fewer = compareSamples(x.narrow(0, 0, 500), y, 10, kShiftAlpha);
        QVERIFY(one && again && fewer);
        QCOMPARE(again->pValue, one->pValue);
        QCOMPARE(again->threshold, one->threshold);
        QCOMPARE(fewer->score, one->score);
    }

    void nothingToCompare_data() {
        QTest::addColumn<int>("which");
        const char* names[] = {"none",       "few rows",     "other widths",
                               "not finite", "all the same", "no matrix"};
        for (int i = 0; i < 6; ++i) {
            QTest::newRow(names[i]) << i;
        }
    }
    void nothingToCompare() {
        QFETCH(int, which);
        const auto x = drawTwoSample(20, 3, 11);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const torch::Tensor others[] = {torch::Tensor(),          drawTwoSample(9, 3, 12),
                                        drawTwoSample(20, 4, 13), torch::full_like(x, nan),
                                        torch::full_like(x, 1.0), x.flatten()};
        const auto& y = others[which];
        QVERIFY(!compareSamples(which == 4 ? y : x, y, 1, kShiftAlpha));
        QVERIFY(!compareSamples(y, which == 4 ? y : x, 1, kShiftAlpha));
    }
};

TESSERA_TEST(TestTwoSample)

#include "test_two_sample.moc"

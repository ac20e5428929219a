#include "core/fingerprint/tap_pairs.h"

#include "core/fingerprint/similarity.h"
#include "tests/core/fingerprint/fingerprint_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/linalg.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace tessera;
using namespace tessera::fingerprint;
using test::gaussian;
using test::tensorFrom;

namespace {

using Taps = std::vector<torch::Tensor>;
using Make = std::function<std::unique_ptr<TapPairs>(const TapPairs::Size&)>;

constexpr std::int64_t kNeighbours = 5;

const std::vector<std::pair<const char*, Make>>& kinds() {
    static const std::vector<std::pair<const char*, Make>> all = {
        {"unbiased", [](const auto& size) { return kernelPairs(size, KernelForm::Unbiased); }},
        {"linear", [](const auto& size) { return kernelPairs(size, KernelForm::Linear); }},
        {"neighbours", [](const auto& size) { return neighbourPairs(size, kNeighbours); }},
        {"procrustes", [](const auto& size) { return procrustesPairs(size); }}};
    return all;
}

std::unique_ptr<TapPairs> pairsOf(const Make& make, const Taps& left, const Taps& right) {
    auto pairs = make({left.front().size(0), static_cast<std::int64_t>(left.size()),
                       static_cast<std::int64_t>(right.size())});
    for (const auto& tap : left) {
        pairs->addLeft(tap);
    }
    for (const auto& tap : right) {
        pairs->addRight(tap);
    }
    return pairs;
}

double one(const Make& make, const torch::Tensor& x, const torch::Tensor& y) {
    return pairsOf(make, {x}, {y})->similarity({})[0][0].item<double>();
}

torch::Tensor rotationTapPairs(std::int64_t width, std::uint64_t seed) {
    return std::get<0>(torch::linalg_qr(gaussian(width, width, seed)));
}

bool isNearTapPairs(double value, double expected, double tolerance) {
    return std::fabs(value - expected) <= tolerance;
}

// The k nearest other rows of each, by sorting all distances.
std::vector<std::set<std::int64_t>> nearest(const torch::Tensor& x, std::int64_t k) {
    std::vector<std::set<std::int64_t>> all;
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        std::vector<std::pair<double, std::int64_t>> others;
        for (std::int64_t j = 0; j < x.size(0); ++j) {
            if (j != i) {
                others.emplace_back((x[i] - x[j]).norm().item<double>(), j);
            }
        }
        std::sort(others.begin(), others.end());
        auto& set = all.emplace_back();
        for (std::int64_t place = 0; place < k; ++place) {
            set.insert(others[std::size_t(place)].second);
        }
    }
    return all;
}

double directNeighbours(const torch::Tensor& x, const torch::Tensor& y, std::int64_t k) {
    const auto a = nearest(x, k), b = nearest(y, k);
    double shared = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        shared += double(std::count_if(a[i].begin(), a[i].end(),
                                       [&](std::int64_t j) { return b[i].count(j) > 0; }));
    }
    return shared / double(x.size(0) * k);
}

} // namespace

class TestTapPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kernelsAreTheAlignments_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        QTest::newRow("four rows") << 4 << 3;
        QTest::newRow("narrow") << 60 << 5;
        QTest::newRow("wide") << 20 << 90;
    }
    void kernelsAreTheAlignments() {
        QFETCH(int, rows);
        QFETCH(int, width);
        const auto x = gaussian(rows, width, 1) + 4.0;
        const Taps left = {x, gaussian(rows, 2, 2)};
        const Taps right = {gaussian(rows, 7, 3), x * 1e-4, x + gaussian(rows, width, 4)};
        const auto linear = pairsOf(kinds()[1].second, left, right)->similarity({});
        const auto unbiased = pairsOf(kinds()[0].second, left, right)->similarity({});
        for (std::size_t i = 0; i < left.size(); ++i) {
            for (std::size_t j = 0; j < right.size(); ++j) {
                const auto at = [&](const torch::Tensor& matrix) {
                    return matrix[std::int64_t(i)][std::int64_t(j)].item<double>();
                };
                QVERIFY(isNearTapPairs(at(linear), linearCka(left[i], right[j]).value(), 1e-12));
                QVERIFY(
                    isNearTapPairs(at(unbiased), unbiasedCka(left[i], right[j]).value(), 1e-10));
            }
        }
    }

    void linearAgainstTheReference() {
        const auto facts = test::readJson(test::goldenDir() / "numeric" / "linear_cka.json");
        int compared = 0;
        for (const auto& example : facts["cases"]) {
            const double expected = test::number(example["cka"]);
            const double value =
                one(kinds()[1].second, tensorFrom(example["X"]), tensorFrom(example["Y"]));
            const bool underflows = example["name"] == "tiny_scale_underflow";
            if (expected == 0.0 && !underflows) {
                QVERIFY(std::isnan(value)); // the reference prints 0 for what is constant
            } else {
                QVERIFY(isNearTapPairs(value, underflows ? 1.0 : expected, 1e-8));
                ++compared;
            }
        }
        QVERIFY(compared >= 3);
    }

    void neighboursAgainstSorting_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("k");
        QTest::newRow("few") << 12 << 2 << 3;
        QTest::newRow("one neighbour") << 30 << 4 << 1;
        QTest::newRow("many words") << 150 << 6 << 10;
        QTest::newRow("wide") << 70 << 200 << 10;
    }
    void neighboursAgainstSorting() {
        QFETCH(int, rows);
        QFETCH(int, width);
        QFETCH(int, k);
        const auto x = gaussian(rows, width, 5);
        const auto y = 0.6 * x + 0.4 * gaussian(rows, width, 6);
        const Make make = [k](const auto& size) { return neighbourPairs(size, k); };
        QCOMPARE(one(make, x, y), directNeighbours(x, y, k));
        QCOMPARE(one(make, x, x), 1.0);
    }

    void neighboursOfKnownPoints() {
        // On a line and on a circle: the ends of the line are neighbours on the circle.
        const auto line =
            torch::arange(6, torch::kFloat64).unsqueeze(1) +
            torch::tensor({0.0, 0.01, 0.03, 0.06, 0.10, 0.15}, torch::kFloat64).unsqueeze(1);
        const Make make = [](const auto& size) { return neighbourPairs(size, 2); };
        const auto angle = torch::arange(6, torch::kFloat64) * (M_PI / 3.0);
        const auto circle = torch::stack({angle.cos(), angle.sin()}, 1);
        // Rows 0 and 5 share one of their two, the others both.
        QVERIFY(isNearTapPairs(one(make, line, circle), (4 * 2 + 2 * 1) / 12.0, 1e-12));
    }

    void procrustesOfKnownTaps() {
        // Sum of the singular values of X'Y: of the shares of one axis of two.
        const auto x = torch::tensor({{1.0, 0.0}, {-1.0, 0.0}, {0.0, 1.0}, {0.0, -1.0}});
        const auto y = torch::tensor({{3.0}, {-3.0}, {0.0}, {0.0}});
        QVERIFY(isNearTapPairs(one(kinds()[3].second, x, y), std::sqrt(0.5), 1e-12));
        const auto z = torch::tensor({{0.0}, {0.0}, {1.0}, {-1.0}});
        QVERIFY(isNearTapPairs(one(kinds()[3].second, y, z), 0.0, 1e-12)); // nothing in common
    }

    void procrustesIsTheDistance() {
        const auto x = normalised(gaussian(40, 6, 7));
        const auto y = normalised(gaussian(40, 6, 8) + gaussian(40, 6, 7));
        // The best rotationTapPairs R of y: |x - yR|^2 = 2 - 2 similarity.
        const auto [u, s, v] = torch::linalg_svd(torch::matmul(y.t(), x), false, c10::nullopt);
        const double distance =
            (x - torch::matmul(y, torch::matmul(u, v))).square().sum().item<double>();
        QVERIFY(isNearTapPairs(one(kinds()[3].second, x, y), 1.0 - 0.5 * distance, 1e-12));
    }

    // More units than rows, and units that repeat others, change nothing.
    void procrustesOfWideTaps() {
        const auto x = gaussian(20, 4, 9);
        const auto y = gaussian(20, 3, 10);
        const auto turned =
            torch::matmul(torch::cat({x, torch::zeros({20, 56})}, 1), rotationTapPairs(60, 11));
        const double expected = one(kinds()[3].second, x, y);
        QVERIFY(isNearTapPairs(one(kinds()[3].second, turned, y), expected, 1e-9));
        const auto twice = torch::cat({x, x}, 1) / std::sqrt(2.0);
        QVERIFY(isNearTapPairs(one(kinds()[3].second, twice, y), expected, 1e-9));
    }

    void invariances_data() { addKinds(); }
    void invariances() {
        const auto& make = fetched();
        const auto x = gaussian(50, 8, 12);
        const auto y = gaussian(50, 6, 13) + torch::matmul(x, gaussian(8, 6, 14));
        const double expected = one(make, x, y);
        for (const double scale : {1e-8, -3.0, 1e8}) {
            const auto moved = torch::matmul(x, rotationTapPairs(8, 15)) * scale + 10.0 * scale;
            QVERIFY(isNearTapPairs(one(make, moved, y), expected, 1e-9));
            QVERIFY(isNearTapPairs(one(make, y, moved), expected, 1e-9));
            QVERIFY(isNearTapPairs(one(make, moved, x), 1.0, 1e-9));
        }
        QVERIFY(one(make, x.flip(0), y) < expected);
    }

    // The shortcut for permuted rows is what the rows in that order give.
    void permutedRows_data() { addKinds(); }
    void permutedRows() {
        const auto& make = fetched();
        const auto x = gaussian(30, 8, 16);
        const Taps left = {x, gaussian(30, 40, 17), torch::ones({30, 2})};
        const Taps right = {x + gaussian(30, 8, 18), x};
        const auto pairs = pairsOf(make, left, right);
        torch::manual_seed(19);
        for (int repeat = 0; repeat < 5; ++repeat) {
            const auto order = torch::randperm(30, torch::kInt64);
            Taps moved;
            for (const auto& tap : left) {
                moved.push_back(tap.index_select(0, order));
            }
            const auto expected = pairsOf(make, moved, right)->similarity({});
            const auto result = pairs->permuted(order, {}).to(torch::kFloat64);
            QVERIFY(torch::allclose(result, expected, 1e-5, 1e-5, /*equal_nan=*/true));
            QVERIFY(result[2].isnan().all().item<bool>());
        }
        const auto same = pairs->permuted(torch::arange(30, torch::kInt64), {});
        QVERIFY(torch::allclose(same.to(torch::kFloat64), pairs->similarity({}), 1e-5, 1e-5,
                                /*equal_nan=*/true));
    }

    void notMeasured_data() { addKinds(); }
    void notMeasured() {
        const auto& make = fetched();
        auto broken = gaussian(20, 3, 20);
        broken[7][1] = std::numeric_limits<double>::quiet_NaN();
        auto infinite = gaussian(20, 3, 21);
        infinite[3][0] = -std::numeric_limits<double>::infinity();
        const Taps good = {gaussian(20, 4, 22)};
        const Taps bad = {torch::zeros({20, 3}), torch::full({20, 2}, 0.1), broken, infinite};
        QVERIFY(pairsOf(make, bad, good)->similarity({}).isnan().all().item<bool>());
        QVERIFY(pairsOf(make, good, bad)->similarity({}).isnan().all().item<bool>());
        // One that cannot be measured spoils no other.
        Taps mixed = bad;
        mixed.push_back(good.front());
        const auto matrix = pairsOf(make, mixed, mixed)->similarity({});
        QVERIFY(isNearTapPairs(matrix[4][4].item<double>(), 1.0, 1e-9));
        QCOMPARE(matrix.isnan().sum().item<int>(), 24);
        QVERIFY(std::isnan(one(make, gaussian(1, 3, 23), gaussian(1, 3, 24))));
    }

    void fewRows() {
        for (const std::int64_t rows : {2, 3}) {
            const auto x = gaussian(rows, 3, 25), y = gaussian(rows, 3, 26);
            QVERIFY(std::isnan(one(kinds()[0].second, x, y)));
            QVERIFY(std::isfinite(one(kinds()[1].second, x, y)));
            QVERIFY(std::isfinite(one(kinds()[3].second, x, y)));
        }
        // All others are neighbours, whatever the taps.
        QVERIFY(std::isnan(one(kinds()[2].second, gaussian(6, 3, 27), gaussian(6, 3, 28))));
        QVERIFY(std::isfinite(one(kinds()[2].second, gaussian(7, 3, 27), gaussian(7, 3, 28))));
    }

    void equallyFarApart() {
        const auto x = torch::eye(13, torch::kFloat64);
        QVERIFY(std::isnan(one(kinds()[0].second, x, gaussian(13, 3, 29))));
    }

    void longWorkNeedsFewerPermutations() {
        const Taps small = {gaussian(100, 8, 30)};
        const auto quick = pairsOf(kinds()[3].second, small, small);
        QCOMPARE(quick->affordable(100), 100);
        QCOMPARE(quick->affordable(0), 0);
        const Taps large(8, gaussian(300, 290, 31));
        const auto slow = pairsOf(kinds()[3].second, large, large);
        QCOMPARE(slow->affordable(100), 19);
        QCOMPARE(slow->affordable(7), 7);
        QCOMPARE(pairsOf(kinds()[0].second, large, large)->affordable(100), 100);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!slow->similarity(stop.get_token()).defined());
    }

private:
    static void addKinds() {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < int(kinds().size()); ++i) {
            QTest::newRow(kinds()[std::size_t(i)].first) << i;
        }
    }
    static const Make& fetched() {
        return kinds()[std::size_t(*static_cast<int*>(QTest::qData("kind", qMetaTypeId<int>())))]
            .second;
    }
};

TESSERA_TEST(TestTapPairs)
#include "test_tap_pairs.moc"

#include "core/projection/perplexity.h"

#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tessera;
using namespace tessera::projection;

namespace {

double perplexityOf(const std::vector<float>& chances) {
    double entropy = 0;
    for (const double p : chances) {
        entropy -= p > 0 ? p * std::log(p) : 0.0;
    }
    return std::exp(entropy);
}

double sumOf(const std::vector<float>& chances) {
    return std::accumulate(chances.begin(), chances.end(), 0.0);
}

// 90 distances of no particular kind, rising.
std::vector<float> someDistances(double scale) {
    std::vector<float> distances;
    for (int i = 0; i < 90; ++i) {
        distances.push_back(float(scale * (3 + 0.1 * i + 0.002 * i * i)));
    }
    return distances;
}

} // namespace

class TestPerplexity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReached_data() {
        QTest::addColumn<double>("perplexity");
        QTest::addColumn<double>("scale");
        for (const double perplexity : {1.5, 5.0, 30.0, 60.0, 89.0}) {
            QTest::addRow("%g", perplexity) << perplexity << 1.0;
        }
        for (const double scale : {1e-12, 1e-5, 1e5, 1e15}) {
            QTest::addRow("30 at scale %g", scale) << 30.0 << scale;
        }
    }
    void isReached() {
        QFETCH(double, perplexity);
        QFETCH(double, scale);
        const auto distances = someDistances(scale);
        std::vector<float> chances(distances.size());
        const double beta = matchPerplexity(distances, perplexity, chances);
        QVERIFY(std::fabs(perplexityOf(chances) / perplexity - 1) < 1e-4);
        QVERIFY(std::fabs(sumOf(chances) - 1) < 1e-5);
        // The chances are those of the formula.
        const double ratio =
            std::exp(-beta * (std::pow(distances[7], 2) - std::pow(distances[3], 2)));
        QVERIFY(std::fabs(chances[7] / chances[3] - ratio) < 1e-4 * ratio);
    }

    // Where it cannot be met, what comes nearest to it.
    void cannotBeMet() {
        std::vector<float> chances(4);
        matchPerplexity(std::vector<float>(4, 2.0F), 2, chances); // equally far
        QCOMPARE(chances, std::vector<float>(4, 0.25F));
        matchPerplexity(std::vector<float>(4, 0.0F), 3, chances);
        QCOMPARE(chances, std::vector<float>(4, 0.25F));
        matchPerplexity(std::vector<float>{1, 2, 3, 4}, 9, chances); // more than there are
        QVERIFY(perplexityOf(chances) > 3.99);
        matchPerplexity(std::vector<float>{0, 0, 0, 5}, 2, chances); // three at one place
        QVERIFY(perplexityOf(chances) < 3.01 && chances[3] < 1e-3F);
        QCOMPARE(chances[0], chances[2]);
        matchPerplexity(std::vector<float>{0, 1e-20F, 1, 1e15F}, 2, chances); // of all sizes
        QVERIFY(std::fabs(sumOf(chances) - 1) < 1e-6);
        std::vector<float> one(1);
        matchPerplexity(std::vector<float>{3}, 1, one);
        QCOMPARE(one.front(), 1.0F);
        QCOMPARE(matchPerplexity({}, 5, {}), 0.0);
    }

    void usable() {
        QCOMPARE(usablePerplexity(30, 1000), 30.0);
        QCOMPARE(usablePerplexity(30, 91), 30.0);
        QCOMPARE(usablePerplexity(30, 61), 20.0);
        QCOMPARE(usablePerplexity(30, 2), 1.0);
        QCOMPARE(usablePerplexity(1, 1000), 1.0);
    }

    void ofAllPoints() {
        NeighbourSearch search;
        search.k = 30;
        const auto neighbours = nearestNeighbours(test::gaussianPoints(200, 6, 1), search);
        const auto chances = neighbourChances(neighbours, 10, 1);
        QCOMPARE(chances.size(), std::size_t(200 * 30));
        for (std::size_t row = 0; row < 200; ++row) {
            const std::vector<float> own(chances.begin() + std::ptrdiff_t(30 * row),
                                         chances.begin() + std::ptrdiff_t(30 * row + 30));
            QVERIFY(std::fabs(perplexityOf(own) - 10) < 1e-3);
            QVERIFY(std::is_sorted(own.rbegin(), own.rend())); // the nearest the likeliest
        }
        QVERIFY(test::sameBits(neighbourChances(neighbours, 10, 3), chances));
    }
};

TESSERA_TEST(TestPerplexity)
#include "test_perplexity.moc"

#include "core/projection/tsne.h"

#include "core/projection/perplexity.h"
#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <utility>

using namespace tessera;
using namespace tessera::projection;

namespace {

SparseGraph affinitiesOf(const Matrix& points, double perplexity) {
    NeighbourSearch search;
    search.k = tsneNeighbours(perplexity);
    return tsneAffinities(nearestNeighbours(points, search), perplexity, 1);
}

// KL(P || Q) by its definition, with P times `exaggeration` (then not a divergence any more).
double divergence(const SparseGraph& affinities, const std::vector<double>& xy,
                  double exaggeration) {
    const auto count = xy.size() / 2;
    const auto q = [&](std::size_t i, std::size_t j) {
        return 1 / (1 + std::pow(xy[2 * i] - xy[2 * j], 2) +
                    std::pow(xy[2 * i + 1] - xy[2 * j + 1], 2));
    };
    double z = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            z += i == j ? 0 : q(i, j);
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (auto e = affinities.starts[i]; e < affinities.starts[i + 1]; ++e) {
            const double p = affinities.weights[e];
            // -ln q = -ln(q z) + ln z, and the sum of p is 1: only the first part is exaggerated.
            sum += p * (std::log(p) -
                        exaggeration * std::log(q(i, std::size_t(affinities.columns[e]))) +
                        std::log(z));
        }
    }
    return sum;
}

double divergence(const SparseGraph& affinities, const std::vector<float>& xy) {
    return divergence(affinities, std::vector<double>(xy.begin(), xy.end()), 1);
}

} // namespace

class TestTsne : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void affinitiesAreChances() {
        const auto affinities = affinitiesOf(test::gaussianPoints(150, 5, 1), 12);
        QCOMPARE(affinities.count(), 150);
        const double sum =
            std::accumulate(affinities.weights.begin(), affinities.weights.end(), 0.0);
        QVERIFY(std::fabs(sum - 1) < 1e-5);
        std::map<std::pair<std::size_t, std::size_t>, float> pairs;
        for (std::size_t i = 0; i < 150; ++i) {
            for (auto e = affinities.starts[i]; e < affinities.starts[i + 1]; ++e) {
                QVERIFY(e == affinities.starts[i] ||
                        affinities.columns[e - 1] < affinities.columns[e]);
                QVERIFY(affinities.columns[e] != std::int32_t(i));
                pairs[{i, std::size_t(affinities.columns[e])}] = affinities.weights[e];
            }
        }
        QVERIFY(pairs.size() > std::size_t(150 * 36)); // some are neighbours in one direction only
        for (const auto& [pair, weight] : pairs) {
            QCOMPARE(pairs.at({pair.second, pair.first}), weight);
        }
    }

    void gradientAgainstDifferences_data() {
        QTest::addColumn<double>("exaggeration");
        QTest::addColumn<double>("scale");
        QTest::newRow("plain") << 1.0 << 1.0;
        QTest::newRow("exaggerated") << 12.0 << 1.0;
        QTest::newRow("near one another") << 1.0 << 0.05;
        QTest::newRow("far apart") << 1.0 << 20.0;
    }
    void gradientAgainstDifferences() {
        QFETCH(double, exaggeration);
        QFETCH(double, scale);
        const auto affinities = affinitiesOf(test::gaussianPoints(20, 4, 2), 5);
        auto xy = test::gaussianPoints(20, 2, 3).values;
        for (float& value : xy) {
            value *= float(scale);
        }
        TsneGradient gradient(affinities, 0, 1);
        const auto given = gradient.at(xy, exaggeration);
        double error = 0;
        double norm = 0;
        for (std::size_t i = 0; i < xy.size(); ++i) {
            const double step = 1e-5 * scale;
            std::vector<double> moved(xy.begin(), xy.end());
            moved[i] += step;
            const double up = divergence(affinities, moved, exaggeration);
            moved[i] -= 2 * step;
            const double down = divergence(affinities, moved, exaggeration);
            const double expected = (up - down) / (2 * step);
            error += std::pow(4 * double(given[i]) - expected, 2);
            norm += expected * expected;
        }
        QVERIFY(norm > 0);
        QVERIFY2(std::sqrt(error / norm) < 1e-4,
                 qPrintable(QString::number(std::sqrt(error / norm))));
    }

    void gradientThroughTheTree() {
        const auto affinities = affinitiesOf(test::gaussianPoints(1000, 4, 2), 20);
        auto xy = test::gaussianPoints(1000, 2, 3).values;
        for (float& value : xy) {
            value *= 10;
        }
        TsneGradient exact(affinities, 0, 1);
        TsneGradient quick(affinities, 0.5, 1);
        const auto expected = exact.at(xy, 1);
        const auto given = quick.at(xy, 1);
        double error = 0;
        double norm = 0;
        for (std::size_t i = 0; i < xy.size(); ++i) {
            error += std::pow(double(given[i]) - expected[i], 2);
            norm += std::pow(double(expected[i]), 2);
        }
        QVERIFY(error > 0 && std::sqrt(error / norm) < 0.03);
    }

    void descends() {
        const auto affinities = affinitiesOf(test::gaussianPoints(300, 6, 4), 20);
        auto start = test::gaussianPoints(300, 2, 5).values;
        for (float& value : start) {
            value *= 1e-4F;
        }
        TsneSettings settings;
        settings.exaggeratedIterations = 0;
        TsneLayout layout(affinities, start, settings, 1);
        double before = divergence(affinities, start);
        for (int part = 0; part < 4; ++part) {
            for (int i = 0; i < 100; ++i) {
                QVERIFY(layout.step());
            }
            const double now = divergence(affinities, layout.xy());
            QVERIFY2(now < before, qPrintable(QString::number(now)));
            before = now;
        }
        QCOMPARE(layout.done(), 400);
        double x = 0;
        for (std::size_t i = 0; i < layout.xy().size(); i += 2) {
            x += layout.xy()[i];
        }
        QVERIFY(std::fabs(x / 300) < 1e-3);
    }

    // Two groups without anything in common part ways; each stays together.
    void partsGroups() {
        auto points = test::gaussianPoints(100, 3, 6);
        for (std::size_t i = 0; i < 150; ++i) {
            points.values[i] += 100;
        }
        const auto affinities = affinitiesOf(points, 10);
        TsneSettings settings;
        settings.exaggeratedIterations = 100;
        TsneLayout layout(affinities, test::gaussianPoints(100, 2, 7).values, settings, 1);
        for (int i = 0; i < 400; ++i) {
            QVERIFY(layout.step());
        }
        const Matrix xy{100, 2, layout.xy()};
        NeighbourSearch search;
        search.k = 5;
        const auto nearest = nearestNeighbours(xy, search);
        int mixed = 0;
        for (std::int64_t row = 0; row < 100; ++row) {
            for (std::int64_t place = 0; place < 5; ++place) {
                mixed += (row < 50) != (nearest.index(row, place) < 50) ? 1 : 0;
            }
        }
        QVERIFY2(mixed <= 5, qPrintable(QString::number(mixed)));
    }

    void divergingChangesNothing() {
        const auto affinities = affinitiesOf(test::gaussianPoints(30, 3, 8), 5);
        TsneSettings settings;
        settings.learningRate = 1e38;
        TsneLayout layout(affinities, test::gaussianPoints(30, 2, 9).values, settings, 1);
        int steps = 0;
        while (steps < 50 && layout.step()) {
            ++steps;
        }
        QVERIFY(steps < 50);
        for (const float value : layout.xy()) {
            QVERIFY(std::isfinite(value));
        }
        QCOMPARE(layout.done(), steps);
    }
};

TESSERA_TEST(TestTsne)
#include "test_tsne.moc"

#include "core/fingerprint/assignment.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <set>

using namespace tessera;
using namespace tessera::fingerprint;

namespace {

using Costs = std::vector<std::vector<double>>;

Costs turned(const Costs& costs) {
    Costs result(costs.front().size(), std::vector<double>(costs.size()));
    for (std::size_t i = 0; i < costs.size(); ++i) {
        for (std::size_t j = 0; j < costs[i].size(); ++j) {
            result[j][i] = costs[i][j];
        }
    }
    return result;
}

// All orders of the longer side, tried one by one.
double cheapest(const Costs& costs) {
    if (costs.size() > costs.front().size()) {
        return cheapest(turned(costs));
    }
    std::vector<std::size_t> columns(costs.front().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    double best = std::numeric_limits<double>::infinity();
    do {
        double sum = 0.0;
        for (std::size_t i = 0; i < costs.size(); ++i) {
            sum += costs[i][columns[i]];
        }
        best = std::min(best, sum);
    } while (std::next_permutation(columns.begin(), columns.end()));
    return best;
}

double totalOf(const Costs& costs, const std::vector<int>& columns) {
    double sum = 0.0;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        sum += columns[i] < 0 ? 0.0 : costs[i][std::size_t(columns[i])];
    }
    return sum;
}

Costs randomCosts(int rows, int columns, std::mt19937& random) {
    Costs costs;
    for (int i = 0; i < rows; ++i) {
        auto& row = costs.emplace_back();
        for (int j = 0; j < columns; ++j) {
            row.push_back(double(random() % 64) / 16.0 - 2.0); // exact sums, and there are ties
        }
    }
    return costs;
}

} // namespace

class TestAssignment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void againstEveryAssignment_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        for (int rows = 1; rows <= 6; ++rows) {
            for (int columns = 1; columns <= 6; ++columns) {
                QTest::addRow("%d x %d", rows, columns) << rows << columns;
            }
        }
    }
    void againstEveryAssignment() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        std::mt19937 random(std::uint32_t(10 * rows + columns));
        for (int repeat = 0; repeat < 20; ++repeat) {
            const auto costs = randomCosts(rows, columns, random);
            const auto result = cheapestAssignment(costs);
            QCOMPARE(result.size(), std::size_t(rows));
            std::set<int> taken;
            for (const int column : result) {
                QVERIFY(column >= -1 && column < columns);
                QVERIFY(column == -1 || taken.insert(column).second);
            }
            QCOMPARE(int(taken.size()), std::min(rows, columns));
            QCOMPARE(totalOf(costs, result), cheapest(costs));
            QVERIFY(cheapestAssignment(costs) == result);
        }
    }

    void known() {
        QCOMPARE(cheapestAssignment({{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}),
                 (std::vector<int>{1, 0, 2}));
        QCOMPARE(cheapestAssignment({{5, 1}, {1, 5}, {0, 0}}), (std::vector<int>{1, -1, 0}));
    }

    void empty() {
        QVERIFY(cheapestAssignment({}).empty());
        QCOMPARE(cheapestAssignment({{}, {}}), (std::vector<int>{-1, -1}));
    }

    // A hidden permutation that is cheaper than everything else.
    void many() {
        constexpr int kSize = 300;
        std::mt19937 random(7);
        auto costs = randomCosts(kSize, kSize, random);
        std::vector<int> hidden(kSize);
        std::iota(hidden.begin(), hidden.end(), 0);
        std::shuffle(hidden.begin(), hidden.end(), random);
        for (std::size_t i = 0; i < kSize; ++i) {
            costs[i][std::size_t(hidden[i])] = -3.0;
        }
        QCOMPARE(cheapestAssignment(costs), hidden);
    }
};

TESSERA_TEST(TestAssignment)
#include "test_assignment.moc"

#include "core/stats/kendall.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace tessera;
using namespace tessera::stats;

namespace {

using Values = std::vector<double>;

// i -> i * factor mod count, a permutation for a factor that shares no divisor with count.
Values permuted(int count, int factor) {
    Values values;
    for (int i = 0; i < count; ++i) {
        values.push_back(i * factor % count);
    }
    return values;
}

Values counted(int count) {
    return permuted(count, 1);
}

struct Known {
    Values x, y;
    double tau, p;
    bool exact;
};

} // namespace

class TestKendall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // scipy 1.10.1: scipy.stats.kendalltau(x, y)
    void likeScipy() {
        Values forty = permuted(40, 7);
        for (std::size_t i = 0; i < forty.size(); ++i) {
            forty[i] += static_cast<double>(i / 4);
        }
        const std::vector<Known> table{
            {{1, 2, 3, 4, 5}, {3, 1, 2, 5, 4}, 0.4, 0.48333333333333334, true},
            {counted(6), counted(6), 1.0, 0.002777777777777778, true},
            {{1, 2, 3, 4}, {4, 3, 2, 1}, -1.0, 0.08333333333333333, true},
            {{1, 2}, {2, 1}, -1.0, 1.0, true},
            {{44, 28, 31, 67, 19, 52, 73, 11, 90, 38},
             {3.1, 2.2, 2.5, 4.9, 1.0, 3.3, 4.1, 2.0, 5.5, 2.4},
             0.8666666666666666,
             0.00011518959435626102,
             true},
            {counted(33), permuted(33, 7), 0.14772727272727273, 0.2348656206939674, true},
            // with ties
            {{12, 2, 1, 12, 2}, {1, 4, 7, 1, 0}, -0.4714045207910316, 0.28274545993277467, false},
            {{1, 1, 2, 2, 3, 3, 4, 4},
             {2, 1, 2, 3, 3, 4, 4, 5},
             0.8573214099741124,
             0.006153264693374078,
             false},
            {{1, 2, 2}, {1, 3, 2}, 0.816496580927726, 0.22067136191984693, false},
            {counted(40), forty, 0.28053927510704035, 0.012052548477192618, false},
        };
        for (const auto& known : table) {
            const auto result = kendallTau(known.x, known.y);
            QVERIFY(result && result->tau && result->pValue);
            QCOMPARE(result->count, known.x.size());
            QVERIFY(test::near(*result->tau, known.tau, 1e-12));
            QVERIFY(test::near(*result->pValue, known.p, 1e-12));
            QCOMPARE(result->exact, known.exact);
        }
    }

    void symmetric() {
        const auto x = permuted(21, 8);
        const auto y = permuted(21, 5);
        QCOMPARE(*kendallTau(x, y)->tau, *kendallTau(y, x)->tau);
        QCOMPARE(*kendallTau(x, y)->pValue, *kendallTau(y, x)->pValue);
    }

    void edges() {
        const auto none = kendallTau({}, {});
        QVERIFY(none && none->count == 0 && !none->tau && !none->pValue);
        const auto one = kendallTau(Values{1.0}, Values{2.0});
        QVERIFY(one && !one->tau && !one->pValue);
        const auto constant = kendallTau(Values{1, 1, 1}, Values{1, 2, 3});
        QVERIFY(constant && !constant->tau && !constant->pValue);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto unmeasured = kendallTau(Values{1, nan, 3}, Values{1, 2, 3});
        QVERIFY(unmeasured && !unmeasured->tau && !unmeasured->pValue);
    }

    void lengths() {
        const auto refused = kendallTau(Values{1, 2}, Values{1});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestKendall)

#include "test_kendall.moc"

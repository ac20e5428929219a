#include "core/stats/recovery.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace tessera::stats;

namespace {
constexpr double kNoAccuracy = std::numeric_limits<double>::quiet_NaN();
using Runs = std::vector<RunAccuracies>;
} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measured_data() {
        QTest::addColumn<Runs>("runs");
        QTest::addColumn<double>("expected");
        QTest::newRow("one run") << Runs{{0.9, 0.1, 0.5}} << 0.5;
        QTest::newRow("better than the source") << Runs{{0.8, 0.4, 0.9}} << 1.25;
        QTest::newRow("got worse") << Runs{{0.8, 0.4, 0.3}} << -0.25;
        // Of means, not the mean of quotients (0.5 and 1 would give 0.75).
        QTest::newRow("two runs") << Runs{{0.9, 0.1, 0.5}, {0.9, 0.2, 0.9}}
                                  << (0.4 + 0.7) / (0.8 + 0.7);
        // Gaps 0.10 and 0.30: mean 0.2, standard error 0.1, exactly two of them.
        QTest::newRow("at the limit") << Runs{{0.625, 0.5, 0.5}, {0.875, 0.5, 0.5}} << 0.0;
        QTest::newRow("equal gaps") << Runs{{0.75, 0.5, 0.625}, {0.75, 0.5, 0.625}} << 0.5;
    }
    void measured() {
        QFETCH(Runs, runs);
        const auto value = recovery(runs, 100);
        QVERIFY(value.has_value());
        QTEST(*value, "expected");
    }

    void notMeasured_data() {
        QTest::addColumn<Runs>("runs");
        QTest::addColumn<int>("testSize");
        QTest::newRow("no runs") << Runs{} << 100;
        // Standard error sqrt((0.6 * 0.4 + 0.5 * 0.5) / 100) = 0.07: a gap of 0.1 is under two.
        QTest::newRow("one run in the noise") << Runs{{0.6, 0.5, 0.9}} << 100;
        QTest::newRow("no test items") << Runs{{0.9, 0.1, 0.5}} << 0;
        QTest::newRow("no gap") << Runs{{1.0, 1.0, 1.0}} << 100;
        QTest::newRow("source below receiver") << Runs{{0.1, 0.9, 0.9}} << 100;
        QTest::newRow("seeds disagree") << Runs{{0.9, 0.5, 0.9}, {0.5, 0.5, 0.9}} << 100;
        QTest::newRow("NaN source") << Runs{{kNoAccuracy, 0.1, 0.5}} << 100;
        QTest::newRow("NaN after") << Runs{{0.9, 0.1, kNoAccuracy}} << 100;
        QTest::newRow("NaN among seeds") << Runs{{0.9, 0.1, 0.5}, {0.9, kNoAccuracy, 0.5}} << 100;
        QTest::newRow("not a fraction") << Runs{{90.0, 10.0, 50.0}} << 100;
    }
    void notMeasured() {
        QFETCH(Runs, runs);
        QFETCH(int, testSize);
        QVERIFY(!recovery(runs, testSize));
    }

    void largerTestSetDecides() {
        const Runs runs{{0.6, 0.5, 0.55}};
        QVERIFY(!recovery(runs, 100));
        QVERIFY(recovery(runs, 1000).has_value());
    }
};

TESSERA_TEST(TestRecovery)

#include "test_recovery.moc"

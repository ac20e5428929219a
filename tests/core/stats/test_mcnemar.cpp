#include "core/stats/mcnemar.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace tessera;
using namespace tessera::stats;

namespace {

// `both` items that both got right, then those that only one of them did.
struct Answers {
    std::vector<bool> first, second;
    Answers(int both, int onlyFirst, int onlySecond) {
        const auto add = [this](int count, bool one, bool two) {
            first.insert(first.end(), count, one);
            second.insert(second.end(), count, two);
        };
        add(both, true, true);
        add(onlyFirst, true, false);
        add(onlySecond, false, true);
    }
};

} // namespace

class TestMcnemar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data() {
        // Sums of binomial coefficients in exact arithmetic: 1 and 9 is 2 (1 + 10) / 2^10. 86 and
        // 150 are the changed opinions of Agresti (1990), table 10.1.
        QTest::addColumn<int>("onlyFirst");
        QTest::addColumn<int>("onlySecond");
        QTest::addColumn<double>("p");
        QTest::newRow("1 9") << 1 << 9 << 0.021484375;
        QTest::newRow("9 1") << 9 << 1 << 0.021484375;
        QTest::newRow("balanced") << 5 << 5 << 1.0;
        QTest::newRow("0 6") << 0 << 6 << 0.03125;
        QTest::newRow("0 1") << 0 << 1 << 1.0;
        QTest::newRow("4 2") << 4 << 2 << 0.6875;
        QTest::newRow("25 15") << 25 << 15 << 0.153859944162832;
        QTest::newRow("Agresti") << 86 << 150 << 3.715936139571442e-05;
        QTest::newRow("far tail") << 0 << 1000 << 1.86652723700644e-301;
    }
    void knownAnswers() {
        QFETCH(int, onlyFirst);
        QFETCH(int, onlySecond);
        QFETCH(double, p);
        const Answers answers(20, onlyFirst, onlySecond);
        const auto result = mcnemar(answers.first, answers.second);
        QVERIFY(result.has_value());
        QCOMPARE(result->onlyFirst, onlyFirst);
        QCOMPARE(result->onlySecond, onlySecond);
        QVERIFY2(std::fabs(*result->pValue / p - 1.0) < 1e-11,
                 qPrintable(QString::number(*result->pValue)));
    }

    void noDiscordantPairs() {
        const Answers answers(7, 0, 0);
        const auto result = mcnemar(answers.first, answers.second);
        QVERIFY(result && result->pValue == 1.0);
        const auto one = mcnemar({false}, {false});
        QVERIFY(one && one->pValue == 1.0);
    }

    void noItems() {
        const auto result = mcnemar({}, {});
        QVERIFY(result && !result->pValue);
    }

    void fallsWithImbalance() {
        double previous = 2.0;
        for (int more = 20; more <= 40; more += 2) {
            const Answers answers(0, more, 40 - more);
            const double p = *mcnemar(answers.first, answers.second)->pValue;
            QVERIFY(p < previous);
            previous = p;
        }
    }

    void lengthsDiffer() {
        const auto result = mcnemar({true, false}, {true});
        QVERIFY(!result && result.error().code == ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestMcnemar)

#include "test_mcnemar.moc"

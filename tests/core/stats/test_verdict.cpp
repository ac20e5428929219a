#include "core/stats/verdict.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::stats;

namespace {

struct Case {
    const char* name;
    Difference difference;
    Finding finding;
    const char* words;
};

// By the way the table below is to be read: count, mean, interval, p, corrected p.
const std::vector<Case> kCases{
    {"better",
     {5, 0.031, Interval{0.012, 0.050}, 0.001, 0.004},
     Finding::Better,
     "better than KD by 3.1 points [1.2, 5.0], p = 0.004 (Holm), n = 5"},
    {"worse",
     {5, -0.031, Interval{-0.050, -0.012}, 0.0001, 0.0004},
     Finding::Worse,
     "worse than KD by 3.1 points [1.2, 5.0], p < 0.001 (Holm), n = 5"},
    {"covers zero",
     {5, 0.004, Interval{-0.009, 0.017}, 0.41, 0.41},
     Finding::NotDistinguishable,
     "not distinguishable from KD (difference 0.4 points [-0.9, 1.7], p = 0.41 (Holm), n = 5)"},
    {"lost by the correction",
     {5, 0.02, Interval{0.001, 0.039}, 0.03, 0.12},
     Finding::NotDistinguishable,
     "not distinguishable from KD (difference 2.0 points [0.1, 3.9], p = 0.12 (Holm), n = 5)"},
    {"not corrected",
     {3, 0.02, Interval{0.01, 0.03}, 0.013, {}},
     Finding::Better,
     "better than KD by 2.0 points [1.0, 3.0], p = 0.013, n = 3"},
    {"one seed",
     {1, 0.012, {}, {}, {}},
     Finding::OneSeed,
     "1.2 points above KD on the only seed: n = 1, no interval over seeds"},
    {"one seed, below",
     {1, -0.012, {}, {}, {}},
     Finding::OneSeed,
     "1.2 points below KD on the only seed: n = 1, no interval over seeds"},
    {"one seed, equal",
     {1, 0.0, {}, {}, {}},
     Finding::OneSeed,
     "equal to KD on the only seed: n = 1, no interval over seeds"},
    {"none", {0, {}, {}, {}, {}}, Finding::NotMeasured, "not compared with KD: no seed has both"},
    {"no spread",
     {3, 0.02, Interval{0.02, 0.02}, {}, {}},
     Finding::NoSpread,
     "2.0 points above KD on every seed alike: no spread, so no test, n = 3"},
    {"identical",
     {3, 0.0, Interval{0.0, 0.0}, {}, {}},
     Finding::Identical,
     "equal to KD on every seed, n = 3"},
    {"no negative zero",
     {4, -0.0001, Interval{-0.0003, 0.0001}, 0.3, 0.6},
     Finding::NotDistinguishable,
     "not distinguishable from KD (difference 0.0 points [0.0, 0.0], p = 0.60 (Holm), n = 4)"},
};

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words() {
        for (const auto& known : kCases) {
            QCOMPARE(static_cast<int>(findingOf(known.difference)),
                     static_cast<int>(known.finding));
            QCOMPARE(QString::fromStdString(differenceWords(known.difference, "KD")),
                     QString(known.words));
        }
    }

    void ofAComparison() {
        const auto comparison =
            comparePairs(std::vector<double>{0.9, 0.8, 0.85}, std::vector<double>{0.5, 0.45, 0.4});
        const auto difference = differenceOf(*comparison);
        QCOMPARE(difference.count, std::size_t{3});
        QVERIFY(findingOf(difference) == Finding::Better);
        QVERIFY(findingOf(difference, 1e-6) == Finding::NotDistinguishable);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto bad = comparePairs(std::vector<double>{0.9, nan}, std::vector<double>{0.5, 0.4});
        QVERIFY(findingOf(differenceOf(*bad)) == Finding::NotMeasured);
    }

    void pValues() {
        QCOMPARE(pWords(0.0), std::string("p < 0.001"));
        QCOMPARE(pWords(0.001), std::string("p = 0.001"));
        QCOMPARE(pWords(0.0494), std::string("p = 0.049"));
        QCOMPARE(pWords(0.0999), std::string("p = 0.10"));
        QCOMPARE(pWords(1.0), std::string("p = 1.00"));
    }
};

TESSERA_TEST(TestVerdict)

#include "test_verdict.moc"

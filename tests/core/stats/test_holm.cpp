#include "core/stats/holm.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::stats;

namespace {
using Family = std::vector<std::optional<double>>;

bool equal(const Family& a, const Family& b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].has_value() != b[i].has_value() || (a[i] && !test::near(*a[i], *b[i], 1e-15))) {
            return false;
        }
    }
    return true;
}
} // namespace

class TestHolm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known() {
        // By hand, and R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
        QVERIFY(
            equal(holmAdjusted(Family{0.01, 0.04, 0.03, 0.005}), Family{0.03, 0.06, 0.06, 0.02}));
        // Ties share the larger factor; nothing exceeds 1.
        QVERIFY(equal(holmAdjusted(Family{0.02, 0.02, 0.9}), Family{0.06, 0.06, 0.9}));
        QVERIFY(equal(holmAdjusted(Family{0.4, 0.6, 0.5}), Family{1.0, 1.0, 1.0}));
        QVERIFY(equal(holmAdjusted(Family{0.03}), Family{0.03}));
    }

    void untestedDoNotCount() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(equal(holmAdjusted(Family{std::nullopt, 0.01, nan, 0.04, 1.5, -0.1}),
                      Family{std::nullopt, 0.02, std::nullopt, 0.04, std::nullopt, std::nullopt}));
        QVERIFY(holmAdjusted(Family{}).empty());
    }
};

TESSERA_TEST(TestHolm)

#include "test_holm.moc"

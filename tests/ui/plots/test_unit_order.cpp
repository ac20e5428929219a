#include "tests/support/test_registry.h"
#include "ui/plots/unit_order.h"

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::ui;

class TestUnitOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orders() {
        const float nan = std::nanf("");
        const auto result = stats::unitStatistics({2, 4, {1, 5, nan, 5, 3, 7, nan, 7}}, {});
        QCOMPARE(unitsInOrder(result, UnitFigure::Mean, UnitOrder::ByIndex),
                 (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(unitsInOrder(result, UnitFigure::Mean, UnitOrder::ByValue),
                 (std::vector<int>{1, 3, 0, 2}));
        QVERIFY(!valueOf(result.units[2], UnitFigure::Variance));
        QCOMPARE(*valueOf(result.units[0], UnitFigure::Variance), 1.0);
    }
};

TESSERA_TEST(TestUnitOrder)
#include "test_unit_order.moc"

#include "tests/support/test_registry.h"
#include "ui/models/plot_table_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tessera;

class TestPlotTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsItsContract() {
        ui::PlotTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable({{"a", "b"}, {{1, 2.5}, {QVariant(), QString("x")}}});
        model.setTable({});
        model.setTable({{"a"}, {}});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 1);
    }

    void showsValues() {
        ui::PlotTableModel model;
        model.setTable(
            {{"run", "n", "value (nats)"}, {{QString("r"), 12'345, 0.123456789}, {QString("s")}}});
        const auto text = [&](int row, int column) {
            return model.index(row, column).data(Qt::DisplayRole).toString();
        };
        QCOMPARE(text(0, 0), "r");
        QCOMPARE(text(0, 1), "12,345");
        QCOMPARE(text(0, 2), "0.1235");
        QCOMPARE(text(1, 2), QString(u'\u2014')); // not measured; the row was short
        QCOMPARE(model.index(0, 2).data(ui::PlotTableModel::kValueRole).toDouble(), 0.123456789);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), "value (nats)");
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), "1");
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString(), "value (nats)");
        QVERIFY(!model.headerData(0, Qt::Vertical, Qt::ToolTipRole).isValid());
        QVERIFY(!model.headerData(3, Qt::Horizontal, Qt::ToolTipRole).isValid());
        const auto alignment = [&](int column) {
            return model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        };
        QVERIFY(alignment(2).testFlag(Qt::AlignRight));
        QVERIFY(!alignment(0).testFlag(Qt::AlignRight));
    }
};

TESSERA_TEST(TestPlotTableModel)
#include "test_plot_table_model.moc"

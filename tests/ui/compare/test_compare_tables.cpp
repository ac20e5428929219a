#include "tests/support/test_registry.h"
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_tables.h"
#include "ui/compare/compare_text.h"
#include "ui/models/plot_table_model.h"

#include <QAbstractItemModelTester>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

class TestCompareTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differentFieldsComeAlone() {
        const auto data = comparedData(comparedRuns());
        const auto table = fieldTable(*data, FieldChoice::Different);
        QStringList names;
        for (const auto& row : table.rows) {
            names << row[0].toString();
        }
        QCOMPARE(names, (QStringList{"State", "seed", "transfer.mode"}));
        QCOMPARE(table.columns.size(), 1 + static_cast<qsizetype>(data->runs.size()));
        QCOMPARE(table.rows[2][2].toString(), QString("kd"));
        // What became of a run is never left out.
        QCOMPARE(table.rows[0].back().toString(), QString("failed: the disk is full"));
        const auto all = fieldTable(*data, FieldChoice::All);
        QVERIFY(all.rows.size() > 20);
        QVERIFY(std::all_of(all.rows.begin(), all.rows.end(), [&](const auto& row) {
            return static_cast<qsizetype>(row.size()) == all.columns.size();
        }));
    }

    void aModelOfThemIsSound() {
        PlotTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto data = comparedData(comparedRuns());
        model.setTable(fieldTable(*data, FieldChoice::All));
        model.setTable(fieldTable(*data, FieldChoice::Different));
        model.setTable(groupTable(*data));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString().isEmpty(), false);
    }

    void groupsSayNAndWhatTheyAreAgainstTheReference() {
        const auto table = groupTable(*comparedData(comparedRuns()));
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[0][1].toString(), QString("mode A"));
        QCOMPARE(table.rows[0][2].toInt(), 3);
        QCOMPARE(table.rows[0][3].toDouble(), 82.0);
        QCOMPARE(table.columns[3], QString("Accuracy after (%)"));
        QVERIFY(table.rows[0][5].toString().contains("compared with it"));
        const auto kd = table.rows[1][5].toString();
        QVERIFY2(kd.startsWith("higher than group 2 by 11.0 points"), qPrintable(kd));
        QVERIFY2(kd.contains("(Holm)") && kd.contains("n = 3"), qPrintable(kd));
        QCOMPARE(table.rows[2][4].toString(), QString("n = 1, no interval over seeds"));
        const auto none = table.rows[2][5].toString();
        QVERIFY2(none.contains("on the only seed: n = 1, no interval over seeds"),
                 qPrintable(none));
    }

    void findingsInWords_data() {
        QTest::addColumn<QList<double>>("other");
        QTest::addColumn<QString>("words");
        QTest::newRow("not distinguishable")
            << QList<double>{0.85, 0.79, 0.82} << "not distinguishable from group 2";
        QTest::newRow("identical")
            << QList<double>{0.81, 0.82, 0.83} << "equal to group 2 on every seed, n = 3";
        QTest::newRow("no spread")
            << QList<double>{0.71, 0.72, 0.73} << "10.0 points above group 2 on every seed alike";
        QTest::newRow("lower") << QList<double>{0.91, 0.925, 0.94}
                               << "lower than group 2 by 10.5 points";
        QTest::newRow("no common seed") << QList<double>{} << "not compared with group 2";
    }
    void findingsInWords() {
        QFETCH(QList<double>, other);
        QFETCH(QString, words);
        std::vector<RunRecord> runs;
        for (const int seed : {1, 2, 3}) {
            runs.push_back(comparedRun("A", seed, 0.80 + 0.01 * seed));
        }
        for (int i = 0; i < other.size(); ++i) {
            runs.push_back(comparedRun("kd", i + 1, other[i]));
        }
        if (other.isEmpty()) {
            runs.push_back(comparedRun("kd", 9, 0.5));
        }
        const auto data = comparedData(runs);
        const auto text = differenceText(*data, data->result.comparisons.at(0));
        QVERIFY2(text.startsWith(words), qPrintable(text));
    }

    void driftsHaveTheirUnits() {
        auto runs = comparedRuns();
        for (auto& run : runs) {
            run.summary.drift.output = 0.25;
        }
        const auto data = comparedData(runs, {RunGrouping::Seed, RunMeasure::OutputDrift, 0, 1});
        QCOMPARE(measureAxisText(RunMeasure::OutputDrift), QString("Output drift (nats)"));
        QCOMPARE(groupTable(*data).rows[0][3].toDouble(), 0.25);
        QCOMPARE(measureAxisText(RunMeasure::Accuracy), QString("Accuracy after (%)"));
    }

    void findingsAreSentences() {
        const auto data = comparedData(comparedRuns());
        const auto all = findingsOf(*data, 6);
        QCOMPARE(all.size(), 2);
        QVERIFY2(all[0].startsWith("Group 1 is higher than group 2 by 11.0 points"),
                 qPrintable(all[0]));
        const auto few = findingsOf(*data, 1);
        QCOMPARE(few.size(), 2);
        QVERIFY(few[1].contains("1 more"));
        QVERIFY(findingsOf(*comparedData({comparedRun("A", 1, 0.8)}), 6).isEmpty());
    }

    void sayWhoIsLeftOut() {
        const auto lines = overviewOf(*comparedData(comparedRuns()), 5);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[2].contains("failed, the disk is full"));
        auto runs = comparedRuns();
        for (auto& run : runs) {
            run.state = RunState::Cancelled;
        }
        const auto many = overviewOf(*comparedData(runs), 5);
        QCOMPARE(many.size(), 8); // count, heading, five, and how many more
        QVERIFY(many.back().contains("3"));
    }
};

TESSERA_TEST(TestCompareTables)
#include "test_compare_tables.moc"

#include "ui/study/study_table_model.h"

#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::ui;

namespace {

using OverviewPtr = std::shared_ptr<StudyOverview>;

// Two methods on one pair, three seeds; nothing is done yet.
OverviewPtr madeOverview() {
    auto overview = std::make_shared<StudyOverview>();
    overview->methods = {"A", "kd"};
    overview->pairs = {"mlp > conv"};
    overview->settings = {"digits"};
    for (std::size_t method = 0; method < 2; ++method) {
        StudyTableRow row;
        row.method = method;
        row.asked = 3;
        overview->rows.push_back(row);
    }
    return overview;
}

OverviewPtr measuredOverview() {
    auto overview = madeOverview();
    for (auto& row : overview->rows) {
        row.done = 3;
        row.runs = {RunId("r1"), RunId("r2"), RunId("r3")};
        const double after = row.method == 0 ? 0.85 : 0.80;
        row.before = {3, 0.10, std::nullopt};
        row.after = {3, after, Interval{after - 0.01, after + 0.01}};
        row.change = {3, after - 0.1, Interval{after - 0.12, after - 0.08}};
        row.gap = StudyGap{{3, 0.05, Interval{0.02, 0.08}}, 0.01, StudyFinding::Better};
    }
    return overview;
}

} // namespace

class TestStudyTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsWhileTheStudyRuns() {
        StudyTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        model.setOverview(madeOverview());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, StudyTableModel::Runs), QString("0 of 3"));
        QCOMPARE(cell(model, 0, StudyTableModel::After), QString("\u2014"));

        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setOverview(measuredOverview());
        QCOMPARE(reset.count(), 0); // whoever has chosen a row keeps it
        QCOMPARE(changed.count(), 1);
        QCOMPARE(cell(model, 0, StudyTableModel::Runs), QString("3 of 3"));
        QCOMPARE(cell(model, 0, StudyTableModel::After), QString("85.0"));
        QCOMPARE(cell(model, 0, StudyTableModel::AfterInterval), QString("[84.0, 86.0]"));
        QCOMPARE(cell(model, 1, StudyTableModel::Change), QString("+70.0"));
        QCOMPARE(model.index(1, StudyTableModel::Change).data(StudyTableModel::kSortRole),
                 QVariant(0.80 - 0.1));
        model.setOverview(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.count(), 1);
    }

    void comparesWithTheChosenMethod() {
        StudyTableModel model;
        auto overview = measuredOverview();
        model.setOverview(overview);
        QCOMPARE(cell(model, 0, StudyTableModel::Gap), QString("\u2014")); // with itself
        QCOMPARE(cell(model, 1, StudyTableModel::Gap), QString("+5.0"));
        QVERIFY(header(model).startsWith("A minus this"));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains("better by 5.0"));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("receiver before"));
        auto other = measuredOverview();
        other->compared = 1;
        QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
        model.setOverview(other);
        QCOMPARE(headers.count(), 1);
        QVERIFY(header(model).startsWith("kd minus this"));
        QCOMPARE(cell(model, 1, StudyTableModel::Gap), QString("\u2014"));
    }

    void oneSeedHasNoInterval() {
        auto overview = measuredOverview();
        overview->rows[0].after = {1, 0.85, std::nullopt};
        StudyTableModel model;
        model.setOverview(overview);
        QCOMPARE(cell(model, 0, StudyTableModel::AfterInterval), QString("\u2014"));
        QVERIFY(model.index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("n = 1, no interval over seeds"));
    }

    void saysWhatFailed() {
        auto overview = madeOverview();
        overview->rows[1].failed = 2;
        overview->rows[1].running = 1;
        StudyTableModel model;
        model.setOverview(overview);
        const auto text = cell(model, 1, StudyTableModel::Runs);
        QVERIFY2(text.contains("2 failed") && text.contains("running"), qPrintable(text));
    }

private:
    static QString cell(const StudyTableModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
    static QString header(const StudyTableModel& model) {
        return model.headerData(StudyTableModel::Gap, Qt::Horizontal, Qt::DisplayRole).toString();
    }
};

TESSERA_TEST(TestStudyTableModel)

#include "test_study_table_model.moc"

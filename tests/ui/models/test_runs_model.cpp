#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "ui/models/run_cells.h"
#include "ui/models/run_delegate.h"
#include "ui/models/runs_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;
using Column = RunsModel::Column;

QString names(const RunsModel& model) {
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list << model.index(row, RunsModel::Name).data().toString();
    }
    return list.join(QLatin1Char(' '));
}

} // namespace

class TestRunsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheLibraryWithoutReset() {
        FakeServices fake;
        RunsModel model(fake.services.library);
        const QAbstractItemModelTester tester(&model, Mode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(fake.openStore({madeRecord(1, "b"), madeRecord(3, "d"), madeRecord(5, "f")}));
        QCOMPARE(names(model), "b d f");

        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QItemSelectionModel selection(&model);
        selection.select(model.index(1, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);

        // Before, between and after; two in a row.
        for (const auto& [number, name] : {std::pair{0, "a"}, {2, "c"}, {6, "g"}, {7, "h"}}) {
            fake.store->put(madeRecord(number, name));
        }
        QVERIFY(fake.refreshed());
        QCOMPARE(names(model), "a b c d f g h");
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows(RunsModel::Name).front().data().toString(), "d");

        for (const int number : {0, 1, 5, 7}) {
            fake.store->forget(runId(number));
        }
        QVERIFY(fake.refreshed());
        QCOMPARE(names(model), "c d g");
        QCOMPARE(selection.selectedRows(RunsModel::Name).front().data().toString(), "d");
        QCOMPARE(reset.count(), 0);

        for (const int number : {2, 3, 6}) {
            fake.store->forget(runId(number));
        }
        QVERIFY(fake.refreshed());
        QCOMPARE(model.rowCount(), 0);
    }

    void changesOnlyTheRowThatChanged() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a"), madeRecord(2, "b"), madeRecord(3, "c")}));
        RunsModel model(fake.services.library);
        const QAbstractItemModelTester tester(&model, Mode::Fatal);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        fake.store->put(madeRecord(2, "b", 0.5));
        QVERIFY(fake.refreshed());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex(), model.index(1, RunsModel::ColumnCount - 1));
        QCOMPARE(model.index(1, RunsModel::Accuracy).data().toString(), "50.0");

        // Something that the table does not show.
        auto silent = madeRecord(3, "c");
        silent.artifacts = {{"token", "runs/3/token.tbf", "", 1}};
        fake.store->put(silent);
        QVERIFY(fake.refreshed());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.at(2).artifacts.size(), std::size_t(1));
    }

    void startsAnewWhenTheOrderIsAnother() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a"), madeRecord(2, "b")}));
        RunsModel model(fake.services.library);
        const QAbstractItemModelTester tester(&model, Mode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto later = madeRecord(1, "a");
        later.startedAt = "2026-05-01T12:00:00.000Z";
        fake.store->put(later);
        QVERIFY(fake.refreshed());
        QCOMPARE(reset.count(), 1);
        QCOMPARE(names(model), "b a");
    }

    void showsCells_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<bool>("right");
        const auto dash = QStringLiteral("\u2014");
        QTest::newRow("star") << int(Column::Star) << "\u2605"
                              << "starred" << false;
        QTest::newRow("name") << int(Column::Name) << "digits run"
                              << "digits run" << false;
        QTest::newRow("state") << int(Column::State) << "\u2717 failed"
                               << "failed" << false;
        QTest::newRow("accuracy") << int(Column::Accuracy) << "88.0"
                                  << "88.0%" << true;
        QTest::newRow("interval") << int(Column::Interval) << "85.0 \u2013 90.0"
                                  << "88.0%, 95% interval 85.0% to 90.0%. Measured on 400 test "
                                     "input(s)."
                                  << true;
        QTest::newRow("agreement") << int(Column::Agreement) << dash << "not measured" << true;
        QTest::newRow("drift") << int(Column::OutputDrift) << "0.125"
                               << "0.125" << true;
        QTest::newRow("recovery") << int(Column::Recovery) << "0.90"
                                  << "0.90" << true;
        QTest::newRow("source") << int(Column::Source) << "mlp 128d/4L"
                                << "mlp 128d/4L" << false;
        QTest::newRow("receiver") << int(Column::Receiver) << "lstm 64d/2L"
                                  << "lstm 64d/2L" << false;
        QTest::newRow("seconds") << int(Column::Seconds) << "3.5"
                                 << "3.5 s" << true;
        QTest::newRow("seed") << int(Column::Seed) << "1234567"
                              << "1234567" << true;
        QTest::newRow("tags") << int(Column::Tags) << "paper, table 2"
                              << "paper, table 2" << false;
        QTest::newRow("note") << int(Column::Note) << "first \u2026"
                              << "first \u2026" << false;
    }
    void showsCells() {
        QFETCH(int, column);
        QFETCH(QString, text);
        QFETCH(QString, spoken);
        QFETCH(bool, right);
        auto run = madeRecord(1, "digits run");
        run.starred = true;
        run.state = RunState::Failed;
        run.failure = "The loss became infinite; lower the rate.";
        run.summary.drift.output = 0.125;
        run.summary.recovery = 0.9;
        run.summary.seconds.total = 3.5;
        run.experiment.seed = 1234567;
        run.tags = {"paper", "table 2"};
        run.note = "first\nsecond";
        FakeServices fake;
        QVERIFY(fake.openStore({run}));
        RunsModel model(fake.services.library);
        const auto cell = model.index(0, column);
        QCOMPARE(cell.data().toString(), text);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), spoken);
        QCOMPARE(cell.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight),
                 right);
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().endsWith("."));
    }

    void saysWhyARunFailed() {
        auto run = madeRecord(1, "a", std::nullopt);
        run.state = RunState::Failed;
        run.failure = "The loss became infinite; lower the rate.";
        QVERIFY(cellToolTip(run, Column::State).contains("lower the rate"));
        QVERIFY(cellToolTip(run, Column::Name).contains("lower the rate"));
        QCOMPARE(cellToolTip(run, Column::Accuracy), "The accuracy was not measured.");
    }

    void saysWhereTheInputsHadShifted() {
        auto run = madeRecord(1, "a");
        run.summary.shift.pValue = 0.06;
        QVERIFY(!cellToolTip(run, Column::State).contains("other inputs"));
        run.summary.shift.pValue = 0.05;
        QVERIFY(cellToolTip(run, Column::State).contains("other inputs"));
        QVERIFY(cellAccessibleText(run, Column::State).contains("other inputs"));
    }

    void sortsByRawValues() {
        auto run = madeRecord(1, "a");
        QCOMPARE(cellValue(run, Column::Accuracy), QVariant(0.88));
        QCOMPARE(cellValue(run, Column::Interval), QVariant(0.88 - 0.03));
        QCOMPARE(cellValue(run, Column::Seed), QVariant(1ULL));
        QVERIFY(!cellValue(run, Column::Recovery).isValid());
        QVERIFY(!cellValue(run, Column::Tags).isValid());
        run.summary.accuracyAfter = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!cellValue(run, Column::Accuracy).isValid());
        QCOMPARE(cellText(run, Column::Accuracy), QStringLiteral("\u2014"));
    }

    void editsThroughTheUndoStack_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("entry");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("label");
        QTest::newRow("name") << int(Column::Name) << QVariant("  new   name ") << "new name"
                              << "Rename run";
        QTest::newRow("tags") << int(Column::Tags) << QVariant(" b, a,, b ") << "b, a"
                              << "Edit tags";
        QTest::newRow("note") << int(Column::Note) << QVariant("good\n") << "good"
                              << "Edit note";
        QTest::newRow("star") << int(Column::Star) << QVariant(true) << "\u2605"
                              << "Add star";
    }
    void editsThroughTheUndoStack() {
        QFETCH(int, column);
        QFETCH(QVariant, entry);
        QFETCH(QString, shown);
        QFETCH(QString, label);
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "old")}));
        RunsModel model(fake.services.library);
        const QAbstractItemModelTester tester(&model, Mode::Fatal);
        const auto cell = model.index(0, column);
        const auto before = cell.data().toString();
        QVERIFY(model.setData(cell, entry, Qt::EditRole));
        QCOMPARE(cell.data().toString(), shown);
        QCOMPARE(fake.services.undo.undoText(), label);
        fake.services.background.waitForDone();
        QCOMPARE(cellText(*fake.store->get(runId(1)), static_cast<Column>(column)), shown);
        fake.services.undo.undo();
        QCOMPARE(cell.data().toString(), before);
    }

    void refusesEditsThatChangeNothing() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "old")}));
        RunsModel model(fake.services.library);
        QVERIFY(!model.setData(model.index(0, Column::Name), "old", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, Column::Name), "  ", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, Column::Tags), " , ", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, Column::Accuracy), "99", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, Column::Name), "new", Qt::DisplayRole));
        QVERIFY(!model.setData({}, "new", Qt::EditRole));
        QCOMPARE(fake.services.undo.count(), 0);
    }

    void letsNobodyEditWhatCannotBeWritten() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "old")}, /*writable=*/false));
        RunsModel model(fake.services.library);
        QVERIFY(!model.index(0, Column::Name).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.setData(model.index(0, Column::Name), "new", Qt::EditRole));
        QCOMPARE(fake.services.undo.count(), 0);
    }

    void readsTagsAsPeopleWriteThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("nothing") << "" << QStringList();
        QTest::newRow("one") << "paper" << QStringList{"paper"};
        QTest::newRow("blanks") << "  table   2 ,paper " << QStringList{"table 2", "paper"};
        QTest::newRow("twice") << "a,b,a" << QStringList{"a", "b"};
        QTest::newRow("commas only") << ",,," << QStringList();
        QTest::newRow("umlauts") << "\u00FCbung" << QStringList{"\u00FCbung"};
    }
    void readsTagsAsPeopleWriteThem() {
        QFETCH(QString, text);
        QFETCH(QStringList, tags);
        QCOMPARE(tagsText(tagsFromText(text)), tags.join(", "));
        QCOMPARE(static_cast<int>(tagsFromText(text).size()), static_cast<int>(tags.size()));
    }

    void togglesTheStarByClickAndSpace() {
        struct Delegate : RunDelegate {
            using RunDelegate::editorEvent;
        } delegate;
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a")}));
        RunsModel model(fake.services.library);
        const auto star = model.index(0, Column::Star);
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 28, 24);
        QMouseEvent click(QEvent::MouseButtonRelease, QPointF(14, 12), QPointF(14, 12),
                          Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
        QVERIFY(delegate.editorEvent(&click, &model, option, star));
        QVERIFY(model.at(0).starred);
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, " ");
        QVERIFY(delegate.editorEvent(&space, &model, option, star));
        QVERIFY(!model.at(0).starred);
        // With Ctrl, a click is about the selection; elsewhere, about nothing.
        QMouseEvent choose(QEvent::MouseButtonRelease, QPointF(14, 12), QPointF(14, 12),
                           Qt::LeftButton, Qt::NoButton, Qt::ControlModifier);
        QVERIFY(!delegate.editorEvent(&choose, &model, option, star));
        QVERIFY(!delegate.editorEvent(&click, &model, option, model.index(0, Column::State)));
        QVERIFY(!model.at(0).starred);
    }
};

TESSERA_TEST(TestRunsModel)

#include "test_runs_model.moc"

#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_runs.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

class TestRunsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(installTranslations(*qApp, "en"), QString("en")); }
    void listsTheNewestFirstAndShowsWhatIsChosen() {
        ShownRuns s;
        QVERIFY(s.good);
        QCOMPARE(s.names(), (QStringList{"delta", "gamma", "beta", "alpha"}));
        QTRY_COMPARE(s.shown(), (std::vector{runId(4)}));
        s.key(Qt::Key_Down);
        QTRY_COMPARE(s.shown(), (std::vector{runId(3)}));
        // The current run is in focus, the others follow from top to bottom.
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(s.shown(), (std::vector{runId(1), runId(3), runId(2)}));
        s.key(Qt::Key_Up);
        QTRY_COMPARE(s.shown(), (std::vector{runId(2)}));
    }

    void renamesByKeyboardAndUndoes() {
        ShownRuns s;
        QVERIFY(s.good);
        s.key(Qt::Key_F2);
        auto* editor = s.table->findChild<QLineEdit*>("runs.editor");
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), "delta");
        QCOMPARE(editor->accessibleName(), "Name");
        editor->selectAll();
        QTest::keyClicks(editor, "epsilon");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(s.names().front(), "epsilon");
        QCOMPARE(s.fake.services.undo.undoText(), "Rename run");
        s.fake.services.undo.undo();
        QTRY_COMPARE(s.names().front(), "delta");
    }

    void leavesTheKeysToTheEditor() {
        ShownRuns s;
        QVERIFY(s.good);
        s.key(Qt::Key_F2);
        auto* editor = s.table->findChild<QLineEdit*>("runs.editor");
        QVERIFY(editor != nullptr);
        editor->setCursorPosition(0);
        QTest::keyClick(editor, Qt::Key_Delete);
        QTest::keyClick(editor, Qt::Key_Space);
        QCOMPARE(editor->text(), " elta");
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(s.names().size(), 4);
        QVERIFY(!s.fake.services.library.find(runId(4))->starred);
    }

    void starsByKeyboardAndUndoesAtOnce() {
        ShownRuns s;
        QVERIFY(s.good);
        s.key(Qt::Key_Down, Qt::ShiftModifier); // delta and gamma
        s.key(Qt::Key_Space);
        const auto& library = s.fake.services.library;
        QVERIFY(library.find(runId(4))->starred && library.find(runId(3))->starred);
        QVERIFY(s.action("runs.star")->text().contains("Remove"));
        QCOMPARE(s.fake.services.undo.count(), 1);
        s.key(Qt::Key_Space);
        QVERIFY(!library.find(runId(4))->starred && !library.find(runId(3))->starred);
        s.fake.services.undo.undo();
        s.fake.services.undo.undo();
        QVERIFY(!library.find(runId(4))->starred);
    }

    void deletesUndoesAndChoosesTheNext() {
        ShownRuns s;
        QVERIFY(s.good);
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Delete); // gamma
        QTRY_COMPARE(s.names(), (QStringList{"delta", "beta", "alpha"}));
        QTRY_COMPARE(s.shown(), (std::vector{runId(2)}));
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Delete); // alpha, the last one: the one above it is chosen
        QTRY_COMPARE(s.names(), (QStringList{"delta", "beta"}));
        QTRY_COMPARE(s.shown(), (std::vector{runId(2)}));
        QCOMPARE(s.fake.services.undo.undoText(), "Delete 1 run");
        s.fake.services.undo.undo();
        s.fake.services.undo.undo();
        QTRY_COMPARE(s.names(), (QStringList{"delta", "gamma", "beta", "alpha"}));
        QTRY_COMPARE(s.shown(), (std::vector{runId(2)}));
        s.key(Qt::Key_A, Qt::ControlModifier);
        s.key(Qt::Key_Delete);
        QTRY_VERIFY(s.empty()->isVisible());
        QTRY_VERIFY(s.shown().empty());
    }

    void filtersWithoutEmptyingTheViews() {
        ShownRuns s;
        QVERIFY(s.good);
        QTRY_COMPARE(s.shown(), (std::vector{runId(4)}));
        QSignalSpy filterChanged(&s.panel, &RunsPanel::filterChanged);
        s.panel.setFilter("alpha");
        QCOMPARE(s.names(), QStringList{"alpha"});
        QCoreApplication::processEvents(); // nothing must come of it
        QCOMPARE(s.shown(), (std::vector{runId(4)}));
        s.panel.setFilter("omega");
        QVERIFY(s.empty()->isVisible());
        QVERIFY(s.empty()->sentence().contains("omega"));
        QTest::keyClick(s.empty()->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(s.panel.filter(), "");
        QCOMPARE(filterChanged.count(), 3);
        QVERIFY(s.table->isVisible());
        QCOMPARE(s.table->selected(), (std::vector{runId(4)}));
        QCOMPARE(s.shown(), (std::vector{runId(4)}));
    }

    void followsTheViews() {
        ShownRuns s;
        QVERIFY(s.good);
        QTRY_COMPARE(s.shown(), (std::vector{runId(4)}));
        s.fake.services.views.show({runId(2), runId(3)});
        QCOMPARE(s.table->selected(), (std::vector{runId(2), runId(3)}));
        // A run that the list gets only later.
        s.fake.services.views.show({runId(7)});
        s.fake.store->put(madeRecord(7, "live"));
        QVERIFY(s.fake.refreshed());
        QTRY_COMPARE(s.table->selected(), (std::vector{runId(7)}));
        QCoreApplication::processEvents();
        QCOMPARE(s.shown(), (std::vector{runId(7)}));
    }

    void summarisesHonestly_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << 1 << "";
        QTest::newRow("not all measured")
            << 2 << "2 runs selected; the accuracy of 1 was measured.";
        QTest::newRow("three") << 3 << "3 runs selected; the accuracy of 2 was measured.";
    }
    void summarisesHonestly() {
        QFETCH(int, rows);
        QFETCH(QString, text);
        ShownRuns s;
        QVERIFY(s.good);
        for (int row = 1; row < rows; ++row) {
            s.key(Qt::Key_Down, Qt::ShiftModifier);
        }
        auto* summary = s.panel.findChild<QLabel*>("runs.summary");
        QTRY_COMPARE(summary->text(), text);
        QCOMPARE(summary->isVisible(), !text.isEmpty());
    }

    void givesMeanAndRange() {
        const auto runs = fourRuns();
        QCOMPARE(summaryOf({&runs[0], &runs[1], &runs[3]}),
                 "3 runs selected: mean accuracy 80.0%, from 70.0% to 90.0%.");
    }

    void saysWhatIsMissing() {
        FakeServices fake;
        RunsPanel panel(fake.services);
        panel.show();
        auto* empty = panel.findChild<EmptyState*>("runs.empty");
        QSignalSpy open(&panel, &RunsPanel::openStoreRequested);
        QSignalSpy run(&panel, &RunsPanel::runRequested);
        QVERIFY(empty->isVisible());
        QTest::keyClick(empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(open.count(), 1);
        QVERIFY(fake.openStore());
        QVERIFY(empty->sentence().startsWith("Run a transfer"));
        QTest::keyClick(empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(run.count(), 1);
        fake.store->put(madeRecord(1, "a"));
        QVERIFY(fake.refreshed());
        QVERIFY(!empty->isVisible());
    }

    void remembersItsColumns() {
        ShownRuns s;
        QVERIFY(s.good);
        const auto toggle = [&](RunsModel::Column column) {
            Q_EMIT s.panel.columnsMenu()->aboutToShow();
            s.panel.columnsMenu()
                ->findChild<QAction*>(QStringLiteral("runs.column.%1").arg(column))
                ->trigger();
        };
        auto* header = s.table->horizontalHeader();
        toggle(RunsModel::Seed);
        toggle(RunsModel::Tags);
        header->resizeSection(RunsModel::Name, 222);
        s.table->sortByColumn(RunsModel::Accuracy, Qt::AscendingOrder);
        QCOMPARE(s.names(), (QStringList{"beta", "delta", "alpha", "gamma"}));

        RunsPanel again(s.fake.services);
        auto* table = again.findChild<RunsTable*>("runs.table");
        QVERIFY(!table->isColumnHidden(RunsModel::Seed));
        QVERIFY(table->isColumnHidden(RunsModel::Tags));
        QCOMPARE(table->horizontalHeader()->sectionSize(RunsModel::Name), 222);
        QCOMPARE(table->model()->index(0, RunsModel::Name).data().toString(), "beta");

        again.columnsMenu()->findChild<QAction*>("runs.columns.reset")->trigger();
        QVERIFY(table->isColumnHidden(RunsModel::Seed));
        QVERIFY(!table->isColumnHidden(RunsModel::Tags));
        QCOMPARE(table->model()->index(0, RunsModel::Name).data().toString(), "delta");
    }

    void survivesSettingsThatMakeNoSense_data() {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another version") << QByteArray("\x03garbage");
        QTest::newRow("garbage") << QByteArray(1, char(RunsModel::ColumnCount)) + "garbage";
    }
    void survivesSettingsThatMakeNoSense() {
        QFETCH(QByteArray, kept);
        FakeServices fake;
        fake.settings.setValue(setting::kRunColumns, kept);
        QVERIFY(fake.openStore(fourRuns()));
        RunsPanel panel(fake.services);
        auto* table = panel.findChild<RunsTable*>("runs.table");
        QVERIFY(!table->isColumnHidden(RunsModel::Name));
        QVERIFY(table->isColumnHidden(RunsModel::Seed));
        QCOMPARE(table->model()->index(0, RunsModel::Name).data().toString(), "delta");
    }

    void opensItsMenuByKeyboard() {
        ShownRuns s;
        QVERIFY(s.good);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                s.table->viewport()->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(s.table->viewport(), &event);
        QTRY_VERIFY(s.panel.findChild<QMenu*>("runs.menu") != nullptr);
        auto* menu = s.panel.findChild<QMenu*>("runs.menu");
        QVERIFY(menu->actions().contains(s.action("runs.rename")));
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(s.panel.findChild<QMenu*>("runs.menu") == nullptr);
    }

    void isReadableAndNamed_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("empty");
        QTest::addColumn<bool>("dark");
        QTest::newRow("narrow") << 320 << false << false;
        QTest::newRow("wide") << 700 << false << true;
        QTest::newRow("empty") << 320 << true << true;
    }
    void isReadableAndNamed() {
        QFETCH(int, width);
        QFETCH(bool, empty);
        QFETCH(bool, dark);
        ShownRuns s;
        QVERIFY(s.good);
        s.fake.services.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        s.panel.resize(width, 400);
        s.panel.setFilter(empty ? "omega" : "");
        s.table->selectAll();
        QCoreApplication::processEvents();
        QCOMPARE(problemsOf(&s.panel), QStringList());
    }
};

TESSERA_TEST(TestRunsPanel)

#include "test_runs_panel.moc"

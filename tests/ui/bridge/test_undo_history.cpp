#include "ui/bridge/undo_history.h"

#include "tests/support/test_registry.h"

#include <QAction>
#include <QTest>

using namespace tessera::ui;

namespace {

class Word : public QUndoCommand {
public:
    Word(QStringList& said, const QString& word) : QUndoCommand(word), m_said(said), m_word(word) {}
    void redo() override { m_said << m_word; }
    void undo() override { m_said.removeLast(); }

private:
    QStringList& m_said;
    QString m_word;
};

} // namespace

class TestUndoHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesBackTheNewestFirst();
    void clearingOneStackLeavesTheOther();
    void somethingNewEndsWhatWasUndone();
    void actionsSayWhatTheyDo();
};

void TestUndoHistory::takesBackTheNewestFirst() {
    UndoHistory history;
    QStringList setup, runs;
    history.setup().push(new Word(setup, "width"));
    history.runs().push(new Word(runs, "delete"));
    history.setup().push(new Word(setup, "seed"));
    QCOMPARE(history.count(), 3);
    history.undo();
    QCOMPARE(setup, QStringList{"width"});
    QCOMPARE(history.undoText(), QString("delete"));
    history.undo();
    QVERIFY(runs.isEmpty());
    history.undo();
    QVERIFY(setup.isEmpty());
    QVERIFY(!history.canUndo());
    for (int i = 0; i < 3; ++i) {
        history.redo();
    }
    QCOMPARE(setup, (QStringList{"width", "seed"}));
    QCOMPARE(runs, QStringList{"delete"});
    QVERIFY(!history.canRedo());
}

void TestUndoHistory::clearingOneStackLeavesTheOther() {
    UndoHistory history;
    QStringList setup, runs;
    history.runs().push(new Word(runs, "delete"));
    history.setup().push(new Word(setup, "width"));
    history.setup().clear(); // another document
    QCOMPARE(history.count(), 1);
    history.undo();
    QVERIFY(runs.isEmpty());
}

void TestUndoHistory::somethingNewEndsWhatWasUndone() {
    UndoHistory history;
    QStringList setup, runs;
    history.setup().push(new Word(setup, "width"));
    history.undo();
    history.runs().push(new Word(runs, "delete"));
    QVERIFY(!history.canRedo());
    history.undo();
    QVERIFY(!history.canUndo());
    QVERIFY(history.canRedo());
    history.redo();
    QCOMPARE(runs, QStringList{"delete"});
    QVERIFY(setup.isEmpty());
}

void TestUndoHistory::actionsSayWhatTheyDo() {
    UndoHistory history;
    QStringList said;
    auto* undo = history.createUndoAction(&history);
    auto* redo = history.createRedoAction(&history);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    history.runs().push(new Word(said, "Rename run"));
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains("Rename run"));
    undo->trigger();
    QVERIFY(said.isEmpty());
    QVERIFY(redo->isEnabled() && redo->text().contains("Rename run"));
}

TESSERA_TEST(TestUndoHistory)
#include "test_undo_history.moc"

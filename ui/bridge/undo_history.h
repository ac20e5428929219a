#pragma once

#include <QObject>
#include <QUndoStack>

#include <vector>

class QAction;

namespace tessera::ui {

// One history for the person, two stacks behind it: changes of the experiment, which end with their
// document, and changes of runs, which end with their store. Undo takes back what was done last, in
// whichever of them. UI thread.
class UndoHistory : public QObject {
    Q_OBJECT

public:
    explicit UndoHistory(QObject* parent = nullptr);
    ~UndoHistory() override;

    [[nodiscard]] QUndoStack& setup() { return m_setup; }
    [[nodiscard]] QUndoStack& runs() { return m_runs; }

    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    // Commands that undo() and redo() reach.
    [[nodiscard]] int count() const { return static_cast<int>(m_done.size() + m_undone.size()); }
    // What undo() would take back; empty if nothing.
    [[nodiscard]] QString undoText() const {
        return canUndo() ? m_done.back()->undoText() : QString();
    }

    // "Undo Rename", enabled while there is something.
    QAction* createUndoAction(QObject* parent);
    QAction* createRedoAction(QObject* parent);

Q_SIGNALS:
    void changed();

private:
    void follow(QUndoStack& stack);

    QUndoStack m_setup, m_runs;
    // For every command that can be undone, or redone, its stack; the next one is at the back.
    std::vector<QUndoStack*> m_done, m_undone;
};

} // namespace tessera::ui

#include "ui/bridge/undo_history.h"

#include <QAction>

#include <algorithm>

namespace tessera::ui {

namespace {

int entriesOf(const std::vector<QUndoStack*>& history, const QUndoStack& stack) {
    return static_cast<int>(std::count(history.begin(), history.end(), &stack));
}

void dropNewest(std::vector<QUndoStack*>& history, const QUndoStack& stack) {
    const auto found = std::find(history.rbegin(), history.rend(), &stack);
    history.erase(std::next(found).base());
}

} // namespace

UndoHistory::UndoHistory(QObject* parent) : QObject(parent) {
    for (auto* stack : {&m_setup, &m_runs}) {
        connect(stack, &QUndoStack::indexChanged, this, [this, stack] { follow(*stack); });
    }
}

// The stacks clear themselves when they go, which must not reach what has gone already.
UndoHistory::~UndoHistory() {
    m_setup.disconnect(this);
    m_runs.disconnect(this);
}

void UndoHistory::undo() {
    if (canUndo()) {
        auto* stack = m_done.back();
        m_done.pop_back();
        m_undone.push_back(stack);
        stack->undo();
    }
}

void UndoHistory::redo() {
    if (canRedo()) {
        auto* stack = m_undone.back();
        m_undone.pop_back();
        m_done.push_back(stack);
        stack->redo();
    }
}

// Something was pushed, merged away or cleared, or our own undo() or redo() has moved the stack.
void UndoHistory::follow(QUndoStack& stack) {
    while (entriesOf(m_done, stack) < stack.index()) {
        m_done.push_back(&stack);
        m_undone.clear(); // after something new, what was undone is gone
    }
    while (entriesOf(m_done, stack) > stack.index()) {
        dropNewest(m_done, stack);
    }
    while (entriesOf(m_undone, stack) > stack.count() - stack.index()) {
        dropNewest(m_undone, stack);
    }
    Q_EMIT changed();
}

QAction* UndoHistory::createUndoAction(QObject* parent) {
    auto* action = new QAction(parent);
    const auto show = [this, action] {
        action->setEnabled(canUndo());
        action->setText(canUndo() ? tr("&Undo: %1").arg(undoText()) : tr("&Undo"));
    };
    connect(this, &UndoHistory::changed, action, show);
    connect(action, &QAction::triggered, this, &UndoHistory::undo);
    show();
    return action;
}

QAction* UndoHistory::createRedoAction(QObject* parent) {
    auto* action = new QAction(parent);
    const auto show = [this, action] {
        action->setEnabled(canRedo());
        action->setText(canRedo() ? tr("&Redo: %1").arg(m_undone.back()->redoText()) : tr("&Redo"));
    };
    connect(this, &UndoHistory::changed, action, show);
    connect(action, &QAction::triggered, this, &UndoHistory::redo);
    show();
    return action;
}

} // namespace tessera::ui

#pragma once

#include "core/api/job_service.h"

#include <QAction>
#include <QWidget>

#include <optional>

class QListView;
class QStackedWidget;

namespace tessera::ui {

class EmptyState;
class QueueModel;
class Services;

// The jobs that run or wait, with what can be done to them. UI thread.
class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(Services& services, QWidget* parent = nullptr);

    // Cancel, earlier, later: for the menus of the window.
    [[nodiscard]] QList<QAction*> jobActions() const { return {m_cancel, m_earlier, m_later}; }

Q_SIGNALS:
    // The button of the empty queue.
    void runRequested();

private:
    QAction* makeAction(const QString& name, const QString& text, const QString& icon,
                        const QKeySequence& keys);
    void build();
    [[nodiscard]] std::optional<JobId> chosen() const;
    void refresh();
    void cancel();
    void move(int rows);

    Services& m_services;
    QueueModel* m_queue;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_buttons = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
};

} // namespace tessera::ui

#include "ui/panels/queue_panel.h"

#include "ui/bridge/services.h"
#include "ui/models/queue_delegate.h"
#include "ui/models/queue_model.h"
#include "ui/strings/strings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {} // namespace

QueuePanel::QueuePanel(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services),
      m_queue(new QueueModel(services.bridge, services.jobs, this)) {
    setObjectName(QStringLiteral("queue"));
    setAccessibleName(tr("Queue"));
    m_cancel = makeAction("queue.cancel", tr("&Cancel job"), "cancel", QKeySequence::Delete);
    m_earlier = makeAction("queue.earlier", tr("Move &up"), "up", Qt::ALT | Qt::Key_Up);
    m_later = makeAction("queue.later", tr("Move &down"), "down", Qt::ALT | Qt::Key_Down);
    build();
    connect(m_cancel, &QAction::triggered, this, &QueuePanel::cancel);
    connect(m_earlier, &QAction::triggered, this, [this] { move(-1); });
    connect(m_later, &QAction::triggered, this, [this] { move(1); });
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_queue, signal, this, &QueuePanel::refresh);
    }
    connect(m_queue, &QAbstractItemModel::rowsMoved, this, &QueuePanel::refresh);
    connect(m_queue, &QAbstractItemModel::dataChanged, this, &QueuePanel::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QueuePanel::refresh);
    refresh();
}

QAction* QueuePanel::makeAction(const QString& name, const QString& text, const QString& iconName,
                                const QKeySequence& keys) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // of the list
    return action;
}

void QueuePanel::build() {
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("queue.list"));
    m_list->setAccessibleName(tr("Queue"));
    m_list->setAccessibleDescription(
        tr("Jobs that run or wait. Delete cancels one, Alt with an arrow moves it."));
    m_list->setModel(m_queue);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->addActions(jobActions());
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty = new EmptyState(tr("Runs that wait for their turn will stand here."), tr("Run"), this);
    m_empty->setProperty(kRunsExperiment, true);
    m_empty->setObjectName(QStringLiteral("queue.empty"));
    connect(m_empty, &EmptyState::activated, this, &QueuePanel::runRequested);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    for (auto* action : jobActions()) {
        auto* button = new QToolButton(m_buttons);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + QStringLiteral(".button"));
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        if (action == m_cancel) {
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_buttons);
}

std::optional<JobId> QueuePanel::chosen() const {
    const auto current = m_list->currentIndex();
    return current.isValid() ? std::optional(m_queue->at(current.row())) : std::nullopt;
}

void QueuePanel::refresh() {
    const bool empty = m_queue->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_list);
    m_buttons->setVisible(!empty);
    if (!empty && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_queue->index(0)); // comes back here
        return;
    }
    const auto job = chosen();
    const auto* status = job ? m_services.bridge.find(*job) : nullptr;
    m_cancel->setEnabled(status != nullptr && status->state != RunState::Cancelling);
    m_earlier->setEnabled(job && m_queue->canMove(*job, -1));
    m_later->setEnabled(job && m_queue->canMove(*job, 1));
}

void QueuePanel::cancel() {
    const auto job = chosen();
    const auto* status = job ? m_services.bridge.find(*job) : nullptr;
    if (status == nullptr) {
        return;
    }
    // What waits is soon submitted again; what runs has cost time.
    if (status->state == RunState::Queued ||
        m_services.dialogs.ask(this,
                               tr("Cancel \u201C%1\u201D? What was measured until now is kept.")
                                   .arg(fromUtf8(status->experiment.name)),
                               status->study ? tr("Cancel the study") : tr("Cancel the run"),
                               tr("Keep it running")) == Consent::Yes) {
        m_services.jobs.cancel(*job);
    }
}

void QueuePanel::move(int rows) {
    if (const auto job = chosen()) {
        m_queue->move(*job, rows);
        m_list->scrollTo(m_list->currentIndex());
    }
}

} // namespace tessera::ui

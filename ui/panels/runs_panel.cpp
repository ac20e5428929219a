#include "ui/panels/runs_panel.h"

#include "ui/bridge/services.h"
#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"
#include "ui/panels/run_actions.h"
#include "ui/panels/runs_table.h"
#include "ui/strings/strings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/measures.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace tessera::ui {

namespace {

struct RunsPanelWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

} // namespace

RunsPanel::RunsPanel(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_runs(new RunsModel(services.library, this)),
      m_filter(new RunsFilter(*m_runs, this)),
      m_table(new RunsTable(*m_runs, *m_filter, services.settings, this)),
      m_actions(new RunActions(services, this)) {
    setObjectName(QStringLiteral("runs"));
    setAccessibleName(tr("Runs"));
    build();
    connectActions();
    m_choice.setSingleShot(true);
    m_choice.setInterval(0);
    connect(&m_choice, &QTimer::timeout, this, &RunsPanel::showChosen);
    connect(m_table, &RunsTable::chosen, this, [this] {
        m_actions->setRuns(m_table->selected());
        if (!m_following) {
            m_choice.start();
        }
        refresh();
    });
    connect(&m_services.views, &RunViews::shownChanged, this, &RunsPanel::followViews);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, signal, this, &RunsPanel::refresh);
    }
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RunsPanel::followViews);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &RunsPanel::followViews);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &RunsPanel::refresh);
    connect(&m_services.library, &RunLibrary::runsChanged, this, &RunsPanel::refresh);
    connect(&m_services.library, &RunLibrary::storeOpened, this, &RunsPanel::refresh);
    refresh();
    followViews();
}

void RunsPanel::build() {
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("runs.empty"));
    connect(m_empty, &EmptyState::activated, this, &RunsPanel::onEmptyButton);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("runs.summary"));
    m_summary->setAccessibleName(tr("Summary of the selected runs"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_summary);
}

void RunsPanel::connectActions() {
    m_table->addActions(m_actions->all());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPanel::openMenu);
    connect(m_actions, &RunActions::renameRequested, m_table, &RunsTable::editName);
    connect(m_actions, &RunActions::aboutToRemove, this, &RunsPanel::selectNextAfter);
    connect(m_actions, &RunActions::runAgainRequested, this, &RunsPanel::runAgainRequested);
    connect(m_actions, &RunActions::useSetupRequested, this, &RunsPanel::useSetupRequested);
    connect(m_actions, &RunActions::compareRequested, this, &RunsPanel::compareRequested);
    connect(m_actions, &RunActions::said, this, &RunsPanel::said);
}

QMenu* RunsPanel::columnsMenu() const {
    return m_table->columnsMenu();
}

QString RunsPanel::filter() const {
    return m_filter->text();
}

void RunsPanel::setFilter(const QString& text) {
    if (text == m_filter->text()) {
        return;
    }
    if (m_choice.isActive()) {
        m_choice.stop();
        showChosen();
    }
    {
        // Hidden is not deselected: the views keep what they show.
        const QScopedValueRollback following(m_following, true);
        m_filter->setText(text);
        m_table->select(m_services.views.shown());
    }
    refresh();
    Q_EMIT filterChanged(text);
}

void RunsPanel::showChosen() {
    m_services.views.show(m_table->selected());
    m_services.compared.setChosen(m_table->selected()); // also those that are too many to show
}

// Selects what the views show, unless it is selected already; runs that the list does not have
// (yet) change nothing.
void RunsPanel::followViews() {
    if (m_services.views.shown().empty()) {
        const QScopedValueRollback following(m_following, true);
        m_choice.stop();
        m_table->select({});
        return;
    }
    std::vector<RunId> listed;
    for (const auto& run : m_services.views.shown()) {
        const int row = m_runs->rowOf(run);
        if (row >= 0 && m_filter->mapFromSource(m_runs->index(row, 0)).isValid()) {
            listed.push_back(run);
        }
    }
    const auto selected = m_table->selected();
    const bool all = std::all_of(listed.begin(), listed.end(), [&](const RunId& run) {
        return std::find(selected.begin(), selected.end(), run) != selected.end();
    });
    if (listed.empty() || (all && selected.front() == listed.front())) {
        return;
    }
    const QScopedValueRollback following(m_following, true);
    m_choice.stop();
    m_table->select(listed);
}

// After a deletion, the run that takes the place of the first deleted one.
void RunsPanel::selectNextAfter(const std::vector<RunId>& runs) {
    const auto isGone = [&](int row) {
        const auto& id = m_runs->at(m_filter->mapToSource(m_filter->index(row, 0)).row()).id;
        return std::find(runs.begin(), runs.end(), id) != runs.end();
    };
    int first = 0;
    while (first < m_filter->rowCount() && !isGone(first)) {
        ++first;
    }
    int next = first;
    while (next < m_filter->rowCount() && isGone(next)) {
        ++next;
    }
    const int row = next < m_filter->rowCount() ? next : first - 1;
    if (row >= 0 && row < m_filter->rowCount()) {
        m_table->select({m_runs->at(m_filter->mapToSource(m_filter->index(row, 0)).row()).id});
    }
}

void RunsPanel::refresh() {
    m_lack = !m_services.library.isOpen() ? Lack::Store
             : m_runs->rowCount() == 0    ? Lack::Runs
             : m_filter->rowCount() == 0  ? Lack::Matches
                                          : Lack::Nothing;
    switch (m_lack) {
    case Lack::Store:
        m_empty->setSentence(tr("Open a run store to see its runs here."));
        m_empty->setButtonText(tr("Open a run store\u2026"));
        break;
    case Lack::Runs:
        m_empty->setSentence(tr("Run a transfer to see it in this list."));
        m_empty->setButtonText(tr("Run"));
        break;
    case Lack::Matches:
        m_empty->setSentence(tr("No run matches the filter \u201C%1\u201D.").arg(filter()));
        m_empty->setButtonText(tr("Clear the filter"));
        break;
    case Lack::Nothing:
        break;
    }
    m_stack->setCurrentWidget(m_lack == Lack::Nothing ? static_cast<QWidget*>(m_table) : m_empty);

    std::vector<const RunRecord*> records;
    for (const auto& run : m_table->selected()) {
        records.push_back(&m_runs->at(m_runs->rowOf(run)));
    }
    const auto summary = summaryOf(records);
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
}

void RunsPanel::openMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("runs.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions->all());
    menu->addSeparator();
    menu->addMenu(m_table->columnsMenu());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void RunsPanel::onEmptyButton() {
    switch (m_lack) {
    case Lack::Store:
        Q_EMIT openStoreRequested();
        break;
    case Lack::Runs:
        Q_EMIT runRequested();
        break;
    case Lack::Matches:
        setFilter({});
        m_table->setFocus();
        break;
    case Lack::Nothing:
        break;
    }
}

QString summaryOf(const std::vector<const RunRecord*>& runs) {
    if (runs.size() < 2) {
        return {};
    }
    std::vector<double> values;
    for (const auto* run : runs) {
        if (run->summary.accuracyAfter) {
            values.push_back(*run->summary.accuracyAfter);
        }
    }
    const auto count = static_cast<int>(runs.size());
    if (values.size() < runs.size()) {
        return RunsPanelWords::tr("%n run(s) selected; the accuracy of %1 was measured.", "", count)
            .arg(values.size());
    }
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return RunsPanelWords::tr("%n run(s) selected: mean accuracy %1, from %2 to %3.", "", count)
        .arg(percentText(mean), percentText(*least), percentText(*most));
}

} // namespace tessera::ui

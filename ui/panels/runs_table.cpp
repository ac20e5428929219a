#include "ui/panels/runs_table.h"

#include "ui/models/run_cells.h"
#include "ui/models/run_delegate.h"
#include "ui/models/runs_filter.h"
#include "ui/settings/settings.h"
#include "ui/strings/strings.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <array>

namespace tessera::ui {

namespace {

constexpr int kPadding = 24; // beside the header's text: margins and the arrow of the order
constexpr int kStarWidth = 28;
constexpr int kRunNameLetters = 22;
constexpr int kTextLetters = 14;

constexpr std::array kShownAtFirst = {RunsModel::Star,  RunsModel::Name,        RunsModel::Accuracy,
                                      RunsModel::State, RunsModel::OutputDrift, RunsModel::Started,
                                      RunsModel::Tags};

bool isShownAtFirst(int column) {
    return std::find(kShownAtFirst.begin(), kShownAtFirst.end(), column) != kShownAtFirst.end();
}

int lettersOf(int column) {
    switch (column) {
    case RunsModel::Name:
        return kRunNameLetters;
    case RunsModel::Accuracy:
    case RunsModel::Agreement:
    case RunsModel::Seed:
    case RunsModel::Seconds:
    case RunsModel::Recovery:
        return 0; // the header is wider
    default:
        return kTextLetters;
    }
}

} // namespace

RunsTable::RunsTable(RunsModel& runs, RunsFilter& filter, Settings& settings, QWidget* parent)
    : QTableView(parent), m_runs(runs), m_filter(filter), m_settings(settings) {
    setObjectName(QStringLiteral("runs.table"));
    setAccessibleName(tr("Runs"));
    setAccessibleDescription(
        tr("The runs of the open store. Space gives a star, F2 renames, Delete deletes."));
    setModel(&filter);
    setItemDelegate(new RunDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    setTabKeyNavigation(false);        // Tab leaves the table
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(24, fontMetrics().height() + 8));
    auto* header = horizontalHeader();
    header->setObjectName(QStringLiteral("runs.header"));
    header->setAccessibleName(tr("Columns"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kStarWidth);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    buildColumnsMenu();
    restoreColumns();
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint& at) { m_columns->popup(header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionMoved, this, &RunsTable::keepColumns);
    connect(header, &QHeaderView::sectionResized, this, &RunsTable::keepColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunsTable::keepColumns);
}

std::vector<RunId> RunsTable::selected() const {
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    const auto current = std::find_if(rows.begin(), rows.end(), [this](const QModelIndex& index) {
        return index.row() == currentIndex().row();
    });
    if (current != rows.end()) {
        std::rotate(rows.begin(), current, current + 1);
    }
    std::vector<RunId> runs;
    for (const auto& row : rows) {
        runs.push_back(m_runs.at(m_filter.mapToSource(row).row()).id);
    }
    return runs;
}

QModelIndex RunsTable::indexOf(const RunId& run, int column) const {
    const int row = m_runs.rowOf(run);
    return row < 0 ? QModelIndex() : m_filter.mapFromSource(m_runs.index(row, column));
}

void RunsTable::select(const std::vector<RunId>& runs) {
    QItemSelection selection;
    QModelIndex first;
    for (const auto& run : runs) {
        const auto index = indexOf(run, RunsModel::Name);
        if (index.isValid()) {
            selection.select(index, index);
            first = first.isValid() ? first : index;
        }
    }
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        const int left = horizontalScrollBar()->value(); // the columns stay where they are
        scrollTo(first);
        horizontalScrollBar()->setValue(left);
    }
}

void RunsTable::editName(const RunId& run) {
    const auto index = indexOf(run, RunsModel::Name);
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        scrollTo(index);
        edit(index);
    }
}

void RunsTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosen();
}

void RunsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    Q_EMIT chosen();
}

void RunsTable::buildColumnsMenu() {
    m_columns = new QMenu(tr("&Columns"), this);
    m_columns->setObjectName(QStringLiteral("runs.columns"));
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        if (column == RunsModel::Name) {
            continue; // a run without its name is no use
        }
        auto* action = m_columns->addAction(columnName(static_cast<RunsModel::Column>(column)));
        action->setObjectName(QStringLiteral("runs.column.%1").arg(column));
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { showColumn(column, shown); });
    }
    m_columns->addSeparator();
    auto* reset = m_columns->addAction(tr("&Reset columns"));
    reset->setObjectName(QStringLiteral("runs.columns.reset"));
    connect(reset, &QAction::triggered, this, [this] {
        resetColumns();
        keepColumns();
    });
    // The header may have been restored, so the checks are set when the menu is about to be seen.
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        const QScopedValueRollback arranging(m_arranging, true);
        for (auto* action : m_columns->actions()) {
            if (action->isCheckable()) {
                action->setChecked(!isColumnHidden(action->data().toInt()));
            }
        }
    });
}

void RunsTable::showColumn(int column, bool shown) {
    if (!m_arranging) {
        setColumnHidden(column, !shown);
        keepColumns();
    }
}

void RunsTable::resetColumns() {
    const QScopedValueRollback arranging(m_arranging, true);
    auto* header = horizontalHeader();
    const QFontMetrics metrics(header->font());
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        setColumnHidden(column, !isShownAtFirst(column));
        const auto title = headerText(static_cast<RunsModel::Column>(column));
        const int width = std::max(metrics.horizontalAdvance(title),
                                   lettersOf(column) * metrics.averageCharWidth());
        header->resizeSection(column, column == RunsModel::Star ? kStarWidth : width + kPadding);
        header->moveSection(header->visualIndex(column), column);
    }
    // What a person looks for first stands beside the name.
    header->moveSection(header->visualIndex(RunsModel::State),
                        header->visualIndex(RunsModel::Accuracy));
    sortByColumn(RunsModel::Started, Qt::DescendingOrder); // the newest first
}

void RunsTable::restoreColumns() {
    resetColumns();
    const auto kept = m_settings.value(setting::kRunColumns).toByteArray();
    // Kept with the number of columns: an older version's has fewer.
    const QScopedValueRollback arranging(m_arranging, true);
    if (kept.isEmpty() || kept.front() != static_cast<char>(RunsModel::ColumnCount) ||
        !horizontalHeader()->restoreState(kept.mid(1))) {
        return;
    }
    setColumnHidden(RunsModel::Name, false);
    sortByColumn(horizontalHeader()->sortIndicatorSection(),
                 horizontalHeader()->sortIndicatorOrder());
}

void RunsTable::keepColumns() {
    if (!m_arranging) {
        m_settings.setValue(setting::kRunColumns,
                            QByteArray(1, static_cast<char>(RunsModel::ColumnCount)) +
                                horizontalHeader()->saveState());
    }
}

} // namespace tessera::ui

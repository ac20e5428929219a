#include "ui/models/runs_model.h"

#include "ui/bridge/run_library.h"
#include "ui/models/run_cells.h"
#include "ui/strings/strings.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tessera::ui {

namespace {

using Ids = std::set<RunId>;

Ids idsOf(const std::vector<RunRecord>& runs) {
    Ids ids;
    for (const auto& run : runs) {
        ids.insert(run.id);
    }
    return ids;
}

// Whether the table shows the same of both.
bool lookAlike(const RunRecord& a, const RunRecord& b) {
    const auto texts = [](const RunRecord& run) {
        return std::tie(run.name, run.state, run.startedAt, run.sourceLabel, run.receiverLabel,
                        run.tags, run.note, run.starred, run.failure, run.experiment.seed);
    };
    const auto numbers = [](const RunSummary& summary) {
        const auto interval = summary.interval.value_or(Interval{});
        return std::tuple(summary.accuracyAfter, summary.interval.has_value(), interval.lo,
                          interval.hi, summary.agreement, summary.drift.output, summary.recovery,
                          summary.seconds.total);
    };
    return texts(a) == texts(b) && numbers(a.summary) == numbers(b.summary);
}

} // namespace

RunsModel::RunsModel(RunLibrary& library, QObject* parent)
    : QAbstractTableModel(parent), m_library(library), m_runs(library.runs()) {
    connect(&library, &RunLibrary::runsChanged, this, &RunsModel::adopt);
}

int RunsModel::rowOf(const RunId& run) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const RunRecord& record) { return record.id == run; });
    return found != m_runs.end() ? static_cast<int>(found - m_runs.begin()) : -1;
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& run = at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, column);
    case Qt::EditRole:
        return cellEdit(run, column);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(run, column));
    case Qt::AccessibleTextRole:
        return cellAccessibleText(run, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return cellValue(run, column);
    case IdRole:
        return QString::fromStdString(run.id.value);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return headerText(column);
    case Qt::ToolTipRole:
        return headerToolTip(column);
    case Qt::AccessibleTextRole:
        return columnName(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (!index.isValid()) {
        return flags;
    }
    const bool writable = m_library.opened() && m_library.opened()->writable;
    const auto column = index.column();
    if (writable && (column == Name || column == Tags || column == Note || column == Star)) {
        flags |= Qt::ItemIsEditable;
    }
    return flags | Qt::ItemNeverHasChildren;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || !checkIndex(index) ||
        !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const auto column = static_cast<Column>(index.column());
    const auto run = at(index.row()); // a copy: the library replaces what it changes
    const auto edit = editFrom(run, column, value);
    if (!edit) {
        return false;
    }
    m_library.edit(run.id, *edit, editLabel(run, column));
    return true;
}

void RunsModel::adopt() {
    const auto& next = m_library.runs();
    removeGone(next);
    const auto known = idsOf(m_runs);
    std::vector<RunRecord>::const_iterator mine = m_runs.begin();
    for (const auto& run : next) {
        if (known.contains(run.id) && run.id != (mine++)->id) {
            // Another store, or one that sorts differently: nothing here is where it was.
            beginResetModel();
            m_runs = next;
            endResetModel();
            return;
        }
    }
    insertNew(next);
    update(next);
}

// In stretches, since a filter and a view look at each signal.
void RunsModel::removeGone(const std::vector<RunRecord>& next) {
    const auto wanted = idsOf(next);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(at(last).id)) {
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(at(first - 1).id)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_runs.erase(m_runs.begin() + first, m_runs.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void RunsModel::insertNew(const std::vector<RunRecord>& next) {
    for (std::size_t first = 0; first < next.size(); ++first) {
        if (first < m_runs.size() && m_runs[first].id == next[first].id) {
            continue;
        }
        std::size_t end = first + 1;
        while (end < next.size() && !(first < m_runs.size() && m_runs[first].id == next[end].id)) {
            ++end;
        }
        const auto from = static_cast<std::ptrdiff_t>(first);
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_runs.insert(m_runs.begin() + from, next.begin() + from,
                      next.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        first = end - 1;
    }
}

void RunsModel::update(const std::vector<RunRecord>& next) {
    for (std::size_t row = 0; row < next.size(); ++row) {
        const bool changed = !lookAlike(m_runs[row], next[row]);
        m_runs[row] = next[row];
        if (changed) {
            const auto at = static_cast<int>(row);
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
    }
}

} // namespace tessera::ui

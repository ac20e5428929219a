#include "ui/models/token_model.h"

#include <QFont>

namespace tessera::ui {

namespace {

// The internal id of a row is the number of its group; a group has this one.
constexpr quintptr kGroup = ~quintptr(0);

bool isGroup(const QModelIndex& index) {
    return index.internalId() == kGroup;
}

} // namespace

void TokenModel::setGroups(std::vector<TokenGroup> groups) {
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

QModelIndex TokenModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : kGroup);
}

QModelIndex TokenModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || isGroup(index)) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()), 0, kGroup);
}

int TokenModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    if (!isGroup(parent) || parent.column() != 0) {
        return 0;
    }
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

int TokenModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant TokenModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (isGroup(index)) {
        const auto& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole && index.column() == Field) {
            return group.title;
        }
        QFont bold;
        bold.setBold(true);
        return role == Qt::FontRole ? QVariant(bold) : QVariant();
    }
    const auto& row = m_groups[index.internalId()].rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Field   ? row.field
               : index.column() == Value ? row.value
                                         : row.meaning;
    case Qt::ToolTipRole: // also where the column of meanings has no room
        return index.column() == Meaning ? row.meaning
                                         : row.value + QLatin1Char('\n') + row.meaning;
    case Qt::AccessibleDescriptionRole:
        return row.meaning;
    case VerdictRole:
        return static_cast<int>(row.verdict);
    default:
        return {};
    }
}

QVariant TokenModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractItemModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Field:
        return tr("Field");
    case Value:
        return tr("Value");
    case Meaning:
        return tr("Meaning");
    default:
        return {};
    }
}

} // namespace tessera::ui

#include "ui/models/plot_table_model.h"

#include "ui/strings/strings.h"

#include <QLocale>

#include <utility>

namespace tessera::ui {

namespace {

bool isReal(const QVariant& value) {
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float;
}

QString displayOf(const QVariant& value) {
    if (!value.isValid()) {
        return numberText(std::nullopt);
    }
    if (isReal(value)) {
        return numberText(value.toDouble());
    }
    return value.typeId() == QMetaType::QString ? value.toString()
                                                : QLocale().toString(value.toLongLong());
}

} // namespace

void PlotTableModel::setTable(PlotTable table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int PlotTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int PlotTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const auto value = column < row.size() ? row[column] : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(value);
    case kValueRole:
        return value;
    case Qt::ToolTipRole: // a text may be wider than its column
        return value.typeId() == QMetaType::QString ? QVariant(plainToolTip(value.toString()))
                                                    : QVariant();
    case Qt::TextAlignmentRole: {
        const bool text = value.typeId() == QMetaType::QString;
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (text ? Qt::AlignLeading : Qt::AlignRight)));
    }
    default:
        return {};
    }
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool shown = role == Qt::DisplayRole;
    if (section < 0 || (!shown && role != Qt::ToolTipRole)) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return shown && section < rowCount() ? QVariant(QLocale().toString(section + 1))
                                             : QVariant();
    }
    if (section >= columnCount()) {
        return {};
    }
    const auto& title = m_table.columns[section];
    return shown ? title : plainToolTip(title); // it may be wider than its column
}

} // namespace tessera::ui

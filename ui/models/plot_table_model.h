#pragma once

#include "ui/plots/plot.h"

#include <QAbstractTableModel>

namespace tessera::ui {

// The numbers of a plot as a table: raw values in kValueRole, texts of the locale for display, a
// dash for what was not measured. UI thread.
class PlotTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kValueRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(PlotTable table);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    PlotTable m_table;
};

} // namespace tessera::ui

#pragma once

#include "ui/plots/plot.h"

#include <QWidget>

class QHBoxLayout;
class QTableView;

namespace tessera::ui {

class PlotTableModel;

// A title and a table that is as high as its rows, up to a limit. UI thread.
class TableSection : public QWidget {
    Q_OBJECT

public:
    enum class RowNames {
        None,
        FirstColumn, // stays in sight when the table is scrolled sideways
    };
    // `id`: of object names ("compare.fields").
    TableSection(const QString& id, const QString& title, RowNames names, QWidget* parent);

    // Keeps columns and place while it is the same table with other values.
    void setTable(const PlotTable& table);
    // A button or switch beside the title.
    void addBeside(QWidget* widget);
    [[nodiscard]] QTableView& view() const { return *m_view; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();

    QHBoxLayout* m_header;
    PlotTableModel* m_model;
    QTableView* m_view;
    QStringList m_columns;
};

} // namespace tessera::ui

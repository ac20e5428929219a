#pragma once

#include "core/api/ids.h"

#include <QTableView>

#include <vector>

class QMenu;

namespace tessera::ui {

class RunsFilter;
class RunsModel;
class Settings;

// The table of runs: which columns it has, in which order and width, is up to the person and is
// remembered. UI thread.
class RunsTable : public QTableView {
    Q_OBJECT

public:
    // Model, filter and settings outlive the table.
    RunsTable(RunsModel& runs, RunsFilter& filter, Settings& settings, QWidget* parent = nullptr);

    // The selected runs from top to bottom, but the current one first.
    [[nodiscard]] std::vector<RunId> selected() const;
    // Selects those that are there; the first becomes the current one.
    void select(const std::vector<RunId>& runs);
    void editName(const RunId& run);

    // Checkable entries for the columns, and one that brings the first state back.
    [[nodiscard]] QMenu* columnsMenu() const { return m_columns; }

Q_SIGNALS:
    // selected() may have changed.
    void chosen();

protected:
    void selectionChanged(const QItemSelection& selected,
                          const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void buildColumnsMenu();
    void resetColumns();
    void restoreColumns();
    void keepColumns();
    void showColumn(int column, bool shown);
    [[nodiscard]] QModelIndex indexOf(const RunId& run, int column) const;

    RunsModel& m_runs;
    RunsFilter& m_filter;
    Settings& m_settings;
    QMenu* m_columns = nullptr;
    bool m_arranging = false; // the columns change by themselves
};

} // namespace tessera::ui

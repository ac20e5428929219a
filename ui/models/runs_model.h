#pragma once

#include "core/api/run.h"

#include <QAbstractTableModel>

#include <vector>

namespace tessera::ui {

class RunLibrary;

// The runs of the library as a table, one a row, oldest first. Rows are kept by id: what changes
// in a run changes its row in place, so that selections stay. Names, tags, notes and stars are
// edited through the library, each as one undoable change. UI thread.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Star,
        Name,
        State,
        Accuracy,
        Interval,
        Agreement,
        OutputDrift,
        Recovery,
        Source,
        Receiver,
        Seconds,
        Started,
        Seed,
        Tags,
        Note,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, // the raw value; invalid: not measured
        IdRole,                  // of the run, QString
    };

    // The library outlives the model.
    explicit RunsModel(RunLibrary& library, QObject* parent = nullptr);

    // `row` must exist.
    [[nodiscard]] const RunRecord& at(int row) const {
        return m_runs[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const RunId& run) const; // -1: not here

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    void adopt();
    void removeGone(const std::vector<RunRecord>& next);
    void insertNew(const std::vector<RunRecord>& next);
    void update(const std::vector<RunRecord>& next);

    RunLibrary& m_library;
    std::vector<RunRecord> m_runs;
};

} // namespace tessera::ui

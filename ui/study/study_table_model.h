#pragma once

#include "core/api/study_desk.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace tessera::ui {

// The methods of a study on each pair of networks: N, means, intervals and differences, and how
// many runs are done. Follows an overview; while the study stays the same, rows keep their places.
// UI thread.
class StudyTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Pair,
        Method,
        Setting,
        Runs,   // done of asked
        Before, // percent
        After,
        AfterInterval,
        Change, // points
        ChangeInterval,
        Gap, // the compared method minus this one, points
        ColumnCount
    };
    static constexpr int kSortRole = Qt::UserRole; // raw values

    using QAbstractTableModel::QAbstractTableModel;

    // May be null: no rows.
    void setOverview(std::shared_ptr<const StudyOverview> overview);

    // `row` must exist.
    [[nodiscard]] const StudyTableRow& at(int row) const {
        return m_overview->rows[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const StudyTableRow& row, int column) const;
    [[nodiscard]] QVariant sortValue(const StudyTableRow& row, int column) const;
    [[nodiscard]] QString sentence(const StudyTableRow& row) const;

    std::shared_ptr<const StudyOverview> m_overview;
};

} // namespace tessera::ui

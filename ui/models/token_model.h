#pragma once

#include "ui/models/token_rows.h"

#include <QAbstractItemModel>

#include <vector>

namespace tessera::ui {

// The fields of a token as a tree of two levels: groups, and rows with a value and what it means.
// UI thread.
class TokenModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Field, Value, Meaning, ColumnCount };
    enum Role { VerdictRole = Qt::UserRole }; // int of Verdict

    using QAbstractItemModel::QAbstractItemModel;

    void setGroups(std::vector<TokenGroup> groups);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<TokenGroup> m_groups;
};

} // namespace tessera::ui

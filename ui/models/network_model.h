#pragma once

#include "ui/models/module_tree_order.h"

#include <QAbstractItemModel>

#include <string>
#include <vector>

namespace tessera::ui {

// The modules of a network as a tree, all of them or those that a text is found in. Modules can be
// frozen where that is offered: a tick in the first column. UI thread.
class NetworkModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Module, Type, Shape, Parameters, Width, Bytes, Note, ColumnCount };
    enum Role {
        ValueRole = Qt::UserRole, // raw numbers, for sorting; -1 where there is none
        NameRole,                 // in full: "layer1.0.conv1"
    };
    enum class Freezing { Offered, NotOffered };

    using QAbstractItemModel::QAbstractItemModel;

    // Parents first. The same modules with other figures stay where they are.
    void setModules(std::vector<NetworkModule> modules);
    // Only modules with this text in name or type, and those above them; empty: all.
    void setFilter(const QString& text);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    [[nodiscard]] std::size_t size() const { return m_modules.size(); } // shown or not
    void setFreezing(Freezing freezing);

    // Submodules whose parameters do not learn. Names that are no modules are kept.
    void setFrozen(std::vector<std::string> names);
    [[nodiscard]] const std::vector<std::string>& frozen() const { return m_frozen; }
    // Whether nothing would be left that learns, as far as the modules show it.
    [[nodiscard]] bool isAllFrozen() const;

    // Null for an index of another model.
    [[nodiscard]] const NetworkModule* module(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const std::string& name) const; // invalid: not shown

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void frozenChanged(); // by a tick

private:
    [[nodiscard]] bool isFound(const NetworkModule& module) const;
    void rebuild();
    void refreshAll();
    [[nodiscard]] static int nodeOf(const QModelIndex& index);
    [[nodiscard]] QModelIndex indexFor(int node, int column = 0) const;
    [[nodiscard]] const NetworkModule& at(const QModelIndex& index) const;
    [[nodiscard]] QString label(int node) const;
    [[nodiscard]] QString display(const QModelIndex& index) const;
    [[nodiscard]] QVariant raw(const QModelIndex& index) const;
    [[nodiscard]] bool canFreeze(const NetworkModule& module) const;
    [[nodiscard]] Qt::CheckState frozenState(const NetworkModule& module) const;

    std::vector<NetworkModule> m_modules;
    ModuleTreeOrder m_tree;
    QString m_filter;
    Freezing m_freezing = Freezing::NotOffered;
    std::vector<std::string> m_frozen;
};

} // namespace tessera::ui

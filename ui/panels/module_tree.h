#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace tessera {
struct NetworkModule;
}

namespace tessera::ui {

class NetworkModel;

// The modules of a network as a tree, with a line to look for some of them. UI thread.
class ModuleTree : public QWidget {
    Q_OBJECT

public:
    explicit ModuleTree(QWidget* parent = nullptr);

    [[nodiscard]] NetworkModel& model() { return *m_model; }
    // The tree opens as far as it stays in sight.
    void setModules(const std::vector<NetworkModule>& modules);
    // Null: none.
    [[nodiscard]] const NetworkModule* current() const;

Q_SIGNALS:
    void currentChanged();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void buildView();
    void filter(const QString& text);
    void expand();

    NetworkModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QTreeView* m_view;
};

} // namespace tessera::ui

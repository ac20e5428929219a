#pragma once

#include "core/api/experiment.h"
#include "core/api/run.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;

namespace tessera::ui {

class EmptyState;
class RunActions;
class RunsFilter;
class RunsModel;
class RunsTable;
class Services;

// The runs of the open store. What is selected here is what the views show, and the other way
// round. UI thread.
class RunsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunsPanel(Services& services, QWidget* parent = nullptr);

    // What the search field holds (RunsFilter::help()). Runs that it hides stay in the views.
    void setFilter(const QString& text);
    [[nodiscard]] QString filter() const;

    // For the menus of the window.
    [[nodiscard]] RunActions& actions() const { return *m_actions; }
    [[nodiscard]] QMenu* columnsMenu() const;

Q_SIGNALS:
    // Buttons of the empty list.
    void runRequested();
    void openStoreRequested();
    // The panel has changed its filter itself; the search field follows.
    void filterChanged(const QString& text);
    void runAgainRequested(const tessera::Experiment& experiment);
    void useSetupRequested(const tessera::Experiment& experiment);
    void compareRequested();
    // A whole sentence for the status bar.
    void said(const QString& sentence);

private:
    enum class Lack { Nothing, Store, Runs, Matches };

    void build();
    void connectActions();
    void showChosen();
    void followViews();
    void selectNextAfter(const std::vector<RunId>& runs);
    void refresh();
    void openMenu(const QPoint& at);
    void onEmptyButton();

    Services& m_services;
    RunsModel* m_runs;
    RunsFilter* m_filter;
    RunsTable* m_table;
    RunActions* m_actions;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_summary = nullptr;
    Lack m_lack = Lack::Nothing;
    QTimer m_choice;          // one key press changes both current row and selection
    bool m_following = false; // the selection comes from the views
};

// "3 runs: mean accuracy 88.2%, from 84.1% to 91.0%."; empty for fewer than two runs.
[[nodiscard]] QString summaryOf(const std::vector<const RunRecord*>& runs);

} // namespace tessera::ui

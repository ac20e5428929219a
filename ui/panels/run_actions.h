#pragma once

#include "core/api/experiment.h"
#include "core/api/run.h"

#include <QAction>
#include <QObject>

#include <filesystem>
#include <vector>

namespace tessera::ui {

class RunExport;
class Services;

// What can be done with the chosen runs, as actions for menus, buttons and keys. Enabled where it
// makes sense; a tool tip says why where it does not. UI thread.
class RunActions : public QObject {
    Q_OBJECT

public:
    // Dialogs stand before `window`, which owns this object.
    RunActions(Services& services, QWidget* window);

    // The runs that the actions speak of, the one in focus first.
    void setRuns(std::vector<RunId> runs);
    [[nodiscard]] const std::vector<RunId>& runs() const { return m_runs; }
    // In the order of a menu, separators included.
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }
    // By objectName ("runs.rename"); null if there is none.
    [[nodiscard]] QAction* find(const QString& name) const;
    // Looks again at what is possible: runs or store have changed.
    void refresh();

Q_SIGNALS:
    void renameRequested(const tessera::RunId& run);
    void aboutToRemove(const std::vector<tessera::RunId>& runs);
    void runAgainRequested(const tessera::Experiment& experiment);
    void useSetupRequested(const tessera::Experiment& experiment);
    // The runs have been added to those that are compared.
    void compareRequested();
    // A whole sentence about what was saved or copied.
    void said(const QString& sentence);

private:
    enum class Needs { OneRun, Runs };
    QAction* add(const QString& name, const QString& text, const QString& icon,
                 const QKeySequence& keys, Needs needs, void (RunActions::*handler)());
    void addSeparator();
    [[nodiscard]] std::vector<const RunRecord*> records() const;
    [[nodiscard]] QString obstacle(const QAction& action) const;

    void rename();
    void star();
    void editTags();
    void editNote();
    void remove();
    void runAgain();
    void useSetup();
    void compare();
    void exportJson();
    void exportToken();
    void copyCommand();
    void revealFolder();

    Services& m_services;
    QWidget* m_window;
    RunExport* m_export;
    std::vector<RunId> m_runs;
    QList<QAction*> m_all;
};

// The line that repeats a run of this store's file, quoted for a shell.
[[nodiscard]] QString commandLineOf(const RunId& run, const std::filesystem::path& store);

} // namespace tessera::ui

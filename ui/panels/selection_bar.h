#pragma once

#include "core/api/run_view.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace tessera::ui {

class ElidedLabel;
class Services;

// How many samples of the run in focus are chosen, with what can be done about it: choose some by
// what the networks made of them, keep the choice with the run under a name, find it again. Hidden
// while the run has no samples. UI thread.
class SelectionBar : public QWidget {
    Q_OBJECT

public:
    // `name`: of the view, for object names.
    SelectionBar(Services& services, const QString& name, QWidget* parent = nullptr);

    // Null: none.
    void setRun(RunViewPtr run);

private:
    void refresh();
    void fillMenu();
    void addPredictions(QMenu& menu);
    void addClasses(QMenu& menu);
    void addSaved(QMenu& menu);
    void addChoice(QMenu& menu, const QString& text, std::vector<int> samples);
    void save();
    void remove(const std::string& name);
    void edit(const RunId& run, std::vector<SavedSelection> selections, const QString& label);
    // As the store has it by now; null: not there yet.
    [[nodiscard]] const RunRecord* record() const;
    [[nodiscard]] SnapshotPtr snapshot() const;

    Services& m_services;
    RunViewPtr m_run;
    ElidedLabel* m_text;
    QToolButton* m_choose;
    QToolButton* m_save;
    QToolButton* m_clear;
    QMenu* m_menu;
};

} // namespace tessera::ui

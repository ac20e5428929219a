#pragma once

#include "core/api/ids.h"
#include "core/api/study_desk.h"
#include "ui/plots/plot.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTabWidget;
class QToolButton;

namespace tessera::ui {

class EmptyState;
class PlotFrame;
class QueueModel;
class Services;
class StudyChart;
class StudyControl;
class StudyTableModel;
class StudyWatch;

// What a study has come to: how far it is, a table that fills while it runs, a summary, what
// failed, and the reports. UI thread.
class StudyResults : public QWidget {
    Q_OBJECT

public:
    StudyResults(Services& services, StudyWatch& watch, StudyControl& control,
                 QWidget* parent = nullptr);

    [[nodiscard]] Plot* plot() const;

Q_SIGNALS:
    // A row was double-clicked: its runs.
    void runsChosen(const std::vector<tessera::RunId>& runs);
    void reportRequested(tessera::StudyReportKind kind);
    // To look at it, wherever it is kept.
    void pageRequested();
    void plotExportRequested(tessera::ui::Plot* plot);

private:
    void build();
    QWidget* buildHead();
    QWidget* buildTable();
    QWidget* buildSummary();
    QWidget* buildButtons();
    QPushButton* makeButton(const QString& name, const QString& text, const QString& iconName,
                            QWidget* parent);
    void refresh();
    void refreshHead();
    void refreshChoices();
    void refreshWords();
    void onActivated(const QModelIndex& index);
    [[nodiscard]] QString countsText(const StudyOverview& overview) const;

    Services& m_services;
    StudyWatch& m_watch;
    StudyControl& m_control;
    QueueModel* m_queue;
    StudyTableModel* m_rows;
    QSortFilterProxyModel* m_sorted;
    QLabel* m_counts = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_time = nullptr;
    QPushButton* m_cancel = nullptr;
    QComboBox* m_compared = nullptr;
    QTabWidget* m_pages = nullptr;
    QTableView* m_table = nullptr;
    QComboBox* m_setting = nullptr;
    QWidget* m_settingLine = nullptr;
    PlotFrame* m_chart = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QPlainTextEdit* m_leftOut = nullptr; // what failed, was not measured, or is repeated
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    std::vector<QPushButton*> m_reports;
};

} // namespace tessera::ui

#pragma once

#include "ui/compare/comparison.h"
#include "ui/panels/view.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tessera::ui {

class BoxPlot;
class CompareControls;
class CurvesSection;
class PairPlot;
class PlotFrame;
struct PlotEntry;
class TableSection;

// Any runs side by side: first what differs in their setup, then what they came to, group by group
// and pair by pair, which classes they confuse, and their curves. UI thread.
class CompareView : public View {
    Q_OBJECT

public:
    explicit CompareView(Services& services, QWidget* parent = nullptr);

    // Which runs are compared it knows from ComparedRuns; these are some of them as they grow.
    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] std::vector<Plot*> plots() const override;

    // What is shown belongs to the runs and choices of now.
    [[nodiscard]] bool isUpToDate() const { return !m_stale && !m_comparison.isRunning(); }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildEmpty();
    void buildPage();
    [[nodiscard]] PlotFrame* addFrame(QVBoxLayout& page, const PlotEntry& entry);
    void connectParts();
    void onRuns();
    void refresh();
    void onComputed();
    void onConfusion();
    void showFields();
    void askForAnswers();
    void makeRoom();

    Services& m_services;
    Comparison m_comparison;
    bool m_stale = true; // runs have changed while nobody looked
    ConfusionPlot::Choice m_asked;
    QStackedWidget* m_stack;
    QScrollArea* m_area = nullptr;
    QLabel* m_overview = nullptr;
    QPushButton* m_clear = nullptr;
    TableSection* m_fields = nullptr;
    QCheckBox* m_allFields = nullptr;
    CompareControls* m_controls = nullptr;
    TableSection* m_groups = nullptr;
    QLabel* m_findings = nullptr;
    std::vector<PlotFrame*> m_frames;
    BoxPlot* m_boxes = nullptr;
    PairPlot* m_pairs = nullptr;
    ConfusionPlot* m_confusion = nullptr;
    CurvesSection* m_curves = nullptr;
};

} // namespace tessera::ui

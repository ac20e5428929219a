#pragma once

#include "ui/plots/plot.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace tessera::ui {

class PlotFrame;

// The curves of the compared runs in one plot; which curves is to be chosen. Plots are made when
// they are first looked at. UI thread.
class CurvesSection : public QWidget {
    Q_OBJECT

public:
    CurvesSection(const PlotContext& context, QWidget* parent);

    // `compared`: how many there are, of which these are the first.
    void setRuns(const std::vector<RunViewPtr>& runs, std::size_t compared);
    [[nodiscard]] Plot* plot() const; // that is shown

Q_SIGNALS:
    void exportRequested(tessera::ui::Plot* plot);

private:
    void showKind();
    void makeRoom();

    PlotContext m_context;
    std::vector<RunViewPtr> m_runs;
    QComboBox* m_kind;
    QLabel* m_limit;
    QStackedWidget* m_stack;
    std::vector<PlotFrame*> m_frames; // as the kinds; null: not made yet
};

} // namespace tessera::ui

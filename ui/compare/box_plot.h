#pragma once

#include "ui/compare/chart_plot.h"
#include "ui/compare/compare_data.h"

namespace tessera::ui {

// What the runs of each group came to: a box over seeds, and a point for each run. Groups of few
// runs are points only. UI thread.
class BoxPlot : public ChartPlot {
    Q_OBJECT

public:
    static constexpr const char* kId = "compare.boxes";

    BoxPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    // Null: there is nothing to compare.
    void setData(CompareDataPtr data);
    void setRuns(const std::vector<RunViewPtr>&) override {} // it is told by setData()
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] QString intervalText() const override;

protected:
    void fill(QChart& chart, const PlotLook& look) override;
    [[nodiscard]] QString caption() const override;
    [[nodiscard]] int stops() const override;
    [[nodiscard]] QString readoutAt(int stop) const override;

private:
    void addBoxes(QChart& chart, const PlotLook& look) const;
    void addPoints(QChart& chart, const PlotLook& look);

    CompareDataPtr m_data;
};

} // namespace tessera::ui

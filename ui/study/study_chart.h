#pragma once

#include "core/api/study_desk.h"
#include "ui/compare/chart_plot.h"

#include <memory>

namespace tessera::ui {

// Accuracy of each method of a study, a bar with its interval over seeds; one setting at a time.
// UI thread.
class StudyChart : public ChartPlot {
    Q_OBJECT

public:
    static constexpr const char* kId = "study.methods";

    StudyChart(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    // May be null: nothing to show.
    void setOverview(std::shared_ptr<const StudyOverview> overview, std::size_t setting);
    void setRuns(const std::vector<RunViewPtr>&) override {} // it is told by setOverview()
    [[nodiscard]] bool isEmpty() const override { return m_bars.empty(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] QString intervalText() const override;

protected:
    void fill(QChart& chart, const PlotLook& look) override;
    [[nodiscard]] QString caption() const override;
    [[nodiscard]] int stops() const override { return static_cast<int>(m_bars.size()); }
    [[nodiscard]] QString readoutAt(int stop) const override;

private:
    [[nodiscard]] QString nameOf(const StudyMethodRow& bar) const;
    // Which methods have no bar; empty: all have one.
    [[nodiscard]] QString withoutText() const;

    std::shared_ptr<const StudyOverview> m_overview;
    std::size_t m_setting = 0;
    std::vector<StudyMethodRow> m_bars; // of the setting
    QStringList m_without;              // methods that have no result in it
};

} // namespace tessera::ui

// The heat maps as parts of their table, for programs that draw it themselves.
#include "ui/plots/activation_plot.h"
#include "ui/plots/heat_map.h"
#include "ui/plots/plot_axes.h"

namespace tessera::ui {

std::vector<PlotAxes> ActivationPlot::axes(const Theme&) const {
    std::vector<PlotAxes> both;
    if (isEmpty()) {
        return both;
    }
    int column = 2; // after sample and class
    for (const auto side : {Side::Source, Side::Receiver}) {
        PlotAxes axes;
        axes.title = titleText(side);
        axes.x = tr("unit");
        axes.y = tr("sample");
        axes.diverging = m_shown.scale == ValueScale::Standardised;
        PlotSeries series;
        series.kind = PlotSeries::Kind::Cells;
        series.name = side == Side::Source ? tr("source") : tr("receiver");
        series.x = column;
        column += static_cast<int>(half(side).values().columns);
        series.y = column - 1;
        axes.series.push_back(std::move(series));
        both.push_back(std::move(axes));
    }
    return both;
}

std::vector<RunViewPtr> ActivationPlot::shownRuns() const {
    return m_run ? std::vector{m_run} : std::vector<RunViewPtr>();
}

} // namespace tessera::ui

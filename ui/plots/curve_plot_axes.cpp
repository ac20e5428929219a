// The curves as series of their table, for programs that draw it themselves.
#include "ui/plots/curve_plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr std::size_t kNames = 4; // columns that say whose curve a row belongs to
constexpr int kEpoch = 4, kValue = 5;

// The first row after `begin` that belongs to something else.
std::size_t endOfCurve(const PlotTable& table, std::size_t begin) {
    std::size_t end = begin;
    while (end < table.rows.size() &&
           std::equal(table.rows[begin].begin(), table.rows[begin].begin() + kNames,
                      table.rows[end].begin())) {
        ++end;
    }
    return end;
}

} // namespace

std::vector<PlotAxes> CurvePlot::axes(const Theme& theme) const {
    PlotAxes axes;
    axes.x = tr("epoch");
    axes.y =
        m_kind.percent ? tr("share of inputs (%)") : seriesAxisText(m_kind.lines.front().series);
    axes.logarithmicY = isLogarithmic();
    const auto rows = table();
    std::size_t row = 0;
    for (const auto& curve : m_set.curves) {
        if (curve.points.empty() || row >= rows.rows.size()) {
            continue;
        }
        PlotSeries series;
        series.firstRow = row;
        row = endOfCurve(rows, row);
        series.rows = row - series.firstRow;
        series.x = kEpoch;
        series.y = kValue;
        const bool behind = curve.style == CurveStyle::Background;
        series.name = behind              ? QString()
                      : m_runs.size() > 1 ? tr("%1 (%2)").arg(curveText(curve), runText(curve.run))
                                          : curveText(curve);
        series.colour = colourOf(curve, theme);
        series.line = dashOf(curve);
        series.marker = markerOf(curve);
        axes.series.push_back(std::move(series));
    }
    return {std::move(axes)};
}

QString CurvePlot::intervalText() const {
    const bool any = std::any_of(m_set.tests.begin(), m_set.tests.end(),
                                 [](const TestFigure& test) { return test.interval.has_value(); });
    return any || !m_set.bands.empty()
               ? tr("Intervals are Wilson's 95% intervals over the inputs of one run.")
               : QString();
}

} // namespace tessera::ui

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
constexpr int kEpoch = 4, kValue = 5, kLower = 6, kUpper = 7;
constexpr double kBeside = 0.04; // of the width, from one figure of the test to the next

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
    axes.logarithmicX = hasLogarithmicEpochs();
    axes.y =
        m_kind.percent ? tr("share of inputs (%)") : seriesAxisText(m_kind.lines.front().series);
    axes.logarithmicY = isLogarithmic();
    const auto rows = table();
    std::size_t row = 0;
    for (std::size_t i = 0; i < m_set.curves.size(); ++i) {
        const auto& curve = m_set.curves[i];
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
        if (m_set.bandOf(i) != nullptr) {
            series.lower = kLower;
            series.upper = kUpper;
        }
        if (!m_smoothed.empty()) { // what was measured lies behind, pale
            auto measured = series;
            measured.name.clear();
            measured.marker = Marker::None;
            measured.pale = true;
            axes.series.push_back(std::move(measured));
            series.lower = series.upper = -1;
            series.marker = m_runs.size() > 1 ? series.marker : Marker::None;
            series.y = static_cast<int>(rows.columns.size()) - 1;
        }
        axes.series.push_back(std::move(series));
    }
    addResults(axes, row, theme);
    return {std::move(axes)};
}

// What was measured on the test inputs stands at the end, one beside the other.
void CurvePlot::addResults(PlotAxes& axes, std::size_t row, const Theme& theme) const {
    double x = m_set.lastX;
    const auto add = [&](const QString& name, const QColor& colour, Marker marker) -> PlotSeries& {
        PlotSeries series;
        series.kind = PlotSeries::Kind::Marks;
        series.firstRow = row++;
        series.rows = 1;
        x += kBeside * m_set.lastX;
        series.fixedX = x;
        series.x = kEpoch;
        series.y = kValue;
        series.name = name;
        series.colour = colour;
        series.marker = marker;
        return axes.series.emplace_back(std::move(series));
    };
    for (const auto& test : m_set.tests) {
        auto& series = add(m_runs.size() > 1 ? tr("%1, %2").arg(runText(test.run), testText(test))
                                             : testText(test),
                           colourOf(test.run, theme), Marker::Diamond);
        series.lower = kLower;
        series.upper = kUpper;
    }
    for (const auto& control : m_set.controls) {
        add(controlValueText(control), theme.identity(Identity::Control), Marker::Cross);
    }
}

QString CurvePlot::intervalText() const {
    const bool any = std::any_of(m_set.tests.begin(), m_set.tests.end(),
                                 [](const TestFigure& test) { return test.interval.has_value(); });
    return any || !m_set.bands.empty()
               ? tr("Intervals are Wilson's 95% intervals over the inputs of one run.")
               : QString();
}

} // namespace tessera::ui

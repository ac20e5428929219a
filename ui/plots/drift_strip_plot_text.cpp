// The drift of the pairs in words and numbers: what DriftStripPlot tells to those who read rather
// than look.
#include "ui/plots/drift_strip_plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace tessera::ui {

QString DriftStripPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer, or choose a run, to see the drift of each pair of layers.");
    }
    return tr("The chosen run has no values for the drift of its pairs of layers.");
}

QString DriftStripPlot::rowText(int row) const {
    const auto& pair = m_strip.rows[static_cast<std::size_t>(row)].pair;
    if (pair.empty()) {
        return tr("mean over the pairs");
    }
    const auto layers = layersOfPair(pair);
    return layers ? tr("%1 > %2", "layer of the source, matched layer of the receiver")
                        .arg(fromUtf8(layers->source), fromUtf8(layers->receiver))
                  : fromUtf8(pair);
}

QString DriftStripPlot::stepText(std::int64_t step) const {
    return step == m_strip.readout ? tr("readout") : tr("epoch %1").arg(step);
}

QString DriftStripPlot::cellText(const Cell& cell) const {
    const auto& row = m_strip.rows[static_cast<std::size_t>(cell.row)];
    const auto& value = row.values[static_cast<std::size_t>(cell.step)];
    return tr("%1, %2: %3")
        .arg(rowText(cell.row), stepText(cell.step),
             value ? tr("%1 nats").arg(numberText(value, 3)) : tr("not measured"));
}

bool DriftStripPlot::hasMissing() const {
    return std::any_of(m_strip.rows.begin(), m_strip.rows.end(), [](const DriftRow& row) {
        return std::any_of(row.values.begin(), row.values.end(),
                           [](const auto& value) { return !value; });
    });
}

QStringList DriftStripPlot::captions() const {
    QStringList sentences;
    if (isEmpty()) {
        return sentences;
    }
    if (m_strip.rows.size() == 1 && m_strip.rows.front().pair.empty()) {
        sentences << tr("This run kept the mean only, and no single pairs.");
    }
    if (m_runs > 1) {
        sentences << tr("Of the first of %n run(s): %1.", nullptr, static_cast<int>(m_runs))
                         .arg(runName(m_run->record));
    }
    return sentences;
}

QString DriftStripPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{runSentence(m_run->record)};
    for (int row = 0; row < static_cast<int>(m_strip.rows.size()); ++row) {
        const auto& values = m_strip.rows[static_cast<std::size_t>(row)].values;
        const auto measured = [](const auto& value) { return value.has_value(); };
        const auto first = std::find_if(values.begin(), values.end(), measured);
        const auto last = std::find_if(values.rbegin(), values.rend(), measured);
        if (first == values.end()) {
            sentences << tr("%1: not measured.").arg(rowText(row));
            continue;
        }
        sentences << tr("%1: %2 nats at %3, %4 nats at %5.")
                         .arg(rowText(row), numberText(*first, 3), stepText(first - values.begin()),
                              numberText(*last, 3),
                              stepText(std::distance(last, values.rend()) - 1));
    }
    return (sentences << captions()).join(' ');
}

PlotTable DriftStripPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("pair of layers")};
    for (std::int64_t step = 0; step < m_strip.steps; ++step) {
        table.columns << tr("%1 (nats)", "step and unit").arg(stepText(step));
    }
    for (int row = 0; row < static_cast<int>(m_strip.rows.size()); ++row) {
        std::vector<QVariant> cells = {rowText(row)};
        for (const auto& value : m_strip.rows[static_cast<std::size_t>(row)].values) {
            cells.push_back(value ? QVariant(*value) : QVariant());
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<PlotAxes> DriftStripPlot::axes(const Theme&) const {
    if (isEmpty()) {
        return {};
    }
    PlotSeries cells;
    cells.kind = PlotSeries::Kind::Cells;
    cells.x = 1;
    cells.y = static_cast<int>(m_strip.steps);
    PlotAxes axes;
    axes.x = tr("epoch");
    axes.y = tr("pair of layers");
    axes.series.push_back(std::move(cells));
    return {std::move(axes)};
}

} // namespace tessera::ui

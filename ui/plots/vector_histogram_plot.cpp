#include "ui/plots/vector_histogram_plot.h"

#include "ui/plots/bars_item.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_key.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kHistogramMargin = 0.03;
constexpr int kBarAlpha = 90;

// From the axis up, along the counts and down again.
std::vector<CurveLinePoint> outline(const std::vector<double>& edges,
                                    const std::vector<std::int64_t>& counts) {
    std::vector<CurveLinePoint> points = {{edges.front(), 0.0}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto count = static_cast<double>(counts[i]);
        points.push_back({edges[i], count});
        points.push_back({edges[i + 1], count});
    }
    points.push_back({edges.back(), 0.0});
    return points;
}

Qt::PenStyle histogramDash(std::size_t vector) {
    return vector == 0 ? Qt::SolidLine : Qt::DashLine;
}

} // namespace

QString VectorHistogramPlot::plotTitle() {
    return tr("Histogram");
}

VectorHistogramPlot::VectorHistogramPlot(const PlotContext& context, QWidget* parent)
    : VectorPlot(context, plotTitle(), parent),
      m_bars(new BarsItem(canvas().xAxis, canvas().yAxis)) {
    canvas().yAxis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    setAxisTitle(*canvas().xAxis, {tr("value")});
    setAxisTitle(*canvas().yAxis, {tr("dimensions with such a value"), tr("dimensions")});
    finish();
}

void VectorHistogramPlot::rebuild() {
    m_histogram = histogramOf(vectors());
    for (auto* line : m_outlines) {
        canvas().removePlottable(line);
    }
    m_outlines.clear();
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        const auto& counts = m_histogram.counts[i];
        m_outlines.push_back(
            new CurveLineItem(canvas().xAxis, canvas().yAxis, outline(m_histogram.edges, counts)));
        for (std::size_t bin = 0; i == 0 && bin < counts.size(); ++bin) {
            bars.push_back({m_histogram.edges[bin], m_histogram.edges[bin + 1], 0.0,
                            static_cast<double>(counts[bin]), Qt::NoBrush});
        }
    }
    m_bars->setBars(std::move(bars));
}

void VectorHistogramPlot::restyle(const PlotLook& look) {
    auto fill = colourOf(0, *look.theme);
    fill.setAlpha(kBarAlpha);
    m_bars->setBrush(fill);
    for (std::size_t i = 0; i < m_outlines.size(); ++i) {
        m_outlines[i]->setPen(QPen(colourOf(i, *look.theme), look.line, histogramDash(i),
                                   Qt::FlatCap, Qt::MiterJoin));
    }
}

void VectorHistogramPlot::fitAxes() {
    if (isEmpty()) {
        return;
    }
    // Not by setRangeWithMargin(): the values may all be tiny.
    const double lower = m_histogram.edges.front(), upper = m_histogram.edges.back();
    const double room = kHistogramMargin * (upper - lower);
    canvas().xAxis->setRange(lower - room, upper + room);
    canvas().yAxis->setRange(0.0, 1.05 * static_cast<double>(m_histogram.most()));
}

std::int64_t VectorHistogramPlot::places() const {
    return std::max(0, m_histogram.bins());
}

QCPRange VectorHistogramPlot::placeSpan(std::int64_t place) const {
    const auto bin = static_cast<std::size_t>(place);
    return {m_histogram.edges[bin], m_histogram.edges[bin + 1]};
}

// With as many digits as tell the edges apart.
QString VectorHistogramPlot::edgeText(int edge) const {
    const auto& edges = m_histogram.edges;
    const double largest = std::max(std::abs(edges.front()), std::abs(edges.back()));
    const double digits = std::ceil(std::log10(largest / (edges[1] - edges[0]))) + 2.0;
    return numberText(edges[static_cast<std::size_t>(edge)],
                      static_cast<int>(std::clamp(digits, 3.0, 12.0)));
}

QString VectorHistogramPlot::placeText(std::int64_t place) const {
    const auto bin = static_cast<int>(place);
    QStringList counts;
    for (const auto& of : m_histogram.counts) {
        counts << tr("%n dimension(s)", nullptr,
                     static_cast<int>(of[static_cast<std::size_t>(bin)]));
    }
    return tr("from %1 to under %2: %3", "values of a bin, then how many there are")
        .arg(edgeText(bin), edgeText(bin + 1), eachText(counts));
}

QString VectorHistogramPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto bin = m_histogram.binOf(canvas().xAxis->pixelToCoord(position.x()));
    return bin ? placeText(*bin) : QString();
}

std::vector<KeyEntry> VectorHistogramPlot::keyEntries(const PlotLook& look) const {
    std::vector<KeyEntry> entries;
    for (std::size_t i = 0; vectors().isPair() && i < m_histogram.counts.size(); ++i) {
        entries.push_back({nameOf(i), look.theme->text, colourOf(i, *look.theme), Marker::None,
                           histogramDash(i), look.line});
    }
    return entries;
}

QStringList VectorHistogramPlot::ownSentences() const {
    QStringList sentences;
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        const auto& counts = m_histogram.counts[i];
        const auto fullest = std::max_element(counts.begin(), counts.end());
        if (*fullest == 0) {
            continue;
        }
        const auto bin = static_cast<int>(fullest - counts.begin());
        const auto text = tr("The fullest of %1 bins goes from %2 to under %3 and holds %4.")
                              .arg(QLocale().toString(m_histogram.bins()), edgeText(bin),
                                   edgeText(bin + 1), QLocale().toString(*fullest));
        sentences << (vectors().isPair() ? tr("%1: %2").arg(nameOf(i), text) : text);
    }
    return sentences;
}

PlotTable VectorHistogramPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("from"), tr("to under")};
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        table.columns << (vectors().isPair() ? tr("dimensions, %1").arg(nameOf(i))
                                             : tr("dimensions"));
    }
    for (std::size_t bin = 0; bin + 1 < m_histogram.edges.size(); ++bin) {
        std::vector<QVariant> row = {m_histogram.edges[bin], m_histogram.edges[bin + 1]};
        for (const auto& counts : m_histogram.counts) {
            row.emplace_back(static_cast<qlonglong>(counts[bin]));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<PlotAxes> VectorHistogramPlot::axes(const Theme& theme) const {
    PlotAxes axes;
    axes.x = tr("value");
    axes.y = tr("dimensions");
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        PlotSeries series;
        series.kind = PlotSeries::Kind::Bars;
        series.name = nameOf(i);
        series.y = static_cast<int>(i) + 2;
        series.end = 1;
        series.colour = colourOf(i, theme);
        series.line = histogramDash(i);
        axes.series.push_back(std::move(series));
    }
    return {std::move(axes)};
}

} // namespace tessera::ui

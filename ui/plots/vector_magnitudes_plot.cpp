#include "ui/plots/vector_magnitudes_plot.h"

#include "ui/plots/curve_line.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_key.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kMostVectorPoints = 1'200;
constexpr std::size_t kMostVectorMarkers = 40;

Qt::PenStyle dashOf(std::size_t vector) {
    return vector == 0 ? Qt::SolidLine : Qt::DashLine;
}

Marker markerOf(std::size_t vector) {
    return vector == 0 ? Marker::Disc : Marker::OpenSquare;
}

} // namespace

QString VectorMagnitudesPlot::plotTitle() {
    return tr("Sorted magnitudes");
}

VectorMagnitudesPlot::VectorMagnitudesPlot(const PlotContext& context, QWidget* parent)
    : VectorPlot(context, plotTitle(), parent) {
    canvas().xAxis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    canvas().yAxis->setTicker(QSharedPointer<LogTicks>::create());
    setAxisTitle(*canvas().xAxis, {tr("rank, largest first"), tr("rank")});
    setAxisTitle(*canvas().yAxis, {tr("magnitude (logarithmic)"), tr("magnitude")});
    finish();
}

void VectorMagnitudesPlot::rebuild() {
    canvas().clearPlottables();
    m_lines.clear();
    m_sorted.clear();
    for (const auto& vector : vectors().vectors) {
        m_sorted.push_back(sortedMagnitudes(vector));
    }
    m_ranks = shownRanks(lastRank(), kMostVectorPoints);
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        std::vector<CurveLinePoint> points;
        for (const auto rank : m_ranks) {
            const auto magnitude = magnitudeAt(i, rank);
            points.push_back({static_cast<double>(rank), std::nullopt});
            if (magnitude && *magnitude > 0.0F) {
                points.back().y = std::log10(static_cast<double>(*magnitude));
            }
        }
        m_lines.push_back(new CurveLineItem(canvas().xAxis, canvas().yAxis, std::move(points)));
    }
}

bool VectorMagnitudesPlot::isEmpty() const {
    return std::all_of(m_sorted.begin(), m_sorted.end(), [](const std::vector<float>& sorted) {
        return sorted.empty() || sorted.front() == 0.0F;
    });
}

QString VectorMagnitudesPlot::emptyText() const {
    return lastRank() > 0 ? tr("All numbers are 0, which a logarithmic axis does not have.")
                          : VectorPlot::emptyText();
}

std::int64_t VectorMagnitudesPlot::lastRank() const {
    std::size_t most = 0;
    for (const auto& sorted : m_sorted) {
        most = std::max(most, sorted.size());
    }
    return static_cast<std::int64_t>(most);
}

std::optional<float> VectorMagnitudesPlot::magnitudeAt(std::size_t vector,
                                                       std::int64_t rank) const {
    const auto& sorted = m_sorted[vector];
    const auto index = static_cast<std::size_t>(rank - 1);
    return index < sorted.size() ? std::optional(sorted[index]) : std::nullopt;
}

void VectorMagnitudesPlot::restyle(const PlotLook& look) {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setPen(
            QPen(colourOf(i, *look.theme), 1.2 * look.line, dashOf(i), Qt::FlatCap, Qt::RoundJoin));
        m_lines[i]->setBrush(look.theme->base);
        m_lines[i]->setMarker(m_ranks.size() <= kMostVectorMarkers ? markerOf(i) : Marker::None,
                              look.onPage ? 3.5 : 6.0);
    }
}

void VectorMagnitudesPlot::fitAxes() {
    if (isEmpty()) {
        return;
    }
    std::optional<QCPRange> logarithms;
    for (const auto* line : m_lines) {
        bool found = false;
        const auto range = line->getValueRange(found, QCP::sdBoth, QCPRange());
        if (found) {
            logarithms = logarithms ? logarithms->expanded(range) : range;
        }
    }
    setRangeWithMargin(*canvas().xAxis, 1.0, static_cast<double>(lastRank()), 0.03);
    setRangeWithMargin(*canvas().yAxis, logarithms->lower, logarithms->upper, 0.05);
}

std::int64_t VectorMagnitudesPlot::places() const {
    return isEmpty() ? 0 : static_cast<std::int64_t>(m_ranks.size());
}

QCPRange VectorMagnitudesPlot::placeSpan(std::int64_t place) const {
    const auto rank = static_cast<double>(m_ranks[static_cast<std::size_t>(place)]);
    return {rank, rank};
}

QString VectorMagnitudesPlot::rankText(std::int64_t rank) const {
    QStringList values;
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        const auto magnitude = magnitudeAt(i, rank);
        values << numberText(magnitude ? std::optional<double>(*magnitude) : std::nullopt);
    }
    return tr("rank %1 of %2: %3")
        .arg(QLocale().toString(rank), QLocale().toString(lastRank()), eachText(values));
}

QString VectorMagnitudesPlot::placeText(std::int64_t place) const {
    return rankText(m_ranks[static_cast<std::size_t>(place)]);
}

QString VectorMagnitudesPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const double rank = std::round(canvas().xAxis->pixelToCoord(position.x()));
    const bool known = rank >= 1.0 && rank <= static_cast<double>(lastRank());
    return known ? rankText(static_cast<std::int64_t>(rank)) : QString();
}

std::vector<KeyEntry> VectorMagnitudesPlot::keyEntries(const PlotLook& look) const {
    std::vector<KeyEntry> entries;
    for (std::size_t i = 0; vectors().isPair() && i < m_lines.size(); ++i) {
        entries.push_back({nameOf(i), look.theme->text, colourOf(i, *look.theme),
                           m_ranks.size() <= kMostVectorMarkers ? markerOf(i) : Marker::None,
                           dashOf(i), 1.2 * look.line});
    }
    return entries;
}

QStringList VectorMagnitudesPlot::captions() const {
    auto sentences = VectorPlot::captions();
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        const auto& sorted = m_sorted[i];
        const auto zeros = std::count(sorted.begin(), sorted.end(), 0.0F);
        if (zeros == 0) {
            continue;
        }
        const auto number = QLocale().toString(static_cast<qlonglong>(zeros));
        sentences
            << (vectors().isPair()
                    ? tr("Zeros, which have no place on this axis, %1: %2.").arg(nameOf(i), number)
                    : tr("Zeros, which have no place on this axis: %1.").arg(number));
    }
    return sentences;
}

QStringList VectorMagnitudesPlot::ownSentences() const {
    QStringList sentences;
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        const auto& sorted = m_sorted[i];
        if (sorted.empty()) {
            continue;
        }
        const auto text =
            tr("Magnitudes fall from %1 by way of %2 in the middle to %3.")
                .arg(numberText(sorted.front()), numberText(sorted[sorted.size() / 2]),
                     numberText(sorted.back()));
        sentences << (vectors().isPair() ? tr("%1: %2").arg(nameOf(i), text) : text);
    }
    return sentences;
}

PlotTable VectorMagnitudesPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("rank")};
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        table.columns << (vectors().isPair() ? tr("magnitude, %1").arg(nameOf(i))
                                             : tr("magnitude"));
    }
    for (const auto rank : m_ranks) {
        std::vector<QVariant> row = {static_cast<qlonglong>(rank)};
        for (std::size_t i = 0; i < m_sorted.size(); ++i) {
            const auto magnitude = magnitudeAt(i, rank);
            row.push_back(magnitude ? QVariant(static_cast<double>(*magnitude)) : QVariant());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<PlotAxes> VectorMagnitudesPlot::axes(const Theme& theme) const {
    PlotAxes axes;
    axes.x = tr("rank, largest first");
    axes.y = tr("magnitude");
    axes.logarithmicY = true;
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        PlotSeries series;
        series.name = nameOf(i);
        series.y = static_cast<int>(i) + 1;
        series.colour = colourOf(i, theme);
        series.line = dashOf(i);
        series.marker = m_ranks.size() <= kMostVectorMarkers ? markerOf(i) : Marker::None;
        axes.series.push_back(std::move(series));
    }
    return {std::move(axes)};
}

} // namespace tessera::ui

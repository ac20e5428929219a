#include "ui/plots/vector_difference_plot.h"

#include "ui/plots/bars_item.h"
#include "ui/plots/colour_maps.h"
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

constexpr double kBarShare = 0.9;   // of a dimension's width
constexpr double kWideEnough = 3.0; // pixels of a dimension with room for a gap

} // namespace

// A bar for each dimension, or, where several share a pixel, from the least to the greatest of
// them: whatever the zoom, and drawn anew with it.
class VectorDifferencePlot::Stems : public BarsItem {
public:
    Stems(QCPAxis* x, QCPAxis* y, const std::vector<float>& values)
        : BarsItem(x, y), m_values(values) {}
    QColor more, less, zero;

protected:
    void draw(QCPPainter* painter) override {
        const QRectF area = clipRect();
        const auto& range = mKeyAxis->range();
        const int columns = std::max(1, static_cast<int>(std::lround(area.width())));
        const auto count = static_cast<std::int64_t>(m_values.size());
        std::vector<Bar> bars;
        if (range.size() * kWideEnough <= columns) {
            const auto first = std::max<std::int64_t>(0, std::llround(range.lower));
            const auto last =
                std::min(count - 1, static_cast<std::int64_t>(std::llround(range.upper)));
            for (auto d = first; d <= last; ++d) {
                const auto middle = static_cast<double>(d);
                addBars(bars, {d, d}, middle - 0.5 * kBarShare, middle + 0.5 * kBarShare);
            }
        } else {
            const double width = range.size() / columns;
            const auto ranges = dimensionColumns(count, range.lower, range.upper, columns);
            for (std::size_t i = 0; i < ranges.size(); ++i) {
                const double left = range.lower + static_cast<double>(i) * width;
                addBars(bars, ranges[i], left, left + width);
            }
        }
        drawBars(*painter, bars);
        painter->setPen(QPen(zero, 1.0));
        const double y = mValueAxis->coordToPixel(0.0);
        if (y >= area.top() && y <= area.bottom()) {
            painter->drawLine(QLineF(area.left(), y, area.right(), y));
        }
    }

private:
    void addBars(std::vector<Bar>& bars, const DimensionRange& range, double left,
                 double right) const {
        const auto figures = figuresIn(m_values, range);
        if (figures.any && figures.greatest > 0.0F) {
            bars.push_back({left, right, 0.0, figures.greatest, QBrush(more)});
        }
        if (figures.any && figures.least < 0.0F) {
            bars.push_back({left, right, figures.least, 0.0, QBrush(less)});
        }
    }

    const std::vector<float>& m_values;
};

QString VectorDifferencePlot::plotTitle() {
    return tr("Difference");
}

VectorDifferencePlot::VectorDifferencePlot(const PlotContext& context, QWidget* parent)
    : VectorPlot(context, plotTitle(), parent),
      m_stems(new Stems(canvas().xAxis, canvas().yAxis, m_difference)) {
    canvas().xAxis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    setAxisTitle(*canvas().xAxis, {tr("dimension")});
    finish();
}

void VectorDifferencePlot::rebuild() {
    m_difference = differenceOf(vectors());
    setAxisTitle(*canvas().yAxis,
                 vectors().isPair()
                     ? QStringList{tr("%1 minus %2").arg(nameOf(1), nameOf(0)), tr("difference")}
                     : QStringList{tr("difference")});
}

QString VectorDifferencePlot::emptyText() const {
    if (!vectors().isPair()) {
        return tr("Choose a second token to see where the two differ.");
    }
    const auto left = vectors().vectors[0].size(), right = vectors().vectors[1].size();
    if (left == right) {
        return tr("The vectors of these tokens are empty.");
    }
    return tr("There is no difference by dimension: one vector has %1 numbers, the other one %2.")
        .arg(QLocale().toString(static_cast<qulonglong>(left)),
             QLocale().toString(static_cast<qulonglong>(right)));
}

void VectorDifferencePlot::restyle(const PlotLook& look) {
    const auto gradient = divergingGradient(*look.theme);
    constexpr double kMore = 0.8, kLess = 0.2; // where the map is strong, but not dark
    const QCPRange range(0.0, 1.0);
    m_stems->more = QColor(QCPColorGradient(gradient).color(kMore, range));
    m_stems->less = QColor(QCPColorGradient(gradient).color(kLess, range));
    m_stems->zero = look.theme->mutedText;
}

void VectorDifferencePlot::fitAxes() {
    if (isEmpty()) {
        return;
    }
    const auto count = static_cast<double>(m_difference.size());
    canvas().xAxis->setRange(-0.5, std::max(0.5, count - 0.5));
    const auto all =
        figuresIn(m_difference, {0, static_cast<std::int64_t>(m_difference.size()) - 1});
    const double lower = std::min(0.0F, all.least), upper = std::max(0.0F, all.greatest);
    // Not by setRangeWithMargin(): the differences may all be tiny.
    const double room = upper > lower ? 0.05 * (upper - lower) : 1.0;
    canvas().yAxis->setRange(lower - room, upper + room);
}

std::int64_t VectorDifferencePlot::places() const {
    return static_cast<std::int64_t>(m_difference.size());
}

QCPRange VectorDifferencePlot::placeSpan(std::int64_t place) const {
    const auto middle = static_cast<double>(place);
    return {middle - 0.5, middle + 0.5};
}

QString VectorDifferencePlot::placeText(std::int64_t place) const {
    const auto index = static_cast<std::size_t>(place);
    const float value = m_difference[index];
    return tr("dimension %1: %2 (%3)", "dimension, difference, both values")
        .arg(QLocale().toString(place),
             std::isfinite(value) ? numberText(value) : tr("not measured"),
             eachText(
                 {valueText(vectors().vectors[0][index]), valueText(vectors().vectors[1][index])}));
}

QString VectorDifferencePlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const auto& range = canvas().xAxis->range();
    const int columns = std::max(1, rect.width());
    const auto ranges = dimensionColumns(places(), range.lower, range.upper, columns);
    const int column = std::clamp(position.x() - rect.left(), 0, columns - 1);
    const auto under = ranges[static_cast<std::size_t>(column)];
    if (under.isEmpty()) {
        return {};
    }
    if (under.first == under.last) {
        return placeText(under.first);
    }
    const auto figures = figuresIn(m_difference, under);
    return tr("dimensions %1 to %2: from %3 to %4")
        .arg(QLocale().toString(under.first), QLocale().toString(under.last),
             numberText(figures.any ? std::optional<double>(figures.least) : std::nullopt),
             numberText(figures.any ? std::optional<double>(figures.greatest) : std::nullopt));
}

std::vector<KeyEntry> VectorDifferencePlot::keyEntries(const PlotLook& look) const {
    const auto& text = look.theme->text;
    return {
        {tr("%1 is greater").arg(nameOf(1)), text, m_stems->more, Marker::Block, Qt::NoPen, 1.0},
        {tr("%1 is greater").arg(nameOf(0)), text, m_stems->less, Marker::Block, Qt::NoPen, 1.0}};
}

QStringList VectorDifferencePlot::ownSentences() const {
    const auto all = figuresOf(m_difference);
    if (all.finite() == all.zeros) {
        return {all.finite() == 0 ? tr("No difference could be measured.")
                                  : tr("The vectors are the same in every measured dimension.")};
    }
    const auto largest =
        figuresIn(m_difference, {0, static_cast<std::int64_t>(m_difference.size()) - 1});
    return {tr("%1 of %2 dimensions differ; the largest difference is %3, in dimension %4.")
                .arg(QLocale().toString(all.finite() - all.zeros), QLocale().toString(all.finite()),
                     numberText(m_difference[static_cast<std::size_t>(largest.strongest)]),
                     QLocale().toString(largest.strongest))};
}

PlotTable VectorDifferencePlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("dimension"), nameOf(0), nameOf(1), tr("difference")};
    for (std::size_t d = 0; d < m_difference.size(); ++d) {
        const auto cell = [](float value) {
            return std::isfinite(value) ? QVariant(static_cast<double>(value)) : QVariant();
        };
        table.rows.push_back({static_cast<qlonglong>(d), cell(vectors().vectors[0][d]),
                              cell(vectors().vectors[1][d]), cell(m_difference[d])});
    }
    return table;
}

std::vector<PlotAxes> VectorDifferencePlot::axes(const Theme& theme) const {
    PlotAxes axes;
    axes.x = tr("dimension");
    axes.y = tr("difference");
    PlotSeries series;
    series.y = 3;
    series.colour = theme.text;
    axes.series.push_back(std::move(series));
    return {std::move(axes)};
}

} // namespace tessera::ui

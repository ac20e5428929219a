#include "ui/plots/heat_map.h"

#include "ui/plots/colour_maps.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_key.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kStripGap = 9; // between axis and map: the class colours stand here
constexpr int kMostClassTicks = 20;
constexpr double kMostDeviations = 3.0; // beyond them, a standardised value has the end's colour

// The data's range counts from the middle of the first cell to the middle of the last one; one cell
// alone needs its width.
QCPRange cellRange(std::int64_t cells) {
    return cells > 1 ? QCPRange(0.0, static_cast<double>(cells - 1)) : QCPRange(-0.5, 0.5);
}

} // namespace

QVector<double> ClassTicks::createTickVector(double, const QCPRange& range) {
    QVector<double> ticks;
    const auto& order = m_rows->order;
    const auto labelOf = [this](int sample) {
        return m_rows->labels[static_cast<std::size_t>(sample)];
    };
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && labelOf(order[end]) == labelOf(order[begin])) {
            ++end;
        }
        const double top = std::max(range.lower, static_cast<double>(begin) - 0.5);
        const double bottom = std::min(range.upper, static_cast<double>(end) - 0.5);
        if (bottom - top > 0.02 * range.size()) {
            ticks.append(0.5 * (top + bottom));
        }
        begin = end;
    }
    const auto thin = (ticks.size() + kMostClassTicks - 1) / kMostClassTicks;
    for (qsizetype i = ticks.size() - 1; thin > 1 && i >= 0; --i) {
        if (i % thin != 0) {
            ticks.removeAt(i);
        }
    }
    return ticks;
}

QString ClassTicks::getTickLabel(double tick, const QLocale& locale, QChar, int) {
    const auto last = static_cast<long>(m_rows->order.size()) - 1;
    const auto row = static_cast<std::size_t>(std::clamp(std::lround(tick), 0L, last));
    return locale.toString(m_rows->labels[static_cast<std::size_t>(m_rows->order[row])]);
}

// The classes as colours between axis and map.
class HeatMap::Strip : public QCPLayerable {
public:
    Strip(QCPAxisRect& rect, const HeatMapRows& rows)
        : QCPLayerable(rect.parentPlot(), "axes"), m_rect(rect), m_rows(rows) {}
    const Theme* theme = nullptr;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override {
        const auto& axis = *m_rect.axis(QCPAxis::atLeft);
        const auto box = m_rect.rect();
        painter->setPen(Qt::NoPen);
        for (std::size_t begin = 0; begin < m_rows.order.size();) {
            const auto label = labelOf(begin);
            std::size_t end = begin;
            while (end < m_rows.order.size() && labelOf(end) == label) {
                ++end;
            }
            const double top = axis.coordToPixel(static_cast<double>(begin) - 0.5);
            const double bottom = axis.coordToPixel(static_cast<double>(end) - 0.5);
            const auto piece = QRectF(box.left() - kStripGap + 1, top, kStripGap - 3, bottom - top)
                                   .intersected(QRectF(box.left() - kStripGap, box.top(), kStripGap,
                                                       box.height()));
            if (piece.isValid()) {
                painter->fillRect(piece,
                                  label < 0 ? missingColour(*theme) : theme->category(label));
            }
            begin = end;
        }
    }

private:
    [[nodiscard]] std::int32_t labelOf(std::size_t row) const {
        return m_rows.labels[static_cast<std::size_t>(m_rows.order[row])];
    }
    QCPAxisRect& m_rect;
    const HeatMapRows& m_rows;
};

// Chosen samples and the keyboard's cross, on the layer that is drawn by itself.
class HeatMap::Marks : public QCPLayerable {
public:
    Marks(QCPAxisRect& rect, const HeatMapRows& rows)
        : QCPLayerable(rect.parentPlot(), "overlay"), m_rect(rect), m_rows(rows) {}
    const Theme* theme = nullptr;
    const std::vector<int>* samples = nullptr;
    std::optional<HeatMapCell> cross;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    [[nodiscard]] QRect clipRect() const override {
        return m_rect.rect().adjusted(0, 0, kStripGap, 1);
    }
    void draw(QCPPainter* painter) override {
        const auto& y = *m_rect.axis(QCPAxis::atLeft);
        const auto box = m_rect.rect();
        for (std::size_t row = 0; samples != nullptr && row < m_rows.order.size(); ++row) {
            if (!std::binary_search(samples->begin(), samples->end(), m_rows.order[row])) {
                continue;
            }
            const double top = y.coordToPixel(static_cast<double>(row) - 0.5);
            const double bottom = y.coordToPixel(static_cast<double>(row) + 0.5);
            frame(*painter, QRectF(box.left(), top, box.width(), bottom - top));
            const double middle = 0.5 * (top + bottom);
            if (middle < box.top() || middle > box.bottom()) {
                continue;
            }
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme->text);
            painter->drawPolygon(QPolygonF({{box.right() + 2.0, middle},
                                            {box.right() + 8.0, middle - 4.0},
                                            {box.right() + 8.0, middle + 4.0}}));
        }
        if (cross) {
            const auto& x = *m_rect.axis(QCPAxis::atBottom);
            const double left = x.coordToPixel(cross->unit - 0.5);
            const double right = x.coordToPixel(cross->unit + 0.5);
            const double top = y.coordToPixel(cross->row - 0.5);
            const double bottom = y.coordToPixel(cross->row + 0.5);
            frame(*painter, QRectF(box.left(), top, box.width(), bottom - top));
            frame(*painter, QRectF(left, box.top(), right - left, box.height()));
        }
    }

private:
    // Two colours, so that it shows on every colour of the map.
    void frame(QCPPainter& painter, const QRectF& whole) const {
        const auto box = whole.intersected(QRectF(m_rect.rect()));
        if (box.isEmpty()) {
            return;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 1.0));
        painter.drawRect(box);
        painter.setPen(QPen(Qt::black, 1.0, Qt::DashLine));
        painter.drawRect(box);
    }
    QCPAxisRect& m_rect;
    const HeatMapRows& m_rows;
};

HeatMap::HeatMap(QCustomPlot& canvas, QCPLayoutGrid& grid, int column, Identity identity,
                 const HeatMapRows& rows)
    : m_identity(identity), m_rows(rows), m_key(new PlotKey(&canvas)),
      m_rect(new QCPAxisRect(&canvas)), m_map(nullptr), m_colours(new QCPColorScale(&canvas)),
      m_strip(new Strip(*m_rect, rows)), m_marks(new Marks(*m_rect, rows)),
      m_classTicks(QSharedPointer<ClassTicks>::create()) {
    m_classTicks->setRows(&rows);
    auto samples = QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers);
    samples->setLabeller([this](double tick) {
        const bool known = tick >= 0.0 && tick < static_cast<double>(m_rows.order.size());
        return known ? QLocale().toString(m_rows.order[static_cast<std::size_t>(tick)])
                     : QStringLiteral(" ");
    });
    m_sampleTicks = samples;
    grid.addElement(0, column, m_key);
    grid.addElement(1, column, m_rect);
    grid.addElement(2, column, m_colours);
    m_key->setMargins({column == 0 ? 8 : kStripGap, 4, 4, 0});
    m_key->setWidthShare(0.5);
    m_rect->setMinimumMargins({kStripGap, 2, kStripGap, 0});
    m_rect->setRangeZoomFactor(0.8);
    auto& x = *m_rect->axis(QCPAxis::atBottom);
    auto& y = *m_rect->axis(QCPAxis::atLeft);
    x.setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    x.setLabel(QCoreApplication::translate("tessera::ui", "unit"));
    y.setRangeReversed(true); // the first sample on top
    y.setOffset(kStripGap);
    y.setTickLabels(column == 0); // the rows are the same on both sides
    for (auto* axis : {&x, &y}) {
        axis->setSubTicks(false);
        axis->grid()->setVisible(false);
        QObject::connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), axis,
                         [this] { stayInside(); });
    }
    m_map = new QCPColorMap(&x, &y);
    m_map->setInterpolate(false);
    m_colours->setType(QCPAxis::atBottom);
    m_colours->setRangeDrag(false);
    m_colours->setRangeZoom(false);
    m_colours->axis()->setTicker(QSharedPointer<FewTicks>::create());
    m_colours->axis()->setSubTicks(false);
    m_map->setColorScale(m_colours);
    auto* group = new QCPMarginGroup(&canvas);
    m_rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    m_colours->setMarginGroup(QCP::msLeft | QCP::msRight, group);
}

// At most half of the view is beyond the data, however far a person drags.
void HeatMap::stayInside() {
    const auto keep = [](QCPAxis& axis, std::int64_t cells) {
        const double last = std::max<double>(0.5, static_cast<double>(cells) - 0.5);
        const double middle = axis.range().center();
        const double inside = std::clamp(middle, -0.5, last);
        if (inside != middle) {
            axis.moveRange(inside - middle);
        }
    };
    if (m_values.rows > 0) {
        keep(*m_rect->axis(QCPAxis::atBottom), m_values.columns);
        keep(*m_rect->axis(QCPAxis::atLeft), m_values.rows);
    }
}

void HeatMap::setValues(const Matrix& values, ValueScale scale, const QString& title) {
    m_values = scale == ValueScale::Standardised ? standardisedColumns(values) : values;
    m_scale = scale;
    m_title = title;
    auto& y = *m_rect->axis(QCPAxis::atLeft);
    y.setTicker(m_rows.byClass ? QSharedPointer<QCPAxisTicker>(m_classTicks) : m_sampleTicks);
    fillMap();
}

void HeatMap::fillMap() {
    auto* data = m_map->data();
    data->setSize(static_cast<int>(m_values.columns), static_cast<int>(m_values.rows));
    data->setRange(cellRange(m_values.columns), cellRange(m_values.rows));
    for (int row = 0; row < data->valueSize(); ++row) {
        const int sample = m_rows.order[static_cast<std::size_t>(row)];
        for (int unit = 0; unit < data->keySize(); ++unit) {
            data->setCell(unit, row, m_values.at(sample, unit));
        }
    }
    auto span = finiteSpan(m_values).value_or(ValueSpan{});
    if (m_scale == ValueScale::Standardised) {
        const double most =
            std::clamp(std::max(std::abs(span.lo), std::abs(span.hi)), 1.0, kMostDeviations);
        span = {-most, most};
    } else if (span.hi - span.lo < 1e-9 * std::max(1.0, std::abs(span.hi))) {
        span = {span.lo - 0.5, span.hi + 0.5};
    }
    m_map->setDataRange(QCPRange(span.lo, span.hi));
}

void HeatMap::setSelection(const std::vector<int>* samples,
                           const std::optional<HeatMapCell>& cross) {
    m_marks->samples = samples;
    m_marks->cross = cross;
}

void HeatMap::applyLook(const PlotLook& look) {
    const auto& theme = *look.theme;
    const auto colour = theme.identity(m_identity);
    const auto marker = m_identity == Identity::Source ? Marker::Disc : Marker::OpenSquare;
    m_key->setFont(look.title);
    m_key->setEntries({{m_title, colour, colour, marker, Qt::NoPen, 1.0}});
    const bool standardised = m_scale == ValueScale::Standardised;
    m_colours->setGradient(standardised ? divergingGradient(theme) : sequentialGradient(theme));
    m_colours->setLabel(standardised ? QCoreApplication::translate(
                                           "tessera::ui", "activation (standard deviations)")
                                     : QCoreApplication::translate("tessera::ui", "activation"));
    m_strip->theme = look.theme;
    m_marks->theme = look.theme;
}

void HeatMap::fit() {
    m_rect->axis(QCPAxis::atBottom)
        ->setRange(-0.5, std::max<double>(0.5, static_cast<double>(m_values.columns) - 0.5));
    m_rect->axis(QCPAxis::atLeft)
        ->setRange(-0.5, std::max<double>(0.5, static_cast<double>(m_values.rows) - 0.5));
}

std::optional<HeatMapCell> HeatMap::cellAt(const QPointF& position) const {
    if (!m_rect->rect().contains(position.toPoint())) {
        return std::nullopt;
    }
    const auto unit = std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x()));
    const auto row = std::lround(m_rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y()));
    if (unit < 0 || unit >= m_values.columns || row < 0 || row >= m_values.rows) {
        return std::nullopt;
    }
    return HeatMapCell{static_cast<int>(row), static_cast<int>(unit)};
}

double HeatMap::valueAt(const HeatMapCell& cell) const {
    return m_values.at(m_rows.order[static_cast<std::size_t>(cell.row)], cell.unit);
}

void HeatMap::scrollTo(const HeatMapCell& cell) {
    const auto show = [](QCPAxis& axis, double at) {
        if (at - 0.5 < axis.range().lower) {
            axis.moveRange(at - 0.5 - axis.range().lower);
        } else if (at + 0.5 > axis.range().upper) {
            axis.moveRange(at + 0.5 - axis.range().upper);
        }
    };
    show(*m_rect->axis(QCPAxis::atBottom), cell.unit);
    show(*m_rect->axis(QCPAxis::atLeft), cell.row);
}

} // namespace tessera::ui

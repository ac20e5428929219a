// Which number is where, and the cross that the keyboard moves through them.
#include "ui/plots/feature_map_plot.h"
#include "ui/plots/map_sheet.h"

#include <cmath>

namespace tessera::ui {

std::optional<MapCell> FeatureMapPlot::cellAt(const QPointF& position) const {
    if (m_maps.kind() != MapKind::Vector) {
        return m_sheet->cellAt(position);
    }
    const auto unit = std::llround(canvas().xAxis->pixelToCoord(position.x()));
    return unit >= 0 && unit < m_maps.columns() ? std::optional(MapCell{0, 0, unit}) : std::nullopt;
}

QRectF FeatureMapPlot::pixelsOf(const MapCell& cell) const {
    if (m_maps.kind() != MapKind::Vector) {
        return m_sheet->pixelsOf(cell);
    }
    const auto area = QRectF(canvas().axisRect()->rect());
    const auto middle = static_cast<double>(cell.column);
    const double left = canvas().xAxis->coordToPixel(middle - 0.5);
    return {left, area.top(), canvas().xAxis->coordToPixel(middle + 0.5) - left, area.height()};
}

QRectF FeatureMapPlot::crossPixels() const {
    return m_cross && !isEmpty() ? pixelsOf(*m_cross) : QRectF();
}

void FeatureMapPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers) {
    if (const auto cell = cellAt(position)) {
        setCross(*cell);
    }
}

void FeatureMapPlot::setCross(const MapCell& cell) {
    m_cross = cell;
    scrollTo(cell);
    requestReplot();
    Q_EMIT readoutChanged(cellText(cell));
}

// Beyond an edge of a map, the one beside it on the page goes on.
MapCell FeatureMapPlot::moved(MapCell cell, int dx, int dy) const {
    const auto across = m_maps.isGrid() ? m_sheet->tilesAcross() : 1;
    const auto enter = [this](MapCell next, std::int64_t step) -> std::optional<MapCell> {
        next.map += step;
        return m_maps.isGrid() && next.map >= firstMap() && next.map < endMap()
                   ? std::optional(next)
                   : std::nullopt;
    };
    auto next = cell;
    next.column += dx;
    next.row -= dy;
    if (next.column < 0 || next.column >= m_maps.columns()) {
        next.column = dx > 0 ? 0 : m_maps.columns() - 1;
        return enter(next, dx).value_or(cell);
    }
    if (next.row < 0 || next.row >= m_maps.rows()) {
        next.row = dy < 0 ? 0 : m_maps.rows() - 1;
        return enter(next, -dy * across).value_or(cell);
    }
    return next;
}

bool FeatureMapPlot::onArrow(int dx, int dy) {
    if (!isEmpty()) {
        setCross(m_cross ? moved(*m_cross, dx, dy) : MapCell{firstMap(), 0, 0});
    }
    return true;
}

bool FeatureMapPlot::onKey(int key) {
    if (key != Qt::Key_PageUp && key != Qt::Key_PageDown) {
        return false;
    }
    setPage(m_page + (key == Qt::Key_PageDown ? 1 : -1));
    return true;
}

void FeatureMapPlot::scrollTo(const MapCell& cell) {
    const auto seen = QRectF(canvas().axisRect()->rect());
    const auto box = pixelsOf(cell);
    const auto shift = [](QCPAxis& axis, double low, double high, double from, double to) {
        const double pixels = low < from ? low - from : high > to ? high - to : 0.0;
        if (std::abs(pixels) > 0.5) {
            axis.moveRange(axis.pixelToCoord(pixels) - axis.pixelToCoord(0.0));
        }
    };
    shift(*canvas().xAxis, box.left(), box.right(), seen.left(), seen.right());
    if (m_maps.kind() != MapKind::Vector) {
        shift(*canvas().yAxis, box.top(), box.bottom(), seen.top(), seen.bottom());
    }
}

} // namespace tessera::ui

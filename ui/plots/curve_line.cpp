#include "ui/plots/curve_line.h"

#include "ui/plots/clip_line.h"

namespace tessera::ui {

namespace {

void expand(QCPRange& range, bool& found, double value) {
    range = found ? range.expanded(value) : QCPRange(value, value);
    found = true;
}

} // namespace

QCPRange CurveLineItem::getKeyRange(bool& found, QCP::SignDomain) const {
    found = false;
    QCPRange range;
    for (const auto& point : m_points) {
        expand(range, found, point.x);
    }
    return range;
}

QCPRange CurveLineItem::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = false;
    QCPRange range;
    for (const auto& point : m_points) {
        if (point.y) {
            expand(range, found, *point.y);
        }
    }
    return range;
}

void CurveLineItem::draw(QCPPainter* painter) {
    painter->setAntialiasing(true);
    drawLine(*painter);
    const QRectF area = clipRect();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const auto& point = m_points[i];
        if (!point.y || (!point.marker && i % m_each != 0)) {
            continue;
        }
        const auto at = coordsToPixels(point.x, *point.y);
        if (area.contains(at)) {
            const auto marker = point.marker.value_or(m_marker);
            if (marker == Marker::OpenSquare) { // the line does not shine through
                const double half = 0.5 * m_size;
                painter->fillRect(QRectF(at.x() - half, at.y() - half, m_size, m_size), brush());
            }
            drawMarker(*painter, marker, at, point.marker ? 1.5 * m_size : m_size, pen().color());
        }
    }
}

void CurveLineItem::drawLine(QCPPainter& painter) const {
    painter.setPen(pen());
    painter.setBrush(Qt::NoBrush);
    const QRectF area = clipRect();
    QPolygonF piece; // whole pieces, so that dashes go on from point to point
    const auto finish = [&] {
        if (piece.size() > 1) {
            painter.drawPolyline(piece);
        }
        piece.clear();
    };
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const auto& from = m_points[i - 1];
        const auto& to = m_points[i];
        const auto line =
            from.y && to.y
                ? clippedLine(QLineF(coordsToPixels(from.x, *from.y), coordsToPixels(to.x, *to.y)),
                              area)
                : std::nullopt;
        if (!line) {
            finish();
            continue;
        }
        if (piece.isEmpty() || QLineF(piece.last(), line->p1()).length() > 1e-6) {
            finish();
            piece << line->p1();
        }
        piece << line->p2();
    }
    finish();
}

} // namespace tessera::ui

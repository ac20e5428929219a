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
    if (pen().style() != Qt::NoPen) {
        drawLine(*painter);
    }
    const QRectF area = clipRect();
    for (const auto& point : m_points) {
        if (!point.y) {
            continue;
        }
        if (point.whisker) {
            drawWhisker(*painter, point);
        }
        const auto at = coordsToPixels(point.x, *point.y);
        if (area.contains(at)) {
            if (m_marker == Marker::OpenSquare) { // the line does not shine through
                const double half = 0.5 * m_size;
                painter->fillRect(QRectF(at.x() - half, at.y() - half, m_size, m_size), brush());
            }
            drawMarker(*painter, m_marker, at, m_size, pen().color());
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

void CurveLineItem::drawWhisker(QCPPainter& painter, const CurveLinePoint& point) const {
    const QRectF area = clipRect();
    const double cap = 0.6 * m_size;
    auto plain = pen();
    plain.setStyle(Qt::SolidLine);
    painter.setPen(plain);
    const auto low = coordsToPixels(point.x, point.whisker->lower);
    const auto high = coordsToPixels(point.x, point.whisker->upper);
    const QPointF side(cap, 0.0);
    for (const auto& line :
         {QLineF(low, high), QLineF(low - side, low + side), QLineF(high - side, high + side)}) {
        if (const auto part = clippedLine(line, area)) {
            painter.drawLine(*part);
        }
    }
}

} // namespace tessera::ui

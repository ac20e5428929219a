#include "ui/plots/curve_band.h"

#include <algorithm>

namespace tessera::ui {

QCPRange CurveBandItem::getKeyRange(bool& found, QCP::SignDomain) const {
    found = !m_points.empty();
    return found ? QCPRange(m_points.front().x, m_points.back().x) : QCPRange();
}

QCPRange CurveBandItem::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = false;
    QCPRange range;
    for (const auto& point : m_points) {
        if (point.span) {
            range = found ? range.expanded(*point.span) : *point.span;
            found = true;
        }
    }
    return range;
}

void CurveBandItem::draw(QCPPainter* painter) {
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(brush());
    const QPolygonF area{QRectF(clipRect())};
    QPolygonF above, below;
    const auto finish = [&] {
        if (above.size() > 1) {
            std::reverse(below.begin(), below.end());
            above.append(below);
            const auto band = above.intersected(area);
            if (!band.isEmpty()) {
                painter->drawPolygon(band);
            }
        }
        above.clear();
        below.clear();
    };
    for (const auto& point : m_points) {
        if (!point.span) {
            finish();
            continue;
        }
        above << coordsToPixels(point.x, point.span->upper);
        below << coordsToPixels(point.x, point.span->lower);
    }
    finish();
}

} // namespace tessera::ui

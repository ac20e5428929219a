#include "ui/plots/unit_marks.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kStemSpacing = 3.0; // pixels between units from which stems do not run together
constexpr double kLeastSize = 2.5;
constexpr int kStemAlpha = 110;

} // namespace

QCPRange UnitMarks::getKeyRange(bool& found, QCP::SignDomain) const {
    found = !m_marks.empty();
    return {-0.5, static_cast<double>(m_marks.size()) - 0.5};
}

QCPRange UnitMarks::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = false;
    QCPRange range;
    for (const auto& mark : m_marks) {
        if (mark.value) {
            range = found ? range.expanded(*mark.value) : QCPRange(*mark.value, *mark.value);
            found = true;
        }
    }
    return range;
}

void UnitMarks::draw(QCPPainter* painter) {
    painter->setAntialiasing(true);
    const double spacing = std::abs(mKeyAxis->coordToPixel(1.0) - mKeyAxis->coordToPixel(0.0));
    const auto& range = mKeyAxis->range();
    const auto last = static_cast<double>(m_marks.size()) - 1.0;
    const double from = std::max(0.0, std::floor(range.lower));
    const double to = std::min(last, std::ceil(range.upper));
    for (double place = from; place <= to; place += 1.0) {
        const auto& mark = m_marks[static_cast<std::size_t>(place)];
        if (mark.value) {
            drawMark(*painter, mark, place, spacing);
        }
    }
    if (m_cross) {
        drawCross(*painter);
    }
}

void UnitMarks::drawMark(QCPPainter& painter, const UnitMark& mark, double place,
                         double spacing) const {
    const QRectF area = clipRect();
    const auto at = coordsToPixels(place, *mark.value);
    if (at.x() < area.left() || at.x() > area.right()) {
        return;
    }
    if (spacing >= kStemSpacing) {
        const auto colour = pen().color();
        painter.setPen(QPen(QColor(colour.red(), colour.green(), colour.blue(), kStemAlpha),
                            0.6 * pen().widthF()));
        const auto inside = [&area](double y) { return std::clamp(y, area.top(), area.bottom()); };
        painter.drawLine(
            QLineF(at.x(), inside(coordsToPixels(place, 0.0).y()), at.x(), inside(at.y())));
    }
    if (!area.contains(at)) {
        return;
    }
    const double usual = std::clamp(0.9 * spacing, std::min(kLeastSize, m_size), m_size);
    const double size = mark.special ? 1.3 * m_size : usual;
    const auto marker = mark.special.value_or(m_marker);
    if (marker == Marker::OpenSquare) { // the stem does not shine through
        const double half = 0.5 * size;
        painter.fillRect(QRectF(at.x() - half, at.y() - half, size, size), brush());
    }
    drawMarker(painter, marker, at, size, pen().color());
    if (mark.ringed) {
        painter.setPen(QPen(m_ring, 1.4));
        painter.setBrush(Qt::NoBrush);
        const double reach = 0.5 * std::max(size, 0.7 * m_size) + 2.5;
        painter.drawEllipse(at, reach, reach);
    }
}

// A column in two colours that show on every other.
void UnitMarks::drawCross(QCPPainter& painter) const {
    constexpr double kLeastPixels = 4.0;
    const QRectF area = clipRect();
    const double left = mKeyAxis->coordToPixel(*m_cross - 0.5);
    const double right = mKeyAxis->coordToPixel(*m_cross + 0.5);
    const double widen = 0.5 * std::max(0.0, kLeastPixels - (right - left));
    const auto box =
        QRectF(left - widen, area.top(), right - left + 2.0 * widen, area.height() - 1.0)
            .intersected(area);
    if (box.isEmpty()) {
        return;
    }
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.0));
    painter.drawRect(box);
    painter.setPen(QPen(Qt::black, 1.0, Qt::DashLine));
    painter.drawRect(box);
}

} // namespace tessera::ui

#include "ui/plots/result_strip.h"

#include "ui/plots/clip_line.h"

#include <cmath>

namespace tessera::ui {

int ResultStrip::width() const {
    const auto columns = static_cast<double>(m_marks.size());
    return m_marks.empty() ? 0 : static_cast<int>(std::ceil(columns * column() + m_size));
}

QPointF ResultStrip::place(std::size_t index) const {
    const double x = m_rect->rect().right() + m_distance + m_size +
                     (static_cast<double>(index) + 0.5) * column();
    return {x, m_rect->axis(QCPAxis::atLeft)->coordToPixel(m_marks[index].value)};
}

const ResultMark* ResultStrip::nearest(const QPointF& position, double reach) const {
    const ResultMark* found = nullptr;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const auto away = place(i) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < reach) {
            reach = distance;
            found = &m_marks[i];
        }
    }
    return found;
}

void ResultStrip::draw(QCPPainter* painter) {
    const auto& heights = m_rect->axis(QCPAxis::atLeft)->range();
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const auto& mark = m_marks[i];
        const auto at = place(i);
        if (mark.interval) {
            drawInterval(*painter, at.x(), mark);
        }
        if (heights.contains(mark.value)) {
            drawMarker(*painter, mark.marker, at, m_size, mark.colour);
        }
    }
}

void ResultStrip::drawInterval(QCPPainter& painter, double x, const ResultMark& mark) const {
    const auto& y = *m_rect->axis(QCPAxis::atLeft);
    const QPointF low(x, y.coordToPixel(mark.interval->lo));
    const QPointF high(x, y.coordToPixel(mark.interval->hi));
    const QPointF side(0.6 * m_size, 0.0);
    const auto area = QRectF(m_rect->rect());
    const QRectF column(x - m_size, area.top(), 2.0 * m_size, area.height());
    painter.setPen(QPen(mark.colour, m_line));
    for (const auto& line :
         {QLineF(low, high), QLineF(low - side, low + side), QLineF(high - side, high + side)}) {
        if (const auto part = clippedLine(line, column)) {
            painter.drawLine(*part);
        }
    }
}

} // namespace tessera::ui

#include "ui/plots/plot_key.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

void drawWhisker(QPainter& painter, QPointF centre, double size) {
    const double half = 0.6 * size, cap = 0.3 * size;
    painter.drawLine(QLineF(centre.x(), centre.y() - half, centre.x(), centre.y() + half));
    for (const double end : {-half, half}) {
        painter.drawLine(
            QLineF(centre.x() - cap, centre.y() + end, centre.x() + cap, centre.y() + end));
    }
}

void drawHatch(QPainter& painter, const QRectF& box) {
    painter.drawRect(box);
    for (const double at : {0.5, 1.0}) {
        painter.drawLine(QLineF(box.left() + at * box.width(), box.top(), box.left(),
                                box.top() + at * box.height()));
    }
    painter.drawLine(QLineF(box.right(), box.center().y(), box.center().x(), box.bottom()));
}

} // namespace

void drawMarker(QPainter& painter, Marker marker, QPointF centre, double size,
                const QColor& colour) {
    const double half = 0.5 * size;
    const QRectF box(centre.x() - half, centre.y() - half, size, size);
    const bool open = marker == Marker::OpenSquare || marker == Marker::Hatch ||
                      marker == Marker::Cross || marker == Marker::Whisker;
    painter.setPen(open ? QPen(colour, std::min(1.3, 0.22 * size)) : QPen(Qt::NoPen));
    painter.setBrush(open ? QBrush(Qt::NoBrush) : QBrush(colour));
    switch (marker) {
    case Marker::None:
        return;
    case Marker::Disc:
        painter.drawEllipse(box);
        return;
    case Marker::Square:
    case Marker::Block:
    case Marker::OpenSquare:
        painter.drawRect(box);
        return;
    case Marker::Diamond:
        painter.drawPolygon(QPolygonF({{centre.x(), box.top()},
                                       {box.right(), centre.y()},
                                       {centre.x(), box.bottom()},
                                       {box.left(), centre.y()}}));
        return;
    case Marker::Triangle:
        painter.drawPolygon(
            QPolygonF({{centre.x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        return;
    case Marker::Hatch:
        drawHatch(painter, box);
        return;
    case Marker::Cross:
        painter.drawLine(QLineF(box.topLeft(), box.bottomRight()));
        painter.drawLine(QLineF(box.topRight(), box.bottomLeft()));
        return;
    case Marker::Whisker:
        drawWhisker(painter, centre, size);
        painter.drawRect(
            QRectF(centre.x() - 0.25 * size, centre.y() - 0.25 * size, 0.5 * size, 0.5 * size));
        return;
    }
}

std::vector<PlotKey::Cell> PlotKey::cells(int width, const QFont& font) const {
    const QFontMetrics metrics(font);
    const int line = metrics.height() + 1;
    const int gap = line;
    std::vector<Cell> cells;
    int x = 0, y = 0, row = 0;
    for (const auto& entry : m_entries) {
        const bool hasIcon = entry.marker != Marker::None || entry.line != Qt::NoPen;
        const int icon = !hasIcon ? 0 : entry.line != Qt::NoPen ? 2 * line : line;
        const int room = std::max(1, width - icon);
        const int natural = metrics.horizontalAdvance(entry.text) + 2;
        const QSize text = natural <= room
                               ? QSize(natural, line)
                               : QSize(room, metrics.boundingRect(QRect(0, 0, room, 1 << 14),
                                                                  kTextFlags, entry.text)
                                                     .height() +
                                                 2);
        if (x > 0 && x + icon + text.width() > width) {
            x = 0;
            y += row;
            row = 0;
        }
        cells.push_back({QRect(x, y, icon, line), QRect(QPoint(x + icon, y), text)});
        x += icon + text.width() + gap;
        row = std::max(row, text.height());
    }
    return cells;
}

int PlotKey::neededHeight() const {
    return heightFor(parentPlot() != nullptr ? parentPlot()->viewport().width() : 400, m_font);
}

int PlotKey::heightFor(int plotWidth, const QFont& font) const {
    int bottom = 0;
    // A little less than it will get, so that it is never too low.
    for (const auto& cell : cells(static_cast<int>(m_share * (plotWidth - 24.0)), font)) {
        bottom = std::max(bottom, cell.text.bottom() + 1);
    }
    return bottom > 0 ? bottom + margins().top() + margins().bottom() : 0;
}

void PlotKey::draw(QCPPainter* painter) {
    const auto corner = rect().topLeft();
    const auto places = cells(rect().width(), m_font);
    painter->setFont(m_font);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& entry = m_entries[i];
        const auto icon = QRectF(places[i].icon.translated(corner));
        painter->setAntialiasing(true);
        if (entry.line != Qt::NoPen) {
            painter->setPen(QPen(entry.colour, entry.lineWidth, entry.line));
            painter->drawLine(QLineF(icon.left(), icon.center().y(),
                                     icon.right() - 0.25 * icon.height(), icon.center().y()));
        }
        const double side = std::min(icon.width(), icon.height());
        const auto middle =
            entry.line != Qt::NoPen
                ? QPointF(icon.center().x() - 0.125 * icon.height(), icon.center().y())
                : QPointF(icon.left() + 0.4 * side, icon.center().y());
        drawMarker(*painter, entry.marker, middle, 0.45 * side, entry.colour);
        painter->setPen(QPen(entry.textColour));
        painter->drawText(places[i].text.translated(corner), kTextFlags | Qt::TextDontClip,
                          entry.text);
    }
}

} // namespace tessera::ui

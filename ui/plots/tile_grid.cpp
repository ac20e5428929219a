#include "ui/plots/tile_grid.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

TileGrid::TileGrid(const QRectF& area, int count, double aspect, const TileRoom& room,
                   TilePlace place)
    : m_count(count) {
    constexpr double kLeast = 1.0; // side of a tile, where there is no room at all
    double widest = 0.0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double wide = area.width() / columns - room.left - room.gap;
        const double high = area.height() / rows - room.above - room.below - room.gap;
        const double width = std::min(wide, high / aspect);
        const bool named = area.width() >= columns * room.least;
        if (columns == 1 || (named && width > widest)) {
            widest = width;
            m_columns = columns;
            m_rows = rows;
        }
    }
    const double width = std::max(kLeast, widest);
    m_tile = QSizeF(width, std::max(kLeast, width * aspect));
    m_step = m_tile + QSizeF(room.left + room.gap, room.above + room.below + room.gap);
    m_step.setWidth(std::max(m_step.width(), room.least));
    const QSizeF all(m_columns * m_step.width(), m_rows * m_step.height());
    const QPointF corner = place == TilePlace::Middle
                               ? area.center() - QPointF(0.5 * all.width(), 0.5 * all.height())
                               : area.bottomLeft() - QPointF(0.0, all.height());
    m_first = corner + QPointF(room.left + 0.5 * room.gap, room.above + 0.5 * room.gap);
}

QRectF TileGrid::tile(int index) const {
    return {m_first +
                QPointF(index % m_columns * m_step.width(), index / m_columns * m_step.height()),
            m_tile};
}

int TileGrid::indexAt(const QPointF& place) const {
    if (m_count == 0) {
        return -1;
    }
    const auto column = static_cast<int>(std::floor((place.x() - m_first.x()) / m_step.width()));
    const auto row = static_cast<int>(std::floor((place.y() - m_first.y()) / m_step.height()));
    const int index = row * m_columns + column;
    const bool known = column >= 0 && column < m_columns && row >= 0 && index < m_count;
    return known && tile(index).contains(place) ? index : -1;
}

} // namespace tessera::ui

#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace tessera::ui {

// What stands round each tile: numbers at its left and below it, its name above it.
struct TileRoom {
    double left = 0.0, above = 0.0, below = 0.0;
    double gap = 4.0;   // to the next one
    double least = 0.0; // from one to the next: what its name needs
};

// Where tiles stand in an area that they do not fill.
enum class TilePlace {
    Middle,
    LowerLeft, // beside the titles of axes
};

// Tiles of one size and shape in rows from the left, as large as the area allows. Pure.
class TileGrid {
public:
    TileGrid() = default;
    // `aspect`: height over width of a tile.
    TileGrid(const QRectF& area, int count, double aspect, const TileRoom& room,
             TilePlace place = TilePlace::Middle);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] QSizeF tileSize() const { return m_tile; }
    // Without the room round it.
    [[nodiscard]] QRectF tile(int index) const;
    // The tile at that place; -1: none.
    [[nodiscard]] int indexAt(const QPointF& place) const;

private:
    int m_count = 0, m_columns = 0, m_rows = 0;
    QSizeF m_tile;
    QSizeF m_step; // from one tile to the next
    QPointF m_first;
};

} // namespace tessera::ui

#include "ui/plots/map_sheet.h"

#include "ui/plots/colour_maps.h"
#include "ui/plots/map_image.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tessera::ui {

namespace {

// For each point of a page: no more than the coarsest device has, which would leave some out.
constexpr double kPageDots = 2.0;
// Flatter or steeper tiles could not be seen: they are stretched.
constexpr double kFlattest = 0.125, kSteepest = 8.0;
constexpr double kWordGap = 2.0;
// Heights of a line that a tile has at least with numbers round it, and with its own.
constexpr double kLeastNumbered = 3.0, kLeastNamed = 1.5;

QString sheetNumber(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

MapSheet::MapSheet(QCPAxis* x, QCPAxis* y, const FeatureMaps& maps)
    : QCPAbstractPlottable(x, y), m_maps(maps) {}

void MapSheet::show(std::int64_t first, std::vector<ColourSpan> spans) {
    m_first = first;
    m_spans = std::move(spans);
    m_pictures.clear();
}

void MapSheet::setLook(const PlotLook& look) {
    m_gradient = sequentialGradient(*look.theme);
    m_font = look.text;
    m_text = look.theme->text;
    m_pictures.clear();
}

const QImage& MapSheet::pictureOf(std::int64_t map) {
    auto& picture = m_pictures[map];
    if (picture.isNull()) {
        picture = colouredMap(m_maps.map(map), m_maps.columns(), m_gradient,
                              m_spans[static_cast<std::size_t>(map - m_first)]);
    }
    return picture;
}

MapSheet::Tiles MapSheet::tilesWith(Words words) const {
    const QFontMetricsF metrics(m_font);
    const double widest = metrics.horizontalAdvance(sheetNumber(m_first + shown() - 1));
    QRectF area(QPointF(), QSizeF(mKeyAxis->axisRect()->size()));
    TileRoom room;
    if (words == Words::Rows) {
        room.gap = kWordGap;
        area.setLeft(widest + 2.0 * kWordGap);
    } else {
        room.above = metrics.height();
        room.gap = 0.5 * metrics.height();
        room.least = widest + 2.0 * kWordGap;
    }
    if (words == Words::Numbered) {
        room.left = metrics.horizontalAdvance(sheetNumber(m_maps.rows() - 1)) + 2.0 * kWordGap;
        room.below = metrics.height();
    }
    const double aspect =
        std::clamp(static_cast<double>(m_maps.rows()) / static_cast<double>(m_maps.columns()),
                   kFlattest, kSteepest);
    const auto place =
        m_maps.kind() == MapKind::Attention ? TilePlace::LowerLeft : TilePlace::Middle;
    return {TileGrid(area, shown(), aspect, room, place), words};
}

MapSheet::Tiles MapSheet::tiles() const {
    if (!m_maps.isGrid() || shown() == 0) {
        return {};
    }
    const double line = QFontMetricsF(m_font).height();
    const auto isLarge = [line](const Tiles& tiles, double lines) {
        const auto size = tiles.grid.tileSize();
        return std::max(size.width(), size.height()) >= lines * line;
    };
    if (m_maps.kind() == MapKind::Attention) {
        const auto numbered = tilesWith(Words::Numbered);
        if (isLarge(numbered, kLeastNumbered)) {
            return numbered;
        }
    }
    const auto each = tilesWith(Words::Each);
    return isLarge(each, kLeastNamed) ? each : tilesWith(Words::Rows);
}

QRectF MapSheet::pixelsOf(std::int64_t map) const {
    if (!m_maps.isGrid()) {
        return {coordsToPixels(-0.5, -0.5),
                coordsToPixels(static_cast<double>(m_maps.columns()) - 0.5,
                               static_cast<double>(m_maps.rows()) - 0.5)};
    }
    const QSizeF area = mKeyAxis->axisRect()->size();
    const auto tile = tiles().grid.tile(static_cast<int>(map - m_first));
    return {coordsToPixels(tile.left() / area.width(), tile.top() / area.height()),
            coordsToPixels(tile.right() / area.width(), tile.bottom() / area.height())};
}

QRectF MapSheet::pixelsOf(const MapCell& cell) const {
    const auto map = pixelsOf(cell.map);
    const double width = map.width() / static_cast<double>(m_maps.columns());
    const double height = map.height() / static_cast<double>(m_maps.rows());
    return {map.left() + width * static_cast<double>(cell.column),
            map.top() + height * static_cast<double>(cell.row), width, height};
}

std::optional<MapCell> MapSheet::cellAt(const QPointF& position) const {
    if (shown() == 0 || !clipRect().contains(position.toPoint())) {
        return std::nullopt;
    }
    std::int64_t map = m_first;
    if (m_maps.isGrid()) {
        const QSizeF area = mKeyAxis->axisRect()->size();
        const QPointF place(mKeyAxis->pixelToCoord(position.x()) * area.width(),
                            mValueAxis->pixelToCoord(position.y()) * area.height());
        const int tile = tiles().grid.indexAt(place);
        if (tile < 0) {
            return std::nullopt;
        }
        map += tile;
    }
    const auto area = pixelsOf(map);
    const auto index = [](double at, double begin, double length, std::int64_t count) {
        return static_cast<std::int64_t>(
            std::floor((at - begin) / length * static_cast<double>(count)));
    };
    const MapCell cell{map, index(position.y(), area.top(), area.height(), m_maps.rows()),
                       index(position.x(), area.left(), area.width(), m_maps.columns())};
    const bool known = cell.row >= 0 && cell.row < m_maps.rows() && cell.column >= 0 &&
                       cell.column < m_maps.columns();
    return known ? std::optional(cell) : std::nullopt;
}

QCPRange MapSheet::getKeyRange(bool& found, QCP::SignDomain) const {
    found = shown() > 0;
    return m_maps.isGrid() ? QCPRange(0.0, 1.0)
                           : QCPRange(-0.5, static_cast<double>(m_maps.columns()) - 0.5);
}

QCPRange MapSheet::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = shown() > 0;
    return m_maps.isGrid() ? QCPRange(0.0, 1.0)
                           : QCPRange(-0.5, static_cast<double>(m_maps.rows()) - 0.5);
}

void MapSheet::draw(QCPPainter* painter) {
    for (std::int64_t map = m_first; map < m_first + shown(); ++map) {
        const auto area = pixelsOf(map);
        drawMap(*painter, map, area);
        if (m_maps.isGrid()) {
            drawWords(*painter, map, area);
        }
    }
}

// As many dots as the device has, for what can be seen: no painter has to scale or cut.
void MapSheet::drawMap(QCPPainter& painter, std::int64_t map, const QRectF& area) {
    const auto seen = area.intersected(QRectF(clipRect()));
    if (seen.isEmpty()) {
        return;
    }
    const bool page = painter.modes().testFlag(QCPPainter::pmVectorized);
    const double scale = page ? kPageDots : mParentPlot->bufferDevicePixelRatio();
    const QSize dots(std::max(1, static_cast<int>(std::lround(seen.width() * scale))),
                     std::max(1, static_cast<int>(std::lround(seen.height() * scale))));
    const double across = static_cast<double>(m_maps.columns()) / area.width();
    const double down = static_cast<double>(m_maps.rows()) / area.height();
    const QRectF part((seen.left() - area.left()) * across, (seen.top() - area.top()) * down,
                      seen.width() * across, seen.height() * down);
    painter.drawImage(seen, resampled(pictureOf(map), part, dots, m_gradient.nanColor().rgb()));
}

// Numbers where there is room for them.
void MapSheet::drawWords(QCPPainter& painter, std::int64_t map, const QRectF& area) const {
    const QFontMetricsF metrics(m_font);
    const QRectF clip(clipRect());
    painter.setFont(m_font);
    painter.setPen(QPen(m_text));
    const auto write = [&](const QPointF& corner, const QString& text) {
        QRectF box(corner, QSizeF(metrics.horizontalAdvance(text), metrics.height()));
        if (box.left() < clip.right() && box.right() > clip.right()) {
            box.moveRight(clip.right()); // of the last column
        }
        if (clip.contains(box)) {
            painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, text);
        }
    };
    const auto before = [&](const QString& text) {
        return area.left() - kWordGap - metrics.horizontalAdvance(text);
    };
    const auto [grid, words] = tiles();
    if (words == Words::Rows) {
        if ((map - m_first) % grid.columns() == 0) {
            write({before(sheetNumber(map)), area.center().y() - 0.5 * metrics.height()},
                  sheetNumber(map));
        }
        return;
    }
    write({area.left(), area.top() - metrics.height()}, sheetNumber(map));
    if (words != Words::Numbered) {
        return;
    }
    const auto first = sheetNumber(0), last = sheetNumber(m_maps.rows() - 1);
    write({before(first), area.top()}, first);
    write({area.left(), area.bottom()}, first);
    if (m_maps.rows() > 1) {
        write({before(last), area.bottom() - metrics.height()}, last);
        write({area.right() - metrics.horizontalAdvance(last), area.bottom()}, last);
    }
}

} // namespace tessera::ui

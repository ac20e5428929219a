#include "ui/plots/point_cloud.h"

#include "ui/plots/clip_line.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPageFineness = 4.2; // dots per point of a large cloud: 302 per inch
constexpr int kSteppedBack = 70;      // alpha of what is not chosen
constexpr std::size_t kCrowd = 5'000, kGreatCrowd = 20'000;

bool isFinite(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QPixmap stampOf(Marker marker, double size, const QColor& colour, double pixelRatio) {
    const int side = static_cast<int>(std::ceil((size + 3.0) * pixelRatio));
    QPixmap stamp(side, side);
    stamp.setDevicePixelRatio(pixelRatio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = 0.5 * side / pixelRatio;
    drawMarker(painter, marker, {middle, middle}, size, colour);
    return stamp;
}

} // namespace

void PointCloud::setStyles(std::vector<CloudStyle> styles, std::vector<int> which, int top) {
    m_styles = std::move(styles);
    m_which = std::move(which);
    m_top = top;
}

bool PointCloud::isChosen(std::size_t index) const {
    return std::binary_search(m_chosen->begin(), m_chosen->end(), static_cast<int>(index));
}

int PointCloud::nearest(const QPointF& position, double reach, double* distance) const {
    int best = -1;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (!isFinite(m_points[i])) {
            continue;
        }
        const auto at = coordsToPixels(m_points[i].x(), m_points[i].y());
        const double away = std::hypot(at.x() - position.x(), at.y() - position.y());
        if (away <= reach) {
            reach = away;
            best = static_cast<int>(i);
        }
    }
    if (distance != nullptr) {
        *distance = reach;
    }
    return best;
}

QCPRange PointCloud::rangeOf(bool& found, bool horizontal) const {
    found = false;
    QCPRange range;
    for (const auto& point : m_points) {
        if (isFinite(point)) {
            const double value = horizontal ? point.x() : point.y();
            range = found ? range.expanded(value) : QCPRange(value, value);
            found = true;
        }
    }
    return range;
}

QCPRange PointCloud::getKeyRange(bool& found, QCP::SignDomain) const {
    return rangeOf(found, true);
}

QCPRange PointCloud::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    return rangeOf(found, false);
}

struct PointCloud::Brush {
    double size = 0.0;
    bool vectors = false;
    double pixelRatio = 1.0;
    QRect area;
    std::vector<CloudStyle> styles;
    std::vector<QPixmap> stamps;
    std::vector<bool> taken; // pixels on which a point stands already; empty: nobody minds

    // Whether another point is there; if not, now one is.
    bool take(const QPointF& at) {
        if (taken.empty()) {
            return true;
        }
        const auto x = std::clamp(static_cast<int>(at.x()) - area.left(), 0, area.width() - 1);
        const auto y = std::clamp(static_cast<int>(at.y()) - area.top(), 0, area.height() - 1);
        const auto pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(area.width()) +
                           static_cast<std::size_t>(x);
        if (taken[pixel]) {
            return false;
        }
        taken[pixel] = true;
        return true;
    }
};

std::size_t PointCloud::styleOf(std::size_t index) const {
    return static_cast<std::size_t>(index < m_which.size() ? m_which[index] : 0);
}

void PointCloud::drawPoints(QPainter& painter, Part part, Brush& brush, bool onTop) const {
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const auto style = styleOf(i);
        if ((static_cast<int>(style) == m_top) != onTop || !isFinite(m_points[i]) ||
            (part != Part::All && isChosen(i) != (part == Part::Chosen))) {
            continue;
        }
        const auto at = coordsToPixels(m_points[i].x(), m_points[i].y());
        if (!QRectF(brush.area).contains(at) || !brush.take(at)) {
            continue;
        }
        if (brush.vectors) {
            const auto& look = brush.styles[style];
            drawMarker(painter, look.marker, at, brush.size, look.colour);
        } else {
            const double half = 0.5 * brush.stamps[style].width() / brush.pixelRatio;
            painter.drawPixmap(QPointF(at.x() - half, at.y() - half), brush.stamps[style]);
        }
    }
}

void PointCloud::drawPart(QPainter& painter, Part part, bool vectors, double pixelRatio) const {
    const bool emphasised = part == Part::Chosen;
    const double crowded = m_points.size() > kGreatCrowd ? 0.4
                           : m_points.size() > kCrowd    ? 0.6
                                                         : 1.0;
    // Among very many, one network must not hide the other.
    const int plain = m_points.size() > kGreatCrowd && !emphasised ? 120 : 255;
    Brush brush;
    brush.size = m_size * (emphasised ? 1.5 : crowded);
    brush.vectors = vectors;
    brush.pixelRatio = pixelRatio;
    brush.styles = m_styles;
    for (auto& style : brush.styles) {
        style.marker = style.marker == Marker::None ? m_marker : style.marker;
        style.colour.setAlpha(part == Part::Others ? kSteppedBack : plain);
        brush.stamps.push_back(
            vectors ? QPixmap() : stampOf(style.marker, brush.size, style.colour, pixelRatio));
    }
    // On a page nothing may stand beyond the axes: not every painter cuts it off.
    brush.area = vectors ? clipRect() : clipRect().adjusted(-8, -8, 8, 8);
    const auto clear = [&] {
        if (!vectors && m_points.size() > kCrowd) {
            brush.taken.assign(static_cast<std::size_t>(brush.area.width()) *
                                   static_cast<std::size_t>(brush.area.height()),
                               false);
        }
    };
    clear();
    drawPoints(painter, part, brush, false);
    if (m_top >= 0) {
        clear();
        drawPoints(painter, part, brush, true);
    }
}

void PointCloud::drawAll(QPainter& painter, bool vectors, double pixelRatio) const {
    if (m_chosen == nullptr || m_chosen->empty()) {
        drawPart(painter, Part::All, vectors, pixelRatio);
        return;
    }
    drawPart(painter, Part::Others, vectors, pixelRatio);
    drawPart(painter, Part::Chosen, vectors, pixelRatio);
}

void PointCloud::draw(QCPPainter* painter) {
    if (m_styles.empty()) {
        return;
    }
    painter->setAntialiasing(true);
    if (!painter->modes().testFlag(QCPPainter::pmVectorized)) {
        drawAll(*painter, false, parentPlot()->bufferDevicePixelRatio());
        return;
    }
    if (m_points.size() <= kMostVectors) {
        drawAll(*painter, true, 1.0);
        return;
    }
    const auto area = clipRect();
    QImage picture(area.size() * kPageFineness, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(kPageFineness);
    picture.fill(Qt::transparent);
    QPainter inside(&picture);
    inside.setRenderHint(QPainter::Antialiasing);
    inside.translate(-area.topLeft());
    drawAll(inside, false, kPageFineness);
    inside.end();
    painter->drawImage(QRectF(area), picture);
}

void PairLines::draw(QCPPainter* painter) {
    const auto& from = m_from.points();
    const auto& to = m_to.points();
    painter->setAntialiasing(true);
    auto faint = pen();
    auto colour = faint.color();
    colour.setAlpha(colour.alpha() / 3);
    faint.setColor(colour);
    const bool some = m_chosen != nullptr && !m_chosen->empty();
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        if (!isFinite(from[i]) || !isFinite(to[i])) {
            continue;
        }
        const bool back =
            some && !std::binary_search(m_chosen->begin(), m_chosen->end(), static_cast<int>(i));
        painter->setPen(back ? faint : pen());
        const QLineF line(coordsToPixels(from[i].x(), from[i].y()),
                          coordsToPixels(to[i].x(), to[i].y()));
        if (const auto part = clippedLine(line, clipRect())) {
            painter->drawLine(*part);
        }
    }
}

} // namespace tessera::ui

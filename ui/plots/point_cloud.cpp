#include "ui/plots/point_cloud.h"

#include "ui/plots/clip_line.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPageFineness = 4.0; // dots per point of the picture of a very large cloud
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

void PointCloud::setColours(std::vector<QColor> colours, std::vector<int> styles) {
    m_colours = std::move(colours);
    m_styles = std::move(styles);
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

void PointCloud::drawPart(QPainter& painter, Part part, bool vectors, double pixelRatio) const {
    const bool emphasised = part == Part::Chosen;
    const double crowded = m_points.size() > kGreatCrowd ? 0.4
                           : m_points.size() > kCrowd    ? 0.6
                                                         : 1.0;
    // Among very many, one network must not hide the other.
    const int plain = m_points.size() > kGreatCrowd && !emphasised ? 120 : 255;
    const double size = m_size * (emphasised ? 1.5 : crowded);
    std::vector<QColor> colours = m_colours;
    std::vector<QPixmap> stamps;
    for (auto& colour : colours) {
        colour.setAlpha(part == Part::Others ? kSteppedBack : plain);
        stamps.push_back(vectors ? QPixmap() : stampOf(m_marker, size, colour, pixelRatio));
    }
    // On a page nothing may stand beyond the axes: not every painter cuts it off.
    const auto area = vectors ? clipRect() : clipRect().adjusted(-8, -8, 8, 8);
    std::vector<bool> taken; // pixels on which a point stands already
    if (!vectors && m_points.size() > kCrowd) {
        taken.resize(static_cast<std::size_t>(area.width()) *
                     static_cast<std::size_t>(area.height()));
    }
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (!isFinite(m_points[i]) || (part != Part::All && isChosen(i) != emphasised)) {
            continue;
        }
        const auto at = coordsToPixels(m_points[i].x(), m_points[i].y());
        if (!QRectF(area).contains(at)) {
            continue;
        }
        if (!taken.empty()) {
            const auto x = std::clamp(static_cast<int>(at.x()) - area.left(), 0, area.width() - 1);
            const auto y = std::clamp(static_cast<int>(at.y()) - area.top(), 0, area.height() - 1);
            const auto pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(area.width()) +
                static_cast<std::size_t>(x);
            if (taken[pixel]) {
                continue;
            }
            taken[pixel] = true;
        }
        const auto style = static_cast<std::size_t>(i < m_styles.size() ? m_styles[i] : 0);
        if (vectors) {
            drawMarker(painter, m_marker, at, size, colours[style]);
        } else {
            const double half = 0.5 * stamps[style].width() / pixelRatio;
            painter.drawPixmap(QPointF(at.x() - half, at.y() - half), stamps[style]);
        }
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
    if (m_colours.empty()) {
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

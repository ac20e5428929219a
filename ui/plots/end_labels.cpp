#include "ui/plots/end_labels.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kLabelGap = 6; // between the end of a curve and its label

} // namespace

int EndLabels::width() const {
    const QFontMetrics metrics(m_font);
    int width = 0;
    for (const auto& label : m_labels) {
        width = std::max(width, metrics.horizontalAdvance(label.text));
    }
    return width > 0 ? width + kLabelGap + 2 : 0;
}

// Downwards, each as high as it can be; then upwards, if the last one fell off the rect.
void EndLabels::spread(std::vector<Place>::iterator begin, std::vector<Place>::iterator end,
                       double line) const {
    std::sort(begin, end, [](const Place& a, const Place& b) { return a.y < b.y; });
    for (auto place = begin; place != end; ++place) {
        if (place != begin) {
            place->y = std::max(place->y, std::prev(place)->y + line);
        }
    }
    double floor = m_rect->rect().bottom();
    for (auto place = end; place != begin;) {
        --place;
        place->y = std::min(place->y, floor);
        floor = place->y - line;
    }
}

void EndLabels::draw(QCPPainter* painter) {
    const auto* xAxis = m_rect->axis(QCPAxis::atBottom);
    const auto* yAxis = m_rect->axis(QCPAxis::atLeft);
    std::vector<Place> places;
    for (const auto& label : m_labels) {
        if (xAxis->range().contains(label.x) && yAxis->range().contains(label.y)) {
            places.push_back({xAxis->coordToPixel(label.x), yAxis->coordToPixel(label.y), &label});
        }
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.x < b.x; });
    const QFontMetrics metrics(m_font);
    const double line = metrics.ascent() + 1.0;
    for (auto begin = places.begin(); begin != places.end();) { // those that could touch
        auto end = std::next(begin);
        while (end != places.end() && end->x < std::prev(end)->x + width()) {
            ++end;
        }
        spread(begin, end, line);
        begin = end;
    }
    painter->setFont(m_font);
    for (const auto& place : places) {
        const auto& text = place.label->text;
        const QRectF box(place.x + kLabelGap, place.y - line, width(), 2.0 * line);
        const QRectF behind(box.left() - 1.0, place.y - 0.5 * line,
                            metrics.horizontalAdvance(text) + 2.0, line);
        if (behind.left() < m_rect->rect().right()) {
            painter->fillRect(behind, m_background);
        }
        painter->setPen(QPen(place.label->colour));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

} // namespace tessera::ui

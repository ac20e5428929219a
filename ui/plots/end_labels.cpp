#include "ui/plots/end_labels.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kGap = 6; // between the end of a curve and its label

} // namespace

int EndLabels::width() const {
    const QFontMetrics metrics(m_font);
    int width = 0;
    for (const auto& label : m_labels) {
        width = std::max(width, metrics.horizontalAdvance(label.text));
    }
    return width > 0 ? width + kGap + 2 : 0;
}

void EndLabels::draw(QCPPainter* painter) {
    struct Place {
        double x, y;
        const EndLabel* label;
    };
    const auto* xAxis = m_rect->axis(QCPAxis::atBottom);
    const auto* yAxis = m_rect->axis(QCPAxis::atLeft);
    std::vector<Place> places;
    for (const auto& label : m_labels) {
        if (xAxis->range().contains(label.x) && yAxis->range().contains(label.y)) {
            places.push_back({xAxis->coordToPixel(label.x), yAxis->coordToPixel(label.y), &label});
        }
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.y < b.y; });
    const QFontMetrics metrics(m_font);
    const double line = metrics.ascent() + 1.0;
    // Downwards, each as high as it can be; then upwards, if the last one fell off the rect.
    for (std::size_t i = 1; i < places.size(); ++i) {
        places[i].y = std::max(places[i].y, places[i - 1].y + line);
    }
    double floor = m_rect->rect().bottom();
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        place->y = std::min(place->y, floor);
        floor = place->y - line;
    }
    painter->setFont(m_font);
    for (const auto& place : places) {
        painter->setPen(QPen(place.label->colour));
        const QRectF box(place.x + kGap, place.y - line, width(), 2.0 * line);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                          place.label->text);
    }
}

} // namespace tessera::ui

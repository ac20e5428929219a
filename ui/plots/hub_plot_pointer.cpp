// What a person points at and draws round in the hub space.
#include "ui/plots/hub_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/point_cloud.h"
#include "ui/plots/sample_card.h"

#include <QPolygonF>

#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPointReach = 12.0; // pixels

} // namespace

std::optional<int> HubPlot::sampleAt(const QPoint& position) const {
    double toSource = kPointReach, toReceiver = kPointReach;
    const int source = m_source->nearest(position, kPointReach, &toSource);
    const int receiver = m_receiver->nearest(position, kPointReach, &toReceiver);
    const int nearest = receiver >= 0 && (source < 0 || toReceiver < toSource) ? receiver : source;
    return nearest >= 0 ? std::optional(nearest) : std::nullopt;
}

QString HubPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const auto sample = isEmpty() ? std::nullopt : sampleAt(position);
    if (!sample) {
        m_card->hide();
        return CustomPlot::readoutAt(position, rect);
    }
    const auto words = wordsOn(*sample);
    m_card->show(*m_snapshot->samples, *sample, words.join('\n'), position);
    return words.join(", ");
}

void HubPlot::onPointerLeft() {
    m_card->hide();
}

void HubPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) {
    const auto sample = isEmpty() ? std::nullopt : sampleAt(position);
    const bool adds = modifiers.testFlag(Qt::ControlModifier);
    if (sample && adds) {
        selection().toggle(*sample);
    } else if (sample) {
        selection().setSamples({*sample});
    } else if (!adds) {
        selection().clear();
    }
}

void HubPlot::onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) {
    chooseInside([&](const QPointF& at) { return QRectF(rect).contains(at); }, modifiers);
}

void HubPlot::onLasso(const QPolygonF& area, Qt::KeyboardModifiers modifiers) {
    const auto box = area.boundingRect();
    chooseInside(
        [&](const QPointF& at) {
            return box.contains(at) && area.containsPoint(at, Qt::OddEvenFill);
        },
        modifiers);
}

// Samples of which a point lies in there.
void HubPlot::chooseInside(const std::function<bool(const QPointF&)>& inside,
                           Qt::KeyboardModifiers modifiers) {
    std::vector<int> chosen;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        chosen = selection().samples();
    }
    for (const auto* cloud : {m_source, m_receiver}) {
        const auto& points = cloud->points();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (std::isfinite(points[i].x()) && std::isfinite(points[i].y()) &&
                inside(cloud->coordsToPixels(points[i].x(), points[i].y()))) {
                chosen.push_back(static_cast<int>(i));
            }
        }
    }
    selection().setSamples(std::move(chosen));
}

} // namespace tessera::ui

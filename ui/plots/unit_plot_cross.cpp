// What pointer and keyboard are on in the figures of the units.
#include "ui/bridge/selection.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/plots/unit_plot.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

std::optional<UnitPlot::Place> UnitPlot::placeAt(const QPoint& position) const {
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto& rect = *m_halves[half].rect;
        if (!rect.rect().contains(position)) {
            continue;
        }
        const auto place = std::lround(rect.axis(QCPAxis::atBottom)->pixelToCoord(position.x()));
        if (place >= 0 && place < units(half)) {
            return Place{half, static_cast<int>(place)};
        }
    }
    return std::nullopt;
}

const UnitFigures& UnitPlot::unitAt(const Place& place) const {
    const int unit = m_halves[place.half].order[static_cast<std::size_t>(place.place)];
    return m_shown.statistics[place.half]->units[static_cast<std::size_t>(unit)];
}

QString UnitPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto place = placeAt(position);
    return place ? placeText(*place) : QString();
}

void UnitPlot::choose(const Place& place, Qt::KeyboardModifiers modifiers) {
    auto samples = unitAt(place).top;
    if (samples.empty()) {
        return; // a dead unit answers none
    }
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const auto& chosen = selection().samples();
        samples.insert(samples.end(), chosen.begin(), chosen.end());
    }
    selection().setSamples(std::move(samples));
}

void UnitPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) {
    if (const auto place = placeAt(position)) {
        choose(*place, modifiers);
    }
}

bool UnitPlot::onArrow(int dx, int dy) {
    if (dy != 0 || !isComputed() || units(kSource) == 0 || units(kReceiver) == 0) {
        return false;
    }
    if (!m_cross) {
        m_cross = Place{};
    } else {
        m_cross->place += dx;
        // From the last unit of the source to the first of the receiver, and back.
        if (m_cross->half == kSource && m_cross->place >= units(kSource)) {
            m_cross = Place{kReceiver, 0};
        } else if (m_cross->half == kReceiver && m_cross->place < 0) {
            m_cross = Place{kSource, units(kSource) - 1};
        }
        m_cross->place = std::clamp(m_cross->place, 0, units(m_cross->half) - 1);
    }
    auto& axis = *m_halves[m_cross->half].rect->axis(QCPAxis::atBottom);
    if (m_cross->place - 0.5 < axis.range().lower) {
        axis.moveRange(m_cross->place - 0.5 - axis.range().lower);
    } else if (m_cross->place + 0.5 > axis.range().upper) {
        axis.moveRange(m_cross->place + 0.5 - axis.range().upper);
    }
    fillMarks();
    requestReplot();
    Q_EMIT readoutChanged(placeText(*m_cross));
    return true;
}

bool UnitPlot::onKey(int key) {
    if (m_cross && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        choose(*m_cross, {});
        return true;
    }
    return false;
}

} // namespace tessera::ui

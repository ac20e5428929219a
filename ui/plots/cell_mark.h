#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace tessera::ui {

// A frame round what the keyboard is on, in two colours that show on every other. Asks where that
// is whenever it is drawn, so that it moves with the zoom.
class CellMark : public QCPLayerable {
public:
    // `place`: in pixels of the canvas; empty for nowhere.
    CellMark(QCustomPlot& canvas, std::function<QRectF()> place)
        : QCPLayerable(&canvas, "overlay"), m_place(std::move(place)) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override {
        constexpr double kLeastSide = 4.0;
        const auto place = m_place();
        if (place.isEmpty()) {
            return;
        }
        const double wider = 0.5 * std::max(0.0, kLeastSide - place.width());
        const double higher = 0.5 * std::max(0.0, kLeastSide - place.height());
        const auto box = place.adjusted(-wider, -higher, wider, higher)
                             .intersected(QRectF(mParentPlot->axisRect()->rect()));
        if (box.isEmpty()) {
            return;
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Qt::white, 1.0));
        painter->drawRect(box);
        painter->setPen(QPen(Qt::black, 1.0, Qt::DashLine));
        painter->drawRect(box);
    }

private:
    std::function<QRectF()> m_place;
};

} // namespace tessera::ui

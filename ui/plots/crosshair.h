#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <QPointer>

namespace tessera::ui {

// Two thin lines through a pixel of an axis rect, on a layer of its own, so that moving it draws
// nothing else anew.
class Crosshair : public QCPLayerable {
public:
    explicit Crosshair(QCustomPlot* canvas) : QCPLayerable(canvas, "overlay") {}

    void setColour(const QColor& colour) { m_pen = QPen(colour, 1.0, Qt::DotLine); }
    // A null rect hides it. Draws the layer if something changed.
    void moveTo(QCPAxisRect* rect, const QPointF& position) {
        if (rect != m_rect || position != m_position) {
            m_rect = rect;
            m_position = position;
            layer()->replot();
        }
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override {
        if (!m_rect) {
            return;
        }
        const auto rect = m_rect->rect();
        painter->setPen(m_pen);
        painter->drawLine(QLineF(m_position.x(), rect.top(), m_position.x(), rect.bottom()));
        painter->drawLine(QLineF(rect.left(), m_position.y(), rect.right(), m_position.y()));
    }

private:
    QPointer<QCPAxisRect> m_rect;
    QPointF m_position;
    QPen m_pen;
};

} // namespace tessera::ui

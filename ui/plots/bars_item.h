#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <vector>

namespace tessera::ui {

struct Bar {
    double left = 0.0, right = 0.0, low = 0.0, high = 0.0; // in the axes' units
    QBrush brush = Qt::NoBrush;                            // instead of the item's
};

// Filled bars. Cuts itself off at the axis rect, for painters that cannot.
class BarsItem : public QCPAbstractPlottable {
public:
    BarsItem(QCPAxis* x, QCPAxis* y) : QCPAbstractPlottable(x, y) {}

    void setBars(std::vector<Bar> bars) { m_bars = std::move(bars); }
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = !m_bars.empty();
        return found ? QCPRange(m_bars.front().left, m_bars.back().right) : QCPRange();
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = !m_bars.empty();
        QCPRange range(0.0, 0.0);
        for (const auto& bar : m_bars) {
            range.expand(QCPRange(bar.low, bar.high));
        }
        return range;
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false); // neighbours meet without a seam
    }
    void draw(QCPPainter* painter) override { drawBars(*painter, m_bars); }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

    void drawBars(QCPPainter& painter, const std::vector<Bar>& bars) const {
        const QRectF area = clipRect();
        painter.setPen(Qt::NoPen);
        for (const auto& bar : bars) {
            const auto box =
                QRectF(coordsToPixels(bar.left, bar.high), coordsToPixels(bar.right, bar.low))
                    .normalized()
                    .intersected(area);
            if (box.isValid()) {
                painter.fillRect(box, bar.brush.style() == Qt::NoBrush ? brush() : bar.brush);
            }
        }
    }

private:
    std::vector<Bar> m_bars;
};

} // namespace tessera::ui

#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <optional>
#include <vector>

namespace tessera::ui {

// What an interval spans at one place.
struct BandPoint {
    double x = 0.0;
    std::optional<QCPRange> span; // nothing: the band breaks here
};

// A filled band between the ends of intervals. Cuts itself off at the axis rect, for painters that
// cannot.
class CurveBandItem : public QCPAbstractPlottable {
public:
    CurveBandItem(QCPAxis* x, QCPAxis* y, std::vector<BandPoint> points)
        : QCPAbstractPlottable(x, y), m_points(std::move(points)) {}

    [[nodiscard]] const std::vector<BandPoint>& points() const { return m_points; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    std::vector<BandPoint> m_points;
};

} // namespace tessera::ui

#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <optional>
#include <vector>

namespace tessera::ui {

struct CurveLinePoint {
    double x = 0.0;
    std::optional<double> y;           // nothing: the line breaks here
    std::optional<Marker> marker = {}; // instead of the line's
};

// A line with a marker at each point. Cuts itself off at the axis rect, for painters that cannot.
class CurveLineItem : public QCPAbstractPlottable {
public:
    CurveLineItem(QCPAxis* x, QCPAxis* y, std::vector<CurveLinePoint> points)
        : QCPAbstractPlottable(x, y), m_points(std::move(points)) {}

    [[nodiscard]] const std::vector<CurveLinePoint>& points() const { return m_points; }
    // At every `each`-th point, counted from the first.
    void setMarker(Marker marker, double size, std::size_t each = 1) {
        m_marker = marker;
        m_size = size;
        m_each = each;
    }

    [[nodiscard]] Marker marker() const { return m_marker; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    void drawLine(QCPPainter& painter) const;

    std::vector<CurveLinePoint> m_points;
    Marker m_marker = Marker::None;
    double m_size = 6.0;
    std::size_t m_each = 1;
};

} // namespace tessera::ui

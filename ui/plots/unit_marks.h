#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <optional>
#include <vector>

namespace tessera::ui {

// A unit at its place from the left.
struct UnitMark {
    std::optional<double> value;   // nothing: not measured
    std::optional<Marker> special; // instead of the network's, and larger
    bool ringed = false;
};

// Values of units: a marker on a thin stem each. Cuts itself off at the axis rect, for painters
// that cannot.
class UnitMarks : public QCPAbstractPlottable {
public:
    UnitMarks(QCPAxis* x, QCPAxis* y, Marker marker)
        : QCPAbstractPlottable(x, y), m_marker(marker) {}

    void setMarks(std::vector<UnitMark> marks) { m_marks = std::move(marks); }
    [[nodiscard]] const std::vector<UnitMark>& marks() const { return m_marks; }
    void setSize(double size) { m_size = size; }
    void setRingColour(const QColor& colour) { m_ring = colour; }
    // The place that the keyboard is on.
    void setCross(std::optional<int> place) { m_cross = place; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    void drawCross(QCPPainter& painter) const;
    void drawMark(QCPPainter& painter, const UnitMark& mark, double place, double spacing) const;

    std::vector<UnitMark> m_marks;
    Marker m_marker;
    double m_size = 6.0;
    QColor m_ring;
    std::optional<int> m_cross;
};

} // namespace tessera::ui

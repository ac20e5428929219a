#pragma once

// Included by sources only: it derives from classes of QCustomPlot.
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <vector>

namespace tessera::ui {

// One point per sample; points that are not finite are not drawn.
using CloudPoints = std::vector<QPointF>;

// How some of the points look.
struct CloudStyle {
    QColor colour;
    Marker marker = Marker::None; // None: that of the cloud
};

// Many points with a colour each. On screen it stamps small pictures and leaves out
// what would cover another point exactly; on a page it draws vectors up to kMostVectors points and
// a fine picture beyond.
class PointCloud : public QCPAbstractPlottable {
public:
    static constexpr std::size_t kMostVectors = 5'000;

    PointCloud(QCPAxis* x, QCPAxis* y, Marker marker)
        : QCPAbstractPlottable(x, y), m_marker(marker) {}

    void setPoints(CloudPoints points) { m_points = std::move(points); }
    [[nodiscard]] const CloudPoints& points() const { return m_points; }
    // `which` holds an index into `styles` for each point; if it is empty, all have the first.
    // Points of the style `top` lie above all others; -1: none do.
    void setStyles(std::vector<CloudStyle> styles, std::vector<int> which, int top = -1);
    [[nodiscard]] const std::vector<CloudStyle>& styles() const { return m_styles; }
    [[nodiscard]] const std::vector<int>& which() const { return m_which; }
    void setSize(double size) { m_size = size; }
    // Sorted samples that are emphasised while all others step back; none: all are equal.
    void setChosen(const std::vector<int>* chosen) { m_chosen = chosen; }

    // The index of the nearest point within `reach` pixels, or -1; `distance` gets how far.
    [[nodiscard]] int nearest(const QPointF& position, double reach, double* distance) const;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    enum class Part { All, Others, Chosen };
    struct Brush; // what one part is drawn with
    void drawPart(QPainter& painter, Part part, bool vectors, double pixelRatio) const;
    void drawPoints(QPainter& painter, Part part, Brush& brush, bool onTop) const;
    [[nodiscard]] std::size_t styleOf(std::size_t index) const;
    void drawAll(QPainter& painter, bool vectors, double pixelRatio) const;
    [[nodiscard]] bool isChosen(std::size_t index) const;
    [[nodiscard]] QCPRange rangeOf(bool& found, bool horizontal) const;

    Marker m_marker;
    CloudPoints m_points;
    std::vector<CloudStyle> m_styles;
    std::vector<int> m_which;
    int m_top = -1;
    const std::vector<int>* m_chosen = nullptr;
    double m_size = 7.0;
};

// Thin lines from the points of one cloud to those of another.
class PairLines : public QCPAbstractPlottable {
public:
    PairLines(const PointCloud& from, const PointCloud& to)
        : QCPAbstractPlottable(from.keyAxis(), from.valueAxis()), m_from(from), m_to(to) {}

    void setChosen(const std::vector<int>* chosen) { m_chosen = chosen; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = false;
        return {};
    }

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    const PointCloud& m_from;
    const PointCloud& m_to;
    const std::vector<int>* m_chosen = nullptr;
};

} // namespace tessera::ui

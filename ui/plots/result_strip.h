#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "core/api/run.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <optional>
#include <vector>

namespace tessera::ui {

struct ResultMark {
    double value = 0.0;
    std::optional<Interval> interval; // a whisker
    Marker marker = Marker::Diamond;
    QColor colour;
    QString readout; // what it says to the pointer
};

// Results that belong to no step, in a strip beside the axis rect: a column each, so that none
// covers another, on the heights of the vertical axis. They stay in sight while a person pans.
class ResultStrip : public QCPLayerable {
public:
    explicit ResultStrip(QCPAxisRect* rect)
        : QCPLayerable(rect->parentPlot(), "legend"), m_rect(rect) {}

    void setMarks(std::vector<ResultMark> marks) { m_marks = std::move(marks); }
    [[nodiscard]] const std::vector<ResultMark>& marks() const { return m_marks; }
    void setSizes(double marker, double line) {
        m_size = marker;
        m_line = line;
    }
    // Between the axis rect and the strip, for the labels of the curves.
    void setDistance(int distance) { m_distance = distance; }
    // What the right margin must hold beyond the distance.
    [[nodiscard]] int width() const;
    [[nodiscard]] QPointF place(std::size_t index) const;
    // The mark whose column is within `reach` pixels of the position; null: none.
    [[nodiscard]] const ResultMark* nearest(const QPointF& position, double reach) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    void drawInterval(QCPPainter& painter, double x, const ResultMark& mark) const;
    [[nodiscard]] double column() const { return 1.7 * m_size; }

    QCPAxisRect* m_rect;
    std::vector<ResultMark> m_marks;
    double m_size = 7.0;
    double m_line = 1.5;
    int m_distance = 0;
};

} // namespace tessera::ui

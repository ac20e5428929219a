#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/plot.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QPolygonF>

#include <functional>
#include <optional>

namespace tessera::ui {

// The canvas of a plot. Shows where the keyboard is, lets Shift begin a rectangle instead of a
// drag, and lets Alt, or any drag while that is wanted, draw a lasso. UI thread.
class PlotCanvas : public QCustomPlot {
public:
    // Of a lasso that was drawn, in pixels.
    using LassoDrawn = std::function<void(const QPolygonF& area, Qt::KeyboardModifiers modifiers)>;

    PlotCanvas(const PlotContext& context, QWidget* parent)
        : QCustomPlot(parent), m_context(context) {}

    bool rectangleSelects = false;
    bool dragsDrawLasso = false;
    LassoDrawn onLasso; // none: there is no lasso

    // Draws anew soon; what cannot be seen, such as a tab behind others, only once it can: a run
    // that grows would cost the window as much for every hidden plot as for those in front.
    void replotWhenSeen();

    // A press has begun one, and the button is still down.
    [[nodiscard]] bool hasLasso() const { return m_lasso.has_value(); }
    // It is more than a click.
    [[nodiscard]] bool lassoIsDrawn() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] bool beginsLasso(const QMouseEvent& event) const;

    PlotContext m_context;
    std::optional<QPolygonF> m_lasso;
    bool m_stale = false; // to be drawn anew before it is painted
};

} // namespace tessera::ui

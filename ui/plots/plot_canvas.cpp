#include "ui/plots/plot_canvas.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QMouseEvent>

#include <utility>

namespace tessera::ui {

namespace {

constexpr double kFinest = 2.0; // pixels from one corner of a lasso to the next

} // namespace

bool PlotCanvas::lassoIsDrawn() const {
    const auto size = m_lasso ? m_lasso->boundingRect().size() : QSizeF(0.0, 0.0);
    return size.width() + size.height() >= QApplication::startDragDistance();
}

// To Qt a docked tab behind others is visible, but lies outside of its window.
void PlotCanvas::replotWhenSeen() {
    m_stale = isVisible() && visibleRegion().isEmpty();
    if (!m_stale) {
        replot(rpQueuedReplot);
    }
}

void PlotCanvas::paintEvent(QPaintEvent* event) {
    if (std::exchange(m_stale, false)) {
        replot(rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
    const auto& accent = m_context.theme.theme().accent;
    QPainter painter(this);
    if (hasFocus()) {
        painter.setPen(QPen(accent, 2.0));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    if (m_lasso) {
        auto inside = accent;
        inside.setAlpha(40);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 1.5, Qt::DashLine));
        painter.setBrush(inside);
        painter.drawPolygon(*m_lasso);
    }
}

bool PlotCanvas::beginsLasso(const QMouseEvent& event) const {
    const auto modifiers = event.modifiers();
    return onLasso && event.button() == Qt::LeftButton &&
           (modifiers.testFlag(Qt::AltModifier) ||
            (dragsDrawLasso && !modifiers.testFlag(Qt::ShiftModifier)));
}

void PlotCanvas::mousePressEvent(QMouseEvent* event) {
    if (beginsLasso(*event)) {
        m_lasso = QPolygonF{event->position()};
        return;
    }
    const bool rectangle = rectangleSelects && event->button() == Qt::LeftButton &&
                           event->modifiers().testFlag(Qt::ShiftModifier);
    setSelectionRectMode(rectangle ? QCP::srmCustom : QCP::srmNone);
    QCustomPlot::mousePressEvent(event);
}

void PlotCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_lasso) {
        QCustomPlot::mouseMoveEvent(event);
        return;
    }
    if ((event->position() - m_lasso->last()).manhattanLength() >= kFinest) {
        m_lasso->append(event->position());
        update();
    }
}

void PlotCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_lasso) {
        QCustomPlot::mouseReleaseEvent(event);
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const bool drawn = lassoIsDrawn();
    const auto area = *std::exchange(m_lasso, std::nullopt);
    update();
    if (drawn) {
        onLasso(area, event->modifiers());
    }
}

} // namespace tessera::ui

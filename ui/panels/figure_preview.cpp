#include "ui/panels/figure_preview.h"

#include "ui/plots/plot.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kShortestMs = 250; // between two pictures
constexpr int kShareOfTime = 5;  // of the time at most one part in so many is for drawing
constexpr int kEdge = 1;         // of the sheet of paper

} // namespace

FigurePreview::FigurePreview(std::vector<Plot*> plots, QWidget* parent)
    : QWidget(parent), m_plots(std::move(plots)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &FigurePreview::drawNow);
    for (const auto* plot : m_plots) {
        connect(plot, &Plot::contentChanged, this, &FigurePreview::drawSoon);
    }
}

void FigurePreview::setOptions(const FigureOptions& options) {
    m_options = options;
    drawSoon();
}

void FigurePreview::drawSoon() {
    // A plot that is drawn says so, and would be drawn for ever.
    if (!m_drawing && !m_timer.isActive()) {
        m_timer.start();
    }
}

void FigurePreview::drawNow() {
    QElapsedTimer clock;
    clock.start();
    m_drawing = true;
    const double ratio = devicePixelRatioF();
    const QSize room = size() - QSize(2 * kEdge, 2 * kEdge);
    m_picture = figurePreview(m_plots, m_options, (QSizeF(room) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_drawing = false;
    m_timer.setInterval(std::max(kShortestMs, kShareOfTime * static_cast<int>(clock.elapsed())));
    update();
}

void FigurePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_picture.isNull()) {
        return;
    }
    QRectF sheet(QPointF(), m_picture.deviceIndependentSize());
    sheet.moveCenter(QRectF(rect()).center());
    painter.drawImage(sheet, m_picture);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void FigurePreview::resizeEvent(QResizeEvent*) {
    drawSoon();
}

} // namespace tessera::ui

#pragma once

#include "tests/ui/support/fake_jobs.h"
#include "tests/ui/support/run_views.h"
#include "ui/bridge/analyst.h"
#include "ui/bridge/job_bridge.h"
#include "ui/bridge/selection.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/plot_catalog.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

namespace tessera::test {

// What a plot needs to live, without a window around it.
struct PlotWorld {
    ui::Selection selection;
    ui::ThemeController theme;
    ui::JobBridge bridge;
    FakeJobs jobs{bridge};
    ui::Analyst analyst{jobs, bridge};
    ui::PlotContext context{selection, theme, &analyst};

    // By its id in the catalogue, of a common size.
    std::unique_ptr<ui::Plot> make(const char* id, const QSize& size = {480, 360}) {
        std::unique_ptr<ui::Plot> plot(ui::findPlot(id)->make(context, nullptr));
        plot->resize(size);
        return plot;
    }
};

// What it computes off the UI thread is there afterwards.
inline void showRuns(ui::Plot& plot, const std::vector<RunViewPtr>& runs) {
    plot.setRuns(runs);
    (void)QTest::qWaitFor([&plot] { return plot.isComplete(); });
}

inline QCustomPlot& canvasOf(ui::Plot& plot) {
    return static_cast<ui::CustomPlot&>(plot).canvas();
}

// The pixel of a place in an axis rect.
inline QPoint pixelOf(ui::Plot& plot, int rect, double x, double y) {
    auto& canvas = canvasOf(plot);
    canvas.replot(QCustomPlot::rpImmediateRefresh);
    auto* axes = canvas.axisRect(rect);
    return QPointF(axes->axis(QCPAxis::atBottom)->coordToPixel(x),
                   axes->axis(QCPAxis::atLeft)->coordToPixel(y))
        .toPoint();
}

inline RunViewPtr withName(const char* id, const char* name) {
    MadeRun made;
    made.id = id;
    auto view = std::make_shared<RunView>(*madeRunView(made));
    view->record.name = name;
    return view;
}

inline QImage pictureOf(ui::Plot& plot, const ui::Theme& theme, const QSize& size = {360, 260}) {
    QImage image(size * 2, QImage::Format_RGB32);
    image.fill(Qt::magenta); // what is not drawn upon stays so
    QPainter painter(&image);
    painter.scale(2.0, 2.0);
    plot.draw(painter, size, theme);
    return image;
}

// A run with the controls that its transfer can have.
inline RunViewPtr madeControlledRun(const MadeRun& made = {}) {
    auto view = std::make_shared<RunView>(*madeRunView(made));
    view->record.summary.controls = {{ControlId("untrained_source"), 0.12, {}},
                                     {ControlId("shuffled_targets"), 0.125, {}},
                                     {ControlId("readout_only"), 0.758, {}}};
    return view;
}

inline int coloursIn(const QImage& image) {
    std::vector<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        colours.insert(colours.end(), line, line + image.width());
    }
    std::sort(colours.begin(), colours.end());
    return static_cast<int>(std::unique(colours.begin(), colours.end()) - colours.begin());
}

} // namespace tessera::test

#include "ui/plots/plot_look.h"

#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <QApplication>

#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kPageTextPoints = 8;
constexpr int kPageTitlePoints = 9;

void applyLegendLook(QCPLegend& legend, const PlotLook& look) {
    legend.setFont(look.text);
    legend.setTextColor(look.theme->text);
    legend.setBorderPen(Qt::NoPen);
    legend.setIconBorderPen(Qt::NoPen);
    legend.setBrush(Qt::NoBrush);
    for (int i = 0; i < legend.itemCount(); ++i) {
        if (auto* item = legend.item(i)) {
            item->setFont(look.text);
            item->setTextColor(look.theme->text);
        }
    }
}

} // namespace

PlotLook screenLook(const Theme& theme) {
    PlotLook look;
    look.theme = &theme;
    look.text = QApplication::font();
    look.title = look.text;
    look.title.setBold(true);
    return look;
}

PlotLook pageLook(const Theme& theme) {
    PlotLook look;
    look.theme = &theme;
    look.onPage = true;
    look.line = 1.0;
    look.text = QApplication::font();
    // Pixels, because a unit of the page's painter is a point; unhinted, because it is scaled.
    look.text.setPixelSize(kPageTextPoints);
    look.text.setHintingPreference(QFont::PreferNoHinting);
    look.title = look.text;
    look.title.setPixelSize(kPageTitlePoints);
    look.title.setBold(true);
    return look;
}

void applyLook(QCPAxis& axis, const PlotLook& look) {
    const auto& theme = *look.theme;
    const QPen base(theme.border, look.onPage ? 0.75 : 1.0);
    axis.setBasePen(base);
    axis.setTickPen(base);
    axis.setSubTickPen(base);
    axis.setTickLength(0, look.onPage ? 3 : 4);
    axis.setLabelColor(theme.text);
    axis.setTickLabelColor(theme.text);
    axis.setLabelFont(look.text);
    axis.setTickLabelFont(look.text);
    axis.setLabelPadding(look.onPage ? 2 : 4);
    axis.setTickLabelPadding(look.onPage ? 2 : 4);
    axis.grid()->setPen(QPen(theme.grid, look.onPage ? 0.5 : 1.0));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

void applyLook(QCustomPlot& canvas, const PlotLook& look) {
    const auto& theme = *look.theme;
    canvas.setBackground(QBrush(theme.base));
    for (auto* axis : canvas.findChildren<QCPAxis*>()) { // those of colour scales, too
        applyLook(*axis, look);
    }
    for (auto* element : canvas.plotLayout()->elements(true)) {
        if (auto* scale = qobject_cast<QCPColorScale*>(element)) {
            scale->setBarWidth(look.onPage ? 7 : 10);
        } else if (auto* legend = qobject_cast<QCPLegend*>(element)) {
            applyLegendLook(*legend, look);
        } else if (auto* text = qobject_cast<QCPTextElement*>(element)) {
            text->setFont(look.title);
        }
    }
    canvas.selectionRect()->setPen(QPen(theme.accent, 1.0, Qt::DashLine));
    auto fill = theme.accent;
    fill.setAlpha(40);
    canvas.selectionRect()->setBrush(fill);
}

void setRangeWithMargin(QCPAxis& axis, double lower, double upper, double margin) {
    if (!std::isfinite(lower) || !std::isfinite(upper) || lower > upper) {
        lower = 0.0;
        upper = 1.0;
    }
    if (upper - lower < 1e-12 * std::max(1.0, std::abs(upper))) {
        const double half = std::max(0.5, 0.1 * std::abs(upper));
        lower -= half;
        upper += half;
    }
    const double room = margin * (upper - lower);
    axis.setRange(lower - room, upper + room);
}

} // namespace tessera::ui

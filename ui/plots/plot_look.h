#pragma once

#include <QFont>

class QCPAxis;
class QCPAxisRect;
class QCPLegend;
class QCustomPlot;

namespace tessera::ui {

struct Theme;

// How a plot is to look: on screen, or on a page for a paper. UI thread.
struct PlotLook {
    const Theme* theme = nullptr;
    QFont text;        // axes, legends, labels
    QFont title;       // of a half of a plot
    double line = 1.5; // width of a curve, in the painter's units
    bool onPage = false;
};

// Sizes in pixels of the screen, after the font of the application.
[[nodiscard]] PlotLook screenLook(const Theme& theme);
// Sizes in points: 8 for text, so that it can be read in print at final size.
[[nodiscard]] PlotLook pageLook(const Theme& theme);

// Colours and fonts of everything that QCustomPlot itself draws: it does not follow the palette.
void applyLook(QCustomPlot& canvas, const PlotLook& look);
void applyLook(QCPAxis& axis, const PlotLook& look);

// Sets the range with a margin of `margin` of its size on both sides; a range without a size gets
// one, so that a single value can be drawn.
void setRangeWithMargin(QCPAxis& axis, double lower, double upper, double margin);

} // namespace tessera::ui

#pragma once

#include <QRect>
#include <QSize>
#include <QString>

#include <vector>

class QPainter;

// Where plots stand on the page of a figure, and the page drawn. UI thread.
namespace tessera::ui {

class Plot;
struct FigureOptions;
struct Theme;

struct FigurePanel {
    Plot* plot;
    QRect title; // in points; without a height where the plot stands alone
    QRect box;
};

struct FigurePage {
    double widthInches = 0.0;
    QSize size; // in points
    std::vector<FigurePanel> panels;

    [[nodiscard]] std::vector<Plot*> plots() const;
    [[nodiscard]] QString title() const;
};

// As high as follows from the width and the words, or as was asked for. `plots` is not empty.
[[nodiscard]] FigurePage layOutFigure(const std::vector<Plot*>& plots,
                                      const FigureOptions& options);

// The painter's units are points.
void drawFigure(QPainter& painter, const FigurePage& page, const Theme& theme);

// The light theme, in the colours that were chosen.
[[nodiscard]] Theme figureTheme(const FigureOptions& options);

} // namespace tessera::ui

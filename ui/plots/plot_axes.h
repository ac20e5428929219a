#pragma once

#include "ui/plots/marker.h"

#include <QColor>
#include <QString>
#include <QVariant>

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace tessera::ui {

// Those rows of a series whose group has this value, with a look of their own.
struct PlotGroup {
    QVariant value; // invalid: of empty cells
    QString name;   // in the legend
    QColor colour;
    Marker marker = Marker::None;
};

// Part of a plot's table, drawn in one way. Columns are counted from 0.
struct PlotSeries {
    enum class Kind {
        Line,  // with the marker at each point, if it has one
        Marks, // markers alone
        Bars,  // from 0 to y, from x to `end`
        Cells, // a map of colours: columns x to y are its columns, each row is one of its rows
    };
    static constexpr std::size_t kAllRows = std::numeric_limits<std::size_t>::max();

    Kind kind = Kind::Line;
    QString name; // in the legend; empty: not in it
    int x = 0;
    int y = 1;
    int end = -1; // of bars: the column where each ends, as x is the one where it begins
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    Marker marker = Marker::None;
    // Column of what tells rows apart: `groups`, or else classes, each in its own colour. -1: all
    // rows have `colour`.
    int group = -1;
    std::vector<PlotGroup> groups;
    int shade = -1; // of marks: the column of numbers that colour them (PlotAxes::shades); -1: none
    // Columns of the ends of the values' intervals: of a line a band, of marks whiskers; -1: none.
    int lower = -1;
    int upper = -1;
    std::optional<double> fixedX; // of marks that stand beside the data, instead of `x`
    bool pale = false;            // a line behind another one
    std::size_t firstRow = 0;
    std::size_t rows = kAllRows; // at most
};

// A pair of axes with what stands on them.
struct PlotAxes {
    QString title; // of a half of a plot; else empty
    QString x;     // titles with units
    QString y;
    bool logarithmicX = false;
    bool logarithmicY = false;
    bool diverging = false; // cells are coloured round zero
    std::vector<PlotSeries> series;
    std::vector<QColor> shades = {}; // of the series' `shade`, evenly from 0 to `mostShade`
    double mostShade = 1.0;          // above 0
    QString shadeTitle = {};         // with its unit
};

} // namespace tessera::ui

#pragma once

#include "ui/plots/marker.h"

#include <QColor>
#include <QString>

#include <cstddef>
#include <limits>
#include <vector>

namespace tessera::ui {

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
    int group = -1; // column of classes, each of which has its colour; -1: all have `colour`
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
};

} // namespace tessera::ui

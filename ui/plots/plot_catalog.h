#pragma once

#include "ui/plots/plot.h"

#include <QString>

#include <vector>

namespace tessera::ui {

// One kind of plot. Adding one is a pair of files, a line in plot_catalog.cpp, a string, a test.
struct PlotEntry {
    const char* id; // frozen: settings and file names carry it ("curve.drift.output")
    QString (*title)();
    Plot* (*make)(const PlotContext& context, QWidget* parent);
};

[[nodiscard]] const std::vector<PlotEntry>& plotCatalog();

// Null for an unknown id.
[[nodiscard]] const PlotEntry* findPlot(const QString& id);

} // namespace tessera::ui

#pragma once

#include "core/api/result.h"
#include "ui/plots/plot.h"

#include <QByteArray>
#include <QStringList>

#include <filesystem>
#include <vector>

// Plots as files for papers. UI thread.
namespace tessera::ui {

struct FigureOptions {
    // Width at final size: 3.25 (one column), 5.5 (text), 6.75 (two columns) or any other.
    double widthInches = 5.5;
    double heightInches = 0.0; // 0: follows from the width and the number of plots
    int columns = 0;           // 0: one, or two where the width has room for them
                               // (a plot with two halves has a row to itself)
};

// "pdf", "svg", "png", "csv".
[[nodiscard]] QStringList figureExtensions();
// For a file dialog: "PDF (*.pdf)", ...
[[nodiscard]] QStringList figureFilters();

// Writes the plots as they stand, in the light theme, in reading order on one page; the extension
// chooses the format. PDF and SVG are vectors with text as text, PNG has 300 dots per inch, CSV
// holds what the plots draw. The file is replaced as a whole or stays as it was. InvalidArgument
// (extension, width, no plots), Io. The detail is a translated sentence.
//
// A plot's objectName() is its id and its accessibleName() its title (as the catalogue makes it).
[[nodiscard]] Result<void> writeFigure(const std::filesystem::path& file,
                                       const std::vector<Plot*>& plots,
                                       const FigureOptions& options = {});

// One table as RFC 4180 has it, C locale; what was not measured is an empty field. Several plots
// share one table: its first column, "plot", tells them apart by id, then come the columns of all
// of them, each name once, and fields that a plot does not have stay empty.
[[nodiscard]] QByteArray figureCsv(const std::vector<Plot*>& plots);

} // namespace tessera::ui

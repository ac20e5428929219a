#pragma once

#include "core/api/result.h"
#include "ui/plots/plot.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QImage>
#include <QStringList>

#include <filesystem>
#include <vector>

// Plots as files for papers. UI thread.
//
// A plot's objectName() is its id and its accessibleName() its title (as the catalogue makes it).
namespace tessera::ui {

struct FigureOptions {
    static constexpr double kNarrowest = 1.0, kWidest = 40.0; // inches

    // Width at final size: 3.25 (one column), 5.5 (text), 6.75 (two columns) or any other.
    double widthInches = 5.5;
    double heightInches = 0.0; // 0: follows from the width and the number of plots
    int columns = 0;           // 0: one, or two where the width has room for them
                               // (a plot with two halves has a row to itself)
    ColourMap colours = ColourMap::Viridis;
    bool caption = false; // a file of the same name that ends with .txt holds figureCaption()
};

struct FigureFormat {
    QString extension; // "pdf", "svg", "png", "csv", "tex"
    QString title;     // "PDF, vectors"
};
[[nodiscard]] std::vector<FigureFormat> figureFormats();
// For a file dialog, `first` (an extension) before the others: "PDF, vectors (*.pdf)", ...
[[nodiscard]] QStringList figureFilters(const QString& first = {});

// Writes the plots as they stand, in the light theme, in reading order on one page; the extension
// chooses the format:
// - PDF: vectors, its fonts are embedded.
// - SVG: vectors; text stays text, and the letters that it needs are embedded as a web font. What
//   does not read web fonts (librsvg, Inkscape) takes the font of that name, or else a sans-serif.
// - PNG: 300 dots per inch.
// - CSV: what the plots draw (figureCsv).
// - TEX: pgfplots, for \input or by itself, which reads the CSV that is written beside it
//   (figure_tex.h); what is no matter for TeX comes as a PDF beside it.
// Each file is replaced as a whole or stays as it was; the named one comes last. InvalidArgument
// (extension, size, no plots, a name that TeX cannot read), Io. The detail is a translated
// sentence.
[[nodiscard]] Result<void> writeFigure(const std::filesystem::path& file,
                                       const std::vector<Plot*>& plots,
                                       const FigureOptions& options = {});

// What writeFigure() would write beside the file, or replace if it is there: the CSV and the PDFs
// of a TEX, and the caption. Empty for what it would refuse.
[[nodiscard]] std::vector<std::filesystem::path>
filesBesideFigure(const std::filesystem::path& file, const std::vector<Plot*>& plots,
                  const FigureOptions& options = {});

// The page of the figure, as large as goes into `most` pixels. Empty where there are no plots.
[[nodiscard]] QImage figurePreview(const std::vector<Plot*>& plots, const FigureOptions& options,
                                   const QSize& most);

// One table as RFC 4180 has it, C locale; what was not measured is an empty field. Several plots
// share one table: its first column, "plot", tells them apart by id, then come the columns of all
// of them, each name once, and fields that a plot does not have stay empty.
[[nodiscard]] QByteArray figureCsv(const std::vector<Plot*>& plots);

// What the figure shows, in whole sentences: each plot in words and what its intervals are, then
// runs, seeds and numbers of samples.
[[nodiscard]] QString figureCaption(const std::vector<Plot*>& plots);

} // namespace tessera::ui

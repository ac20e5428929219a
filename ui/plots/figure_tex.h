#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

// Figures for LaTeX, drawn by pgfplots. UI thread.
namespace tessera::ui {

struct FigurePage;
struct FigurePanel;
struct Theme;

struct TexFigure {
    struct Picture {
        QString name;             // of the PDF that `tex` includes
        const FigurePanel* panel; // of the page
    };
    QByteArray tex;
    QByteArray csv; // what `tex` reads as STEM.csv; empty: nothing
    std::vector<Picture> pictures;
};

// Needs pgfplots 1.16 or newer; stands in a document by \input, or is one itself (standalone). A
// plot's series (Plot::axes) become \addplot commands that read columns of the CSV: two for each
// series, named after it, with "nan" where nothing was measured. A plot without axes is a table if
// it is small; what is more than TeX can hold is a picture.
[[nodiscard]] TexFigure texFigure(const FigurePage& page, const Theme& theme, const QString& stem);

// Whether LaTeX can read files of this name without an ending.
[[nodiscard]] bool isTexName(const QString& stem);

// Text that is set as it stands.
[[nodiscard]] QString texEscaped(const QString& text);

} // namespace tessera::ui

#pragma once

#include <QByteArray>

namespace tessera::ui {

struct FigurePage;
struct Theme;

// The page as SVG 1.1. Text is text in the page's font, by its real name, with "sans-serif" where a
// reader has it not; the letters that occur are embedded (@font-face), unless the font's licence
// forbids that. Empty: it could not be drawn. UI thread.
[[nodiscard]] QByteArray svgFigure(const FigurePage& page, const Theme& theme);

} // namespace tessera::ui

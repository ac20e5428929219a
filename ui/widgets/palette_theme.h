#pragma once

#include "ui/widgets/theme.h"

#include <QPalette>

namespace tessera::ui {

// The theme that a palette is made of, for widgets that paint but are not told the theme: they are
// painted anew when the palette changes.
[[nodiscard]] inline const Theme& themeOf(const QPalette& palette) {
    constexpr int kMiddle = 128;
    return palette.color(QPalette::Window).lightness() < kMiddle ? darkTheme() : lightTheme();
}

} // namespace tessera::ui

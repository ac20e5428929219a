#pragma once

#include <QColor>

class QCPColorGradient;

namespace tessera::ui {

struct Theme;

// From dark blue to yellow, even in lightness, and readable with every kind of colour blindness:
// nine stops of viridis (van der Walt and Smith 2015).
[[nodiscard]] QCPColorGradient sequentialGradient(const Theme& theme);

// Blue, pale grey, orange: for values round zero. Nine stops of a blue-orange map whose two sides
// differ in hue for every kind of colour blindness.
[[nodiscard]] QCPColorGradient divergingGradient(const Theme& theme);

// What is missing: a grey that no gradient holds.
[[nodiscard]] QColor missingColour(const Theme& theme);

} // namespace tessera::ui

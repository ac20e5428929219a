#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>

namespace tessera::ui {

// The part of a line inside a rectangle, in the line's direction (Liang and Barsky 1984). Needed
// where a painter does not clip: Qt's SVG generator.
[[nodiscard]] std::optional<QLineF> clippedLine(const QLineF& line, const QRectF& rect);

} // namespace tessera::ui

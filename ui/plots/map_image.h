#pragma once

#include "ui/plots/feature_maps.h"

#include <QImage>
#include <QRectF>
#include <QSize>

#include <cstdint>
#include <span>

class QCPColorGradient;

namespace tessera::ui {

// A map as a picture, one dot a number; what is not finite in the gradient's colour for that.
[[nodiscard]] QImage colouredMap(std::span<const float> values, std::int64_t columns,
                                 const QCPColorGradient& gradient, const ColourSpan& span);

// The part of a picture, in its dots, at that size. A dot that gets larger stays one even square;
// where several share one, their mean counts, or `missing` if that is among them, so that it is
// not lost.
[[nodiscard]] QImage resampled(const QImage& picture, const QRectF& part, const QSize& size,
                               QRgb missing);

} // namespace tessera::ui

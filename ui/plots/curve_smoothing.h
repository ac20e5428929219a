#pragma once

#include "ui/plots/curve_data.h"

#include <optional>
#include <vector>

namespace tessera::ui {

// Exponential moving average of a curve, by point, free of the pull of its start (as Adam corrects
// its moments; Kingma and Ba 2015): a_t = w a_(t-1) + (1 - w) y_t, a_0 = 0, shown as
// a_t / (1 - w^t), t counting the measured points. `weight` w: 0 (the curve itself) to below 1.
// Where nothing was measured there is nothing, and the average goes on behind it.
[[nodiscard]] std::vector<std::optional<double>> smoothed(const std::vector<CurvePoint>& points,
                                                          double weight);

} // namespace tessera::ui

#pragma once

#include "ui/plots/curve_data.h"

namespace tessera::ui {

// The curve plots of the catalogue, by their frozen ids. `id` must be one of them.
[[nodiscard]] const std::vector<CurveKind>& curveKinds();
[[nodiscard]] const CurveKind& curveKind(const char* id);

} // namespace tessera::ui

#pragma once

#include "core/api/unit_statistics.h"

#include <optional>
#include <vector>

// How the figures of units are compared and arranged. Pure functions.
namespace tessera::ui {

// What units can be compared by.
enum class UnitFigure { Mean, Variance, RestShare, SaturatedShare };

[[nodiscard]] std::optional<double> valueOf(const UnitFigures& unit, UnitFigure figure);

enum class UnitOrder { ByIndex, ByValue };

// Units from left to right. By value: from high to low, those without a value last.
[[nodiscard]] std::vector<int> unitsInOrder(const UnitStatistics& statistics, UnitFigure figure,
                                            UnitOrder order);

} // namespace tessera::ui

#include "ui/plots/unit_order.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tessera::ui {

std::optional<double> valueOf(const UnitFigures& unit, UnitFigure figure) {
    switch (figure) {
    case UnitFigure::Mean:
        return unit.mean;
    case UnitFigure::Variance:
        return unit.variance;
    case UnitFigure::RestShare:
        return unit.restShare;
    case UnitFigure::SaturatedShare:
        return unit.saturatedShare;
    }
    return std::nullopt;
}

std::vector<int> unitsInOrder(const UnitStatistics& statistics, UnitFigure figure,
                              UnitOrder order) {
    std::vector<int> units(statistics.units.size());
    std::iota(units.begin(), units.end(), 0);
    if (order == UnitOrder::ByValue) {
        const auto key = [&](int unit) {
            return valueOf(statistics.units[static_cast<std::size_t>(unit)], figure)
                .value_or(-std::numeric_limits<double>::infinity());
        };
        std::stable_sort(units.begin(), units.end(), [&](int a, int b) { return key(a) > key(b); });
    }
    return units;
}

} // namespace tessera::ui

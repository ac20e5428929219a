#include "core/api/distribution.h"

#include <algorithm>

namespace tessera {

std::optional<int> DistributionSet::binOf(double value) const {
    if (bins() < 1 || !(value >= edges.front()) || !(value <= edges.back())) {
        return std::nullopt;
    }
    const double share = (value - edges.front()) / (edges.back() - edges.front());
    return std::min(static_cast<int>(share * bins()), bins() - 1);
}

std::optional<double> DistributionSet::leastDensity() const {
    std::optional<double> least;
    for (const auto* of : {&source, &before, &now}) {
        for (const double density : *of ? (*of)->density : std::vector<double>()) {
            if (density > 0.0) {
                least = std::min(least.value_or(density), density);
            }
        }
    }
    return least;
}

} // namespace tessera

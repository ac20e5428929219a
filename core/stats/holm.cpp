#include "core/stats/holm.h"

#include <algorithm>
#include <cstddef>

namespace tessera::stats {

std::vector<std::optional<double>> holmAdjusted(std::span<const std::optional<double>> pValues) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        if (pValues[i] && *pValues[i] >= 0.0 && *pValues[i] <= 1.0) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *pValues[a] < *pValues[b]; });
    std::vector<std::optional<double>> adjusted(pValues.size());
    double largest = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto remaining = static_cast<double>(order.size() - rank);
        largest = std::max(largest, remaining * *pValues[order[rank]]);
        adjusted[order[rank]] = std::min(1.0, largest);
    }
    return adjusted;
}

} // namespace tessera::stats

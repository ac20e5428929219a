#include "app/cli/vector_statistics.h"

#include <algorithm>
#include <cmath>

namespace tessera::cli {

VectorStatistics statisticsOf(std::span<const float> vector) {
    VectorStatistics found;
    found.count = vector.size();
    if (vector.empty()) {
        return found;
    }
    double sum = 0.0;
    double squares = 0.0;
    for (const float number : vector) {
        const double value = number;
        found.zeros += value == 0.0 ? 1 : 0;
        found.infinite += std::isinf(value) ? 1 : 0;
        sum += value;
        squares += value * value;
    }
    const auto [least, greatest] = std::minmax_element(vector.begin(), vector.end());
    found.least = *least;
    found.greatest = *greatest;
    found.norm = std::sqrt(squares);
    if (found.infinite == 0) {
        const auto count = static_cast<double>(vector.size());
        const double mean = sum / count;
        double spread = 0.0;
        for (const float number : vector) {
            spread += (number - mean) * (number - mean);
        }
        found.mean = mean;
        found.deviation = std::sqrt(spread / count);
    }
    return found;
}

} // namespace tessera::cli

#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace tessera::cli {

// A vector in a few figures. Not measured: of no numbers; mean and deviation also where a number is
// infinite.
struct VectorStatistics {
    std::size_t count = 0;
    std::size_t zeros = 0;
    std::size_t infinite = 0;
    std::optional<double> least, greatest;
    std::optional<double> mean, deviation; // of the population
    double norm = 0.0;                     // Euclidean
};

// Sums in float64; two passes, so that a large mean does not eat the deviation.
[[nodiscard]] VectorStatistics statisticsOf(std::span<const float> vector);

} // namespace tessera::cli

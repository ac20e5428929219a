#include "core/projection/similarity_order.h"

#include "core/projection/pca2.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tessera::projection {

namespace {

// What is not finite becomes its column's mean.
Matrix filled(const Matrix& points) {
    const auto columns = static_cast<std::size_t>(points.columns);
    std::vector<double> sum(columns), count(columns);
    for (std::size_t i = 0; i < points.values.size(); ++i) {
        if (std::isfinite(points.values[i])) {
            sum[i % columns] += points.values[i];
            count[i % columns] += 1.0;
        }
    }
    auto result = points;
    for (std::size_t i = 0; i < points.values.size(); ++i) {
        if (!std::isfinite(points.values[i])) {
            const double mean = sum[i % columns] / std::max(1.0, count[i % columns]);
            result.values[i] = static_cast<float>(mean);
        }
    }
    return result;
}

// More than rounding leaves of equal numbers.
bool varies(const PrincipalPlane& plane) {
    constexpr double kRounding = 1e-12; // of the length of the mean
    const double length = std::sqrt(
        std::inner_product(plane.mean.begin(), plane.mean.end(), plane.mean.begin(), 0.0));
    return std::sqrt(plane.variances[0]) > kRounding * length;
}

} // namespace

std::vector<int> rowsBySimilarity(const Matrix& points, const Watch& watch) {
    std::vector<int> rows(static_cast<std::size_t>(points.rows));
    std::iota(rows.begin(), rows.end(), 0);
    if (points.empty()) {
        return rows;
    }
    const auto finite = filled(points);
    const auto plane = principalPlane(finite, 1, watch);
    if (!plane) {
        return {};
    }
    if (!varies(*plane)) {
        return rows;
    }
    const auto xy = coordinatesIn(*plane, finite, 1);
    const auto score = [&xy](int row) { return xy[2 * static_cast<std::size_t>(row)]; };
    const int farthest = *std::max_element(rows.begin(), rows.end(), [&](int a, int b) {
        return std::abs(score(a)) < std::abs(score(b));
    });
    // An axis has no direction of its own.
    const float sign = score(farthest) < 0.0F ? -1.0F : 1.0F;
    std::stable_sort(rows.begin(), rows.end(),
                     [&](int a, int b) { return sign * score(a) > sign * score(b); });
    return rows;
}

} // namespace tessera::projection

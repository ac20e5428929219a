#include "ui/plots/curve_smoothing.h"

#include <algorithm>

namespace tessera::ui {

std::vector<std::optional<double>> smoothed(const std::vector<CurvePoint>& points, double weight) {
    constexpr double kMostWeight = 0.999;
    const double w = std::clamp(weight, 0.0, kMostWeight);
    std::vector<std::optional<double>> result;
    result.reserve(points.size());
    double average = 0.0, pull = 1.0;
    for (const auto& point : points) {
        if (!point.y) {
            result.emplace_back();
            continue;
        }
        average = w * average + (1.0 - w) * *point.y;
        pull *= w;
        result.emplace_back(average / (1.0 - pull));
    }
    return result;
}

} // namespace tessera::ui

#include "core/api/unit_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::stats {

namespace {

constexpr double kConstant = 1e-6; // of the layer's span
constexpr double kNearEnd = 0.05;  // of the way from an end to the middle
constexpr double kMostlySaturated = 0.95;

// What the first pass over the values gathers, by unit.
struct Sums {
    explicit Sums(std::size_t units)
        : count(units), sum(units), squares(units), atRest(units), atEnd(units),
          least(units, std::numeric_limits<double>::infinity()),
          greatest(units, -std::numeric_limits<double>::infinity()) {}
    std::vector<std::int64_t> count;
    std::vector<double> sum, squares;
    std::vector<std::int64_t> atRest, atEnd;
    std::vector<double> least, greatest;
};

// Rows as they lie in memory; false after a stop.
template <class Visit>
bool eachValue(const Matrix& layer, const std::stop_token& stop, Visit visit) {
    const auto units = static_cast<std::size_t>(layer.columns);
    for (std::int64_t row = 0; row < layer.rows; ++row) {
        if (stop.stop_requested()) {
            return false;
        }
        const float* values = layer.values.data() + static_cast<std::size_t>(row) * units;
        for (std::size_t unit = 0; unit < units; ++unit) {
            if (std::isfinite(values[unit])) {
                visit(static_cast<int>(row), unit, static_cast<double>(values[unit]));
            }
        }
    }
    return true;
}

LayerBounds boundsOf(double least, double greatest) {
    if (!(least <= greatest)) {
        return LayerBounds::None;
    }
    if (least < 0.0) {
        const bool inside = least >= -1.0 && greatest <= 1.0;
        const bool reached = std::max(-least, greatest) >= 1.0 - kNearEnd;
        return inside && reached ? LayerBounds::Tanh : LayerBounds::None;
    }
    const bool sigmoid =
        least > 0.0 && greatest < 1.0 && least <= kNearEnd && greatest >= 1.0 - kNearEnd;
    return sigmoid ? LayerBounds::Sigmoid : LayerBounds::Rectified;
}

bool isAtEnd(LayerBounds bounds, double value) {
    return (bounds == LayerBounds::Tanh && std::abs(value) >= 1.0 - kNearEnd) ||
           (bounds == LayerBounds::Sigmoid && (value <= kNearEnd || value >= 1.0 - kNearEnd));
}

// Keeps `top` the samples with the greatest values so far; of equal ones the first stays in front.
void keepGreatest(std::vector<int>& top, std::vector<double>& values, int sample, double value) {
    if (top.size() == UnitStatistics::kTopSamples && !(value > values.back())) {
        return;
    }
    const auto place = std::upper_bound(values.begin(), values.end(), value, std::greater<>());
    top.insert(top.begin() + (place - values.begin()), sample);
    values.insert(place, value);
    if (top.size() > UnitStatistics::kTopSamples) {
        top.pop_back();
        values.pop_back();
    }
}

void describe(UnitFigures& unit, const Sums& sums, std::size_t index, LayerBounds bounds,
              double span) {
    unit.finite = sums.count[index];
    if (unit.finite == 0) {
        unit.top.clear();
        return;
    }
    const auto count = static_cast<double>(unit.finite);
    unit.mean = sums.sum[index];
    unit.variance = sums.squares[index] / count;
    unit.least = sums.least[index];
    unit.greatest = sums.greatest[index];
    unit.dead = unit.finite > 1 && *unit.greatest - *unit.least <= kConstant * span;
    unit.restShare = unit.dead ? 1.0 : static_cast<double>(sums.atRest[index]) / count;
    if (bounds == LayerBounds::Tanh || bounds == LayerBounds::Sigmoid) {
        unit.saturatedShare = static_cast<double>(sums.atEnd[index]) / count;
        unit.saturated = unit.finite > 1 && !unit.dead && *unit.saturatedShare >= kMostlySaturated;
    }
    if (unit.dead) {
        unit.top.clear();
    }
}

} // namespace

UnitStatistics unitStatistics(const Matrix& layer, const std::stop_token& stop) {
    UnitStatistics result;
    const auto units = static_cast<std::size_t>(layer.columns);
    result.samples = layer.rows;
    result.units.resize(units);
    Sums sums(units);
    if (!eachValue(layer, stop, [&](int, std::size_t unit, double value) {
            ++sums.count[unit];
            sums.sum[unit] += value;
            sums.least[unit] = std::min(sums.least[unit], value);
            sums.greatest[unit] = std::max(sums.greatest[unit], value);
        })) {
        return result;
    }
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    for (std::size_t unit = 0; unit < units; ++unit) {
        sums.sum[unit] /= static_cast<double>(std::max<std::int64_t>(1, sums.count[unit]));
        least = std::min(least, sums.least[unit]);
        greatest = std::max(greatest, sums.greatest[unit]);
        result.missing += layer.rows - sums.count[unit];
    }
    result.bounds = boundsOf(least, greatest);
    const bool rectified = result.bounds == LayerBounds::Rectified;
    std::vector<std::vector<double>> topValues(units);
    if (!eachValue(layer, stop, [&](int sample, std::size_t unit, double value) {
            const double difference = value - sums.sum[unit]; // which is the mean by now
            sums.squares[unit] += difference * difference;
            sums.atRest[unit] += rectified && value <= 0.0 ? 1 : 0;
            sums.atEnd[unit] += isAtEnd(result.bounds, value) ? 1 : 0;
            keepGreatest(result.units[unit].top, topValues[unit], sample, value);
        })) {
        return result;
    }
    const double span = greatest > least ? greatest - least : 0.0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        describe(result.units[unit], sums, unit, result.bounds, span);
    }
    if (layer.rows > 1) {
        const auto count = [&result](bool UnitFigures::*which) {
            return static_cast<int>(
                std::count_if(result.units.begin(), result.units.end(),
                              [which](const UnitFigures& unit) { return unit.*which; }));
        };
        result.dead = count(&UnitFigures::dead);
        if (result.bounds == LayerBounds::Tanh || result.bounds == LayerBounds::Sigmoid) {
            result.saturated = count(&UnitFigures::saturated);
        }
    }
    return result;
}

} // namespace tessera::stats

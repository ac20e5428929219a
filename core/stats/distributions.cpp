#include "core/api/distribution.h"

#include <algorithm>
#include <cmath>

namespace tessera::stats {

namespace {

constexpr int kLeastBins = 8;

// Finite values of the rows in question; false after a stop. `rows` null: all of them.
template <class Visit>
bool eachValue(const Matrix& layer, const std::vector<int>* rows, const std::stop_token& stop,
               Visit visit) {
    const auto width = static_cast<std::size_t>(layer.columns);
    const auto count = rows != nullptr ? static_cast<std::int64_t>(rows->size()) : layer.rows;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto row = rows != nullptr ? (*rows)[static_cast<std::size_t>(i)] : i;
        if (stop.stop_requested()) {
            return false;
        }
        if (row < 0 || row >= layer.rows) {
            continue;
        }
        const float* values = layer.values.data() + static_cast<std::size_t>(row) * width;
        for (std::size_t unit = 0; unit < width; ++unit) {
            visit(static_cast<double>(values[unit]));
        }
    }
    return true;
}

Distribution figuresOf(const Matrix& layer, const std::vector<int>* rows,
                       const std::stop_token& stop) {
    Distribution result;
    double sum = 0.0, squares = 0.0;
    double least = 0.0, greatest = 0.0;
    const bool whole = eachValue(layer, rows, stop, [&](double value) {
        if (!std::isfinite(value)) {
            ++result.missing;
            return;
        }
        least = result.count > 0 ? std::min(least, value) : value;
        greatest = result.count > 0 ? std::max(greatest, value) : value;
        sum += value;
        ++result.count;
    });
    if (!whole || result.count == 0) {
        return result;
    }
    const double mean = sum / static_cast<double>(result.count);
    (void)eachValue(layer, rows, stop, [&](double value) {
        if (std::isfinite(value)) {
            squares += (value - mean) * (value - mean);
        }
    });
    result.least = least;
    result.greatest = greatest;
    result.mean = mean;
    result.deviation = std::sqrt(squares / static_cast<double>(result.count));
    return result;
}

void fillDensity(Distribution& of, const Matrix& layer, const std::vector<int>* rows,
                 const DistributionSet& set, const std::stop_token& stop) {
    if (set.bins() < 1) {
        return;
    }
    std::vector<std::int64_t> counts(static_cast<std::size_t>(set.bins()));
    (void)eachValue(layer, rows, stop, [&](double value) {
        if (const auto bin = set.binOf(value)) {
            ++counts[static_cast<std::size_t>(*bin)];
        }
    });
    const double width = set.edges[1] - set.edges[0];
    const double scale = of.count > 0 ? 1.0 / (static_cast<double>(of.count) * width) : 0.0;
    for (const auto count : counts) {
        of.density.push_back(scale * static_cast<double>(count));
    }
}

std::vector<double> edgesFor(double least, double greatest, std::int64_t values) {
    int bins =
        std::clamp(static_cast<int>(std::sqrt(static_cast<double>(values))), kLeastBins, kMostBins);
    if (!(greatest - least > 1e-9 * std::max(std::abs(least), std::abs(greatest)))) {
        const double half = std::max(0.5, 0.1 * std::abs(least));
        least -= half;
        greatest += half;
        bins = 3;
    }
    std::vector<double> edges;
    for (int i = 0; i <= bins; ++i) {
        edges.push_back(least + (greatest - least) * i / bins);
    }
    return edges;
}

// Each layer that is there with its place in a set.
template <class Visit>
void eachLayer(const LayerValues& layers, DistributionSet& set, Visit visit) {
    const auto one = [&](const Matrix* layer, std::optional<Distribution>& place) {
        if (layer != nullptr) {
            visit(*layer, place);
        }
    };
    one(layers.source, set.source);
    one(layers.before, set.before);
    one(layers.now, set.now);
}

} // namespace

DistributionSet distributions(const DistributionRequest& request, const std::stop_token& stop) {
    const auto* rows = request.samples ? &*request.samples : nullptr;
    DistributionSet set;
    set.edges = request.edges;
    std::optional<double> least, greatest;
    std::int64_t most = 0;
    eachLayer(request.layers, set, [&](const Matrix& layer, std::optional<Distribution>& place) {
        place = figuresOf(layer, rows, stop);
        if (place->least) { // not where a stop came in between
            least = std::min(least.value_or(*place->least), *place->least);
            greatest = std::max(greatest.value_or(*place->greatest), *place->greatest);
            most = std::max(most, place->count);
        }
    });
    if (set.edges.empty() && least) {
        set.edges = edgesFor(*least, *greatest, most);
    }
    eachLayer(request.layers, set, [&](const Matrix& layer, std::optional<Distribution>& place) {
        fillDensity(*place, layer, rows, set, stop);
    });
    return set;
}

} // namespace tessera::stats

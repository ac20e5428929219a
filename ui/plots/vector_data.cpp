#include "ui/plots/vector_data.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

std::vector<float> finiteOf(const VectorSet& set) {
    std::vector<float> finite;
    for (const auto& vector : set.vectors) {
        std::copy_if(vector.begin(), vector.end(), std::back_inserter(finite),
                     [](float value) { return std::isfinite(value); });
    }
    return finite;
}

// The value below which `share` of them lie. Reorders them.
double quantile(std::vector<float>& values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

// Bins from first * width to (last + 1) * width.
struct Bins {
    double width = 1.0, first = 0.0, last = 0.0;

    [[nodiscard]] double count() const { return last - first + 1.0; }
};

Bins binsOver(double lo, double hi, double width) {
    Bins bins{width, std::floor(lo / width), std::floor(hi / width)};
    // A quotient may be rounded to the next multiple, which would leave an end outside.
    bins.first -= bins.first * width > lo ? 1.0 : 0.0;
    bins.last += (bins.last + 1.0) * width <= hi ? 1.0 : 0.0;
    return bins;
}

Bins chooseBins(std::vector<float>& values, double lo, double hi) {
    const auto n = static_cast<double>(values.size());
    const double spread = quantile(values, 0.75) - quantile(values, 0.25);
    const double sturges = (hi - lo) / (std::ceil(std::log2(n)) + 1.0);
    const double wanted = spread > 0.0 ? std::min(sturges, 2.0 * spread / std::cbrt(n)) : sturges;
    const double least = std::max(wanted, (hi - lo) / VectorHistogram::kMostBins);
    constexpr std::array<double, 4> kMantissas = {1.0, 2.0, 2.5, 5.0};
    for (double power = std::pow(10.0, std::floor(std::log10(least)));; power *= 10.0) {
        for (const double mantissa : kMantissas) {
            const double width = mantissa * power;
            const auto bins = binsOver(lo, hi, width);
            if (width >= least && bins.count() <= VectorHistogram::kMostBins) {
                return bins;
            }
        }
    }
}

std::vector<double> edgesFor(std::vector<float>& values) {
    if (values.empty()) {
        return {};
    }
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    const double lo = *least, hi = *greatest;
    if (lo == hi) { // one bin with the value in its middle
        const double half = lo == 0.0 ? 0.5 : 0.05 * std::abs(lo);
        return {lo - half, lo + half};
    }
    const auto bins = chooseBins(values, lo, hi);
    std::vector<double> edges;
    for (double i = bins.first; i <= bins.last + 1.0; i += 1.0) {
        edges.push_back(i * bins.width);
    }
    return edges;
}

} // namespace

std::int64_t VectorSet::dimensions() const {
    std::size_t most = 0;
    for (const auto& vector : vectors) {
        most = std::max(most, vector.size());
    }
    return static_cast<std::int64_t>(most);
}

VectorFigures figuresOf(std::span<const float> values) {
    VectorFigures figures;
    figures.count = static_cast<std::int64_t>(values.size());
    double sum = 0.0, squares = 0.0;
    bool first = true;
    for (const double value : values) {
        if (!std::isfinite(value)) {
            ++(std::isnan(value) ? figures.notNumbers : figures.infinite);
            continue;
        }
        figures.zeros += value == 0.0 ? 1 : 0;
        figures.least = first ? value : std::min(figures.least, value);
        figures.greatest = first ? value : std::max(figures.greatest, value);
        first = false;
        sum += value;
        squares += value * value;
    }
    if (first) {
        return figures;
    }
    const auto n = static_cast<double>(figures.finite());
    figures.mean = sum / n;
    figures.length = std::sqrt(squares);
    double deviations = 0.0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            deviations += (value - figures.mean) * (value - figures.mean);
        }
    }
    figures.deviation = std::sqrt(deviations / n);
    return figures;
}

std::int64_t VectorHistogram::most() const {
    std::int64_t most = 0;
    for (const auto& of : counts) {
        for (const auto count : of) {
            most = std::max(most, count);
        }
    }
    return most;
}

std::optional<int> VectorHistogram::binOf(double value) const {
    if (edges.empty() || !(value >= edges.front()) || value >= edges.back()) {
        return std::nullopt;
    }
    const auto above = std::upper_bound(edges.begin(), edges.end(), value);
    return static_cast<int>(above - edges.begin()) - 1;
}

VectorHistogram histogramOf(const VectorSet& set) {
    VectorHistogram histogram;
    auto values = finiteOf(set);
    histogram.edges = edgesFor(values);
    if (histogram.edges.empty()) {
        return histogram;
    }
    for (const auto& vector : set.vectors) {
        std::vector<std::int64_t> counts(static_cast<std::size_t>(histogram.bins()), 0);
        for (const float value : vector) {
            if (const auto bin = histogram.binOf(value)) {
                ++counts[static_cast<std::size_t>(*bin)];
            }
        }
        histogram.counts.push_back(std::move(counts));
    }
    return histogram;
}

std::vector<float> sortedMagnitudes(std::span<const float> values) {
    std::vector<float> magnitudes;
    magnitudes.reserve(values.size());
    for (const float value : values) {
        if (std::isfinite(value)) {
            magnitudes.push_back(std::abs(value));
        }
    }
    std::sort(magnitudes.begin(), magnitudes.end(), std::greater<>());
    return magnitudes;
}

std::vector<std::int64_t> shownRanks(std::int64_t count, int most) {
    std::vector<std::int64_t> ranks;
    if (count <= most) {
        for (std::int64_t rank = 1; rank <= count; ++rank) {
            ranks.push_back(rank);
        }
        return ranks;
    }
    // Half of them evenly, half by ratio; those that fall together count once.
    const int half = most / 2;
    const auto last = static_cast<double>(count);
    for (int i = 0; i < half; ++i) {
        const double share = static_cast<double>(i) / (half - 1);
        ranks.push_back(std::llround(1.0 + share * (last - 1.0)));
        ranks.push_back(std::llround(std::pow(last, share)));
    }
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    return ranks;
}

std::vector<float> differenceOf(const VectorSet& set) {
    std::vector<float> difference;
    if (!set.isPair() || set.vectors[0].size() != set.vectors[1].size()) {
        return difference;
    }
    difference.reserve(set.vectors[0].size());
    for (std::size_t i = 0; i < set.vectors[0].size(); ++i) {
        const float left = set.vectors[0][i], right = set.vectors[1][i];
        const bool both = std::isfinite(left) && std::isfinite(right);
        difference.push_back(both ? right - left : std::nanf(""));
    }
    return difference;
}

std::optional<double> largestMagnitude(std::span<const float> values) {
    std::optional<double> largest;
    for (const double value : values) {
        if (std::isfinite(value)) {
            largest = std::max(largest.value_or(0.0), std::abs(value));
        }
    }
    return largest;
}

std::vector<DimensionRange> dimensionColumns(std::int64_t dimensions, double from, double to,
                                             int columns) {
    std::vector<DimensionRange> ranges(static_cast<std::size_t>(std::max(0, columns)));
    const double width = (to - from) / std::max(1, columns);
    if (!(width > 0.0) || !std::isfinite(width)) {
        return ranges;
    }
    const auto last = static_cast<double>(dimensions - 1);
    for (int column = 0; column < columns; ++column) {
        const double begin = from + column * width;
        const double end = column + 1 < columns ? from + (column + 1) * width : to;
        double low = std::ceil(begin), high = std::ceil(end) - 1.0;
        if (width <= 1.0) {
            low = high = std::floor(0.5 * (begin + end) + 0.5);
        }
        low = std::max(low, 0.0);
        high = std::min(high, last);
        if (low <= high) {
            ranges[static_cast<std::size_t>(column)] = {static_cast<std::int64_t>(low),
                                                        static_cast<std::int64_t>(high)};
        }
    }
    return ranges;
}

ColumnFigures figuresIn(std::span<const float> values, const DimensionRange& range) {
    ColumnFigures figures;
    const auto last = std::min(range.last, static_cast<std::int64_t>(values.size()) - 1);
    for (auto d = std::max<std::int64_t>(0, range.first); d <= last; ++d) {
        const float value = values[static_cast<std::size_t>(d)];
        if (!std::isfinite(value)) {
            figures.missing = true;
            continue;
        }
        const bool stronger =
            !figures.any ||
            std::abs(value) > std::abs(values[static_cast<std::size_t>(figures.strongest)]);
        figures.strongest = stronger ? d : figures.strongest;
        figures.least = figures.any ? std::min(figures.least, value) : value;
        figures.greatest = figures.any ? std::max(figures.greatest, value) : value;
        figures.any = true;
    }
    return figures;
}

} // namespace tessera::ui

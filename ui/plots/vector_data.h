#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// What the plots of a token's vector draw, as numbers. Pure; sums in float64. A number that is not
// finite counts as missing everywhere.
namespace tessera::ui {

// None, one vector, or a left and a right one.
struct VectorSet {
    std::vector<std::vector<float>> vectors;
    std::array<QString, 2> names; // of the two of a pair

    [[nodiscard]] bool isPair() const { return vectors.size() == 2; }
    // Of the longer one.
    [[nodiscard]] std::int64_t dimensions() const;
};

// Over the finite ones, x: mean = sum x / n, deviation = sqrt(sum (x - mean)^2 / n), length =
// sqrt(sum x^2).
struct VectorFigures {
    std::int64_t count = 0;
    std::int64_t notNumbers = 0; // NaN
    std::int64_t infinite = 0;
    std::int64_t zeros = 0;
    double least = 0.0, greatest = 0.0, mean = 0.0, deviation = 0.0, length = 0.0;

    [[nodiscard]] std::int64_t finite() const { return count - notNumbers - infinite; }
};
[[nodiscard]] VectorFigures figuresOf(std::span<const float> values);

// Counts between edges that all vectors share: edges[i] <= x < edges[i + 1]. The edges are
// multiples of the bins' width: the least of 1, 2, 2.5 or 5 powers of ten that is at least
// 2 IQR n^(-1/3) (Freedman and Diaconis 1981; IQR: interquartile range, n: number of values) or
// range / (ceil(log2 n) + 1) (Sturges 1926), whichever is less, and makes at most kMostBins bins;
// without an IQR, Sturges' alone counts.
struct VectorHistogram {
    static constexpr int kMostBins = 120;

    std::vector<double> edges; // one more than there are bins; empty: nothing to count
    std::vector<std::vector<std::int64_t>> counts; // of each vector

    [[nodiscard]] int bins() const { return static_cast<int>(edges.size()) - 1; }
    [[nodiscard]] std::int64_t most() const;
    // The bin that holds `value`; nothing outside of the edges.
    [[nodiscard]] std::optional<int> binOf(double value) const;
};
[[nodiscard]] VectorHistogram histogramOf(const VectorSet& set);

// |x| from the largest down.
[[nodiscard]] std::vector<float> sortedMagnitudes(std::span<const float> values);
// At most `most` ranks of `count`, counted from 1, the first and the last among them: dense where
// ranks are small, since the curve bends there.
[[nodiscard]] std::vector<std::int64_t> shownRanks(std::int64_t count, int most);

// right - left, dimension by dimension; NaN where one of them is not finite. Empty where they
// differ in their numbers of dimensions.
[[nodiscard]] std::vector<float> differenceOf(const VectorSet& set);

// The largest |x| of the finite ones; nothing if there is none.
[[nodiscard]] std::optional<double> largestMagnitude(std::span<const float> values);

// Dimensions first to last, both included.
struct DimensionRange {
    std::int64_t first = 0, last = -1;

    [[nodiscard]] bool isEmpty() const { return last < first; }
    friend bool operator==(const DimensionRange&, const DimensionRange&) = default;
};
// What each of `columns` columns shows when they divide the axis from `from` to `to`, on which
// dimension d reaches from d - 0.5 to d + 0.5. Where columns are narrower than that, the dimension
// in the column's middle; otherwise those whose middle is in it, each in one column.
[[nodiscard]] std::vector<DimensionRange> dimensionColumns(std::int64_t dimensions, double from,
                                                           double to, int columns);

// Of the finite ones in a range.
struct ColumnFigures {
    bool missing = false;       // a number in it is not finite
    std::int64_t strongest = 0; // dimension with the largest |x|
    float least = 0.0F, greatest = 0.0F;
    bool any = false; // there is a finite one
};
[[nodiscard]] ColumnFigures figuresIn(std::span<const float> values, const DimensionRange& range);

} // namespace tessera::ui

#include "core/projection/pca2.h"

#include "core/projection/parallel.h"
#include "core/projection/symmetric_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tessera::projection {

namespace {

using Rows = std::vector<std::vector<double>>;

constexpr std::size_t kJacobi = 128;      // columns up to which all axes are computed
constexpr std::size_t kCovariance = 2048; // columns up to which the covariance is kept: 32 MB
constexpr std::size_t kBlock = 32;        // points that are centred at once
constexpr std::int64_t kPiece = 16;       // columns in a piece of work
constexpr double kNoVariance = 1e-12;     // of an axis, against the largest: rounding

// Points as numbers around their mean.
class Centred {
public:
    Centred(const Matrix& points, int threads)
        : m_points(points), m_threads(threads), m_columns(static_cast<std::size_t>(points.columns)),
          m_rows(static_cast<std::size_t>(points.rows)), m_mean(m_columns) {
        for (std::size_t i = 0; i < m_rows; ++i) {
            for (std::size_t k = 0; k < m_columns; ++k) {
                m_mean[k] += at(i)[k];
            }
        }
        for (double& mean : m_mean) {
            mean /= static_cast<double>(m_rows);
        }
    }

    [[nodiscard]] const std::vector<double>& mean() const { return m_mean; }

    // X'X / n.
    [[nodiscard]] std::vector<double> covariance(const Watch& watch) const {
        std::vector<double> result(m_columns * m_columns);
        parallelFor(m_threads, static_cast<std::int64_t>(m_columns), kPiece,
                    [&](std::int64_t first, std::int64_t last) {
                        addProducts(static_cast<std::size_t>(first), static_cast<std::size_t>(last),
                                    result, watch);
                    });
        for (std::size_t row = 0; row < m_columns; ++row) {
            for (std::size_t column = row; column < m_columns; ++column) {
                result[row * m_columns + column] /= static_cast<double>(m_rows);
                result[column * m_columns + row] = result[row * m_columns + column];
            }
        }
        return result;
    }

    // X'(X v) / n for each v, for more columns than a covariance can be kept of.
    [[nodiscard]] Rows product(const Rows& vectors) const {
        Rows scores(m_rows, std::vector<double>(vectors.size()));
        parallelFor(m_threads, static_cast<std::int64_t>(m_rows), kPiece,
                    [&](std::int64_t first, std::int64_t last) {
                        for (auto i = static_cast<std::size_t>(first);
                             i < static_cast<std::size_t>(last); ++i) {
                            for (std::size_t v = 0; v < vectors.size(); ++v) {
                                for (std::size_t k = 0; k < m_columns; ++k) {
                                    scores[i][v] += (at(i)[k] - m_mean[k]) * vectors[v][k];
                                }
                            }
                        }
                    });
        Rows result(vectors.size(), std::vector<double>(m_columns));
        constexpr std::int64_t kColumns = 512;
        parallelFor(m_threads, static_cast<std::int64_t>(m_columns), kColumns,
                    [&](std::int64_t first, std::int64_t last) {
                        for (std::size_t i = 0; i < m_rows; ++i) {
                            for (std::size_t v = 0; v < vectors.size(); ++v) {
                                const double score = scores[i][v] / static_cast<double>(m_rows);
                                for (auto k = static_cast<std::size_t>(first);
                                     k < static_cast<std::size_t>(last); ++k) {
                                    result[v][k] += (at(i)[k] - m_mean[k]) * score;
                                }
                            }
                        }
                    });
        return result;
    }

private:
    [[nodiscard]] const float* at(std::size_t row) const {
        return m_points.values.data() + row * m_columns;
    }

    // The part of X'X at and right of the diagonal, in rows first..last - 1.
    void addProducts(std::size_t first, std::size_t last, std::vector<double>& result,
                     const Watch& watch) const {
        std::vector<double> block(kBlock * m_columns);
        for (std::size_t i = 0; i < m_rows && !watch.stopRequested(); i += kBlock) {
            const auto count = std::min(kBlock, m_rows - i);
            std::fill(block.begin(), block.end(), 0.0);
            for (std::size_t r = 0; r < count; ++r) {
                for (std::size_t k = first; k < m_columns; ++k) {
                    block[r * m_columns + k] = at(i + r)[k] - m_mean[k];
                }
            }
            for (auto row = first; row < last; ++row) {
                double* to = result.data() + row * m_columns;
                for (std::size_t r = 0; r < kBlock; r += 4) { // four at once: fewer stores
                    const double* a = block.data() + r * m_columns;
                    const double* b = a + m_columns;
                    const double* c = b + m_columns;
                    const double* d = c + m_columns;
                    for (auto k = row; k < m_columns; ++k) {
                        to[k] += (a[row] * a[k] + b[row] * b[k]) + (c[row] * c[k] + d[row] * d[k]);
                    }
                }
            }
        }
    }

    const Matrix& m_points;
    int m_threads;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<double> m_mean;
};

SymmetricAxes axesOf(const Centred& points, std::size_t columns, const Watch& watch) {
    const auto stopped = [&] { return watch.stopRequested(); };
    if (columns > kCovariance) {
        return leadingAxes([&](const Rows& rows) { return points.product(rows); }, columns, 2,
                           stopped);
    }
    const auto covariance = points.covariance(watch);
    if (stopped()) {
        return {};
    }
    if (columns <= kJacobi) {
        return allAxes(covariance, columns);
    }
    const auto product = [&](const Rows& rows) {
        Rows result(rows.size(), std::vector<double>(columns));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t i = 0; i < columns; ++i) {
                for (std::size_t k = 0; k < columns; ++k) { // symmetric: its rows are its columns
                    result[row][k] += covariance[i * columns + k] * rows[row][i];
                }
            }
        }
        return result;
    };
    return leadingAxes(product, columns, 2, stopped);
}

void fixSign(std::vector<double>& axis) {
    const auto largest = std::max_element(
        axis.begin(), axis.end(), [](double a, double b) { return std::fabs(a) < std::fabs(b); });
    if (*largest < 0) {
        for (double& value : axis) {
            value = -value;
        }
    }
}

} // namespace

std::optional<PrincipalPlane> principalPlane(const Matrix& points, int threads,
                                             const Watch& watch) {
    const Centred centred(points, threads);
    const auto columns = static_cast<std::size_t>(points.columns);
    const auto all = axesOf(centred, columns, watch);
    if (watch.stopRequested()) {
        return std::nullopt;
    }
    PrincipalPlane plane;
    plane.mean = centred.mean();
    for (std::size_t i = 0; i < plane.axes.size(); ++i) {
        const bool varies = i < all.values.size() && all.values[i] > 0 &&
                            all.values[i] > kNoVariance * all.values.front();
        plane.axes[i] = varies ? all.axes[i] : std::vector<double>(columns);
        plane.variances[i] = varies ? all.values[i] : 0.0;
        fixSign(plane.axes[i]);
    }
    return plane;
}

std::vector<float> coordinatesIn(const PrincipalPlane& plane, const Matrix& points, int threads) {
    std::vector<float> xy(2 * static_cast<std::size_t>(points.rows));
    const auto columns = static_cast<std::size_t>(points.columns);
    parallelFor(threads, points.rows, kPiece, [&](std::int64_t first, std::int64_t last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            double sums[2] = {};
            for (std::size_t k = 0; k < columns; ++k) {
                const double value = points.values[i * columns + k] - plane.mean[k];
                sums[0] += value * plane.axes[0][k];
                sums[1] += value * plane.axes[1][k];
            }
            constexpr double kMost = std::numeric_limits<float>::max();
            xy[2 * i] = static_cast<float>(std::clamp(sums[0], -kMost, kMost));
            xy[2 * i + 1] = static_cast<float>(std::clamp(sums[1], -kMost, kMost));
        }
    });
    return xy;
}

} // namespace tessera::projection

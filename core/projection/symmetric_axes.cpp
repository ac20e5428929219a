#include "core/projection/symmetric_axes.h"

#include "core/projection/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tessera::projection {

namespace {

using Rows = std::vector<std::vector<double>>;

constexpr int kMostSweeps = 60;

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// (x, y) turned in their plane.
struct Rotation {
    double cosine = 1;
    double sine = 0;

    void turn(double& x, double& y) const {
        const double turned = cosine * x - sine * y;
        y = sine * x + cosine * y;
        x = turned;
    }
};

// Makes the element between two diagonal ones zero.
Rotation rotationFor(double pp, double pq, double qq) {
    const double ratio = (qq - pp) / (2 * pq);
    const double tangent = (ratio < 0 ? -1.0 : 1.0) / (std::fabs(ratio) + std::hypot(ratio, 1.0));
    const double cosine = 1 / std::hypot(tangent, 1.0);
    return {cosine, tangent * cosine};
}

// The axes from largest to smallest eigenvalue.
SymmetricAxes sorted(const std::vector<double>& values, const Rows& axes) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    SymmetricAxes result;
    for (const auto i : order) {
        result.values.push_back(values[i]);
        result.axes.push_back(axes[i]);
    }
    return result;
}

// Makes the rows orthonormal (Gram and Schmidt, twice for the digits that the first time costs).
// Rows that depend on those before become zero.
void orthonormalise(Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double before = std::sqrt(dot(rows[i], rows[i]));
        for (int time = 0; time < 2; ++time) {
            for (std::size_t j = 0; j < i; ++j) {
                const double part = dot(rows[i], rows[j]);
                for (std::size_t k = 0; k < rows[i].size(); ++k) {
                    rows[i][k] -= part * rows[j][k];
                }
            }
        }
        const double after = std::sqrt(dot(rows[i], rows[i]));
        const double scale = after > 1e-13 * before ? 1 / after : 0.0;
        for (double& value : rows[i]) {
            value *= scale;
        }
    }
}

// Sums of the rows, weighted by each of the axes.
Rows combined(const Rows& rows, const Rows& axes) {
    Rows result(axes.size(), std::vector<double>(rows.front().size()));
    for (std::size_t i = 0; i < axes.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            for (std::size_t k = 0; k < rows[j].size(); ++k) {
                result[i][k] += axes[i][j] * rows[j][k];
            }
        }
    }
    return result;
}

} // namespace

SymmetricAxes allAxes(std::vector<double> matrix, std::size_t n) {
    Rows axes(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        axes[i][i] = 1;
    }
    const auto at = [&](std::size_t row, std::size_t column) -> double& {
        return matrix[row * n + column];
    };
    bool turned = true;
    for (int sweep = 0; sweep < kMostSweeps && turned; ++sweep) {
        turned = false;
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                // Too small to change either of the diagonal ones.
                if (std::fabs(at(p, q)) <= 1e-17 * std::sqrt(std::fabs(at(p, p) * at(q, q)))) {
                    continue;
                }
                turned = true;
                const auto rotation = rotationFor(at(p, p), at(p, q), at(q, q));
                for (std::size_t k = 0; k < n; ++k) {
                    rotation.turn(at(k, p), at(k, q));
                }
                for (std::size_t k = 0; k < n; ++k) {
                    rotation.turn(at(p, k), at(q, k));
                    rotation.turn(axes[p][k], axes[q][k]);
                }
                at(p, q) = at(q, p) = 0;
            }
        }
    }
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i) {
        values.push_back(at(i, i));
    }
    return sorted(values, axes);
}

SymmetricAxes leadingAxes(const Product& product, std::size_t n, std::size_t count,
                          const std::function<bool()>& stopped) {
    constexpr std::size_t kMore = 10; // axes beyond those wanted: the more, the quicker it settles
    constexpr int kMostSteps = 300;
    constexpr double kTolerance = 1e-9;
    const auto size = std::min(n, count + kMore);
    Random random(0, "projection.axes");
    Rows rows(size, std::vector<double>(n));
    for (auto& row : rows) {
        std::generate(row.begin(), row.end(), [&] { return random.normal(); });
    }
    SymmetricAxes result;
    for (int step = 0; step < kMostSteps; ++step) {
        if (stopped()) {
            return {};
        }
        orthonormalise(rows);
        auto products = product(rows);
        std::vector<double> matrix; // of the products, seen within the subspace
        for (const auto& row : rows) {
            for (const auto& other : products) {
                matrix.push_back(dot(row, other));
            }
        }
        const auto within = allAxes(std::move(matrix), size);
        result = {within.values, combined(rows, within.axes)};
        rows = combined(products, within.axes); // A times the new axes
        double worst = 0;
        for (std::size_t i = 0; i < std::min(count, size); ++i) {
            for (std::size_t k = 0; k < n; ++k) {
                worst =
                    std::max(worst, std::fabs(rows[i][k] - result.values[i] * result.axes[i][k]));
            }
        }
        if (worst <= kTolerance * std::fabs(result.values.front())) {
            break;
        }
    }
    result.values.resize(std::min(count, size));
    result.axes.resize(result.values.size());
    return result;
}

} // namespace tessera::projection

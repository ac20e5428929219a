#include "core/projection/finite_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace tessera::projection {

std::vector<std::int64_t> finiteRows(const Matrix& matrix) {
    std::vector<std::int64_t> rows;
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        const auto* first = matrix.values.data() + row * matrix.columns;
        if (std::all_of(first, first + matrix.columns, [](float x) { return std::isfinite(x); })) {
            rows.push_back(row);
        }
    }
    return rows;
}

Matrix rowsAt(const Matrix& matrix, const std::vector<std::int64_t>& rows) {
    Matrix result{static_cast<std::int64_t>(rows.size()), matrix.columns, {}};
    result.values.reserve(rows.size() * static_cast<std::size_t>(matrix.columns));
    for (const auto row : rows) {
        const auto first = matrix.values.begin() + row * matrix.columns;
        result.values.insert(result.values.end(), first, first + matrix.columns);
    }
    return result;
}

Matrix spreadTo(const std::vector<std::int64_t>& rows, std::int64_t count,
                const std::vector<float>& values, std::int64_t columns) {
    Matrix result{count, columns,
                  std::vector<float>(static_cast<std::size_t>(count * columns),
                                     std::numeric_limits<float>::quiet_NaN())};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(i) * columns, columns,
                    result.values.begin() + rows[i] * columns);
    }
    return result;
}

float largestOf(const Matrix& matrix) {
    float largest = 0;
    for (const float value : matrix.values) {
        largest = std::max(largest, std::fabs(value));
    }
    return largest;
}

void bringIntoRange(Matrix& matrix, float largest) {
    constexpr float kLeast = 1e-12F;
    constexpr float kMost = 1e15F;
    if (largest == 0 || (largest >= kLeast && largest <= kMost)) {
        return;
    }
    const int exponent = -std::ilogb(largest);
    for (float& value : matrix.values) {
        value = std::ldexp(value, exponent);
    }
}

} // namespace tessera::projection

#pragma once

#include "core/api/snapshot.h"

#include <cstdint>
#include <vector>

namespace tessera::projection {

// Indices of the rows without NaN or infinity.
[[nodiscard]] std::vector<std::int64_t> finiteRows(const Matrix& matrix);

[[nodiscard]] Matrix rowsAt(const Matrix& matrix, const std::vector<std::int64_t>& rows);

// So many rows, with those of `values` in the places `rows`, and NaN elsewhere.
[[nodiscard]] Matrix spreadTo(const std::vector<std::int64_t>& rows, std::int64_t count,
                              const std::vector<float>& values, std::int64_t columns);

// The largest magnitude of finite numbers, 0 if there are none.
[[nodiscard]] float largestOf(const Matrix& matrix);

// Multiplies by a power of two, for which no digit is lost, if numbers whose largest is `largest`
// would have squares outside of what float32 holds. Else changes nothing.
void bringIntoRange(Matrix& matrix, float largest);

} // namespace tessera::projection

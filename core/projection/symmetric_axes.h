#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace tessera::projection {

// Eigenvalues, largest first, each with its axis of unit length.
struct SymmetricAxes {
    std::vector<double> values;
    std::vector<std::vector<double>> axes;
};

// All axes of a symmetric matrix, (n, n) row by row, by rotations (Jacobi 1846). For some hundred
// rows at most: n^3 steps, several times.
[[nodiscard]] SymmetricAxes allAxes(std::vector<double> matrix, std::size_t n);

// rows -> matrix times each row.
using Product =
    std::function<std::vector<std::vector<double>>(const std::vector<std::vector<double>>& rows)>;

// The `count` largest axes of a symmetric matrix without negative eigenvalues that is only known by
// its products, by iterating a subspace (Rutishauser 1970) until |A v - l v| < 1e-9 l_1, or 300
// times: then axes with nearly equal eigenvalues may be mixed. Empty once `stopped` says so.
[[nodiscard]] SymmetricAxes leadingAxes(const Product& product, std::size_t n, std::size_t count,
                                        const std::function<bool()>& stopped);

} // namespace tessera::projection

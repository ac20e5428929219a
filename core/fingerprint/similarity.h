#pragma once

#include "core/api/result.h"
#include "core/tap/row_store.h"

#include <torch/types.h>

#include <optional>
#include <vector>

namespace tessera::fingerprint {

// Centred kernel alignment of two taps on the same n inputs, rows in the same order. Both forms
// are invariant to rotation, to the scale of either side and to shifts.

// Linear CKA (Kornblith et al. 2019): |Y'X|_F^2 / (|X'X|_F |Y'Y|_F) on centred columns. Biased
// upwards when the width is not small against n. Not measured if a side is constant or not finite.
[[nodiscard]] std::optional<double> linearCka(const torch::Tensor& x, const torch::Tensor& y);

// Centred columns in float64, scaled to Frobenius norm 1 so that no size of the activations can
// under- or overflow. Undefined if the tap is constant or not finite.
[[nodiscard]] torch::Tensor normalised(const torch::Tensor& x);

// One side of the unbiased CKA, prepared once for many pairs. float64, O(n d) memory.
struct CkaSide {
    torch::Tensor centred;  // (n, d), scaled to unit Frobenius norm
    torch::Tensor diagonal; // k_ii of K = XX', (n)
    torch::Tensor rowSums;  // of K with the diagonal set to 0, (n)
    bool usable = false;    // finite and not constant
};
[[nodiscard]] CkaSide prepareCka(const torch::Tensor& x);

// The default. HSIC_1(X,Y)/sqrt(HSIC_1(X,X) HSIC_1(Y,Y)) with the unbiased estimator of Song et
// al. (2012), computed in feature space: tr(KL) = |X'Y|_F^2 - sum k_ii l_ii and so on. Near 0 for
// independent taps, can be negative. n >= 4; not measured if a self-term is not positive.
[[nodiscard]] std::optional<double> unbiasedCka(const CkaSide& x, const CkaSide& y);
[[nodiscard]] std::optional<double> unbiasedCka(const torch::Tensor& x, const torch::Tensor& y);

using CkaMatrix = std::vector<std::vector<std::optional<double>>>;

// All pairs, rows of `x` against rows of `y`: result[i][j] for x[i], y[j]. Holds a few prepared
// sides at a time, so that many wide taps need no more memory than a few. Io.
[[nodiscard]] Result<CkaMatrix> unbiasedCkaMatrix(const std::vector<tap::RowStore>& x,
                                                  const std::vector<tap::RowStore>& y);

} // namespace tessera::fingerprint

#pragma once

#include <torch/types.h>

#include <optional>
#include <vector>

namespace tessera::fingerprint {

// How the variance of a tap is spread over its principal axes.
struct Spectrum {
    std::vector<double>
        eigenvalues; // descending, as Fingerprint has them; min(n - 1, width) of them
    std::optional<double> participationRatio; // as Moments says
};

// Of rows (n, width), without the axes: from the products of the rows where those are fewer than
// the units, else from the covariance. What is under 1e-13 of the largest eigenvalue is rounding
// and 0. No eigenvalues: fewer than two rows, or one that is not finite.
[[nodiscard]] Spectrum spectrumOf(const torch::Tensor& rows);

} // namespace tessera::fingerprint

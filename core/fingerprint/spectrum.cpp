#include "core/fingerprint/spectrum.h"

#include <torch/linalg.h>

#include <algorithm>
#include <cmath>

namespace tessera::fingerprint {

namespace {

constexpr double kRounding = 1e-13; // of the largest eigenvalue

} // namespace

Spectrum spectrumOf(const torch::Tensor& rows) {
    const auto n = rows.size(0);
    const auto width = rows.size(1);
    if (n < 2 || width == 0 || !torch::isfinite(rows).all().item<bool>()) {
        return {};
    }
    auto centred = rows.to(torch::kFloat64, /*non_blocking=*/false, /*copy=*/true);
    centred.sub_(centred.mean(0));
    const auto products =
        n < width ? torch::matmul(centred, centred.t()) : torch::matmul(centred.t(), centred);
    auto values = torch::linalg_eigvalsh(products).flip(0) / static_cast<double>(n - 1);
    values = values.narrow(0, 0, std::min(n - 1, width)).clamp_min(0.0);
    values.masked_fill_(values < kRounding * values[0], 0.0);
    values = values.contiguous();

    Spectrum result;
    const auto* data = values.data_ptr<double>();
    result.eigenvalues.assign(data, data + values.numel());
    // Of shares of the largest: squares of very small or large numbers leave the range of doubles.
    const auto shares = values / values[0];
    const double total = shares.sum().item<double>();
    const double ratio = total * total / shares.square().sum().item<double>();
    if (std::isfinite(ratio)) {
        result.participationRatio = ratio;
    }
    return result;
}

} // namespace tessera::fingerprint

#include "core/fingerprint/fingerprint.h"

#include "core/tap/recording.h"

#include <torch/linalg.h>

#include <cmath>
#include <tuple>

namespace tessera::fingerprint {

Fingerprint fingerprintOf(const Moments& moments) {
    Fingerprint result;
    result.rows = moments.count();
    result.mean = moments.mean();
    result.variance = moments.variance();
    const auto covariance = moments.covariance();
    if (!torch::isfinite(covariance).all().item<bool>()) {
        const auto nan = std::nan("");
        result.eigenvalues = torch::full_like(result.mean, nan);
        result.axes = torch::full_like(covariance, nan);
        return result;
    }
    const auto [values, vectors] = torch::linalg_eigh(covariance); // ascending
    result.eigenvalues = values.flip(0).clamp_min(0.0);
    result.axes = vectors.flip(1);
    const double sum = result.eigenvalues.sum().item<double>();
    const double squares = result.eigenvalues.square().sum().item<double>();
    if (sum > 0.0 && squares > 0.0) {
        result.participationRatio = sum * sum / squares;
    }
    return result;
}

std::map<std::string, Fingerprint> fingerprintTaps(zoo::Network& network,
                                                   const torch::Tensor& inputs,
                                                   const std::vector<std::string>& taps,
                                                   const std::stop_token& stop) {
    std::map<std::string, Moments> moments;
    const bool whole = tap::stream(
        network, inputs, taps,
        [&](const tap::Rows& rows) {
            for (const auto& [name, value] : rows.taps) {
                moments.try_emplace(name, value.size(1)).first->second.add(value);
            }
        },
        stop);
    std::map<std::string, Fingerprint> all;
    if (whole) {
        for (const auto& [name, tapMoments] : moments) {
            all.emplace(name, fingerprintOf(tapMoments));
        }
    }
    return all;
}

} // namespace tessera::fingerprint

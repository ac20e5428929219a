#pragma once

#include "core/fingerprint/moments.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/zoo/network.h"

namespace tessera::fingerprint {

// What a tap does over N rows. Tensors are float64.
struct Fingerprint {
    std::int64_t rows = 0;
    torch::Tensor mean;        // (width)
    torch::Tensor variance;    // (width), population
    torch::Tensor eigenvalues; // of the covariance / max(N-1, 1), descending, negatives 0
    torch::Tensor axes;        // (width, width), columns in the order of the eigenvalues
    // 1..width; the number of axes that matter (Rajan et al. 2010), as Moments says.
    std::optional<double> participationRatio;
};

[[nodiscard]] Fingerprint fingerprintOf(const Moments& moments);

// The moments of several taps over all inputs, streamed, in as many passes as it takes to hold at
// most `memoryBytes` of them at a time, but at least one. Each is handed to `visit` once, in the
// order of `taps`. Returns false if `stop` was requested.
[[nodiscard]] bool
visitMoments(zoo::Network& network, const torch::Tensor& inputs,
             const std::vector<std::string>& taps, std::int64_t memoryBytes,
             const std::function<void(const std::string&, const Moments&)>& visit,
             const std::stop_token& stop = {});

// Fingerprints of several taps of one network over all inputs, streamed.
// An empty map if `stop` was requested.
[[nodiscard]] std::map<std::string, Fingerprint>
fingerprintTaps(zoo::Network& network, const torch::Tensor& inputs,
                const std::vector<std::string>& taps, const std::stop_token& stop = {});

} // namespace tessera::fingerprint

#include "core/fingerprint/fingerprint.h"

#include "core/tap/recording.h"

#include <torch/linalg.h>

#include <cmath>
#include <limits>
#include <tuple>

namespace tessera::fingerprint {

namespace {

std::map<std::string, std::int64_t> tapWidths(const zoo::Network& network) {
    std::map<std::string, std::int64_t> widths;
    for (const auto& point : network.tapPoints()) {
        widths[point.name] = point.width;
    }
    return widths;
}

std::int64_t momentBytes(const std::map<std::string, std::int64_t>& widths,
                         const std::string& tap) {
    const auto found = widths.find(tap);
    const auto width = found == widths.end() ? 0 : found->second;
    return width * width * static_cast<std::int64_t>(sizeof(double));
}

} // namespace

Fingerprint fingerprintOf(const Moments& moments) {
    Fingerprint result;
    result.rows = moments.count();
    result.mean = moments.mean();
    result.variance = moments.variance();
    result.participationRatio = moments.participationRatio();
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
    return result;
}

bool visitMoments(zoo::Network& network, const torch::Tensor& inputs,
                  const std::vector<std::string>& taps, std::int64_t memoryBytes,
                  const std::function<void(const std::string&, const Moments&)>& visit,
                  const std::stop_token& stop) {
    const auto widths = tapWidths(network);
    for (std::size_t begin = 0; begin < taps.size();) {
        std::vector<std::string> some;
        std::int64_t bytes = 0;
        while (begin < taps.size()) {
            bytes += momentBytes(widths, taps[begin]);
            if (!some.empty() && bytes > memoryBytes) {
                break;
            }
            some.push_back(taps[begin++]);
        }
        std::map<std::string, Moments> moments;
        const bool whole = tap::stream(
            network, inputs, some,
            [&](const tap::Rows& rows) {
                for (const auto& [name, value] : rows.taps) {
                    moments.try_emplace(name, value.size(1)).first->second.add(value);
                }
            },
            stop);
        if (!whole) {
            return false;
        }
        for (const auto& name : some) {
            if (const auto found = moments.find(name); found != moments.end()) {
                visit(name, found->second);
                moments.erase(found);
            }
        }
    }
    return !stop.stop_requested();
}

std::map<std::string, Fingerprint> fingerprintTaps(zoo::Network& network,
                                                   const torch::Tensor& inputs,
                                                   const std::vector<std::string>& taps,
                                                   const std::stop_token& stop) {
    std::map<std::string, Fingerprint> all;
    const bool whole = visitMoments(
        network, inputs, taps, std::numeric_limits<std::int64_t>::max(),
        [&](const std::string& name, const Moments& moments) {
            all.emplace(name, fingerprintOf(moments));
        },
        stop);
    return whole ? std::move(all) : std::map<std::string, Fingerprint>();
}

} // namespace tessera::fingerprint

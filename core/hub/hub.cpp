#include "core/hub/hub.h"

#include <cmath>

namespace tessera::hub {

std::optional<double> roundTripError(const Hub& hub, const AnchorKey& key,
                                     const torch::Tensor& features) {
    const auto coordinates = hub.encode(key, features);
    if (!coordinates) {
        return std::nullopt;
    }
    const auto back = hub.decode(key, *coordinates);
    if (!back) {
        return std::nullopt;
    }
    const auto x = features.to(torch::kFloat64);
    const double spread = (x - x.mean(0)).norm().item<double>();
    const double error = (back->to(torch::kFloat64) - x).norm().item<double>();
    if (!(spread > 0.0) || !std::isfinite(error / spread)) {
        return std::nullopt;
    }
    return error / spread;
}

} // namespace tessera::hub

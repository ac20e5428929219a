#include "core/hub/hub.h"

#include <cmath>

namespace tessera::hub {

namespace {

struct Norms {
    double spread = 0.0; // |x - mean|_F
    double error = 0.0;  // |x^ - x|_F
};

Result<torch::Tensor> meanOf(const tap::RowStore& rows) {
    auto sum = torch::zeros({rows.width()}, torch::kFloat64);
    auto read = rows.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        sum += part.to(torch::kFloat64).sum(0);
        return {};
    });
    return read ? Result<torch::Tensor>(sum / static_cast<double>(rows.count()))
                : fail(read.error());
}

Result<Norms> normsOf(const Hub& hub, const AnchorKey& key, const tap::RowStore& features) {
    const auto mean = meanOf(features);
    if (!mean) {
        return fail(mean.error());
    }
    Norms norms;
    auto read = features.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        const auto coordinates = hub.encode(key, part);
        if (!coordinates) {
            return fail(coordinates.error());
        }
        const auto back = hub.decode(key, *coordinates);
        if (!back) {
            return fail(back.error());
        }
        const auto x = part.to(torch::kFloat64);
        norms.spread = std::hypot(norms.spread, (x - *mean).norm().item<double>());
        norms.error =
            std::hypot(norms.error, (back->to(torch::kFloat64) - x).norm().item<double>());
        return {};
    });
    return read ? Result<Norms>(norms) : fail(read.error());
}

} // namespace

std::optional<double> roundTripError(const Hub& hub, const AnchorKey& key,
                                     const tap::RowStore& features) {
    const auto norms = normsOf(hub, key, features);
    if (!norms || !(norms->spread > 0.0) || !std::isfinite(norms->error / norms->spread)) {
        return std::nullopt;
    }
    return norms->error / norms->spread;
}

} // namespace tessera::hub

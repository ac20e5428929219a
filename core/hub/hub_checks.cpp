#include "core/hub/hub_checks.h"

#include <fmt/format.h>

namespace tessera::hub {

namespace {

constexpr double kLeastSpread = 1e-24; // of the squared mean

} // namespace

Result<void> checkReference(const std::string& hub, const Foundation& founded,
                            const AnchorRows& rows) {
    if (rows.features.width() < 1 || rows.features.count() < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "a hub needs at least two reference samples; set data.splits.reference");
    }
    if (founded.rows > 0 &&
        (rows.referenceHash != founded.referenceHash || rows.features.count() != founded.rows)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("hub '{}' was founded on another reference set; fit {} on that one "
                                "or found a new hub",
                                hub, rows.key.network));
    }
    return {};
}

Result<fingerprint::ColumnMoments> usableMoments(const AnchorRows& rows) {
    fingerprint::ColumnMoments columns;
    auto read = rows.features.eachChunk([&](std::int64_t, const torch::Tensor& part) {
        if (!torch::isfinite(part).all().item<bool>()) {
            return Result<void>(
                fail(ErrorCode::InvalidArgument,
                     "the features of " + rows.key.network +
                         " are not finite on the reference set; train it with a lower rate"));
        }
        columns.add(part);
        return Result<void>();
    });
    if (!read) {
        return fail(read.error());
    }
    const double size = columns.mean().square().sum().item<double>();
    if (!(columns.variance().sum().item<double>() > kLeastSpread * size)) {
        return fail(ErrorCode::InvalidArgument,
                    rows.key.network + ": its features are the same for every reference sample (a "
                                       "dead network); train it, or choose another tap");
    }
    return columns;
}

Error notInHub(const std::string& hub, const AnchorKey& key) {
    return {ErrorCode::NotFound,
            fmt::format("hub '{}' does not know {}; fit it first", hub, key.network), std::nullopt};
}

Error otherWeights(const std::string& hub, const AnchorKey& key) {
    return {
        ErrorCode::InvalidArgument,
        fmt::format("{} was fitted to hub '{}' with other weights; fit it anew", key.network, hub),
        std::nullopt};
}

Error otherWidth(const std::string& hub, const AnchorKey& key, std::int64_t expected) {
    return {ErrorCode::InvalidArgument,
            fmt::format("{} needs rows of {} values in hub '{}'", key.network, expected, hub),
            std::nullopt};
}

} // namespace tessera::hub

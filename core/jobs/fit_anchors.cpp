#include "core/jobs/fit_anchors.h"

#include "core/hub/orthogonal_hub.h"
#include "core/projection/random.h"
#include "core/transfer/snapshots.h"

#include <torch/types.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace tessera::jobs {

namespace {

constexpr const char* kFeature = "feature";

// Rows are drawn by 32 bits.
constexpr std::int64_t kMostRows = std::numeric_limits<std::int32_t>::max();

// The features of a network as (rows, width), or what is wrong with them.
Result<torch::Tensor> featuresOf(const NetworkRows* network, const char* name) {
    const bool known =
        network != nullptr && !network->layers.empty() && network->layers.back().name == kFeature;
    if (!known || network->layers.back().values.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the features of the {} were not recorded", name));
    }
    const Matrix& values = network->layers.back().values;
    // Only read from here on.
    auto rows = torch::from_blob(const_cast<float*>(values.values.data()), // NOLINT
                                 {values.rows, values.columns}, torch::kFloat32);
    if (!torch::isfinite(rows).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("some features of the {} are not finite", name));
    }
    return rows;
}

// The rows to fit on, in their order. Those for fewer anchors are among those for more.
torch::Tensor chosenAnchors(std::int64_t rows, const AnchorFitRequest& request) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    projection::Random random(request.seed, "anchors");
    const auto anchors = static_cast<std::size_t>(request.anchors);
    for (std::size_t i = 0; i < anchors; ++i) { // Fisher and Yates, as far as it is needed
        const auto left = static_cast<std::uint32_t>(order.size() - i);
        std::swap(order[i], order[i + random.below(left)]);
    }
    order.resize(anchors);
    std::sort(order.begin(), order.end());
    return torch::tensor(order, torch::kInt64);
}

// |E - H|_F / |H|_F over some rows, in float64. Nothing: no rows, or all of H is 0.
std::optional<double> errorOf(const torch::Tensor& receiver, const torch::Tensor& source) {
    if (source.size(0) == 0) {
        return std::nullopt;
    }
    const auto h = source.to(torch::kFloat64);
    const double size = h.norm().item<double>();
    const double error = (receiver.to(torch::kFloat64) - h).norm().item<double>() / size;
    return std::isfinite(error) ? std::optional(error) : std::nullopt;
}

struct Features {
    torch::Tensor source, receiver;
};

Result<Features> checked(const AnchorFitRequest& request) {
    auto source = featuresOf(request.source.get(), "source");
    if (!source) {
        return fail(source.error());
    }
    auto receiver = featuresOf(request.receiver.get(), "receiver");
    if (!receiver) {
        return fail(receiver.error());
    }
    const auto rows = source->size(0);
    if (receiver->size(0) != rows || rows > kMostRows) {
        return fail(ErrorCode::InvalidArgument, "the networks did not see the same samples");
    }
    if (request.anchors < 2 || request.anchors > rows) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a hub of {} samples needs 2 to {} anchors, not {}", rows, rows,
                                request.anchors));
    }
    return Features{std::move(*source), std::move(*receiver)};
}

hub::AnchorKey keyOf(const char* network) {
    return {network, ""}; // their weights are those of the rows
}
constexpr const char* kSource = "the source";
constexpr const char* kReceiver = "the receiver";

// A hub that knows both networks from these rows. A null pointer if stopped.
Result<std::unique_ptr<hub::Hub>> fitted(const Features& features, const torch::Tensor& anchors,
                                         const Watch& watch) {
    auto made = hub::OrthogonalHub::create("anchors", features.source.size(1));
    if (!made) {
        return made;
    }
    const auto add = [&](const char* network, const torch::Tensor& rows) {
        return (*made)->add({keyOf(network), "anchors", rows.index_select(0, anchors)});
    };
    if (auto source = add(kSource, features.source); !source) {
        return fail(source.error());
    }
    if (watch.stopRequested()) {
        return nullptr;
    }
    if (auto receiver = add(kReceiver, features.receiver); !receiver) {
        return fail(receiver.error());
    }
    return made;
}

} // namespace

Result<std::shared_ptr<const AnchorFit>> fitAnchors(const AnchorFitRequest& request,
                                                    const Watch& watch) {
    const auto features = checked(request);
    if (!features) {
        return fail(features.error());
    }
    const auto anchors = chosenAnchors(features->source.size(0), request);
    const auto hub = fitted(*features, anchors, watch);
    if (!hub) {
        return fail(hub.error());
    }
    if (*hub == nullptr || watch.stopRequested()) {
        return nullptr;
    }
    const auto sourceHub = (*hub)->encode(keyOf(kSource), features->source);
    const auto receiverHub = (*hub)->encode(keyOf(kReceiver), features->receiver);
    if (!sourceHub || !receiverHub) {
        return fail(sourceHub ? receiverHub.error() : sourceHub.error());
    }
    // One coordinate stands for the same in both.
    const auto common = receiverHub->size(1);
    const auto source = sourceHub->narrow(1, 0, common);
    auto isAnchor = torch::zeros({source.size(0)}, torch::kBool);
    isAnchor.index_fill_(0, anchors, true);
    const auto others = isAnchor.logical_not().nonzero().reshape({-1});
    const auto errorOn = [&](const torch::Tensor& rows) {
        return errorOf(receiverHub->index_select(0, rows), source.index_select(0, rows));
    };

    fingerprint::ColumnMoments coordinates, all;
    coordinates.add(source.index_select(0, anchors));
    all.add(features->source.index_select(0, anchors));
    const auto shown = std::min(common, transfer::kShownAxes);
    auto fit = std::make_shared<AnchorFit>();
    fit->anchors = request.anchors;
    fit->errorOnAnchors = errorOn(anchors);
    fit->errorOnOthers = errorOn(others);
    fit->source = transfer::toMatrix(source.narrow(1, 0, shown));
    fit->receiver = transfer::toMatrix(receiverHub->narrow(1, 0, shown));
    fit->axisShares =
        transfer::varianceShares(coordinates, all, (*hub)->principalGains().narrow(0, 0, common));
    fit->axisShares.resize(std::min(fit->axisShares.size(), static_cast<std::size_t>(shown)));
    return fit;
}

} // namespace tessera::jobs

#include "core/hub/orthogonal_hub.h"

#include "core/fingerprint/fingerprint.h"

#include <torch/linalg.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>

namespace tessera::hub {

namespace {

constexpr double kSmallestEigenvalue = 1e-6; // of the largest
constexpr double kSmallestSpread = 1e-24;    // of the squared mean
constexpr double kSmallestSingular = 1e-9;   // of the largest

fingerprint::Fingerprint describe(const torch::Tensor& features) {
    fingerprint::Moments moments(features.size(1));
    moments.add(features);
    return fingerprint::fingerprintOf(moments);
}

// Whether all rows are one row, up to the rounding of float64.
bool isDead(const fingerprint::Fingerprint& shape) {
    const double size = shape.mean.square().sum().item<double>();
    return !(shape.variance.sum().item<double>() > kSmallestSpread * size);
}

// Orthonormal columns that complete `basis` (d x r, orthonormal) by the parts of `candidates`
// (d x m, most important first) that lie outside of it, until there are `count`.
torch::Tensor complete(const torch::Tensor& basis, const torch::Tensor& candidates,
                       std::int64_t count) {
    auto all = basis;
    const auto identity = torch::eye(basis.size(0), basis.options());
    const auto pool = torch::cat({candidates, identity}, 1);
    for (std::int64_t i = 0; i < pool.size(1) && all.size(1) < count; ++i) {
        auto column = pool.select(1, i).unsqueeze(1);
        for (int pass = 0; pass < 2; ++pass) { // twice, for orthogonality to rounding
            column = column - torch::matmul(all, torch::matmul(all.t(), column));
        }
        const double norm = column.norm().item<double>();
        if (norm > 1e-6) {
            all = torch::cat({all, column / norm}, 1);
        }
    }
    return all;
}

} // namespace

OrthogonalHub::OrthogonalHub(std::string name, std::int64_t dim)
    : m_name(std::move(name)), m_dim(dim) {}

Result<std::unique_ptr<Hub>> OrthogonalHub::create(const std::string& name, std::int64_t dim) {
    if (dim < 1) {
        return fail(ErrorCode::InvalidArgument, "a hub needs at least one dimension");
    }
    return std::unique_ptr<Hub>(new OrthogonalHub(name, dim));
}

Result<FitReport> OrthogonalHub::add(const AnchorRows& rows) {
    const auto begin = std::chrono::steady_clock::now();
    if (rows.features.dim() != 2 || rows.features.size(0) < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "a hub needs at least two reference samples; set data.splits.reference");
    }
    const auto features = rows.features.detach().to(torch::kFloat64);
    if (!torch::isfinite(features).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the features of " + rows.key.network +
                        " are not finite on the reference set; train it with a lower rate");
    }
    if (!m_anchors.empty() &&
        (rows.referenceHash != m_referenceHash || features.size(0) != m_reference.size(0))) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("hub '{}' was founded on another reference set; fit {} on that one "
                                "or found a new hub",
                                m_name, rows.key.network));
    }
    FitReport report;
    report.setTheAxes = m_anchors.empty() || rows.key.network == m_first;
    if (report.setTheAxes && m_anchors.size() > 1) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} set the axes of hub '{}', to which other networks are aligned; "
                                "found a new hub for its new weights",
                                rows.key.network, m_name));
    }
    auto anchor = report.setTheAxes ? fitFirst(features, report) : fitFurther(features, report);
    if (!anchor) {
        return fail(anchor.error().within(rows.key.network));
    }
    if (report.setTheAxes) {
        m_first = rows.key.network;
        m_referenceHash = rows.referenceHash;
        m_reference = torch::matmul(features - anchor->mean, anchor->axes.t());
    }
    anchor->weightsHash = rows.key.weightsHash;
    const auto target = m_reference.narrow(1, 0, anchor->axes.size(0));
    const auto own = torch::matmul(features - anchor->mean, anchor->axes.t()) / anchor->scale;
    report.fitError = (own - target).norm().item<double>() / target.norm().item<double>();
    anchor->fitError = report.fitError;
    m_anchors[rows.key.network] = std::move(*anchor);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

Result<OrthogonalHub::Anchor> OrthogonalHub::fitFirst(const torch::Tensor& features,
                                                      FitReport& report) {
    const auto shape = describe(features);
    const double largest = shape.eigenvalues[0].item<double>();
    if (!(largest > 0.0) || isDead(shape)) {
        return fail(ErrorCode::InvalidArgument,
                    "its features are the same for every reference sample (a dead network); train "
                    "it, or choose another tap");
    }
    const auto useful =
        (shape.eigenvalues > kSmallestEigenvalue * largest).sum().item<std::int64_t>();
    const auto kept = std::min(useful, m_dim);
    if (kept < useful) {
        const double total = shape.eigenvalues.sum().item<double>();
        report.lostVariance =
            1.0 - shape.eigenvalues.narrow(0, 0, kept).sum().item<double>() / total;
        report.warnings.push_back(
            fmt::format("the hub has {} dimensions for {} source axes and loses {:.3g}% of the "
                        "source variance",
                        m_dim, useful, 100.0 * report.lostVariance));
    }
    report.effectiveRank = shape.participationRatio;
    return Anchor{{}, shape.mean, shape.axes.narrow(1, 0, kept).t().contiguous(), 1.0, 0.0};
}

Result<OrthogonalHub::Anchor> OrthogonalHub::fitFurther(const torch::Tensor& features,
                                                        FitReport& report) const {
    const auto shape = describe(features);
    const double spread = shape.variance.sum().item<double>();
    if (isDead(shape)) {
        return fail(ErrorCode::InvalidArgument,
                    "its features are the same for every reference sample (a dead receiver); use "
                    "other weights or another architecture");
    }
    const auto k = std::min(rank(), features.size(1));
    if (k < rank()) {
        report.details.push_back(
            fmt::format("the receiver holds {} of the {} source axes", k, rank()));
    }
    const auto target = m_reference.narrow(1, 0, k);
    const auto cross = torch::matmul(target.t(), features - shape.mean); // k x d
    auto [left, singular, rightT] = torch::linalg_svd(cross, /*full_matrices=*/false);
    const double largest = singular[0].item<double>();
    const auto solid = largest > 0.0
                           ? (singular > kSmallestSingular * largest).sum().item<std::int64_t>()
                           : std::int64_t{0};
    torch::Tensor rotation;
    if (solid == k) {
        rotation = torch::matmul(left, rightT);
    } else {
        report.details.push_back(fmt::format(
            "only {} of {} axes of the receiver agree with the source's; the rest is completed by "
            "the receiver's principal axes",
            solid, k));
        const auto nothing = torch::empty({k, 0}, left.options());
        const auto u = complete(left.narrow(1, 0, solid), nothing, k);
        const auto w = complete(rightT.t().narrow(1, 0, solid), shape.axes, k);
        rotation = torch::matmul(u, w.t());
    }
    const double targetSpread = target.var(0, /*unbiased=*/false).sum().item<double>();
    report.effectiveRank = shape.participationRatio;
    return Anchor{{}, shape.mean, rotation.contiguous(), std::sqrt(spread / targetSpread), 0.0};
}

Result<const OrthogonalHub::Anchor*>
OrthogonalHub::find(const AnchorKey& key, const torch::Tensor& values, bool coordinates) const {
    const auto found = m_anchors.find(key.network);
    if (found == m_anchors.end()) {
        return fail(ErrorCode::NotFound,
                    fmt::format("hub '{}' does not know {}; fit it first", m_name, key.network));
    }
    const auto& anchor = found->second;
    if (anchor.weightsHash != key.weightsHash) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} was fitted to hub '{}' with other weights; fit it anew",
                                key.network, m_name));
    }
    const auto expected = anchor.axes.size(coordinates ? 0 : 1);
    if (values.dim() != 2 ||
        (coordinates ? values.size(1) < expected : values.size(1) != expected)) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("{} needs rows of {} values in hub '{}'", key.network, expected, m_name));
    }
    return &anchor;
}

Result<torch::Tensor> OrthogonalHub::encode(const AnchorKey& key,
                                            const torch::Tensor& features) const {
    const auto anchor = find(key, features, false);
    if (!anchor) {
        return fail(anchor.error());
    }
    const auto& [hash, mean, axes, scale, error] = **anchor;
    return (torch::matmul(features.to(torch::kFloat64) - mean, axes.t()) / scale)
        .to(torch::kFloat32);
}

Result<torch::Tensor> OrthogonalHub::encodeUncentred(const AnchorKey& key,
                                                     const torch::Tensor& features) const {
    const auto anchor = find(key, features, false);
    if (!anchor) {
        return fail(anchor.error());
    }
    return (torch::matmul(features.to(torch::kFloat64), (*anchor)->axes.t()) / (*anchor)->scale)
        .to(torch::kFloat32);
}

Result<torch::Tensor> OrthogonalHub::decode(const AnchorKey& key,
                                            const torch::Tensor& coordinates) const {
    const auto anchor = find(key, coordinates, true);
    if (!anchor) {
        return fail(anchor.error());
    }
    const auto& axes = (*anchor)->axes;
    const auto own = coordinates.to(torch::kFloat64).narrow(1, 0, axes.size(0));
    return ((*anchor)->mean + (*anchor)->scale * torch::matmul(own, axes)).to(torch::kFloat32);
}

} // namespace tessera::hub

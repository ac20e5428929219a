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

// InvalidArgument for rows that are not finite.
Result<fingerprint::Moments> momentsOf(const AnchorRows& rows) {
    fingerprint::Moments moments(rows.features.width());
    auto read = rows.features.eachChunk([&](std::int64_t, const torch::Tensor& part) {
        if (!torch::isfinite(part).all().item<bool>()) {
            return Result<void>(
                fail(ErrorCode::InvalidArgument,
                     "the features of " + rows.key.network +
                         " are not finite on the reference set; train it with a lower rate"));
        }
        moments.add(part);
        return Result<void>();
    });
    return read ? Result<fingerprint::Moments>(std::move(moments)) : fail(read.error());
}

// Whether all rows are one row, up to the rounding of float64.
bool isDead(const fingerprint::Moments& moments) {
    const double size = moments.mean().square().sum().item<double>();
    return !(moments.variance().sum().item<double>() > kSmallestSpread * size);
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

OrthogonalHub::OrthogonalHub(std::string name, std::int64_t dim, double whitening)
    : m_name(std::move(name)), m_dim(dim), m_whitening(whitening) {}

Result<std::unique_ptr<Hub>> OrthogonalHub::create(const std::string& name, std::int64_t dim,
                                                   double whitening) {
    if (dim < 1) {
        return fail(ErrorCode::InvalidArgument, "a hub needs at least one dimension");
    }
    if (!(whitening >= 0.0 && whitening <= 1.0)) {
        return fail(ErrorCode::InvalidArgument, "a hub's whitening is a number from 0 to 1");
    }
    return std::unique_ptr<Hub>(new OrthogonalHub(name, dim, whitening));
}

Result<void> OrthogonalHub::checkRows(const AnchorRows& rows) const {
    if (rows.features.width() < 1 || rows.features.count() < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "a hub needs at least two reference samples; set data.splits.reference");
    }
    if (!m_anchors.empty() &&
        (rows.referenceHash != m_referenceHash || rows.features.count() != m_reference.count())) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("hub '{}' was founded on another reference set; fit {} on that one "
                                "or found a new hub",
                                m_name, rows.key.network));
    }
    if (rows.key.network == m_first && m_anchors.size() > 1) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} set the axes of hub '{}', to which other networks are aligned; "
                                "found a new hub for its new weights",
                                rows.key.network, m_name));
    }
    return {};
}

void OrthogonalHub::forget(const std::string& network) {
    if (network != m_first) {
        m_anchors.erase(network);
    }
}

torch::Tensor OrthogonalHub::principalGains() const {
    const auto first = m_anchors.find(m_first);
    if (first == m_anchors.end()) {
        return {};
    }
    const auto& gains = first->second.gains;
    return gains.defined() ? gains : torch::ones({rank()}, torch::kFloat64);
}

Result<FitReport> OrthogonalHub::add(const AnchorRows& rows) {
    const auto begin = std::chrono::steady_clock::now();
    if (auto good = checkRows(rows); !good) {
        return fail(good.error());
    }
    FitReport report;
    report.setTheAxes = m_anchors.empty() || rows.key.network == m_first;
    auto anchor = fit(rows, report);
    if (!anchor) {
        return fail(anchor.error());
    }
    auto reference = report.setTheAxes ? foundOn(rows.features, *anchor) : m_reference;
    if (!reference) {
        return fail(reference.error());
    }
    const auto error = report.setTheAxes ? 0.0 : fitErrorOf(rows.features, *anchor);
    if (!error) {
        return fail(error.error());
    }
    report.fitError = *error;
    anchor->weightsHash = rows.key.weightsHash;
    anchor->fitError = *error;
    if (report.setTheAxes) {
        m_first = rows.key.network;
        m_referenceHash = rows.referenceHash;
        m_reference = *reference;
    }
    m_anchors[rows.key.network] = std::move(*anchor);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

// The moments take as much memory as a fit, and are gone after it.
Result<OrthogonalHub::Anchor> OrthogonalHub::fit(const AnchorRows& rows, FitReport& report) const {
    const auto moments = momentsOf(rows);
    if (!moments) {
        return fail(moments.error());
    }
    report.effectiveRank = moments->participationRatio();
    auto anchor = report.setTheAxes ? fitFirst(*moments, report)
                                    : fitFurther(rows.features, *moments, report);
    return anchor ? std::move(anchor) : fail(anchor.error().within(rows.key.network));
}

// x Q' G / s of float64 rows
torch::Tensor OrthogonalHub::coordinatesOf(const torch::Tensor& centred, const Anchor& anchor) {
    const auto own = torch::matmul(centred, anchor.axes.t());
    return anchor.gains.defined() ? own * anchor.gains : own / anchor.scale;
}

Result<tap::RowStore> OrthogonalHub::foundOn(const tap::RowStore& features, const Anchor& anchor) {
    auto reference = tap::RowStore::create({features.count(), anchor.axes.size(0), torch::kFloat64},
                                           features.space());
    if (!reference) {
        return reference;
    }
    auto written = features.eachChunk([&](std::int64_t, const torch::Tensor& rows) {
        return reference->append(coordinatesOf(rows.to(torch::kFloat64) - anchor.mean, anchor));
    });
    return written ? std::move(reference) : fail(written.error());
}

Result<double> OrthogonalHub::fitErrorOf(const tap::RowStore& features,
                                         const Anchor& anchor) const {
    double error = 0.0;
    double size = 0.0;
    auto read = tap::eachChunk(
        features, m_reference, [&](const torch::Tensor& x, const torch::Tensor& h) -> Result<void> {
            const auto target = h.narrow(1, 0, anchor.axes.size(0));
            const auto own = coordinatesOf(x.to(torch::kFloat64) - anchor.mean, anchor);
            error = std::hypot(error, (own - target).norm().item<double>());
            size = std::hypot(size, target.norm().item<double>());
            return {};
        });
    return read ? Result<double>(error / size) : fail(read.error());
}

Result<OrthogonalHub::Anchor> OrthogonalHub::fitFirst(const fingerprint::Moments& moments,
                                                      FitReport& report) const {
    const auto shape = fingerprint::fingerprintOf(moments);
    const double largest = shape.eigenvalues[0].item<double>();
    if (!(largest > 0.0) || isDead(moments)) {
        return fail(ErrorCode::InvalidArgument,
                    "its features are the same for every reference sample (a dead network); train "
                    "it, or choose another tap");
    }
    const auto useful =
        (shape.eigenvalues > kSmallestEigenvalue * largest).sum().item<std::int64_t>();
    const auto kept = std::min(useful, m_dim);
    report.lostVariance = 0.0;
    if (kept < useful) {
        const double total = shape.eigenvalues.sum().item<double>();
        report.lostVariance =
            1.0 - shape.eigenvalues.narrow(0, 0, kept).sum().item<double>() / total;
        report.warnings.push_back(
            fmt::format("the hub has {} dimensions for {} source axes and loses {:.3g}% of the "
                        "source variance",
                        m_dim, useful, 100.0 * *report.lostVariance));
    }
    Anchor anchor{{}, shape.mean, shape.axes.narrow(1, 0, kept).t().contiguous(), 1.0, 0.0, {}};
    if (m_whitening > 0.0) {
        const auto variances = shape.eigenvalues.narrow(0, 0, kept);
        const auto left = variances.pow(1.0 - m_whitening).sum();
        anchor.gains = variances.pow(-m_whitening / 2.0) * (variances.sum() / left).sqrt();
    }
    return anchor;
}

// C = H_k'(R - mu) and what the coordinates H_k vary by.
Result<OrthogonalHub::Alignment> OrthogonalHub::alignmentOf(const tap::RowStore& features,
                                                            const torch::Tensor& mean,
                                                            std::int64_t k) const {
    Alignment result{torch::zeros({k, features.width()}, torch::kFloat64), 0.0};
    fingerprint::ColumnMoments target;
    auto read = tap::eachChunk(features, m_reference,
                               [&](const torch::Tensor& r, const torch::Tensor& h) -> Result<void> {
                                   const auto leading = h.narrow(1, 0, k);
                                   result.cross.addmm_(leading.t(), r.to(torch::kFloat64) - mean);
                                   target.add(leading);
                                   return {};
                               });
    if (!read) {
        return fail(read.error());
    }
    result.targetSpread = target.variance().sum().item<double>();
    return result;
}

Result<OrthogonalHub::Anchor> OrthogonalHub::fitFurther(const tap::RowStore& features,
                                                        const fingerprint::Moments& moments,
                                                        FitReport& report) const {
    if (isDead(moments)) {
        return fail(ErrorCode::InvalidArgument,
                    "its features are the same for every reference sample (a dead receiver); use "
                    "other weights or another architecture");
    }
    const auto k = std::min(rank(), features.width());
    if (k < rank()) {
        report.details.push_back(
            fmt::format("the receiver holds {} of the {} source axes", k, rank()));
    }
    const auto alignment = alignmentOf(features, moments.mean(), k);
    if (!alignment) {
        return fail(alignment.error());
    }
    auto [left, singular, rightT] = torch::linalg_svd(alignment->cross, /*full_matrices=*/false);
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
        const auto w =
            complete(rightT.t().narrow(1, 0, solid), fingerprint::fingerprintOf(moments).axes, k);
        rotation = torch::matmul(u, w.t());
    }
    const double spread = moments.variance().sum().item<double>();
    return Anchor{
        {}, moments.mean(), rotation.contiguous(), std::sqrt(spread / alignment->targetSpread), 0.0,
        {}};
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
    const auto centred = features.to(torch::kFloat64) - (*anchor)->mean;
    return coordinatesOf(centred, **anchor).to(torch::kFloat32);
}

Result<torch::Tensor> OrthogonalHub::encodeUncentred(const AnchorKey& key,
                                                     const torch::Tensor& features) const {
    const auto anchor = find(key, features, false);
    if (!anchor) {
        return fail(anchor.error());
    }
    return coordinatesOf(features.to(torch::kFloat64), **anchor).to(torch::kFloat32);
}

Result<torch::Tensor> OrthogonalHub::decode(const AnchorKey& key,
                                            const torch::Tensor& coordinates) const {
    const auto anchor = find(key, coordinates, true);
    if (!anchor) {
        return fail(anchor.error());
    }
    const auto& axes = (*anchor)->axes;
    auto own = coordinates.to(torch::kFloat64).narrow(1, 0, axes.size(0));
    own = (*anchor)->gains.defined() ? own / (*anchor)->gains : own * (*anchor)->scale;
    return ((*anchor)->mean + torch::matmul(own, axes)).to(torch::kFloat32);
}

} // namespace tessera::hub

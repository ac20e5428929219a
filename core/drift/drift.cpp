#include "core/drift/drift.h"

#include <torch/linalg.h>

#include <algorithm>
#include <cmath>

namespace tessera::drift {

namespace {

constexpr double kVarianceShare = 0.90;
constexpr double kShrinkage = 0.01;
constexpr double kVarianceFloor = 1e-8;

std::optional<double> finite(double value) {
    return std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

// Rounding can take a divergence just below 0. Not std::max(0, value): that would turn NaN into a
// perfect 0.
std::optional<double> divergence(double value) {
    return finite(value < 0.0 ? 0.0 : value);
}

bool comparable(const torch::Tensor& a, const torch::Tensor& b) {
    return a.defined() && b.defined() && a.dim() == 2 && b.dim() == 2 && a.size(0) == b.size(0) &&
           a.size(0) > 0 && a.size(1) > 0 && b.size(1) > 0;
}

// Whether the rows are more than one row repeated, up to the rounding of float64.
bool varies(const torch::Tensor& rows) {
    constexpr double kSmallestSpread = 1e-24; // of the squared mean
    return rows.var(0, /*unbiased=*/false).sum().item<double>() >
           kSmallestSpread * rows.mean(0).square().sum().item<double>();
}

struct Gaussian {
    torch::Tensor mean;
    torch::Tensor covariance;
};

Gaussian shrunkGaussian(const torch::Tensor& rows) {
    const auto axes = rows.size(1);
    const auto mean = rows.mean(0);
    const auto centred = rows - mean;
    const auto n = static_cast<double>(std::max<std::int64_t>(rows.size(0) - 1, 1));
    const auto covariance = torch::matmul(centred.t(), centred) / n;
    const auto level = kShrinkage * covariance.trace() / static_cast<double>(axes);
    return {mean, (1.0 - kShrinkage) * covariance + level * torch::eye(axes, covariance.options())};
}

// Axes of H, in order, until 90% of its variance is held.
std::int64_t leadingAxes(const torch::Tensor& hub) {
    const auto variance = hub.var(0, /*unbiased=*/false);
    const auto share = (variance.cumsum(0) / variance.sum()).contiguous();
    const auto* values = share.data_ptr<double>();
    std::int64_t count = 1;
    while (count < share.numel() && values[count - 1] < kVarianceShare) {
        ++count;
    }
    return count;
}

} // namespace

std::optional<double> outputDrift(const torch::Tensor& sourceLogits,
                                  const torch::Tensor& receiverLogits) {
    if (!comparable(sourceLogits, receiverLogits) ||
        sourceLogits.size(1) != receiverLogits.size(1)) {
        return std::nullopt;
    }
    const auto p = torch::log_softmax(sourceLogits.to(torch::kFloat64), 1);
    const auto q = torch::log_softmax(receiverLogits.to(torch::kFloat64), 1);
    return finite((p.exp() * (p - q)).sum(1).mean().item<double>());
}

std::optional<double> hubError(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    if (!comparable(sourceHub, receiverHub) || sourceHub.size(1) != receiverHub.size(1)) {
        return std::nullopt;
    }
    const auto h = sourceHub.to(torch::kFloat64);
    const auto e = receiverHub.to(torch::kFloat64);
    return finite((e - h).square().sum().item<double>() / h.square().sum().item<double>());
}

std::optional<double> hubDrift(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    if (!comparable(sourceHub, receiverHub) || sourceHub.size(0) < 2 ||
        !torch::isfinite(sourceHub).all().item<bool>() ||
        !torch::isfinite(receiverHub).all().item<bool>()) {
        return std::nullopt;
    }
    const auto h = sourceHub.to(torch::kFloat64);
    if (!varies(h) || !varies(receiverHub.to(torch::kFloat64))) {
        return std::nullopt;
    }
    const auto axes = std::min(leadingAxes(h), receiverHub.size(1));
    const auto p = shrunkGaussian(h.narrow(1, 0, axes));
    const auto q = shrunkGaussian(receiverHub.to(torch::kFloat64).narrow(1, 0, axes));
    // KL = 1/2 (tr(Sq^-1 Sp) + (mq-mp)' Sq^-1 (mq-mp) - m + ln det Sq - ln det Sp)
    const auto [factorQ, badQ] = torch::linalg_cholesky_ex(q.covariance);
    const auto [factorP, badP] = torch::linalg_cholesky_ex(p.covariance);
    if (badQ.item<int>() != 0 || badP.item<int>() != 0) {
        return std::nullopt; // a side does not vary at all
    }
    const auto shift = (q.mean - p.mean).unsqueeze(1);
    const double trace = torch::cholesky_solve(p.covariance, factorQ).trace().item<double>();
    const double distance = (shift * torch::cholesky_solve(shift, factorQ)).sum().item<double>();
    const double logDets =
        2.0 * (factorQ.diagonal().log().sum() - factorP.diagonal().log().sum()).item<double>();
    return divergence(0.5 * (trace + distance - static_cast<double>(axes) + logDets));
}

std::optional<double> klDiagonal(const torch::Tensor& meanP, const torch::Tensor& varianceP,
                                 const torch::Tensor& meanQ, const torch::Tensor& varianceQ) {
    const auto vp = varianceP.to(torch::kFloat64).clamp_min(kVarianceFloor);
    const auto vq = varianceQ.to(torch::kFloat64).clamp_min(kVarianceFloor);
    const auto shift = meanQ.to(torch::kFloat64) - meanP.to(torch::kFloat64);
    const double sum =
        0.5 * (vp / vq + shift.square() / vq - 1.0 + torch::log(vq / vp)).sum().item<double>();
    return divergence(sum);
}

std::optional<double> layerDrift(const torch::Tensor& sourceRows,
                                 const torch::Tensor& receiverRows) {
    if (!comparable(sourceRows, receiverRows)) {
        return std::nullopt;
    }
    const auto width = std::min(sourceRows.size(1), receiverRows.size(1));
    const auto p = sourceRows.narrow(1, 0, width).to(torch::kFloat64);
    const auto q = receiverRows.narrow(1, 0, width).to(torch::kFloat64);
    return klDiagonal(p.mean(0), p.var(0, /*unbiased=*/false), q.mean(0),
                      q.var(0, /*unbiased=*/false));
}

std::optional<double> meanOf(const std::vector<std::optional<double>>& values) {
    double sum = 0.0;
    int count = 0;
    for (const auto& value : values) {
        if (value) {
            sum += *value;
            ++count;
        }
    }
    return count > 0 ? std::optional<double>(sum / count) : std::nullopt;
}

} // namespace tessera::drift

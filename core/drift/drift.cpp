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

bool sameClasses(const torch::Tensor& a, const torch::Tensor& b) {
    return comparable(a, b) && a.size(1) == b.size(1);
}

// KL(softmax(s) || softmax(r)) of each row.
torch::Tensor divergences(const torch::Tensor& sourceLogits, const torch::Tensor& receiverLogits) {
    const auto p = torch::log_softmax(sourceLogits.to(torch::kFloat64), 1);
    const auto q = torch::log_softmax(receiverLogits.to(torch::kFloat64), 1);
    return (p.exp() * (p - q)).sum(1);
}

// Whether the rows are more than one row repeated, up to the rounding of float64.
bool varies(const fingerprint::ColumnMoments& columns) {
    constexpr double kSmallestSpread = 1e-24; // of the squared mean
    return columns.variance().sum().item<double>() >
           kSmallestSpread * columns.mean().square().sum().item<double>();
}

torch::Tensor shrunk(const fingerprint::Moments& moments) {
    const auto covariance = moments.covariance();
    const auto axes = covariance.size(0);
    const auto level = kShrinkage * covariance.trace() / static_cast<double>(axes);
    return (1.0 - kShrinkage) * covariance + level * torch::eye(axes, covariance.options());
}

// Axes of H, in order, until 90% of its variance is held.
std::int64_t leadingAxes(const torch::Tensor& variance) {
    const auto share = (variance.cumsum(0) / variance.sum()).contiguous();
    const auto* values = share.data_ptr<double>();
    std::int64_t count = 1;
    while (count < share.numel() && values[count - 1] < kVarianceShare) {
        ++count;
    }
    return count;
}

std::int64_t comparedAxes(const fingerprint::ColumnMoments& source, std::int64_t receiverAxes) {
    return source.count() > 0 ? std::min(leadingAxes(source.variance()), receiverAxes) : 0;
}

fingerprint::ColumnMoments columnMoments(const torch::Tensor& rows) {
    fingerprint::ColumnMoments columns;
    columns.add(rows);
    return columns;
}

} // namespace

void OutputDrift::add(const torch::Tensor& sourceLogits, const torch::Tensor& receiverLogits) {
    if (!m_comparable || !sameClasses(sourceLogits, receiverLogits)) {
        m_comparable = false;
        return;
    }
    m_sum += divergences(sourceLogits, receiverLogits).sum().item<double>();
    m_count += sourceLogits.size(0);
}

std::optional<double> OutputDrift::value() const {
    return m_comparable && m_count > 0 ? finite(m_sum / static_cast<double>(m_count))
                                       : std::nullopt;
}

std::optional<double> outputDrift(const torch::Tensor& sourceLogits,
                                  const torch::Tensor& receiverLogits) {
    OutputDrift drift;
    drift.add(sourceLogits, receiverLogits);
    return drift.value();
}

torch::Tensor outputDriftOfRows(const torch::Tensor& sourceLogits,
                                const torch::Tensor& receiverLogits) {
    return sameClasses(sourceLogits, receiverLogits)
               ? divergences(sourceLogits, receiverLogits).clamp_min(0.0)
               : torch::Tensor();
}

void HubError::add(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    if (!m_comparable || !comparable(sourceHub, receiverHub) ||
        sourceHub.size(1) != receiverHub.size(1)) {
        m_comparable = false;
        return;
    }
    const auto h = sourceHub.to(torch::kFloat64);
    const auto e = receiverHub.to(torch::kFloat64);
    m_error += (e - h).square().sum().item<double>();
    m_size += h.square().sum().item<double>();
}

std::optional<double> HubError::value() const {
    return m_comparable ? finite(m_error / m_size) : std::nullopt;
}

std::optional<double> hubError(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    HubError error;
    error.add(sourceHub, receiverHub);
    return error.value();
}

HubDrift::HubDrift(const fingerprint::ColumnMoments& source, std::int64_t receiverAxes)
    : m_sourceColumns(source), m_axes(comparedAxes(source, receiverAxes)), m_source(m_axes),
      m_receiver(m_axes), m_comparable(m_axes > 0) {}

void HubDrift::add(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    if (!m_comparable || !comparable(sourceHub, receiverHub) ||
        !torch::isfinite(sourceHub).all().item<bool>() ||
        !torch::isfinite(receiverHub).all().item<bool>()) {
        m_comparable = false;
        return;
    }
    m_receiverColumns.add(receiverHub);
    m_source.add(sourceHub.narrow(1, 0, m_axes));
    m_receiver.add(receiverHub.narrow(1, 0, m_axes));
}

std::optional<double> HubDrift::value() const {
    if (!m_comparable || m_source.count() < 2 || !varies(m_sourceColumns) ||
        !varies(m_receiverColumns)) {
        return std::nullopt;
    }
    const auto p = shrunk(m_source);
    const auto q = shrunk(m_receiver);
    // KL = 1/2 (tr(Sq^-1 Sp) + (mq-mp)' Sq^-1 (mq-mp) - m + ln det Sq - ln det Sp)
    const auto [factorQ, badQ] = torch::linalg_cholesky_ex(q);
    const auto [factorP, badP] = torch::linalg_cholesky_ex(p);
    if (badQ.item<int>() != 0 || badP.item<int>() != 0) {
        return std::nullopt; // a side does not vary at all
    }
    const auto shift = (m_receiver.mean() - m_source.mean()).unsqueeze(1);
    const double trace = torch::cholesky_solve(p, factorQ).trace().item<double>();
    const double distance = (shift * torch::cholesky_solve(shift, factorQ)).sum().item<double>();
    const double logDets =
        2.0 * (factorQ.diagonal().log().sum() - factorP.diagonal().log().sum()).item<double>();
    return divergence(0.5 * (trace + distance - static_cast<double>(m_axes) + logDets));
}

std::optional<double> hubDrift(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub) {
    if (!comparable(sourceHub, receiverHub)) {
        return std::nullopt;
    }
    HubDrift drift(columnMoments(sourceHub), receiverHub.size(1));
    drift.add(sourceHub, receiverHub);
    return drift.value();
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

std::optional<double> layerDrift(const fingerprint::ColumnMoments& source,
                                 const fingerprint::ColumnMoments& receiver) {
    if (source.count() == 0 || source.count() != receiver.count()) {
        return std::nullopt;
    }
    const auto width = std::min(source.mean().size(0), receiver.mean().size(0));
    if (width == 0) {
        return std::nullopt;
    }
    const auto leading = [&](const torch::Tensor& values) { return values.narrow(0, 0, width); };
    return klDiagonal(leading(source.mean()), leading(source.variance()), leading(receiver.mean()),
                      leading(receiver.variance()));
}

std::optional<double> layerDrift(const torch::Tensor& sourceRows,
                                 const torch::Tensor& receiverRows) {
    return comparable(sourceRows, receiverRows)
               ? layerDrift(columnMoments(sourceRows), columnMoments(receiverRows))
               : std::nullopt;
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

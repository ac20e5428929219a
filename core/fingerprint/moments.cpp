#include "core/fingerprint/moments.h"

#include <algorithm>
#include <cmath>

namespace tessera::fingerprint {

void ColumnMoments::add(const torch::Tensor& rows) {
    const auto added = rows.size(0);
    if (added == 0) {
        return;
    }
    const auto batch = rows.detach().to(torch::kFloat64);
    const auto mean = batch.mean(0);
    const auto variance = batch.var(0, /*unbiased=*/false);
    if (m_count == 0) {
        m_mean = mean;
        m_variance = variance;
    } else {
        const double share = static_cast<double>(added) / static_cast<double>(m_count + added);
        const auto shift = mean - m_mean;
        m_variance = (1.0 - share) * m_variance + share * variance +
                     (share * (1.0 - share)) * shift.square();
        m_mean = m_mean + share * shift;
    }
    m_count += added;
}

Moments::Moments(std::int64_t width)
    : m_mean(torch::zeros({width}, torch::kFloat64)),
      m_scatter(torch::zeros({width, width}, torch::kFloat64)) {}

void Moments::add(const torch::Tensor& rows) {
    const auto added = rows.size(0);
    if (added == 0) {
        return;
    }
    const auto batch = rows.detach().to(torch::kFloat64);
    const auto mean = batch.mean(0);
    const auto centred = batch - mean;
    const auto shift = mean - m_mean;
    const auto before = static_cast<double>(m_count);
    const auto total = static_cast<double>(m_count + added);
    m_scatter.addmm_(centred.t(), centred); // in place: a matrix may be a good part of the memory
    if (m_count > 0) {
        const auto weighted = shift * std::sqrt(before * static_cast<double>(added) / total);
        m_scatter.addr_(weighted, weighted);
    }
    m_mean = m_mean + shift * (static_cast<double>(added) / total);
    m_count += added;
}

torch::Tensor Moments::variance() const {
    return m_scatter.diagonal() / static_cast<double>(std::max<std::int64_t>(m_count, 1));
}

torch::Tensor Moments::covariance() const {
    return m_scatter / static_cast<double>(std::max<std::int64_t>(m_count - 1, 1));
}

std::optional<double> Moments::participationRatio() const {
    const double trace = m_scatter.trace().item<double>();
    const double ratio = trace / m_scatter.norm().item<double>();
    return trace > 0.0 && std::isfinite(ratio) ? std::optional(ratio * ratio) : std::nullopt;
}

} // namespace tessera::fingerprint

#include "core/fingerprint/moments.h"

#include <algorithm>

namespace tessera::fingerprint {

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
    m_scatter += torch::matmul(centred.t(), centred) +
                 torch::outer(shift, shift) * (before * static_cast<double>(added) / total);
    m_mean = m_mean + shift * (static_cast<double>(added) / total);
    m_count += added;
}

torch::Tensor Moments::variance() const {
    return m_scatter.diagonal() / static_cast<double>(std::max<std::int64_t>(m_count, 1));
}

torch::Tensor Moments::covariance() const {
    return m_scatter / static_cast<double>(std::max<std::int64_t>(m_count - 1, 1));
}

} // namespace tessera::fingerprint

#pragma once

#include <torch/types.h>

namespace tessera::fingerprint {

// Mean and covariance of rows that come in batches, in float64 with O(width^2) memory: batches are
// merged by the pairwise update of Chan, Golub and LeVeque (1983). One thread.
class Moments {
public:
    explicit Moments(std::int64_t width);

    // (n, width); any float type. n may be 0.
    void add(const torch::Tensor& rows);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] const torch::Tensor& mean() const { return m_mean; } // (width), float64
    [[nodiscard]] torch::Tensor variance() const;                      // population, (width)
    [[nodiscard]] torch::Tensor covariance() const; // divided by max(n-1, 1), (width, width)

private:
    std::int64_t m_count = 0;
    torch::Tensor m_mean;
    torch::Tensor m_scatter; // sum of (x - mean)(x - mean)'
};

} // namespace tessera::fingerprint

#pragma once

#include <torch/types.h>

#include <cstdint>
#include <optional>

namespace tessera::fingerprint {

// Mean and population variance of every column of rows that come in batches, in float64: batches
// are merged by the pairwise update of Chan, Golub and LeVeque (1983). One thread.
class ColumnMoments {
public:
    // (n, width); any float type, always the same width. n may be 0.
    void add(const torch::Tensor& rows);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    // (width), float64; undefined before the first row.
    [[nodiscard]] const torch::Tensor& mean() const { return m_mean; }
    [[nodiscard]] const torch::Tensor& variance() const { return m_variance; }

private:
    std::int64_t m_count = 0;
    torch::Tensor m_mean;
    torch::Tensor m_variance;
};

// Mean and covariance of rows that come in batches, in float64 with O(width^2) memory: merged as
// above. One thread.
class Moments {
public:
    explicit Moments(std::int64_t width);

    // (n, width); any float type. n may be 0.
    void add(const torch::Tensor& rows);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] const torch::Tensor& mean() const { return m_mean; } // (width), float64
    [[nodiscard]] torch::Tensor variance() const;                      // population, (width)
    [[nodiscard]] torch::Tensor covariance() const; // divided by max(n-1, 1), (width, width)
    // (sum l)^2 / sum l^2 over the eigenvalues l of the covariance C, as (tr C)^2 / |C|_F^2 without
    // them. Not measured if nothing varies or a value is not finite.
    [[nodiscard]] std::optional<double> participationRatio() const;

private:
    std::int64_t m_count = 0;
    torch::Tensor m_mean;
    torch::Tensor m_scatter; // sum of (x - mean)(x - mean)'
};

} // namespace tessera::fingerprint

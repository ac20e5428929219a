#include "core/fingerprint/moments.h"

#include <algorithm>
#include <cmath>

// BLAS: C := alpha A A' + beta C for one triangle of C; matrices by columns.
extern "C" void dsyrk_(const char* triangle, const char* transposed, const int* n, const int* k,
                       const double* alpha, const double* a, const int* lda, const double* beta,
                       double* c, const int* ldc);

namespace tessera::fingerprint {

namespace {

constexpr std::int64_t kTile = 32; // both sides of a tile stay in the nearest cache

// The lower triangle from the upper one.
void mirror(double* square, std::int64_t width) {
    for (std::int64_t top = 0; top < width; top += kTile) {
        for (std::int64_t left = 0; left <= top; left += kTile) {
            for (std::int64_t i = top; i < std::min(top + kTile, width); ++i) {
                for (std::int64_t j = left; j < std::min(left + kTile, i); ++j) {
                    square[i * width + j] = square[j * width + i];
                }
            }
        }
    }
}

// Adds rows' * rows to `scatter`, both float64 and contiguous: half the work of a general product.
void addSquare(torch::Tensor& scatter, const torch::Tensor& rows) {
    const auto width = static_cast<int>(rows.size(1));
    if (width == 0) {
        return;
    }
    const auto count = static_cast<int>(rows.size(0));
    const double one = 1.0;
    // By columns, our rows are columns, and the lower triangle is our upper one.
    dsyrk_("L", "N", &width, &count, &one, rows.data_ptr<double>(), &width, &one,
           scatter.data_ptr<double>(), &width);
    mirror(scatter.data_ptr<double>(), width);
}

} // namespace

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
    addSquare(m_scatter, centred.contiguous()); // in place: a matrix may be much of the memory
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

#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace tessera::fingerprint {

// The similarity of every tap of one list with every tap of another on the same n inputs. What can
// be is computed once for each tap, so that the rows of the left ones can be permuted often. Taps
// are added in order and at most as many as announced. One thread.
class TapPairs {
public:
    struct Size {
        std::int64_t rows = 0;
        std::int64_t left = 0;  // taps
        std::int64_t right = 0; // taps
    };

    virtual ~TapPairs() = default;

    // (rows, width). One that is constant or not finite is not measured.
    virtual void addLeft(const torch::Tensor& tap) = 0;
    virtual void addRight(const torch::Tensor& tap) = 0;

    // (left, right), float64; NaN: not measured. Undefined if stopped.
    [[nodiscard]] virtual torch::Tensor similarity(const std::stop_token& stop) const = 0;
    // The same with row order[i] of each left tap in place of its row i; float32 or better.
    [[nodiscard]] virtual torch::Tensor permuted(const torch::Tensor& order,
                                                 const std::stop_token& stop) const = 0;
    // How many permutations of `wanted` are worth their time, depending on the sizes only.
    [[nodiscard]] virtual int affordable(int wanted) const { return wanted; }
};

enum class KernelForm {
    Linear,   // linear CKA, as linearCka has it
    Unbiased, // as unbiasedCka has it
};

// Centred kernel alignment as a scalar product of kernels (n, n) of Frobenius norm 1. Unbiased: the
// kernel K = XX' without its diagonal, A_ij = K_ij - (r_i + r_j)/(n-2) + S/((n-1)(n-2)) with the
// row sums r and their sum S (Szekely and Rizzo 2014), whose products are n(n-3) HSIC_1.
[[nodiscard]] std::unique_ptr<TapPairs> kernelPairs(const TapPairs::Size& size, KernelForm form);

// Mean over the rows i of |N(i) in x and N(i) in y| / k, where N(i) are the k nearest other rows by
// Euclidean distance, equally near ones by index (Huh et al. 2024). Not measured where k rows are
// all others: they would agree whatever the taps are.
[[nodiscard]] std::unique_ptr<TapPairs> neighbourPairs(const TapPairs::Size& size, std::int64_t k);

// 1 - d^2/2 of the orthogonal Procrustes distance d of centred taps of Frobenius norm 1: the sum of
// the singular values of X'Y (Schoenemann 1966). In principal coordinates, so that units that do
// not vary cost nothing.
[[nodiscard]] std::unique_ptr<TapPairs> procrustesPairs(const TapPairs::Size& size);

} // namespace tessera::fingerprint

#pragma once

#include <torch/types.h>

#include <optional>
#include <vector>

// The four drifts between source and receiver. All accumulate in float64; a result that is not
// finite, or nothing to compare, is "not measured" (empty), never 0.
namespace tessera::drift {

// Output drift: mean over rows of KL(softmax(s) || softmax(r)) in nats, temperature 1. Logits
// (n, classes). Empty where the label spaces differ or n = 0.
[[nodiscard]] std::optional<double> outputDrift(const torch::Tensor& sourceLogits,
                                                const torch::Tensor& receiverLogits);

// Hub error: |E - H|_F^2 / |H|_F^2; E the receiver's and H the source's hub coordinates of the same
// inputs, (n, k) each.
[[nodiscard]] std::optional<double> hubError(const torch::Tensor& sourceHub,
                                             const torch::Tensor& receiverHub);

// Hub drift: KL(N_source || N_receiver) of Gaussians over the leading source axes that hold 90% of
// the variance of H (at most the axes that both have). Each covariance S becomes
// 0.99 S + 0.01 tr(S)/m I. Nats. It can rise in a good transfer.
[[nodiscard]] std::optional<double> hubDrift(const torch::Tensor& sourceHub,
                                             const torch::Tensor& receiverHub);

// KL of diagonal Gaussians as tessera-core defines it: 1/2 sum(vp/vq + (mq-mp)^2/vq - 1 +
// ln(vq/vp)), variances floored at 1e-8, the result floored at 0.
[[nodiscard]] std::optional<double> klDiagonal(const torch::Tensor& meanP,
                                               const torch::Tensor& varianceP,
                                               const torch::Tensor& meanQ,
                                               const torch::Tensor& varianceQ);

// Layer drift of one matched pair: klDiagonal of the two taps' rows on the first min(width)
// dimensions. (n, width) each.
[[nodiscard]] std::optional<double> layerDrift(const torch::Tensor& sourceRows,
                                               const torch::Tensor& receiverRows);

// Mean over the pairs that were measured; empty if none was.
[[nodiscard]] std::optional<double> meanOf(const std::vector<std::optional<double>>& values);

} // namespace tessera::drift

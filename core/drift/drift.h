#pragma once

#include "core/fingerprint/moments.h"

#include <torch/types.h>

#include <cstdint>
#include <optional>
#include <vector>

// The four drifts between source and receiver. All accumulate in float64; a result that is not
// finite, or nothing to compare, is "not measured" (empty), never 0. Classes take the rows of both
// sides part by part, in the same order; functions take them whole. One thread.
namespace tessera::drift {

// Output drift: mean over rows of KL(softmax(s) || softmax(r)) in nats, temperature 1. Logits
// (n, classes). Empty where the label spaces differ or n = 0.
class OutputDrift {
public:
    void add(const torch::Tensor& sourceLogits, const torch::Tensor& receiverLogits);
    [[nodiscard]] std::optional<double> value() const;

private:
    bool m_comparable = true;
    double m_sum = 0.0;
    std::int64_t m_count = 0;
};
[[nodiscard]] std::optional<double> outputDrift(const torch::Tensor& sourceLogits,
                                                const torch::Tensor& receiverLogits);
// The part of each row, (n) float64, at least 0; NaN where it is not measured. Undefined where the
// label spaces differ or n = 0.
[[nodiscard]] torch::Tensor outputDriftOfRows(const torch::Tensor& sourceLogits,
                                              const torch::Tensor& receiverLogits);

// Hub error: |E - H|_F^2 / |H|_F^2; E the receiver's and H the source's hub coordinates of the same
// inputs, (n, k) each.
class HubError {
public:
    void add(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub);
    [[nodiscard]] std::optional<double> value() const;

private:
    bool m_comparable = true;
    double m_error = 0.0;
    double m_size = 0.0;
};
[[nodiscard]] std::optional<double> hubError(const torch::Tensor& sourceHub,
                                             const torch::Tensor& receiverHub);

// Hub drift: KL(N_source || N_receiver) of Gaussians over the leading source axes that hold 90% of
// the variance of H (at most the axes that both have). Each covariance S becomes
// 0.99 S + 0.01 tr(S)/m I. Nats. It can rise in a good transfer.
class HubDrift {
public:
    // `source`: the moments of all of H, which tell its leading axes. The receiver has
    // `receiverAxes` of them.
    HubDrift(const fingerprint::ColumnMoments& source, std::int64_t receiverAxes);

    void add(const torch::Tensor& sourceHub, const torch::Tensor& receiverHub);
    [[nodiscard]] std::optional<double> value() const;

private:
    fingerprint::ColumnMoments m_sourceColumns, m_receiverColumns;
    std::int64_t m_axes;
    fingerprint::Moments m_source, m_receiver; // of the leading axes
    bool m_comparable;
};
[[nodiscard]] std::optional<double> hubDrift(const torch::Tensor& sourceHub,
                                             const torch::Tensor& receiverHub);

// KL of diagonal Gaussians as tessera-core defines it: 1/2 sum(vp/vq + (mq-mp)^2/vq - 1 +
// ln(vq/vp)), variances floored at 1e-8, the result floored at 0.
[[nodiscard]] std::optional<double> klDiagonal(const torch::Tensor& meanP,
                                               const torch::Tensor& varianceP,
                                               const torch::Tensor& meanQ,
                                               const torch::Tensor& varianceQ);

// Layer drift of one matched pair: klDiagonal of the two taps' rows on the first min(width)
// dimensions. Moments of equally many rows, or (n, width) each.
[[nodiscard]] std::optional<double> layerDrift(const fingerprint::ColumnMoments& source,
                                               const fingerprint::ColumnMoments& receiver);
[[nodiscard]] std::optional<double> layerDrift(const torch::Tensor& sourceRows,
                                               const torch::Tensor& receiverRows);

// Mean over the pairs that were measured; empty if none was.
[[nodiscard]] std::optional<double> meanOf(const std::vector<std::optional<double>>& values);

} // namespace tessera::drift

#pragma once

#include "core/api/result.h"
#include "core/tap/row_store.h"
#include "core/transfer/mode.h"

#include <torch/nn/modules/linear.h>
#include <torch/types.h>

#include <stop_token>

namespace tessera::transfer {

// Sets a linear head by ridge regression from features (n, d) to targets (n, classes):
//   W = Yc' Xc (Xc'Xc + n lambda I)^-1, b = mean(Y) - W mean(X),
// Xc, Yc centred, lambda = ridge * tr(Xc'Xc / n) / d, the mean eigenvalue of the covariance
// (Hoerl and Kennard 1970). The bias is not penalised. float64 inside.
// InvalidArgument if shapes do not fit, or if features do not vary and ridge cannot help. Io.
// Leaves the head as it was if stopped.
[[nodiscard]] Result<void> fitReadout(torch::nn::Linear head, const tap::RowStore& features,
                                      const tap::RowStore& targets, double ridge,
                                      const std::stop_token& stop = {});

// Fits the head of the receiver as it is now to what the source says of the reference inputs:
// `sourceLogits`, in their order. False if stopped. InvalidArgument: the receiver does not end in a
// linear layer; Diverged: its features are not finite any more; codes of fitReadout().
[[nodiscard]] Result<bool> readOut(const TransferInput& input, const tap::RowStore& sourceLogits,
                                   const std::stop_token& stop);

} // namespace tessera::transfer

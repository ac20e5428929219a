#pragma once

#include "core/api/result.h"
#include "core/tap/row_store.h"

#include <torch/nn/modules/linear.h>
#include <torch/types.h>

namespace tessera::transfer {

// Sets a linear head by ridge regression from features (n, d) to targets (n, classes):
//   W = Yc' Xc (Xc'Xc + n lambda I)^-1, b = mean(Y) - W mean(X),
// Xc, Yc centred, lambda = ridge * tr(Xc'Xc / n) / d, the mean eigenvalue of the covariance
// (Hoerl and Kennard 1970). The bias is not penalised. float64 inside.
// InvalidArgument if shapes do not fit, or if features do not vary and ridge cannot help. Io.
[[nodiscard]] Result<void> fitReadout(torch::nn::Linear head, const tap::RowStore& features,
                                      const tap::RowStore& targets, double ridge);

} // namespace tessera::transfer

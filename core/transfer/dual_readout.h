#pragma once

#include "core/api/result.h"
#include "core/tap/row_store.h"

#include <torch/nn/modules/linear.h>
#include <torch/types.h>

#include <stop_token>

namespace tessera::transfer {

// The map of fitReadout() (readout.h) where rows (n, d) are wider than there are of them, d > n:
//   W = Yc' (Xc Xc' + n lambda I)^-1 Xc
// of the same centring and lambda (Saunders, Gammerman and Vovk 1998), so that n x n numbers have
// to be kept instead of d x d. float64 inside. Leaves the map as it was if stopped. InvalidArgument
// as of fitReadout(). Io.
[[nodiscard]] Result<void> fitDualReadout(torch::nn::Linear map, const torch::Tensor& rows,
                                          const tap::RowStore& targets, double ridge,
                                          const std::stop_token& stop);

} // namespace tessera::transfer

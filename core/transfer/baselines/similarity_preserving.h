#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "similarity": similarity-preserving distillation (Tung and Mori 2019) with distillation:
//   loss = 3000 |G_s - G_r|_F^2 / b^2 + T^2 KL(s/T || r/T), G the row-normalised Gram matrix of a
// batch of features.
[[nodiscard]] BaselineMethod similarityMethod();

// |G_s - G_r|_F^2 / b^2 of one batch (b, d_s) and (b, d_r); widths may differ.
[[nodiscard]] torch::Tensor similarityDifference(const torch::Tensor& source,
                                                 const torch::Tensor& receiver);

} // namespace tessera::transfer

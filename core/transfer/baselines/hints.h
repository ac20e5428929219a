#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "fitnets": hints (Romero et al. 2015). A linear regressor maps the receiver's feature to the
// source's and learns along; here in one stage with distillation instead of two, so that the budget
// is that of the other methods:
//   loss = MSE(W r + b, s) / mean variance of s + T^2 KL(s/T || r/T).
[[nodiscard]] BaselineMethod hintsMethod();

} // namespace tessera::transfer

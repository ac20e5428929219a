#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "rkd": relational knowledge distillation (Park et al. 2019) with distillation:
//   loss = 25 distance + 50 angle + T^2 KL(s/T || r/T).
[[nodiscard]] BaselineMethod relationalMethod();

// Of one batch (b, d_s) and (b, d_r); widths may differ. Huber loss with delta 1, as in the paper.
// Distance: of all pairs, each side divided by its mean over the pairs that are apart.
[[nodiscard]] torch::Tensor distanceRelation(const torch::Tensor& source,
                                             const torch::Tensor& receiver);
// Angle: cosines of the angles at the middle of all triples.
[[nodiscard]] torch::Tensor angleRelation(const torch::Tensor& source,
                                          const torch::Tensor& receiver);

} // namespace tessera::transfer

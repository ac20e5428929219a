#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "adapter": a bottleneck adapter (Houlsby et al. 2019) for a receiver that has learned before, one
// at its feature: head(f + U gelu(D f + a) + b) with D (8 x d) and U (d x 8), U zero at first. Only
// the adapter learns, by distillation, and the answers are the adapted ones; the receiver's own
// weights stay. InvalidArgument: the receiver does not end in a linear layer.
[[nodiscard]] BaselineMethod bottleneckMethod();

} // namespace tessera::transfer

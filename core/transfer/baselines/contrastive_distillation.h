#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "crd": contrastive representation distillation (Tian, Krishnan and Isola 2020) with distillation:
// both features are projected to 128 unit dimensions by linear maps that learn along; answers to
// one input are drawn together and away from those to others. The negatives are those of the batch
// (the paper keeps a memory of thousands, which small reference sets do not have):
//   loss = InfoNCE(r, s; 0.07) both ways + T^2 KL(s/T || r/T).
[[nodiscard]] BaselineMethod contrastiveDistillationMethod();

} // namespace tessera::transfer

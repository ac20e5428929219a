#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "lora": low-rank adaptation (Hu et al. 2022) of a receiver that has learned before, by
// distillation: every weight W of its linear layers becomes W + (8/8) B A with A (8 x in) and
// B (out x 8), B zero at first; only A and B learn, and are added to W in the end.
// InvalidArgument: no linear layers that could be adapted (as in a TorchScript file).
[[nodiscard]] BaselineMethod lowRankMethod();

inline constexpr std::int64_t kLowRank = 8;
inline constexpr double kLowRankScale = 8.0;

} // namespace tessera::transfer

#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// Logit distillation (Hinton, Vinyals and Dean 2015), label-free:
//   loss = T^2 KL(softmax(s/T) || softmax(r/T)), T = transfer.temperature (4).
// "kd" leaves the head as it was learned, "kd_readout" fits it in closed form afterwards as mode A
// does, so that the two differ from A in the same part each.
[[nodiscard]] BaselineMethod distillationMethod();
[[nodiscard]] BaselineMethod distillationReadoutMethod();

// The loss above as a term for methods that add it to their own: a receiver without labels would
// otherwise never hear of the classes. Io.
struct DistilledTerm {
    torch::Tensor loss;
    LossTerm term; // "behaviour"
};
[[nodiscard]] Result<DistilledTerm> distilledTerm(const Lesson& lesson, const torch::Tensor& index,
                                                  const torch::Tensor& receiverLogits);

} // namespace tessera::transfer

#pragma once

#include "core/transfer/baselines/objective.h"

#include <torch/nn/modules/linear.h>

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

// A loss on the features of a batch with distillation beside it:
//   loss = term(source, receiver) + T^2 KL(s/T || r/T).
class FeatureObjective : public Objective {
public:
    explicit FeatureObjective(Lesson& lesson) : m_lesson(lesson) {}
    [[nodiscard]] Result<BatchLoss> loss(const torch::Tensor& index) final;
    // The receiver's, and what the method brings along.
    [[nodiscard]] std::vector<torch::Tensor> parameters() const final;

protected:
    // Of the features of one batch, (b, d_s) without and (b, d_r) with gradients.
    [[nodiscard]] virtual torch::Tensor term(const torch::Tensor& source,
                                             const torch::Tensor& receiver) = 0;
    [[nodiscard]] virtual std::vector<torch::nn::Linear> own() const { return {}; }

private:
    Lesson& m_lesson;
};

} // namespace tessera::transfer

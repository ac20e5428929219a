#include "core/transfer/baselines/relational.h"

#include "core/transfer/baselines/distillation.h"

#include <torch/nn/functional/loss.h>
#include <torch/nn/functional/normalization.h>

namespace tessera::transfer {

namespace {

constexpr double kDistance = 25.0, kAngle = 50.0;

// Distances of all pairs over their mean, (b, b), zero on the diagonal.
torch::Tensor distances(const torch::Tensor& rows) {
    const auto squares = rows.pow(2).sum(1);
    auto squared = squares.unsqueeze(1) + squares.unsqueeze(0) - 2 * rows.matmul(rows.t());
    const auto off = 1.0 - torch::eye(rows.size(0), rows.options());
    // Away from 0, where the root has no derivative.
    const auto apart = squared.clamp_min(1e-12).sqrt() * off;
    const auto positive = (apart > 0).to(apart.dtype());
    return apart / ((apart * positive).sum() / positive.sum().clamp_min(1)).clamp_min(1e-12);
}

// Cosines at each middle: (b, b, b).
torch::Tensor angles(const torch::Tensor& rows) {
    const auto from = rows.unsqueeze(0) - rows.unsqueeze(1);
    const auto unit = torch::nn::functional::normalize(
        from, torch::nn::functional::NormalizeFuncOptions().p(2).dim(2));
    return torch::bmm(unit, unit.transpose(1, 2));
}

torch::Tensor huber(const torch::Tensor& receiver, const torch::Tensor& source) {
    return torch::nn::functional::smooth_l1_loss(receiver, source.detach());
}

class Relational : public FeatureObjective {
    using FeatureObjective::FeatureObjective;

protected:
    torch::Tensor term(const torch::Tensor& source, const torch::Tensor& receiver) override {
        return kDistance * distanceRelation(source, receiver) +
               kAngle * angleRelation(source, receiver);
    }
};

Result<std::unique_ptr<Objective>> startRelational(Lesson& lesson) {
    return std::make_unique<Relational>(lesson);
}

} // namespace

torch::Tensor distanceRelation(const torch::Tensor& source, const torch::Tensor& receiver) {
    return huber(distances(receiver), distances(source));
}

torch::Tensor angleRelation(const torch::Tensor& source, const torch::Tensor& receiver) {
    return huber(angles(receiver), angles(source));
}

BaselineMethod relationalMethod() {
    BaselineMethod method;
    method.id = ModeId("rkd");
    method.description = "RKD: distances and angles between samples follow the source's, with "
                         "distillation";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startRelational;
    return method;
}

} // namespace tessera::transfer

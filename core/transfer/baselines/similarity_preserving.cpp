#include "core/transfer/baselines/similarity_preserving.h"

#include "core/transfer/baselines/distillation.h"

#include <torch/nn/functional/normalization.h>

namespace tessera::transfer {

namespace {

constexpr double kSimilarityWeight = 3000.0;

torch::Tensor similarities(const torch::Tensor& rows) {
    return torch::nn::functional::normalize(
        rows.matmul(rows.t()), torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

class Similarity : public FeatureObjective {
    using FeatureObjective::FeatureObjective;

protected:
    torch::Tensor term(const torch::Tensor& source, const torch::Tensor& receiver) override {
        return kSimilarityWeight * similarityDifference(source, receiver);
    }
};

Result<std::unique_ptr<Objective>> startSimilarityPreserving(Lesson& lesson) {
    return std::make_unique<Similarity>(lesson);
}

} // namespace

torch::Tensor similarityDifference(const torch::Tensor& source, const torch::Tensor& receiver) {
    const auto rows = static_cast<double>(source.size(0));
    return (similarities(receiver) - similarities(source).detach()).pow(2).sum() / (rows * rows);
}

BaselineMethod similarityMethod() {
    BaselineMethod method;
    method.id = ModeId("similarity");
    method.description = "similarity-preserving: what is alike for the source becomes alike for "
                         "the receiver, with distillation";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startSimilarityPreserving;
    return method;
}

} // namespace tessera::transfer

#include "core/transfer/baselines/similarity_preserving.h"

#include "core/transfer/baselines/distillation.h"

#include <torch/nn/functional/normalization.h>

namespace tessera::transfer {

namespace {

constexpr double kWeight = 3000.0;

torch::Tensor similarities(const torch::Tensor& rows) {
    return torch::nn::functional::normalize(
        rows.matmul(rows.t()), torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

class Similarity : public Objective {
public:
    explicit Similarity(Lesson& lesson) : m_lesson(lesson) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        const auto answers = m_lesson.receiver(index);
        const auto source = m_lesson.source(index);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!source || !distilled) {
            return fail(source ? distilled.error() : source.error());
        }
        const auto difference = kWeight * similarityDifference(source->features, answers.features);
        return BatchLoss{difference + distilled->loss,
                         {{"activation", difference.item<double>()}, distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        return m_lesson.input().receiver.parameters();
    }

private:
    Lesson& m_lesson;
};

Result<std::unique_ptr<Objective>> start(Lesson& lesson) {
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
    method.parameters = {"epochs", "rate", "batch", "temperature"};
    method.start = start;
    return method;
}

} // namespace tessera::transfer

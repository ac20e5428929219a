#include "core/transfer/baselines/supervised.h"

#include <torch/nn/functional/loss.h>

namespace tessera::transfer {

namespace {

class Supervised : public Objective {
public:
    explicit Supervised(Lesson& lesson) : m_lesson(lesson) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        const auto labels = m_lesson.input().data.referenceLabels.index_select(0, index);
        const auto loss =
            torch::nn::functional::cross_entropy(m_lesson.receiver(index).logits, labels);
        return BatchLoss{loss, {{"labels", loss.item<double>()}}};
    }
    std::vector<torch::Tensor> parameters() const override {
        return m_lesson.input().receiver.parameters();
    }

private:
    Lesson& m_lesson;
};

Result<std::unique_ptr<Objective>> startSupervised(Lesson& lesson) {
    const auto& data = lesson.input().data;
    if (!data.referenceLabels.defined() || data.referenceLabels.size(0) != data.reference.size(0)) {
        return fail(ErrorCode::InvalidArgument,
                    "these data have no labels for the reference set, and learning from labels "
                    "needs them; choose another method");
    }
    if (data.classes != lesson.input().receiver.classes()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver has another number of classes than the data; set receiver.head "
                    "to \"replace\"");
    }
    return std::make_unique<Supervised>(lesson);
}

} // namespace

BaselineMethod supervisedMethod() {
    BaselineMethod method;
    method.id = ModeId("supervised");
    method.description = "supervised: cross-entropy with the labels of the reference set";
    method.parameters = {"epochs", "rate", "schedule", "batch"};
    method.usesLabels = true;
    method.start = startSupervised;
    return method;
}

} // namespace tessera::transfer

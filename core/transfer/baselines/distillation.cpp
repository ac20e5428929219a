#include "core/transfer/baselines/distillation.h"

namespace tessera::transfer {

namespace {

class Distillation : public Objective {
public:
    explicit Distillation(Lesson& lesson) : m_lesson(lesson) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        const auto answers = m_lesson.receiver(index);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!distilled) {
            return fail(distilled.error());
        }
        return BatchLoss{distilled->loss, {distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        return m_lesson.input().receiver.parameters();
    }

private:
    Lesson& m_lesson;
};

Result<std::unique_ptr<Objective>> startDistillation(Lesson& lesson) {
    return std::make_unique<Distillation>(lesson);
}

} // namespace

Result<DistilledTerm> distilledTerm(const Lesson& lesson, const torch::Tensor& index,
                                    const torch::Tensor& receiverLogits) {
    const auto source = lesson.source(index);
    if (!source) {
        return fail(source.error());
    }
    auto loss = distillationLoss(source->logits, receiverLogits, lesson.input().spec.temperature);
    LossTerm term{"behaviour", loss.item<double>()};
    return DistilledTerm{std::move(loss), std::move(term)};
}

Result<BatchLoss> FeatureObjective::loss(const torch::Tensor& index) {
    const auto answers = m_lesson.receiver(index);
    const auto source = m_lesson.source(index);
    const auto distilled = distilledTerm(m_lesson, index, answers.logits);
    if (!source || !distilled) {
        return fail(source ? distilled.error() : source.error());
    }
    const auto features = term(source->features, answers.features);
    return BatchLoss{features + distilled->loss,
                     {{"activation", features.item<double>()}, distilled->term}};
}

std::vector<torch::Tensor> FeatureObjective::parameters() const {
    auto all = m_lesson.input().receiver.parameters();
    for (const auto& layer : own()) {
        for (const auto& parameter : layer->parameters()) {
            all.push_back(parameter);
        }
    }
    return all;
}

BaselineMethod distillationMethod() {
    BaselineMethod method;
    method.id = ModeId("kd");
    method.description = "logit distillation: the receiver's outputs follow the source's";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startDistillation;
    return method;
}

BaselineMethod distillationReadoutMethod() {
    auto method = distillationMethod();
    method.id = ModeId("kd_readout");
    method.description = "logit distillation, then the head in closed form as in mode A";
    method.parameters.emplace_back("ridge");
    method.closedReadout = true;
    return method;
}

} // namespace tessera::transfer

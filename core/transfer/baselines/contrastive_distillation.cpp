#include "core/transfer/baselines/contrastive_distillation.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/distillation.h"
#include "core/transfer/baselines/seeded_linear.h"

#include <torch/nn/functional/loss.h>
#include <torch/nn/functional/normalization.h>

namespace tessera::transfer {

namespace {

constexpr std::int64_t kDimensions = 128;
constexpr double kTemperature = 0.07;

torch::Tensor unit(const torch::Tensor& rows) {
    return torch::nn::functional::normalize(
        rows, torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

class ContrastiveDistillation : public Objective {
public:
    explicit ContrastiveDistillation(Lesson& lesson)
        : m_lesson(lesson),
          m_source(seededLinear(lesson.source().features.width(), kDimensions,
                                deriveSeed(lesson.input().seed, "baseline.crd.source"))),
          m_receiver(seededLinear(lesson.input().receiver.featureWidth(), kDimensions,
                                  deriveSeed(lesson.input().seed, "baseline.crd.receiver"))) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        const auto answers = m_lesson.receiver(index);
        const auto source = m_lesson.source(index);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!source || !distilled) {
            return fail(source ? distilled.error() : source.error());
        }
        const auto contrast =
            partnerLoss(unit(m_source->forward(source->features)),
                        unit(m_receiver->forward(answers.features)), kTemperature);
        return BatchLoss{contrast + distilled->loss,
                         {{"activation", contrast.item<double>()}, distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        auto all = m_lesson.input().receiver.parameters();
        for (const auto* layer : {&m_source, &m_receiver}) {
            for (const auto& own : (*layer)->parameters()) {
                all.push_back(own);
            }
        }
        return all;
    }

private:
    Lesson& m_lesson;
    torch::nn::Linear m_source, m_receiver;
};

Result<std::unique_ptr<Objective>> start(Lesson& lesson) {
    return std::make_unique<ContrastiveDistillation>(lesson);
}

} // namespace

torch::Tensor partnerLoss(const torch::Tensor& a, const torch::Tensor& b, double temperature) {
    const auto scores = a.matmul(b.t()) / temperature;
    const auto partners = torch::arange(a.size(0), torch::kInt64);
    return 0.5 * (torch::nn::functional::cross_entropy(scores, partners) +
                  torch::nn::functional::cross_entropy(scores.t(), partners));
}

BaselineMethod contrastiveDistillationMethod() {
    BaselineMethod method;
    method.id = ModeId("crd");
    method.description = "CRD: the receiver tells samples apart as the source does, with "
                         "distillation";
    method.parameters = {"epochs", "rate", "batch", "temperature"};
    method.start = start;
    return method;
}

} // namespace tessera::transfer

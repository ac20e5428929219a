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

class ContrastiveDistillation : public FeatureObjective {
public:
    explicit ContrastiveDistillation(Lesson& lesson)
        : FeatureObjective(lesson),
          m_source(seededLinear(lesson.source().features.width(), kDimensions,
                                deriveSeed(lesson.input().seed, "baseline.crd.source"))),
          m_receiver(seededLinear(lesson.input().receiver.featureWidth(), kDimensions,
                                  deriveSeed(lesson.input().seed, "baseline.crd.receiver"))) {}

protected:
    torch::Tensor term(const torch::Tensor& source, const torch::Tensor& receiver) override {
        return partnerLoss(unit(m_source->forward(source)), unit(m_receiver->forward(receiver)),
                           kTemperature);
    }
    std::vector<torch::nn::Linear> own() const override { return {m_source, m_receiver}; }

private:
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

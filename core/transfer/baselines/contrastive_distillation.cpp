#include "core/transfer/baselines/contrastive_distillation.h"

#include "core/api/seed.h"
#include "core/hub/contrastive_coder.h"
#include "core/transfer/baselines/distillation.h"
#include "core/zoo/seeded_linear.h"

#include <torch/nn/functional/normalization.h>

namespace tessera::transfer {

namespace {

constexpr std::int64_t kDimensions = 128;

torch::Tensor unitRows(const torch::Tensor& rows) {
    return torch::nn::functional::normalize(
        rows, torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

class ContrastiveDistillation : public FeatureObjective {
public:
    explicit ContrastiveDistillation(Lesson& lesson)
        : FeatureObjective(lesson),
          m_source(zoo::seededLinear(lesson.source().features.width(), kDimensions,
                                     deriveSeed(lesson.input().seed, "baseline.crd.source"))),
          m_receiver(zoo::seededLinear(lesson.input().receiver.featureWidth(), kDimensions,
                                       deriveSeed(lesson.input().seed, "baseline.crd.receiver"))) {}

protected:
    torch::Tensor term(const torch::Tensor& source, const torch::Tensor& receiver) override {
        return hub::partnerLoss(unitRows(m_source->forward(source)),
                                unitRows(m_receiver->forward(receiver)), hub::kPartnerTemperature);
    }
    std::vector<torch::nn::Linear> own() const override { return {m_source, m_receiver}; }

private:
    torch::nn::Linear m_source, m_receiver;
};

Result<std::unique_ptr<Objective>> startContrastiveDistillation(Lesson& lesson) {
    return std::make_unique<ContrastiveDistillation>(lesson);
}

} // namespace

BaselineMethod contrastiveDistillationMethod() {
    BaselineMethod method;
    method.id = ModeId("crd");
    method.description = "CRD: the receiver tells samples apart as the source does, with "
                         "distillation";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startContrastiveDistillation;
    return method;
}

} // namespace tessera::transfer

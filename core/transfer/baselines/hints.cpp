#include "core/transfer/baselines/hints.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/distillation.h"
#include "core/transfer/feature_matching.h"
#include "core/zoo/seeded_linear.h"

namespace tessera::transfer {

namespace {

class Hints : public FeatureObjective {
public:
    Hints(Lesson& lesson, double variance)
        : FeatureObjective(lesson), m_variance(variance),
          m_regressor(zoo::seededLinear(lesson.input().receiver.featureWidth(),
                                        lesson.source().features.width(),
                                        deriveSeed(lesson.input().seed, "baseline.fitnets"))) {}

protected:
    torch::Tensor term(const torch::Tensor& source, const torch::Tensor& receiver) override {
        return torch::mse_loss(m_regressor->forward(receiver), source) / m_variance;
    }
    std::vector<torch::nn::Linear> own() const override { return {m_regressor}; }

private:
    double m_variance;
    torch::nn::Linear m_regressor;
};

Result<std::unique_ptr<Objective>> startHints(Lesson& lesson) {
    const auto variance = meanVariance(lesson.source().features);
    if (!variance) {
        return fail(variance.error());
    }
    if (!(*variance > 0.0)) {
        return fail(ErrorCode::InvalidArgument,
                    "the source's features do not vary over the reference set, so they are no "
                    "hint; choose another source");
    }
    return std::make_unique<Hints>(lesson, *variance);
}

} // namespace

BaselineMethod hintsMethod() {
    BaselineMethod method;
    method.id = ModeId("fitnets");
    method.description = "FitNets: a learned linear map of the receiver's feature meets the "
                         "source's, with distillation";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startHints;
    return method;
}

} // namespace tessera::transfer

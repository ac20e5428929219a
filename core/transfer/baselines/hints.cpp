#include "core/transfer/baselines/hints.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/distillation.h"
#include "core/transfer/baselines/seeded_linear.h"
#include "core/transfer/feature_matching.h"

namespace tessera::transfer {

namespace {

class Hints : public Objective {
public:
    Hints(Lesson& lesson, double variance)
        : m_lesson(lesson), m_variance(variance),
          m_regressor(seededLinear(lesson.input().receiver.featureWidth(),
                                   lesson.source().features.width(),
                                   deriveSeed(lesson.input().seed, "baseline.fitnets"))) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        const auto answers = m_lesson.receiver(index);
        const auto source = m_lesson.source(index);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!source || !distilled) {
            return fail(source ? distilled.error() : source.error());
        }
        const auto hint =
            torch::mse_loss(m_regressor->forward(answers.features), source->features) / m_variance;
        return BatchLoss{hint + distilled->loss,
                         {{"activation", hint.item<double>()}, distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        auto all = m_lesson.input().receiver.parameters();
        for (const auto& own : m_regressor->parameters()) {
            all.push_back(own);
        }
        return all;
    }

private:
    Lesson& m_lesson;
    double m_variance;
    torch::nn::Linear m_regressor;
};

Result<std::unique_ptr<Objective>> start(Lesson& lesson) {
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
    method.parameters = {"epochs", "rate", "batch", "temperature"};
    method.start = start;
    return method;
}

} // namespace tessera::transfer

#include "core/transfer/feature_matching.h"

#include "core/fingerprint/moments.h"
#include "core/tap/recording.h"

#include <limits>

namespace tessera::transfer {

Result<double> meanVariance(const tap::RowStore& rows) {
    fingerprint::ColumnMoments columns;
    auto read = rows.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        columns.add(part);
        return {};
    });
    if (!read) {
        return fail(read.error());
    }
    return columns.count() > 0 ? columns.variance().to(torch::kFloat32).mean().item<double>()
                               : std::numeric_limits<double>::quiet_NaN();
}

Result<LearningReport> matchFeatures(const TransferInput& input, const Targets& targets,
                                     EventSink& events, const LearningHooks& hooks,
                                     const std::stop_token& stop) {
    const auto& spec = input.spec;
    auto features = targets.features;
    auto variance = meanVariance(features);
    if (!variance) {
        return fail(variance.error());
    }
    const bool distil = targets.logits.defined() && spec.weights.behaviour > 0.0;
    tap::TapCollector taps(input.receiver, {"feature"});
    LearningPlan plan;
    plan.parameters = input.receiver.parameters();
    plan.suits = RateSchedule::OneCycle;
    if (targets.renewFeatures) {
        plan.renew = [&](std::int64_t) -> Result<void> {
            auto renewed = targets.renewFeatures();
            if (!renewed || !*renewed) {
                return renewed ? Result<void>() : fail(renewed.error());
            }
            features = std::move(**renewed);
            variance = meanVariance(features);
            return variance ? Result<void>() : fail(variance.error());
        };
    }
    plan.loss = [&](const torch::Tensor& index) -> Result<BatchLoss> {
        const auto wanted = features.gather(index);
        const auto said = distil ? targets.logits.gather(index) : torch::Tensor();
        if (!wanted || !said) {
            return fail(wanted ? said.error() : wanted.error());
        }
        taps.clear();
        const auto logits =
            input.receiver.forward(input.data.reference.index_select(0, index), &taps);
        const auto activation = torch::mse_loss(taps.at("feature"), *wanted) / *variance;
        BatchLoss loss{spec.weights.activation * activation,
                       {{"activation", activation.item<double>()}, {"behaviour", std::nullopt}}};
        if (distil) {
            const auto behaviour = distillationLoss(*said, logits, spec.temperature);
            loss.terms.back().value = behaviour.item<double>();
            loss.total = loss.total + spec.weights.behaviour * behaviour;
        }
        return loss;
    };
    return learn(input, plan, events, hooks, stop);
}

} // namespace tessera::transfer

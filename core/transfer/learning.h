#pragma once

#include "core/transfer/mode.h"

#include <torch/types.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tessera::transfer {

// One part of a loss, for its curve.
struct LossTerm {
    std::string name; // "activation": of the curve "loss.activation"
    std::optional<double> value;
};

// What a batch costs, with gradients, and what that consists of. Every batch has the same terms.
struct BatchLoss {
    torch::Tensor total;
    std::vector<LossTerm> terms;
};

// What the receiver learns, and with what.
struct LearningPlan {
    // Of the rows of the reference set with these numbers (int64). Codes of its own.
    std::function<Result<BatchLoss>(const torch::Tensor& index)> loss;
    std::vector<torch::Tensor> parameters; // that Adam changes
    // Before epoch 2, 3, ..., the receiver in evaluation mode: what is learned may change. Empty:
    // it does not. Codes of its own.
    std::function<Result<void>(std::int64_t epoch)> renew;
    RateSchedule suits = RateSchedule::Constant; // what RateSchedule::Auto means
    bool keepsSchedule = false; // it is part of the method: the spec's does not matter
};

struct LearningReport {
    bool cancelled = false;
    std::int64_t steps = 0;
};

// Called as learning goes on.
struct LearningHooks {
    std::function<void(std::int64_t)> afterStep;  // 1, 2, ...
    std::function<void(std::int64_t)> afterEpoch; // 1, 2, ...; not of an epoch that was stopped
};

// Minimises the loss by Adam (Kingma and Ba 2015) with the spec's rate, over as many epochs as it
// says, in batches drawn anew each epoch; a last batch of one is dropped. Every method that learns
// by steps does it here: equal budgets are equal. Emits loss.batch per step and, per epoch,
// loss.total and a curve per term. InvalidArgument: nothing to learn with; Diverged if the loss or
// a weight is not finite; codes of the loss. Leaves the receiver in evaluation mode.
[[nodiscard]] Result<LearningReport> learn(const TransferInput& input, const LearningPlan& plan,
                                           EventSink& events, const LearningHooks& hooks,
                                           const std::stop_token& stop);

// Optimiser steps that learn() will take.
[[nodiscard]] std::int64_t plannedSteps(std::int64_t rows, const TransferSpec& spec);

// The rate of step `step` (0, 1, ...) of `steps`. Constant (and Auto): `rate`. One cycle (Smith and
// Topin 2019), with cosines: over the first 0.3 of the steps from 3 rate/25 up to 3 rate, then down
// to 3 rate/1e4; its mean is about 1.5 rate.
[[nodiscard]] double rateAt(std::int64_t step, std::int64_t steps, double rate,
                            RateSchedule schedule);

// T^2 KL(softmax(s/T) || softmax(r/T)), batch mean, of logits (n, classes) (Hinton et al. 2015).
[[nodiscard]] torch::Tensor distillationLoss(const torch::Tensor& source,
                                             const torch::Tensor& receiver, double temperature);

} // namespace tessera::transfer

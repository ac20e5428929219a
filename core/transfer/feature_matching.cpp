#include "core/transfer/feature_matching.h"

#include "core/api/seed.h"
#include "core/fingerprint/moments.h"
#include "core/tap/recording.h"
#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"

#include <torch/optim/adam.h>

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace tessera::transfer {

namespace {

struct Losses {
    torch::Tensor total;
    double activation = 0.0;
    double behaviour = 0.0;
};

// T^2 KL(softmax(s/T) || softmax(r/T)), batch mean (Hinton et al. 2015).
torch::Tensor distillation(const torch::Tensor& source, const torch::Tensor& receiver,
                           double temperature) {
    const auto p = torch::log_softmax(source / temperature, 1);
    const auto q = torch::log_softmax(receiver / temperature, 1);
    return temperature * temperature * (p.exp() * (p - q)).sum(1).mean();
}

// Population variance of the targets, mean over their columns; float32 as the losses are.
Result<double> meanVariance(const tap::RowStore& targets) {
    fingerprint::ColumnMoments columns;
    auto read = targets.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
        columns.add(rows);
        return {};
    });
    if (!read) {
        return fail(read.error());
    }
    return columns.count() > 0 ? columns.variance().to(torch::kFloat32).mean().item<double>()
                               : std::numeric_limits<double>::quiet_NaN();
}

// Sums over an epoch, so that the curve shows means.
struct EpochLosses {
    double total = 0.0, activation = 0.0, behaviour = 0.0;
    std::int64_t batches = 0;

    void emit(std::int64_t epoch, bool hasBehaviour, EventSink& events) const {
        const auto mean = [this](double sum) -> std::optional<double> {
            return batches > 0 ? std::optional<double>(sum / static_cast<double>(batches))
                               : std::nullopt;
        };
        events.sample({"loss.total", epoch, mean(total), ""});
        events.sample({"loss.activation", epoch, mean(activation), ""});
        events.sample({"loss.behaviour", epoch, hasBehaviour ? mean(behaviour) : std::nullopt, ""});
    }
};

} // namespace

std::int64_t plannedSteps(std::int64_t rows, const TransferSpec& spec) {
    const std::int64_t whole = rows / spec.batch;
    const std::int64_t rest = rows % spec.batch;
    return spec.epochs * (whole + (rest > 1 || (rest == 1 && spec.batch == 1) ? 1 : 0));
}

Result<MatchingReport> matchFeatures(const TransferInput& input, const Targets& targets,
                                     EventSink& events,
                                     const std::function<void(std::int64_t)>& afterStep,
                                     const std::function<void(std::int64_t)>& afterEpoch,
                                     const std::stop_token& stop) {
    const auto& spec = input.spec;
    const auto rows = input.data.reference.size(0);
    const auto variance = meanVariance(targets.features);
    if (!variance) {
        return fail(variance.error());
    }
    const bool distil = targets.logits.defined() && spec.weights.behaviour > 0.0;
    auto generator = zoo::makeGenerator(deriveSeed(input.seed, "transfer.batches"));
    torch::optim::Adam optimiser(input.receiver.parameters(), torch::optim::AdamOptions(spec.rate));
    tap::TapCollector taps(input.receiver, {"feature"});

    const auto lossesOf = [&](const torch::Tensor& index) -> Result<Losses> {
        const auto wanted = targets.features.gather(index);
        const auto said = distil ? targets.logits.gather(index) : torch::Tensor();
        if (!wanted || !said) {
            return fail(wanted ? said.error() : wanted.error());
        }
        taps.clear();
        const auto logits =
            input.receiver.forward(input.data.reference.index_select(0, index), &taps);
        const auto activation = torch::mse_loss(taps.at("feature"), *wanted) / *variance;
        Losses losses{spec.weights.activation * activation, activation.item<double>(), 0.0};
        if (distil) {
            const auto behaviour = distillation(*said, logits, spec.temperature);
            losses.behaviour = behaviour.item<double>();
            losses.total = losses.total + spec.weights.behaviour * behaviour;
        }
        return losses;
    };

    MatchingReport report;
    for (std::int64_t epoch = 1; epoch <= spec.epochs && !report.cancelled; ++epoch) {
        const auto order = torch::randperm(rows, generator, torch::kInt64);
        EpochLosses sums;
        input.receiver.train();
        for (std::int64_t begin = 0; begin < rows; begin += spec.batch) {
            if (stop.stop_requested()) {
                report.cancelled = true;
                break;
            }
            const auto count = std::min<std::int64_t>(spec.batch, rows - begin);
            if (count == 1 && spec.batch > 1) {
                break; // batch norm has no variance of one sample
            }
            optimiser.zero_grad();
            const auto losses = lossesOf(order.narrow(0, begin, count));
            if (!losses) {
                return fail(losses.error());
            }
            const double total = losses->total.item<double>();
            if (!std::isfinite(total)) {
                return fail(ErrorCode::Diverged,
                            fmt::format("the loss became {} in epoch {} of the transfer; lower "
                                        "transfer.rate (now {})",
                                        total, epoch, spec.rate));
            }
            losses->total.backward();
            optimiser.step();
            ++report.steps;
            sums.total += total;
            sums.activation += losses->activation;
            sums.behaviour += losses->behaviour;
            ++sums.batches;
            events.sample({"loss.batch", report.steps, total, ""});
            afterStep(report.steps);
        }
        input.receiver.eval();
        if (!report.cancelled) {
            sums.emit(epoch, distil, events);
            afterEpoch(epoch);
        }
    }
    input.receiver.eval();
    if (!zoo::isFinite(input.receiver)) {
        return fail(ErrorCode::Diverged,
                    fmt::format("the receiver's weights are no longer finite; lower transfer.rate "
                                "(now {})",
                                spec.rate));
    }
    return report;
}

} // namespace tessera::transfer

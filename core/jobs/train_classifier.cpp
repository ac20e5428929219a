#include "core/jobs/train_classifier.h"

#include "core/zoo/adam.h"
#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"

#include <torch/nn/functional/loss.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tessera::jobs {

namespace {

// The last step is not seen by any loss: weights, and outputs on some rows, must still be finite.
bool isUsable(zoo::Network& network, const data::LabelledRows& rows) {
    constexpr std::int64_t kRows = 256;
    if (!zoo::isFinite(network)) {
        return false;
    }
    if (rows.size() == 0) {
        return true;
    }
    const torch::NoGradGuard noGrad;
    const auto some = rows.inputs.narrow(0, 0, std::min(rows.size(), kRows));
    return torch::isfinite(network.forward(some)).all().item<bool>();
}

} // namespace

Result<void> checkTraining(const TrainSpec& spec) {
    if (spec.optimiser != "adam") {
        return fail(ErrorCode::Unsupported,
                    fmt::format("there is no optimiser '{}'; use adam", spec.optimiser));
    }
    return {};
}

Result<bool> trainClassifier(zoo::Network& network, const data::LabelledRows& rows,
                             const TrainSpec& spec, std::uint64_t seed, const std::string& what,
                             EventSink& events, const std::stop_token& stop) {
    if (auto good = checkTraining(spec); !good) {
        return fail(good.error());
    }
    const auto samples = rows.size();
    if (samples < 2 && spec.epochs > 0) {
        return fail(ErrorCode::InvalidArgument,
                    "training needs at least two labelled samples; set data.splits.source_train");
    }
    auto generator = zoo::makeGenerator(seed);
    zoo::AdamOptions options;
    options.rate = spec.rate;
    zoo::Adam optimiser(network.parameters(), options);
    const std::int64_t batches = (samples + spec.batch - 1) / spec.batch;
    std::int64_t done = 0;
    network.train();
    for (int epoch = 1; epoch <= spec.epochs; ++epoch) {
        const auto order = torch::randperm(samples, generator, torch::kInt64);
        for (std::int64_t begin = 0; begin < samples; begin += spec.batch) {
            if (stop.stop_requested()) {
                network.eval();
                return false;
            }
            events.progress({Phase::Prepare, done++, batches * spec.epochs, what});
            const auto count = std::min<std::int64_t>(spec.batch, samples - begin);
            if (count == 1 && spec.batch > 1) {
                continue; // batch norm has no variance of one sample
            }
            const auto index = order.narrow(0, begin, count);
            optimiser.forgetGradients();
            const auto loss = torch::nn::functional::cross_entropy(
                network.forward(rows.inputs.index_select(0, index)),
                rows.labels.index_select(0, index));
            if (!std::isfinite(loss.item<double>())) {
                return fail(ErrorCode::Diverged,
                            fmt::format("{}: the loss became {} in epoch {}; lower the rate "
                                        "(now {})",
                                        what, loss.item<double>(), epoch, spec.rate));
            }
            loss.backward();
            optimiser.step();
        }
    }
    network.eval();
    if (!isUsable(network, rows)) {
        return fail(ErrorCode::Diverged,
                    fmt::format("{}: weights or outputs are no longer finite; lower the rate (now "
                                "{})",
                                what, spec.rate));
    }
    return true;
}

} // namespace tessera::jobs

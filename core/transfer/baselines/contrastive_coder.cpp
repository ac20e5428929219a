#include "core/transfer/baselines/contrastive_coder.h"

#include "core/transfer/baselines/contrastive_distillation.h"
#include "core/transfer/baselines/seeded_linear.h"
#include "core/zoo/initialise.h"

#include <torch/nn/functional/normalization.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adamw.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tessera::transfer {

namespace {

constexpr double kTemperature = 0.07, kReconstruction = 0.1;
constexpr std::int64_t kFewest = 4; // rows of a batch

torch::nn::LayerNorm layerNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

} // namespace

ContrastiveCoderImpl::ContrastiveCoderImpl(std::int64_t width, std::int64_t hub, std::uint64_t seed)
    : m_in(seededLinear(width, std::max(width, hub), seed)),
      m_toHub(seededLinear(std::max(width, hub), hub, seed + 1)),
      m_fromHub(seededLinear(hub, std::max(width, hub), seed + 2)),
      m_out(seededLinear(std::max(width, hub), width, seed + 3)),
      m_encoderNorm(layerNorm(std::max(width, hub))),
      m_decoderNorm(layerNorm(std::max(width, hub))) {
    register_module("in", m_in);
    register_module("encoder_norm", m_encoderNorm);
    register_module("to_hub", m_toHub);
    register_module("from_hub", m_fromHub);
    register_module("decoder_norm", m_decoderNorm);
    register_module("out", m_out);
}

torch::Tensor ContrastiveCoderImpl::encode(const torch::Tensor& rows) {
    const auto hidden = torch::gelu(m_encoderNorm->forward(m_in->forward(rows)));
    return torch::nn::functional::normalize(
        m_toHub->forward(hidden), torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

torch::Tensor ContrastiveCoderImpl::decode(const torch::Tensor& coordinates) {
    return m_out->forward(torch::gelu(m_decoderNorm->forward(m_fromHub->forward(coordinates))));
}

Result<bool> trainAlone(ContrastiveCoder coder, const torch::Tensor& rows,
                        const CoderTraining& training, const std::stop_token& stop) {
    const auto count = rows.size(0);
    auto generator = zoo::makeGenerator(training.seed);
    const auto parameters = coder->parameters();
    torch::optim::AdamW optimiser(
        parameters, torch::optim::AdamWOptions(training.rate).weight_decay(training.weightDecay));
    for (std::int64_t epoch = 0; epoch < training.epochs; ++epoch) {
        const double share = static_cast<double>(epoch) / static_cast<double>(training.epochs);
        for (auto& group : optimiser.param_groups()) {
            group.options().set_lr(training.rate * 0.5 *
                                   (1.0 + std::cos(std::numbers::pi * share)));
        }
        const auto order = torch::randperm(count, generator, torch::kInt64);
        for (std::int64_t begin = 0; begin < count; begin += training.batch) {
            if (stop.stop_requested()) {
                return false;
            }
            const auto size = std::min(training.batch, count - begin);
            if (size < kFewest) {
                continue;
            }
            const auto batch = rows.index_select(0, order.narrow(0, begin, size));
            const auto half = size / 2;
            optimiser.zero_grad();
            const auto coordinates = coder->encode(batch);
            const auto contrast = partnerLoss(coordinates.narrow(0, 0, half),
                                              coordinates.narrow(0, half, half), kTemperature);
            const auto loss =
                contrast + kReconstruction * torch::mse_loss(coder->decode(coordinates), batch);
            if (!std::isfinite(loss.item<double>())) {
                return fail(ErrorCode::Diverged, "the hub's loss is no longer finite");
            }
            loss.backward();
            torch::nn::utils::clip_grad_norm_(parameters, training.clip);
            optimiser.step();
        }
    }
    return true;
}

} // namespace tessera::transfer

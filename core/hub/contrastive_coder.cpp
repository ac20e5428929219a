#include "core/hub/contrastive_coder.h"

#include "core/zoo/adam.h"
#include "core/zoo/initialise.h"
#include "core/zoo/seeded_linear.h"

#include <torch/nn/functional/loss.h>
#include <torch/nn/functional/normalization.h>
#include <torch/nn/utils/clip_grad.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tessera::hub {

namespace {

torch::nn::LayerNorm layerNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

} // namespace

ContrastiveCoderImpl::ContrastiveCoderImpl(std::int64_t width, std::int64_t hub, std::uint64_t seed)
    : m_in(zoo::seededLinear(width, std::max(width, hub), seed)),
      m_toHub(zoo::seededLinear(std::max(width, hub), hub, seed + 1)),
      m_fromHub(zoo::seededLinear(hub, std::max(width, hub), seed + 2)),
      m_out(zoo::seededLinear(std::max(width, hub), width, seed + 3)),
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

// Weights and biases of four linear layers and two norms.
std::int64_t coderParameters(std::int64_t width, std::int64_t hub) {
    const auto hidden = std::max(width, hub);
    return 2 * hidden * (width + hub) + 2 * hidden + hub + width + 4 * hidden;
}

torch::Tensor partnerLoss(const torch::Tensor& a, const torch::Tensor& b, double temperature) {
    const auto scores = a.matmul(b.t()) / temperature;
    const auto partners = torch::arange(a.size(0), torch::kInt64);
    return 0.5 * (torch::nn::functional::cross_entropy(scores, partners) +
                  torch::nn::functional::cross_entropy(scores.t(), partners));
}

Result<bool>
trainCoders(const std::vector<torch::Tensor>& parameters, std::int64_t count,
            const std::function<Result<torch::Tensor>(const torch::Tensor& index)>& loss,
            const CoderTraining& training, const CoderWatch& watch) {
    auto generator = zoo::makeGenerator(training.seed);
    zoo::AdamOptions options;
    options.rate = training.rate;
    options.weightDecay = training.weightDecay;
    zoo::Adam optimiser(parameters, options);
    for (std::int64_t epoch = 0; epoch < training.epochs; ++epoch) {
        const double share = static_cast<double>(epoch) / static_cast<double>(training.epochs);
        optimiser.setRate(training.rate * 0.5 * (1.0 + std::cos(std::numbers::pi * share)));
        const auto order = torch::randperm(count, generator, torch::kInt64);
        for (std::int64_t begin = 0; begin < count; begin += training.batch) {
            if (watch.stop.stop_requested()) {
                return false;
            }
            const auto size = std::min(training.batch, count - begin);
            if (size < training.fewest) {
                continue;
            }
            optimiser.forgetGradients();
            const auto value = loss(order.narrow(0, begin, size));
            if (!value) {
                return fail(value.error());
            }
            if (!std::isfinite(value->item<double>())) {
                return fail(ErrorCode::Diverged, "the hub's loss is no longer finite");
            }
            value->backward();
            torch::nn::utils::clip_grad_norm_(parameters, training.clip);
            optimiser.step();
        }
        if (watch.epochDone) {
            watch.epochDone(epoch + 1, training.epochs);
        }
    }
    return true;
}

} // namespace tessera::hub

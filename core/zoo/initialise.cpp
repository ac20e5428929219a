#include "core/zoo/initialise.h"

#include "core/zoo/self_attention.h"
#include "core/zoo/zoo_network.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/modules/rnn.h>

#include <cmath>

namespace tessera::zoo {

namespace {

constexpr double kPositionScale = 0.02;

void uniform(const torch::Tensor& tensor, double bound, at::Generator& generator) {
    tensor.uniform_(-bound, bound, generator);
}

// Linear (out, in) and convolution (out, in, kernel...) alike.
void fanInUniform(const torch::Tensor& weight, const torch::Tensor& bias,
                  at::Generator& generator) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(weight[0].numel()));
    uniform(weight, bound, generator);
    if (bias.defined()) {
        uniform(bias, bound, generator);
    }
}

void attention(torch::nn::Module& module, at::Generator& generator) {
    auto own = module.named_parameters(false);
    auto& weight = own["in_proj_weight"];
    const double bound = std::sqrt(6.0 / static_cast<double>(weight.size(0) + weight.size(1)));
    uniform(weight, bound, generator);
    own["in_proj_bias"].zero_();
}

void draw(torch::nn::Module& module, at::Generator& generator) {
    if (auto* linear = module.as<torch::nn::Linear>()) {
        fanInUniform(linear->weight, linear->bias, generator);
    } else if (auto* conv = module.as<torch::nn::Conv1d>()) {
        fanInUniform(conv->weight, conv->bias, generator);
    } else if (auto* plane = module.as<torch::nn::Conv2d>()) {
        fanInUniform(plane->weight, plane->bias, generator);
    } else if (auto* embedding = module.as<torch::nn::Embedding>()) {
        embedding->weight.normal_(0.0, 1.0, generator);
    } else if (auto* lstm = module.as<torch::nn::LSTM>()) {
        const double bound = 1.0 / std::sqrt(static_cast<double>(lstm->options.hidden_size()));
        for (auto& parameter : lstm->parameters()) {
            uniform(parameter, bound, generator);
        }
    } else if (auto* gru = module.as<torch::nn::GRU>()) {
        const double bound = 1.0 / std::sqrt(static_cast<double>(gru->options.hidden_size()));
        for (auto& parameter : gru->parameters()) {
            uniform(parameter, bound, generator);
        }
    } else if (auto* layerNorm = module.as<torch::nn::LayerNorm>()) {
        layerNorm->reset_parameters();
    } else if (auto* batchNorm = module.as<torch::nn::BatchNorm1d>()) {
        batchNorm->reset_parameters();
        batchNorm->reset_running_stats();
    } else if (auto* planeNorm = module.as<torch::nn::BatchNorm2d>()) {
        planeNorm->reset_parameters();
        planeNorm->reset_running_stats();
    } else if (module.as<SelfAttention>() != nullptr) {
        attention(module, generator);
    } else if (auto* network = dynamic_cast<ZooNetwork*>(&module)) {
        for (auto& parameter : network->named_parameters(false)) {
            if (parameter.key() == "positions" || parameter.key() == "class_token") {
                parameter.value().normal_(0.0, kPositionScale, generator);
            }
        }
    }
}

} // namespace

at::Generator makeGenerator(std::uint64_t seed) {
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

void initialise(ZooNetwork& network, at::Generator generator) {
    const torch::NoGradGuard noGrad;
    // modules() starts with the network itself and walks in order of registration.
    for (auto& module : network.modules()) {
        draw(*module, generator);
    }
    // PyTorch's MultiheadAttention starts its output projection without bias.
    for (auto& parameter : network.named_parameters()) {
        if (parameter.key().ends_with("self_attn.out_proj.bias")) {
            parameter.value().zero_();
        }
    }
}

} // namespace tessera::zoo

#pragma once

#include "core/zoo/network.h"

#include <ATen/core/Generator.h>
#include <torch/types.h>

#include <stop_token>
#include <string>
#include <vector>

namespace tessera::transfer {

// What one network says about a set of inputs, rows in the order of the inputs.
struct Signals {
    torch::Tensor features;            // (n, width) of the `feature` tap
    torch::Tensor logits;              // (n, classes)
    std::vector<std::string> layers;   // names of the layer taps
    std::vector<torch::Tensor> values; // (n, width) each, pooled, in the order of `layers`
    [[nodiscard]] bool empty() const { return !features.defined(); }
};

enum class SignalDepth { FeatureOnly, Layers };

// In evaluation mode, without gradients. Empty if stopped.
[[nodiscard]] Signals collectSignals(zoo::Network& network, const torch::Tensor& inputs,
                                     SignalDepth depth, const std::stop_token& stop);

// Features, logits and layers with their rows permuted alike: the control in which the source says
// true things about the wrong inputs.
[[nodiscard]] Signals shuffled(const Signals& signals, at::Generator generator);

} // namespace tessera::transfer

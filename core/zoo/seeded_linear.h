#pragma once

#include <torch/nn/modules/linear.h>

#include <cstdint>

namespace tessera::zoo {

// A linear layer with PyTorch's initial weights, uniform in +-1/sqrt(in), from a generator of its
// own: what a method brings along must not disturb the random numbers of others.
[[nodiscard]] torch::nn::Linear seededLinear(std::int64_t in, std::int64_t out, std::uint64_t seed);

} // namespace tessera::zoo

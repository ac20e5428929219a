#pragma once

#include "core/zoo/zoo_network.h"

#include <ATen/core/Generator.h>

namespace tessera::zoo {

// A CPU generator of its own; the global one of LibTorch is never used for results.
[[nodiscard]] at::Generator makeGenerator(std::uint64_t seed);

// Draws all parameters anew from `generator` with PyTorch's defaults: Linear and Conv
// U(+-1/sqrt(fan_in)) (He et al. 2015 with a = sqrt 5), embeddings N(0, 1), LSTM and GRU
// U(+-1/sqrt(units)), attention input Xavier uniform (Glorot and Bengio 2010) with zero biases,
// norms 1 and 0, learned positions and class tokens N(0, 0.02).
void initialise(ZooNetwork& network, at::Generator generator);

} // namespace tessera::zoo

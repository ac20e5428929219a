#pragma once

#include <ATen/core/Generator.h>
#include <torch/csrc/jit/api/module.h>

namespace tessera::zoo {

// Draws all parameters of a TorchScript network anew, in the order of its modules. By the type of
// the module that holds them, and where it is not one of PyTorch's, by name and shape:
//   LayerNorm, BatchNorm, GroupNorm, InstanceNorm: weight 1, bias 0;
//   Embedding: N(0, 1);
//   LSTM, GRU, RNN and their cells: U(+-1/sqrt(units));
//   MultiheadAttention: input weights Xavier uniform (Glorot and Bengio 2010), biases 0;
//   other weights of two axes or more: U(+-1/sqrt(fan in)) (He et al. 2015 with a = sqrt 5), and a
//   bias beside them alike;
//   what is left: "weight" or "gamma" of one axis 1, biases 0, everything else N(0, 0.02).
// Running means become 0, running variances 1 and counters 0; other buffers stay.
void drawAnew(const torch::jit::Module& module, at::Generator generator);

// A linear layer's weight and bias from U(+-1/sqrt(fan in)).
void drawLinear(const at::Tensor& weight, const at::Tensor& bias, at::Generator& generator);

} // namespace tessera::zoo

#pragma once

#include "core/api/result.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace tessera::transfer {

// Encoder d -> hub and decoder hub -> d as the protocol's text has them: Linear(d, h), LayerNorm,
// GELU, Linear(h, hub), rows of unit length, h = max(d, hub); the decoder is its mirror.
class ContrastiveCoderImpl : public torch::nn::Module {
public:
    ContrastiveCoderImpl(std::int64_t width, std::int64_t hub, std::uint64_t seed);

    [[nodiscard]] torch::Tensor encode(const torch::Tensor& rows);        // (n, d) -> (n, hub)
    [[nodiscard]] torch::Tensor decode(const torch::Tensor& coordinates); // and back

private:
    torch::nn::Linear m_in, m_toHub, m_fromHub, m_out;
    torch::nn::LayerNorm m_encoderNorm, m_decoderNorm;
};
TORCH_MODULE(ContrastiveCoder);

// As tessera-core 0.1 trains a hub: one network alone, its partners being the second half of each
// batch for the first, which are answers to other inputs.
//   loss = InfoNCE(first half, second half; 0.07), both ways, + 0.1 MSE(x^, x)
struct CoderTraining {
    std::int64_t epochs = 5;
    std::int64_t batch = 32;
    double rate = 1e-4; // AdamW, cosine over the epochs
    double weightDecay = 1e-4;
    double clip = 1.0;      // of the norm of the gradient
    std::uint64_t seed = 0; // of the order of the rows
};

// Of rows (n, d). False if stopped. Batches of fewer than four rows are skipped, as there.
[[nodiscard]] Result<bool> trainAlone(ContrastiveCoder coder, const torch::Tensor& rows,
                                      const CoderTraining& training, const std::stop_token& stop);

} // namespace tessera::transfer

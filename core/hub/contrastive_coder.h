#pragma once

#include "core/api/result.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace tessera::hub {

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

// Numbers that learn in a coder of this size.
[[nodiscard]] std::int64_t coderParameters(std::int64_t width, std::int64_t hub);

// InfoNCE (van den Oord, Li and Vinyals 2018) both ways: mean cross-entropy of finding row i of b
// for row i of a among the batch, and back, over a b' / temperature; rows of unit length.
[[nodiscard]] torch::Tensor partnerLoss(const torch::Tensor& a, const torch::Tensor& b,
                                        double temperature);

inline constexpr double kPartnerTemperature = 0.07;
inline constexpr double kReconstruction = 0.1; // of the mean squared error beside partnerLoss()

// AdamW (Loshchilov and Hutter 2019), its rate falling as a cosine over the epochs.
struct CoderTraining {
    std::int64_t epochs = 5;
    std::int64_t batch = 32;
    std::int64_t fewest = 4; // rows of a batch; smaller ones are left out
    double rate = 1e-4;
    double weightDecay = 1e-4;
    double clip = 1.0;      // of the norm of the gradient
    std::uint64_t seed = 0; // of the order of the rows
};

struct CoderWatch {
    std::stop_token stop; // polled once a batch
    std::function<void(std::int64_t done, std::int64_t total)> epochDone;
};

// Lowers `loss`, given the numbers of a batch's rows of `count` (int64), over batches drawn anew
// each epoch. False if stopped. Diverged if the loss is not finite; codes of the loss.
[[nodiscard]] Result<bool>
trainCoders(const std::vector<torch::Tensor>& parameters, std::int64_t count,
            const std::function<Result<torch::Tensor>(const torch::Tensor& index)>& loss,
            const CoderTraining& training, const CoderWatch& watch);

} // namespace tessera::hub

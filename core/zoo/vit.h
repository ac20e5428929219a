#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/normalization.h>

namespace tessera::zoo {

// A pre-norm encoder block: norm1, self_attn, norm2, linear1, gelu, linear2, both with a shortcut.
class PreNormBlockImpl : public torch::nn::Module {
public:
    PreNormBlockImpl(std::int64_t width, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& input, const AttentionVisitor& attention = {});

private:
    torch::nn::LayerNorm m_norm1{nullptr}, m_norm2{nullptr};
    SelfAttention m_attention{nullptr};
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
};
TORCH_MODULE(PreNormBlock);

// The vision transformer (Dosovitskiy et al. 2021): square patches of the image, embedded linearly;
// pre-norm encoder blocks, a last norm, then the mean over the patches or the output of a class
// token. Images that patches do not divide are filled with zeros at the right and at the bottom.
// Every other kind of input enters as its rows or tokens, each of them a patch.
class Vit : public ZooNetwork {
public:
    explicit Vit(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;

private:
    torch::Tensor patches(const torch::Tensor& input, TapSink* taps);

    torch::nn::Conv2d m_patches{nullptr}; // images
    torch::Tensor m_classToken;
    std::vector<PreNormBlock> m_blocks;
    torch::nn::LayerNorm m_norm{nullptr};
};

// InvalidArgument where the heads do not divide the width, or a patch is larger than the image.
[[nodiscard]] Result<void> checkVit(const Recipe& recipe);
[[nodiscard]] Result<ZooNetworkPtr> buildVit(const Recipe& recipe);

[[nodiscard]] double vitParameters(const Recipe& recipe);

// Positions that the blocks see, class token included.
[[nodiscard]] std::int64_t vitPositions(const Recipe& recipe);

} // namespace tessera::zoo

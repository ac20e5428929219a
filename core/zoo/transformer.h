#pragma once

#include "core/zoo/network.h"

#include <torch/nn/modules/container/any.h>
#include <torch/nn/modules/normalization.h>

namespace tessera::zoo {

// Multi-head self-attention with the parameter names of torch.nn.MultiheadAttention; batch first.
// PyTorch's own C++ module puts the sequence first and copies more, so it is not used.
class SelfAttentionImpl : public torch::nn::Module {
public:
    SelfAttentionImpl(std::int64_t width, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& input); // (B, S, D) -> (B, S, D)

private:
    std::int64_t m_heads;
    torch::Tensor m_inWeight, m_inBias;
    torch::nn::Linear m_out{nullptr};
};
TORCH_MODULE(SelfAttention);

// torch.nn.TransformerEncoderLayer(d, heads, 2d, batch_first, gelu, dropout 0), post-norm.
class EncoderBlockImpl : public torch::nn::Module {
public:
    EncoderBlockImpl(std::int64_t width, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& input);

private:
    SelfAttention m_attention{nullptr};
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
    torch::nn::LayerNorm m_norm1{nullptr}, m_norm2{nullptr};
};
TORCH_MODULE(EncoderBlock);

// Embedding, encoder blocks, mean over the positions. max(1, d/32) heads.
class Transformer : public Network {
public:
    explicit Transformer(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;

private:
    std::vector<EncoderBlock> m_blocks;
};

// InvalidArgument where the heads do not divide the width.
[[nodiscard]] Result<NetworkPtr> buildTransformer(const Recipe& recipe);

[[nodiscard]] double transformerParameters(const Recipe& recipe);

} // namespace tessera::zoo

#pragma once

#include "core/zoo/self_attention.h"
#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/normalization.h>

namespace tessera::zoo {

// torch.nn.TransformerEncoderLayer(d, heads, 2d, batch_first, gelu, dropout 0), post-norm.
class EncoderBlockImpl : public torch::nn::Module {
public:
    EncoderBlockImpl(std::int64_t width, std::int64_t heads);
    torch::Tensor forward(const torch::Tensor& input, const AttentionVisitor& attention = {});

private:
    SelfAttention m_attention{nullptr};
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
    torch::nn::LayerNorm m_norm1{nullptr}, m_norm2{nullptr};
};
TORCH_MODULE(EncoderBlock);

// Embedding, encoder blocks, mean over the positions. Each block shows its attention too
// (`layers.0.attention`).
class Transformer : public ZooNetwork {
public:
    explicit Transformer(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;

private:
    std::vector<EncoderBlock> m_blocks;
};

[[nodiscard]] Result<ZooNetworkPtr> buildTransformer(const Recipe& recipe);

// InvalidArgument where the heads do not divide the width.
[[nodiscard]] Result<void> checkHeads(const Recipe& recipe);

[[nodiscard]] double transformerParameters(const Recipe& recipe);

} // namespace tessera::zoo

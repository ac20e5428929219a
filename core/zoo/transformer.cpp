#include "core/zoo/transformer.h"

#include <torch/nn/modules/container/modulelist.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tessera::zoo {

namespace {

std::int64_t headsFor(std::int64_t width) {
    return std::max<std::int64_t>(1, width / 32);
}

} // namespace

SelfAttentionImpl::SelfAttentionImpl(std::int64_t width, std::int64_t heads) : m_heads(heads) {
    m_inWeight = register_parameter("in_proj_weight", torch::empty({3 * width, width}));
    m_inBias = register_parameter("in_proj_bias", torch::empty({3 * width}));
    m_out = register_module("out_proj", torch::nn::Linear(width, width));
}

torch::Tensor SelfAttentionImpl::forward(const torch::Tensor& input) {
    const auto batch = input.size(0);
    const auto positions = input.size(1);
    const auto width = input.size(2);
    const auto headWidth = width / m_heads;
    // (3, B, heads, S, headWidth)
    const auto parts = torch::linear(input, m_inWeight, m_inBias)
                           .view({batch, positions, 3, m_heads, headWidth})
                           .permute({2, 0, 3, 1, 4});
    const auto scores = torch::matmul(parts[0], parts[1].transpose(2, 3)) /
                        std::sqrt(static_cast<double>(headWidth));
    const auto mixed = torch::matmul(torch::softmax(scores, 3), parts[2]);
    return m_out->forward(mixed.transpose(1, 2).reshape({batch, positions, width}));
}

EncoderBlockImpl::EncoderBlockImpl(std::int64_t width, std::int64_t heads) {
    m_attention = register_module("self_attn", SelfAttention(width, heads));
    m_linear1 = register_module("linear1", torch::nn::Linear(width, 2 * width));
    m_linear2 = register_module("linear2", torch::nn::Linear(2 * width, width));
    const torch::nn::LayerNormOptions norm({width});
    m_norm1 = register_module("norm1", torch::nn::LayerNorm(norm));
    m_norm2 = register_module("norm2", torch::nn::LayerNorm(norm));
}

torch::Tensor EncoderBlockImpl::forward(const torch::Tensor& input) {
    const auto attended = m_norm1->forward(input + m_attention->forward(input));
    const auto hidden = torch::gelu(m_linear1->forward(attended));
    return m_norm2->forward(attended + m_linear2->forward(hidden));
}

Transformer::Transformer(const Recipe& recipe) : Network(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    auto layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < recipe.architecture.depth; ++i) {
        EncoderBlock block(width, headsFor(width));
        layers->push_back(block);
        m_blocks.push_back(block);
    }
    registerHead();
}

torch::Tensor Transformer::forward(const torch::Tensor& input, TapSink* taps) {
    auto sequence = embed(input, taps);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        sequence = m_blocks[i]->forward(sequence);
        tap(taps, "layers." + std::to_string(i), sequence);
    }
    return classify(sequence.mean(1), taps);
}

std::vector<TapPoint> Transformer::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        points.push_back({"layers." + std::to_string(i), TapLayout::SamplesPositionsWidth,
                          TapRole::Block, featureWidth()});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

Result<NetworkPtr> buildTransformer(const Recipe& recipe) {
    const auto width = recipe.architecture.width;
    if (width % headsFor(width) != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a transformer of width {} has {} heads, which do not divide it; "
                                "choose a width below 64 or a multiple of 32 such as {}",
                                width, headsFor(width), (width / 32) * 32));
    }
    return std::make_shared<Transformer>(recipe);
}

double transformerParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    return entryAndHeadParameters(recipe) +
           recipe.architecture.depth * (8.0 * width * width + 11.0 * width);
}

} // namespace tessera::zoo

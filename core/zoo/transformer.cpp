#include "core/zoo/transformer.h"

#include <torch/nn/modules/container/modulelist.h>

#include <fmt/format.h>

#include <algorithm>

namespace tessera::zoo {

EncoderBlockImpl::EncoderBlockImpl(std::int64_t width, std::int64_t heads) {
    m_attention = register_module("self_attn", SelfAttention(width, heads));
    m_linear1 = register_module("linear1", torch::nn::Linear(width, 2 * width));
    m_linear2 = register_module("linear2", torch::nn::Linear(2 * width, width));
    const torch::nn::LayerNormOptions norm({width});
    m_norm1 = register_module("norm1", torch::nn::LayerNorm(norm));
    m_norm2 = register_module("norm2", torch::nn::LayerNorm(norm));
}

torch::Tensor EncoderBlockImpl::forward(const torch::Tensor& input,
                                        const AttentionVisitor& attention) {
    const auto attended = m_norm1->forward(input + m_attention->forward(input, attention));
    const auto hidden = torch::gelu(m_linear1->forward(attended));
    return m_norm2->forward(attended + m_linear2->forward(hidden));
}

Transformer::Transformer(const Recipe& recipe) : ZooNetwork(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    auto layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < recipe.architecture.depth; ++i) {
        EncoderBlock block(width, recipe.heads());
        layers->push_back(block);
        m_blocks.push_back(block);
    }
    registerHead();
}

torch::Tensor Transformer::forward(const torch::Tensor& input, TapSink* taps) {
    auto sequence = embed(input, taps);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto name = "layers." + std::to_string(i);
        sequence = m_blocks[i]->forward(sequence, attentionTap(taps, name));
        tap(taps, name, sequence);
    }
    return classify(sequence.mean(1), taps);
}

std::vector<TapPoint> Transformer::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto name = "layers." + std::to_string(i);
        points.push_back(attentionTap(name, input().positions()));
        points.push_back({name, TapLayout::SamplesPositionsWidth, TapRole::Block, featureWidth()});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

Result<void> checkHeads(const Recipe& recipe) {
    const auto width = recipe.architecture.width;
    if (recipe.heads() < 1 || width % recipe.heads() != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a {} of width {} has {} heads, which do not divide it; choose "
                                "another number of heads, or a width below 64 or a multiple of 32 "
                                "such as {}",
                                recipe.architecture.family.value, width, recipe.heads(),
                                std::max(32, (width / 32) * 32)));
    }
    return {};
}

Result<ZooNetworkPtr> buildTransformer(const Recipe& recipe) {
    return std::make_shared<Transformer>(recipe);
}

double transformerParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    return entryAndHeadParameters(recipe) +
           recipe.architecture.depth * (8.0 * width * width + 11.0 * width);
}

} // namespace tessera::zoo

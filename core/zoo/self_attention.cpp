#include "core/zoo/self_attention.h"

#include <cmath>

namespace tessera::zoo {

SelfAttentionImpl::SelfAttentionImpl(std::int64_t width, std::int64_t heads) : m_heads(heads) {
    m_inWeight = register_parameter("in_proj_weight", torch::empty({3 * width, width}));
    m_inBias = register_parameter("in_proj_bias", torch::empty({3 * width}));
    m_out = register_module("out_proj", torch::nn::Linear(width, width));
}

torch::Tensor SelfAttentionImpl::forward(const torch::Tensor& input,
                                         const AttentionVisitor& visit) {
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
    const auto attention = torch::softmax(scores, 3);
    if (visit) {
        visit(attention);
    }
    const auto mixed = torch::matmul(attention, parts[2]);
    return m_out->forward(mixed.transpose(1, 2).reshape({batch, positions, width}));
}

} // namespace tessera::zoo

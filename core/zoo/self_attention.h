#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include <functional>

namespace tessera::zoo {

// Is handed the attention of one layer, (B, heads, S, S), rows summing to 1.
using AttentionVisitor = std::function<void(const torch::Tensor&)>;

// Multi-head self-attention with the parameter names of torch.nn.MultiheadAttention; batch first.
// PyTorch's own C++ module puts the sequence first and copies more, so it is not used.
class SelfAttentionImpl : public torch::nn::Module {
public:
    SelfAttentionImpl(std::int64_t width, std::int64_t heads);
    // (B, S, D) -> (B, S, D)
    torch::Tensor forward(const torch::Tensor& input, const AttentionVisitor& visit = {});

private:
    std::int64_t m_heads;
    torch::Tensor m_inWeight, m_inBias;
    torch::nn::Linear m_out{nullptr};
};
TORCH_MODULE(SelfAttention);

} // namespace tessera::zoo

#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/container/sequential.h>

namespace tessera::zoo {

// Embedding, flatten, `flatten_proj`, residual blocks Linear(d,2d) LayerNorm GELU Linear(2d,d).
class Mlp : public ZooNetwork {
public:
    explicit Mlp(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;

private:
    torch::nn::Linear m_flatten{nullptr};
    std::vector<torch::nn::Sequential> m_blocks;
};

[[nodiscard]] Result<ZooNetworkPtr> buildMlp(const Recipe& recipe);

[[nodiscard]] double mlpParameters(const Recipe& recipe);

} // namespace tessera::zoo

#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/container/sequential.h>

namespace tessera::zoo {

// Embedding, then residual blocks Conv1d(d,d,3) BatchNorm1d GELU over the positions, channels
// first, and the mean over the positions.
class Conv : public ZooNetwork {
public:
    explicit Conv(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;

private:
    std::vector<torch::nn::Sequential> m_blocks;
};

[[nodiscard]] Result<ZooNetworkPtr> buildConv(const Recipe& recipe);

[[nodiscard]] double convParameters(const Recipe& recipe);

} // namespace tessera::zoo

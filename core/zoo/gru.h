#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/rnn.h>

namespace tessera::zoo {

// Embedding, one bidirectional GRU (Cho et al. 2014) of `depth` layers with d/2 units each way,
// mean over the positions. Run layer by layer, so that every layer is a tap (gru.0, gru.1, ...);
// `layers.0` is the whole stack, as Python's state dict and hooks would have it.
class Gru : public ZooNetwork {
public:
    explicit Gru(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;
    [[nodiscard]] std::vector<NameAlias> aliases() const override;

private:
    torch::nn::GRU m_gru{nullptr};
};

// InvalidArgument for an odd width.
[[nodiscard]] Result<void> checkGru(const Recipe& recipe);
[[nodiscard]] Result<ZooNetworkPtr> buildGru(const Recipe& recipe);

[[nodiscard]] double gruParameters(const Recipe& recipe);

} // namespace tessera::zoo

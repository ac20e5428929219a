#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/rnn.h>

namespace tessera::zoo {

// Embedding, one bidirectional LSTM of `depth` layers with d/2 units each way, mean over the
// positions. Run layer by layer, so that every layer is a tap (lstm.0, lstm.1, ...); `layers.0` is
// the whole stack, as Python's state dict and hooks have it.
class Lstm : public ZooNetwork {
public:
    explicit Lstm(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;
    [[nodiscard]] std::vector<NameAlias> aliases() const override;

private:
    torch::nn::LSTM m_lstm{nullptr};
};

// InvalidArgument for an odd width.
[[nodiscard]] Result<void> checkLstm(const Recipe& recipe);
[[nodiscard]] Result<ZooNetworkPtr> buildLstm(const Recipe& recipe);

[[nodiscard]] double lstmParameters(const Recipe& recipe);

} // namespace tessera::zoo

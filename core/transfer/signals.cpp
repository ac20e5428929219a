#include "core/transfer/signals.h"

#include "core/tap/recording.h"

namespace tessera::transfer {

Signals collectSignals(zoo::Network& network, const torch::Tensor& inputs, SignalDepth depth,
                       const std::stop_token& stop) {
    Signals signals;
    if (depth == SignalDepth::Layers) {
        signals.layers = tap::layerTaps(network);
    }
    auto names = signals.layers;
    names.emplace_back("feature");
    auto rows = tap::record(network, inputs, names, stop);
    if (!rows.logits.defined()) {
        return {};
    }
    signals.logits = rows.logits;
    signals.features = rows.taps.at("feature");
    for (const auto& layer : signals.layers) {
        signals.values.push_back(rows.taps.at(layer));
    }
    return signals;
}

Signals shuffled(const Signals& signals, at::Generator generator) {
    const auto order = torch::randperm(signals.features.size(0), generator, torch::kInt64);
    Signals result = signals;
    result.features = signals.features.index_select(0, order);
    result.logits = signals.logits.index_select(0, order);
    for (auto& values : result.values) {
        values = values.index_select(0, order);
    }
    return result;
}

} // namespace tessera::transfer

#pragma once

#include "core/transfer/mode.h"
#include "core/transfer/signals.h"
#include "core/transfer/snapshots.h"

namespace tessera::transfer {

// Layers that belong together, by order-preserving matching of their unbiased CKA on the reference
// rows. Fixed before the receiver learns.
struct LayerPair {
    std::size_t source = 0; // index into Signals::layers
    std::size_t receiver = 0;
    double similarity = 0.0;
    std::string name; // "layers.0>lstm.1"
};
[[nodiscard]] std::vector<LayerPair> matchLayers(const Signals& source, const Signals& receiver);

// Measures the curves of a transfer on the validation inputs: the four drifts, accuracy and
// agreement. Encoders and layer pairs stay as they were when it was made. One thread.
class ValidationMonitor {
public:
    // `source` are the source's signals on the validation inputs. References must outlive it.
    ValidationMonitor(const TransferInput& input, const hub::Hub& hub, hub::AnchorKey sourceKey,
                      hub::AnchorKey receiverKey, Signals source, std::vector<LayerPair> pairs);

    // From now on measure() emits snapshots too, where there are validation inputs. The axes'
    // shares are those of the source's variance on the reference inputs: `reference`, its features
    // there.
    void showSnapshots(const torch::Tensor& reference);

    // Emits one sample per curve at `step` and returns the drifts. Nothing if stopped.
    std::optional<DriftFigures> measure(std::int64_t step, EventSink& events,
                                        const std::stop_token& stop);

private:
    void measureLayers(std::int64_t step, const Signals& receiver, DriftFigures& drift,
                       EventSink& events) const;

    const TransferInput& m_input;
    const hub::Hub& m_hub;
    hub::AnchorKey m_sourceKey, m_receiverKey;
    Signals m_source;
    torch::Tensor m_sourceHub; // undefined if the source cannot be encoded
    std::vector<LayerPair> m_pairs;
    std::optional<SnapshotMaker> m_snapshots;
};

} // namespace tessera::transfer

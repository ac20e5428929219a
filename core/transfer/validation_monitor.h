#pragma once

#include "core/transfer/mode.h"
#include "core/transfer/signals.h"
#include "core/transfer/snapshots.h"

namespace tessera::transfer {

// Rows used to match layers; more change no pairing and cost time.
inline constexpr std::int64_t kMatchingRows = 2000;

// Layers that belong together, by order-preserving matching of their unbiased CKA on the first
// kMatchingRows reference rows. Fixed before the receiver learns.
struct LayerPair {
    std::size_t source = 0; // index into Signals::layers
    std::size_t receiver = 0;
    double similarity = 0.0;
    std::string name; // "layers.0>lstm.1"
};
// Of signals that kept the layers' rows. Io.
[[nodiscard]] Result<std::vector<LayerPair>> matchLayers(const Signals& source,
                                                         const Signals& receiver);

// What the monitor needs of a network's signals on the validation inputs.
[[nodiscard]] SignalPlan validationPlan(const TransferInput& input);

// Where the two networks are compared; without one, what needs it is not measured.
struct MonitoredHub {
    const hub::Hub* hub = nullptr;
    hub::AnchorKey sourceKey, receiverKey;
};

// Measures the curves of a transfer on the validation inputs: the four drifts, accuracy and
// agreement. Encoders and layer pairs stay as they were when it was made. One thread.
class ValidationMonitor {
public:
    // `source` are the source's signals on the validation inputs by validationPlan(). References
    // must outlive it.
    ValidationMonitor(const TransferInput& input, const MonitoredHub& hub, Signals source,
                      std::vector<LayerPair> pairs);

    // Encodes the source. Once, before the first measure(). Io.
    [[nodiscard]] Result<void> begin();

    // From now on measure() emits snapshots too, where there are validation inputs. The axes'
    // shares are those of the source's variance on the reference inputs: `reference`, its features
    // there. Io.
    [[nodiscard]] Result<void> showSnapshots(const tap::RowStore& reference);

    // Emits one sample per curve at `step` and returns the drifts. Nothing if stopped. Io.
    [[nodiscard]] Result<std::optional<DriftFigures>> measure(std::int64_t step, EventSink& events,
                                                              const std::stop_token& stop);
    // The same where the receiver's signals by validationPlan() are at hand, not empty.
    [[nodiscard]] Result<DriftFigures> measure(std::int64_t step, const Signals& receiver,
                                               EventSink& events);

private:
    [[nodiscard]] Result<void> measureOutputs(std::int64_t step, const Signals& receiver,
                                              DriftFigures& drift, EventSink& events) const;
    [[nodiscard]] Result<void> measureHub(const tap::RowStore& receiver, DriftFigures& drift) const;
    void measureLayers(std::int64_t step, const Signals& receiver, DriftFigures& drift,
                       EventSink& events) const;

    const TransferInput& m_input;
    MonitoredHub m_hub;
    Signals m_source;
    torch::Tensor m_sourceClasses;
    tap::RowStore m_sourceHub; // undefined if the source cannot be encoded
    fingerprint::ColumnMoments m_sourceHubColumns;
    std::vector<LayerPair> m_pairs;
    std::optional<SnapshotMaker> m_snapshots;
};

} // namespace tessera::transfer

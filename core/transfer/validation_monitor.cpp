#include "core/transfer/validation_monitor.h"

#include "core/drift/drift.h"
#include "core/fingerprint/matching.h"
#include "core/fingerprint/similarity.h"
#include "core/transfer/predictions.h"

#include <algorithm>

namespace tessera::transfer {

namespace {

// Rows used to match layers; more change no pairing and cost time.
constexpr std::int64_t kMatchingRows = 2000;

std::vector<torch::Tensor> leadingRows(const std::vector<torch::Tensor>& layers) {
    std::vector<torch::Tensor> some;
    some.reserve(layers.size());
    for (const auto& rows : layers) {
        some.push_back(rows.narrow(0, 0, std::min(rows.size(0), kMatchingRows)));
    }
    return some;
}

} // namespace

std::vector<LayerPair> matchLayers(const Signals& source, const Signals& receiver) {
    const auto scores =
        fingerprint::unbiasedCkaMatrix(leadingRows(source.values), leadingRows(receiver.values));
    std::vector<LayerPair> pairs;
    for (const auto& match : fingerprint::matchInOrder(scores)) {
        const auto i = static_cast<std::size_t>(match.source);
        const auto j = static_cast<std::size_t>(match.receiver);
        pairs.push_back({i, j, match.score, source.layers[i] + ">" + receiver.layers[j]});
    }
    return pairs;
}

ValidationMonitor::ValidationMonitor(const TransferInput& input, const hub::Hub& hub,
                                     hub::AnchorKey sourceKey, hub::AnchorKey receiverKey,
                                     Signals source, std::vector<LayerPair> pairs)
    : m_input(input), m_hub(hub), m_sourceKey(std::move(sourceKey)),
      m_receiverKey(std::move(receiverKey)), m_source(std::move(source)),
      m_pairs(std::move(pairs)) {
    if (!m_source.empty()) {
        if (auto encoded = m_hub.encode(m_sourceKey, m_source.features)) {
            m_sourceHub = *encoded;
        }
    }
}

void ValidationMonitor::showSnapshots(const torch::Tensor& reference) {
    if (m_source.empty()) {
        return;
    }
    const auto coordinates = m_hub.encode(m_sourceKey, reference);
    m_snapshots.emplace(m_input, coordinates ? varianceShares(*coordinates, reference)
                                             : std::vector<double>());
}

std::optional<DriftFigures> ValidationMonitor::measure(std::int64_t step, EventSink& events,
                                                       const std::stop_token& stop) {
    DriftFigures drift;
    if (m_source.empty()) {
        return drift; // no validation inputs: nothing is measured
    }
    const auto receiver =
        collectSignals(m_input.receiver, m_input.data.validation.inputs, SignalDepth::Layers, stop);
    if (receiver.empty()) {
        return std::nullopt;
    }
    if (m_input.labelSpacesAgree) {
        drift.output = drift::outputDrift(m_source.logits, receiver.logits);
        const auto predicted = topClasses(receiver.logits);
        events.sample({"accuracy.validation", step,
                       shareEqual(predicted, m_input.data.validation.labels), ""});
        events.sample(
            {"agreement.validation", step, shareEqual(predicted, topClasses(m_source.logits)), ""});
    }
    // The receiver is encoded as it was at the fit; that its weights have moved on is the point.
    const auto encoded = m_hub.encode(m_receiverKey, receiver.features);
    if (encoded && m_sourceHub.defined()) {
        const auto shared = m_sourceHub.narrow(1, 0, encoded->size(1));
        drift.hubError = drift::hubError(shared, *encoded);
        drift.hub = drift::hubDrift(m_sourceHub, *encoded);
    }
    measureLayers(step, receiver, drift, events);
    events.sample({"drift.output", step, drift.output, ""});
    events.sample({"drift.hub_error", step, drift.hubError, ""});
    events.sample({"drift.hub", step, drift.hub, ""});
    events.sample({"drift.layer", step, drift.layer, ""});
    if (m_snapshots) {
        const auto hub = encoded ? *encoded : torch::Tensor();
        events.snapshot(m_snapshots->make(step, {m_source, m_sourceHub}, {receiver, hub}));
    }
    return drift;
}

void ValidationMonitor::measureLayers(std::int64_t step, const Signals& receiver,
                                      DriftFigures& drift, EventSink& events) const {
    std::vector<std::optional<double>> values;
    for (const auto& pair : m_pairs) {
        values.push_back(
            drift::layerDrift(m_source.values[pair.source], receiver.values[pair.receiver]));
        events.sample({"drift.layer", step, values.back(), pair.name});
    }
    drift.layer = drift::meanOf(values);
}

} // namespace tessera::transfer

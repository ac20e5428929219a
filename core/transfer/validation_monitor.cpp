#include "core/transfer/validation_monitor.h"

#include "core/drift/drift.h"
#include "core/fingerprint/matching.h"
#include "core/fingerprint/similarity.h"
#include "core/transfer/predictions.h"

namespace tessera::transfer {

namespace {

// Hub coordinates of all rows; not defined without a hub, or if it refuses them. Io.
Result<tap::RowStore> encodedRows(const hub::Hub* hub, const hub::AnchorKey& key,
                                  const tap::RowStore& features) {
    if (hub == nullptr) {
        return tap::RowStore();
    }
    const auto none = hub->encode(key, torch::empty({0, features.width()}));
    if (!none) {
        return tap::RowStore();
    }
    auto coordinates = tap::RowStore::create({features.count(), none->size(1)}, features.space());
    if (!coordinates) {
        return coordinates;
    }
    auto read = features.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
        const auto encoded = hub->encode(key, rows);
        return encoded ? coordinates->append(*encoded) : fail(encoded.error());
    });
    return read ? std::move(coordinates) : fail(read.error());
}

} // namespace

Result<std::vector<LayerPair>> matchLayers(const Signals& source, const Signals& receiver) {
    const auto scores = fingerprint::unbiasedCkaMatrix(source.values, receiver.values);
    if (!scores) {
        return fail(scores.error());
    }
    std::vector<LayerPair> pairs;
    for (const auto& match : fingerprint::matchInOrder(*scores)) {
        const auto i = static_cast<std::size_t>(match.source);
        const auto j = static_cast<std::size_t>(match.receiver);
        pairs.push_back({i, j, match.score, source.layers[i] + ">" + receiver.layers[j]});
    }
    return pairs;
}

SignalPlan validationPlan(const TransferInput& input) {
    SignalPlan plan;
    plan.layers = true;
    plan.layerRows = input.snapshotRows;
    plan.layerMoments = true;
    plan.space = input.space;
    return plan;
}

ValidationMonitor::ValidationMonitor(const TransferInput& input, const MonitoredHub& hub,
                                     Signals source, std::vector<LayerPair> pairs)
    : m_input(input), m_hub(hub), m_source(std::move(source)), m_pairs(std::move(pairs)) {}

Result<void> ValidationMonitor::begin() {
    if (m_source.empty()) {
        return {};
    }
    auto encoded = encodedRows(m_hub.hub, m_hub.sourceKey, m_source.features);
    if (!encoded) {
        return fail(encoded.error());
    }
    m_sourceHub = std::move(*encoded);
    if (m_sourceHub.defined()) {
        auto read =
            m_sourceHub.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
                m_sourceHubColumns.add(rows);
                return {};
            });
        if (!read) {
            return read;
        }
    }
    auto classes = topClasses(m_source.logits);
    if (!classes) {
        return fail(classes.error());
    }
    m_sourceClasses = *classes;
    return {};
}

Result<void> ValidationMonitor::showSnapshots(const tap::RowStore& reference) {
    if (m_source.empty()) {
        return {};
    }
    const auto gains = m_hub.hub != nullptr ? m_hub.hub->principalGains() : torch::Tensor();
    if (!gains.defined()) {
        m_snapshots.emplace(m_input, std::vector<double>());
        return {};
    }
    fingerprint::ColumnMoments coordinates, features;
    auto read = reference.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
        if (const auto encoded = m_hub.hub->encode(m_hub.sourceKey, rows)) {
            coordinates.add(*encoded);
            features.add(rows);
        }
        return {};
    });
    if (read) {
        m_snapshots.emplace(m_input, varianceShares(coordinates, features, gains));
    }
    return read;
}

Result<std::optional<DriftFigures>> ValidationMonitor::measure(std::int64_t step, EventSink& events,
                                                               const std::stop_token& stop) {
    if (m_source.empty()) {
        return DriftFigures{}; // no validation inputs: nothing is measured
    }
    const auto receiver = collectSignals(m_input.receiver, m_input.data.validation.inputs,
                                         validationPlan(m_input), stop);
    if (!receiver) {
        return fail(receiver.error());
    }
    if (receiver->empty()) {
        return std::nullopt;
    }
    return measure(step, *receiver, events);
}

Result<DriftFigures> ValidationMonitor::measure(std::int64_t step, const Signals& receiver,
                                                EventSink& events) {
    DriftFigures drift;
    if (auto measured = measureOutputs(step, receiver, drift, events); !measured) {
        return fail(measured.error());
    }
    // The receiver is encoded as it was at the fit; that its weights have moved on is the point.
    const auto encoded = encodedRows(m_hub.hub, m_hub.receiverKey, receiver.features);
    if (!encoded) {
        return fail(encoded.error());
    }
    if (auto measured = measureHub(*encoded, drift); !measured) {
        return fail(measured.error());
    }
    measureLayers(step, receiver, drift, events);
    events.sample({"drift.output", step, drift.output, ""});
    events.sample({"drift.hub_error", step, drift.hubError, ""});
    events.sample({"drift.hub", step, drift.hub, ""});
    events.sample({"drift.layer", step, drift.layer, ""});
    if (m_snapshots) {
        const auto snapshot =
            m_snapshots->make(step, {m_source, m_sourceHub}, {receiver, *encoded});
        if (!snapshot) {
            return fail(snapshot.error());
        }
        events.snapshot(*snapshot);
    }
    return drift;
}

Result<void> ValidationMonitor::measureOutputs(std::int64_t step, const Signals& receiver,
                                               DriftFigures& drift, EventSink& events) const {
    if (!m_input.labelSpacesAgree) {
        return {};
    }
    drift::OutputDrift output;
    auto read = tap::eachChunk(m_source.logits, receiver.logits,
                               [&](const torch::Tensor& s, const torch::Tensor& r) -> Result<void> {
                                   output.add(s, r);
                                   return {};
                               });
    if (!read) {
        return read;
    }
    drift.output = output.value();
    const auto predicted = topClasses(receiver.logits);
    if (!predicted) {
        return fail(predicted.error());
    }
    events.sample(
        {"accuracy.validation", step, shareEqual(*predicted, m_input.data.validation.labels), ""});
    events.sample({"agreement.validation", step, shareEqual(*predicted, m_sourceClasses), ""});
    return {};
}

Result<void> ValidationMonitor::measureHub(const tap::RowStore& receiver,
                                           DriftFigures& drift) const {
    if (!receiver.defined() || !m_sourceHub.defined()) {
        return {};
    }
    drift::HubError error;
    drift::HubDrift shape(m_sourceHubColumns, receiver.width());
    auto read = tap::eachChunk(m_sourceHub, receiver,
                               [&](const torch::Tensor& h, const torch::Tensor& e) -> Result<void> {
                                   error.add(h.narrow(1, 0, e.size(1)), e);
                                   shape.add(h, e);
                                   return {};
                               });
    drift.hubError = error.value();
    drift.hub = shape.value();
    return read;
}

void ValidationMonitor::measureLayers(std::int64_t step, const Signals& receiver,
                                      DriftFigures& drift, EventSink& events) const {
    std::vector<std::optional<double>> values;
    for (const auto& pair : m_pairs) {
        values.push_back(
            drift::layerDrift(m_source.moments[pair.source], receiver.moments[pair.receiver]));
        events.sample({"drift.layer", step, values.back(), pair.name});
    }
    drift.layer = drift::meanOf(values);
}

} // namespace tessera::transfer

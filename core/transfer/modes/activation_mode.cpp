#include "core/transfer/modes/activation_mode.h"

#include "core/api/seed.h"
#include "core/fingerprint/fingerprint.h"
#include "core/hub/hub_registry.h"
#include "core/tap/recording.h"
#include "core/transfer/feature_matching.h"
#include "core/transfer/readout.h"
#include "core/transfer/signals.h"
#include "core/transfer/stage_clock.h"
#include "core/transfer/validation_monitor.h"
#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <utility>

namespace tessera::transfer {

namespace {

// One transfer in progress: the stages share these, in this order.
class ActivationTransfer {
public:
    ActivationTransfer(const TransferInput& input, EventSink& events, const std::stop_token& stop)
        : m_input(input), m_events(events), m_stop(stop),
          m_clock(events, m_outcome.seconds), m_sourceKey{"source " + input.sourceId,
                                                          zoo::weightsHash(input.source)},
          m_receiverKey{"receiver " + input.receiverId, zoo::weightsHash(input.receiver)} {}

    Result<TransferOutcome> run();

private:
    Result<void> fingerprint();
    Result<void> collect();
    Result<void> fitHub();
    Result<void> watchValidation();
    Result<void> makeTargets();
    Result<tap::RowStore> decoded(const hub::AnchorKey& receiver, std::int64_t width);
    Result<std::optional<tap::RowStore>> renewedFeatures();
    Result<void> makeVector();
    Result<void> fineTune();
    Result<void> readout();
    void measureDrift(std::int64_t step);
    [[nodiscard]] Result<void> measured() const;
    [[nodiscard]] Result<Signals> collected(zoo::Network& network, const torch::Tensor& inputs,
                                            std::int64_t layerRows);
    using FitProgress = std::function<void(std::int64_t done, std::int64_t total)>;
    [[nodiscard]] hub::FitWatch watch(FitProgress progress) const {
        return {deriveSeed(m_input.seed, "hub"), m_stop, std::move(progress)};
    }
    // Of a hub that learns, its epochs: each of the two networks is half of the stage.
    [[nodiscard]] FitProgress halfOfTheStage(std::int64_t before) {
        return [this, before](std::int64_t done, std::int64_t total) {
            m_clock.advance(before * total + done, 2 * total);
        };
    }
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

    const TransferInput& m_input;
    EventSink& m_events;
    const std::stop_token& m_stop;
    TransferOutcome m_outcome;
    StageClock m_clock;
    hub::AnchorKey m_sourceKey, m_receiverKey;
    std::string m_referenceHash;
    Signals m_source, m_receiver; // on the reference inputs
    Signals m_sourceValidation;
    Targets m_targets;
    std::optional<ValidationMonitor> m_monitor;
    std::optional<Error> m_unmeasured; // why the last measurement could not be made
};

Result<TransferOutcome> ActivationTransfer::run() {
    using Step = Result<void> (ActivationTransfer::*)();
    for (const Step step : {&ActivationTransfer::fingerprint, &ActivationTransfer::collect,
                            &ActivationTransfer::fitHub, &ActivationTransfer::watchValidation,
                            &ActivationTransfer::makeTargets, &ActivationTransfer::makeVector,
                            &ActivationTransfer::fineTune, &ActivationTransfer::readout}) {
        if (stopped()) {
            break;
        }
        if (auto done = (this->*step)(); !done) {
            return fail(done.error());
        }
    }
    m_clock.leave();
    m_outcome.cancelled = stopped();
    return std::move(m_outcome);
}

Result<void> ActivationTransfer::fingerprint() {
    if (!m_input.measureCurves) {
        return {};
    }
    m_clock.enter(Phase::Fingerprint, 2, "fingerprint");
    const auto memory =
        m_input.space ? m_input.space->bytesLeft() : std::numeric_limits<std::int64_t>::max();
    std::int64_t done = 0;
    for (auto* network : {&m_input.source, &m_input.receiver}) {
        auto taps = tap::layerTaps(*network);
        taps.emplace_back("feature");
        const std::string who = done == 0 ? "source" : "receiver";
        std::map<std::string, std::vector<MetricSample>> samples; // by tap, as they are reported
        const bool whole = fingerprint::visitMoments(
            *network, m_input.data.reference, taps, memory,
            [&](const std::string& name, const fingerprint::Moments& moments) {
                const double variance = moments.variance().mean().item<double>();
                samples[name] = {{"fingerprint." + who + ".participation_ratio", 0,
                                  moments.participationRatio(), name},
                                 {"fingerprint." + who + ".variance", 0,
                                  std::isfinite(variance) ? std::optional(variance) : std::nullopt,
                                  name}};
            },
            m_stop);
        for (const auto& [name, some] : whole ? samples : decltype(samples)()) {
            for (const auto& sample : some) {
                m_events.sample(sample);
            }
        }
        m_clock.advance(++done);
    }
    return {};
}

// Empty if stopped.
Result<Signals> ActivationTransfer::collected(zoo::Network& network, const torch::Tensor& inputs,
                                              std::int64_t layerRows) {
    SignalPlan plan;
    plan.layers = layerRows > 0;
    plan.layerRows = layerRows;
    plan.space = m_input.space;
    return collectSignals(network, inputs, plan, m_stop);
}

Result<void> ActivationTransfer::collect() {
    m_clock.enter(Phase::Collect, 3, "collect activations");
    const auto layerRows = m_input.measureCurves ? kMatchingRows : 0;
    std::int64_t done = 0;
    for (auto [network, signals] :
         {std::pair(&m_input.source, &m_source), std::pair(&m_input.receiver, &m_receiver)}) {
        auto rows = collected(*network, m_input.data.reference, layerRows);
        if (!rows) {
            return fail(rows.error());
        }
        *signals = std::move(*rows);
        m_clock.advance(++done);
    }
    if (m_input.measureCurves && m_input.data.validation.size() > 0) {
        auto rows = collectSignals(m_input.source, m_input.data.validation.inputs,
                                   validationPlan(m_input), m_stop);
        if (!rows) {
            return fail(rows.error());
        }
        m_sourceValidation = std::move(*rows);
    }
    if (m_input.shuffleSource && !m_source.empty()) {
        auto mixed = shuffled(
            m_source, zoo::makeGenerator(deriveSeed(m_input.seed, "control.shuffled_targets")));
        if (!mixed) {
            return fail(mixed.error());
        }
        m_source = std::move(*mixed);
    }
    return {};
}

Result<void> ActivationTransfer::fitHub() {
    m_clock.enter(Phase::Hub, 2, "fit the hub");
    const auto kind = hub::findHubKind(m_input.spec.hub.kind);
    if (!kind) {
        return fail(kind.error());
    }
    auto space = (*kind)->create(m_input.data.name, m_input.spec.hub);
    if (!space) {
        return fail(space.error());
    }
    m_outcome.hubSpace = std::move(*space);
    auto& hub = *m_outcome.hubSpace;
    m_referenceHash = data::contentHash(m_input.data.reference);
    const auto first =
        hub.add({m_sourceKey, m_referenceHash, m_source.features, watch(halfOfTheStage(0))});
    if (!first) {
        return fail(first.error());
    }
    m_clock.advance(1, 2);
    const auto second =
        hub.add({m_receiverKey, m_referenceHash, m_receiver.features, watch(halfOfTheStage(1))});
    if (!second) {
        return fail(second.error());
    }
    if (first->stopped || second->stopped) {
        return {};
    }
    for (const auto* report : {&*first, &*second}) {
        for (const auto& text : report->warnings) {
            m_events.notice({text, NoticeLevel::Warning});
        }
        for (const auto& text : report->details) {
            m_events.notice({text, NoticeLevel::Detail});
        }
    }
    auto& figures = m_outcome.hub;
    figures.rank = static_cast<int>(hub.rank());
    figures.lostVariance = first->lostVariance;
    figures.effectiveRank = first->effectiveRank;
    return {};
}

Result<void> ActivationTransfer::watchValidation() {
    if (!m_input.measureCurves) {
        return {};
    }
    auto& hub = *m_outcome.hubSpace;
    auto pairs = matchLayers(m_source, m_receiver);
    if (!pairs) {
        return fail(pairs.error());
    }
    for (auto* signals : {&m_source, &m_receiver}) {
        signals->values.clear(); // their layers have been matched
    }
    for (const auto& pair : *pairs) {
        m_outcome.matchedLayers.emplace_back(pair.name, pair.similarity);
        m_events.sample({"cka.matched", 0, pair.similarity, pair.name});
    }
    m_monitor.emplace(m_input, MonitoredHub{&hub, m_sourceKey, m_receiverKey}, m_sourceValidation,
                      std::move(*pairs));
    auto ready = m_monitor->begin();
    if (ready && m_input.snapshotRows > 0) {
        ready = m_monitor->showSnapshots(m_source.features);
    }
    if (!ready || m_sourceValidation.empty()) {
        return ready;
    }
    auto& figures = m_outcome.hub;
    figures.roundTripSource = hub::roundTripError(hub, m_sourceKey, m_sourceValidation.features);
    const auto receiver = collectSignals(m_input.receiver, m_input.data.validation.inputs,
                                         validationPlan(m_input), m_stop);
    if (!receiver) {
        return fail(receiver.error());
    }
    if (receiver->empty()) {
        return {};
    }
    figures.roundTripReceiver = hub::roundTripError(hub, m_receiverKey, receiver->features);
    // Step 0 of the curves, and the first snapshot: there to be seen as soon as the hub is.
    const auto drift = m_monitor->measure(0, *receiver, m_events);
    if (!drift) {
        return fail(drift.error());
    }
    m_outcome.drift = *drift;
    return {};
}

// What the source says, as features of the receiver.
Result<tap::RowStore> ActivationTransfer::decoded(const hub::AnchorKey& receiver,
                                                  std::int64_t width) {
    const auto& hub = *m_outcome.hubSpace;
    auto targets = tap::RowStore::create({m_source.features.count(), width}, m_input.space);
    if (!targets) {
        return targets;
    }
    auto made = m_source.features.eachChunk(
        tap::chunkRows(m_source.features.width() + width),
        [&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
            const auto coordinates = hub.encode(m_sourceKey, rows);
            if (!coordinates) {
                return fail(coordinates.error());
            }
            const auto features = hub.decode(receiver, *coordinates);
            return features ? targets->append(*features) : fail(features.error());
        });
    return made ? std::move(targets) : fail(made.error());
}

Result<void> ActivationTransfer::makeTargets() {
    m_clock.enter(Phase::EncodeDecode, 2, "encode and decode");
    auto targets = decoded(m_receiverKey, m_receiver.features.width());
    if (!targets) {
        return fail(targets.error());
    }
    m_receiver = {}; // the hub knows all that is needed of it
    m_targets.features = std::move(*targets);
    if (m_input.labelSpacesAgree) {
        m_targets.logits = m_source.logits;
    }
    if (m_input.spec.hub.refit == HubRefit::EachEpoch) {
        m_targets.renewFeatures = [this] { return renewedFeatures(); };
    }
    return {};
}

// Asked of the receiver as it now is. It gets an anchor of its own: the curves go on to measure by
// the first one.
Result<std::optional<tap::RowStore>> ActivationTransfer::renewedFeatures() {
    const auto receiver = collected(m_input.receiver, m_input.data.reference, 0);
    if (!receiver || receiver->empty()) {
        return receiver ? Result<std::optional<tap::RowStore>>(std::nullopt)
                        : fail(receiver.error());
    }
    const hub::AnchorKey key{m_receiverKey.network + ", fitted anew",
                             zoo::weightsHash(m_input.receiver)};
    const auto finite = tap::isFinite(receiver->features);
    if (!finite || !*finite) { // they were, before it learned
        return finite ? fail(ErrorCode::Diverged,
                             fmt::format("the receiver's features are no longer finite; lower "
                                         "transfer.rate (now {})",
                                         m_input.spec.rate))
                      : fail(finite.error());
    }
    auto& hub = *m_outcome.hubSpace;
    const auto progress = [this](std::int64_t done, std::int64_t total) {
        m_clock.say(fmt::format("fit the hub anew, {} of {} epochs", done, total));
    };
    const auto fitted = hub.add({key, m_referenceHash, receiver->features, watch(progress)});
    if (!fitted || fitted->stopped) {
        return fitted ? Result<std::optional<tap::RowStore>>(std::nullopt) : fail(fitted.error());
    }
    auto targets = decoded(key, receiver->features.width());
    hub.forget(key.network);
    return targets ? Result<std::optional<tap::RowStore>>(std::move(*targets))
                   : fail(targets.error());
}

// The token's vector speaks of validation rows: they are disjoint from the reference set on which
// the encoders were fitted, as privacy asks.
Result<void> ActivationTransfer::makeVector() {
    if (!m_input.measureCurves) {
        return {};
    }
    const bool hasRelease = !m_sourceValidation.empty();
    if (!hasRelease && m_input.spec.privacy.enabled()) {
        return fail(ErrorCode::InvalidArgument,
                    "a private token needs release samples that the encoders have not seen; set "
                    "data.splits.validation");
    }
    const auto& features = hasRelease ? m_sourceValidation.features : m_source.features;
    privacy::Release release(m_input.spec.privacy);
    auto read = features.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        const auto rows = m_outcome.hubSpace->encodeUncentred(m_sourceKey, part);
        if (!rows) {
            return fail(rows.error());
        }
        release.add(*rows);
        return {};
    });
    if (!read) {
        return read;
    }
    const auto released = release.finish(
        m_input.sourceKnowledge, {m_input.data.populationHash, data::splitHash(m_input.data)});
    if (!released) {
        return fail(released.error());
    }
    m_outcome.privacy = released->statement;
    const auto values = released->vector.contiguous();
    m_outcome.vector.assign(static_cast<std::size_t>(m_outcome.hubSpace->dim()), 0.0F);
    std::copy_n(values.data_ptr<float>(), values.numel(), m_outcome.vector.begin());
    return {};
}

Result<void> ActivationTransfer::fineTune() {
    m_clock.enter(Phase::FineTune, plannedSteps(m_input.data.reference.size(0), m_input.spec),
                  "fine-tune");
    const auto report = matchFeatures(m_input, m_targets, m_events,
                                      {[this](std::int64_t step) { m_clock.advance(step); },
                                       [this](std::int64_t epoch) { measureDrift(epoch); }},
                                      m_stop);
    if (!report) {
        return fail(report.error());
    }
    m_outcome.gradientSteps = report->steps;
    return measured();
}

// A stopped measurement leaves the figures of the step before.
void ActivationTransfer::measureDrift(std::int64_t step) {
    if (!m_monitor || m_unmeasured) {
        return;
    }
    const auto drift = m_monitor->measure(step, m_events, m_stop);
    if (!drift) {
        m_unmeasured = drift.error();
    } else if (*drift) {
        m_outcome.drift = **drift;
    }
}

Result<void> ActivationTransfer::measured() const {
    return m_unmeasured ? fail(*m_unmeasured) : Result<void>();
}

// The closed readout is one more step of every curve, after the last epoch.
Result<void> ActivationTransfer::readout() {
    if (!m_input.labelSpacesAgree) {
        m_events.notice({"source and receiver name different classes: the receiver's head was not "
                         "fitted and its outputs were not compared",
                         NoticeLevel::Warning});
        return {};
    }
    m_targets.features = {};
    const auto read = readOut(m_input, m_source.logits, m_stop);
    if (!read || !*read) {
        return read ? Result<void>() : fail(read.error());
    }
    measureDrift(m_input.spec.epochs + 1);
    return measured();
}

} // namespace

const ModeDescriptor& ActivationMode::descriptor() const {
    static const ModeDescriptor about = {
        ModeId("A"),
        "activation: the receiver's features follow the source's through the hub",
        {"epochs", "rate", "schedule", "batch", "hub.kind", "hub.dim", "hub.whitening", "hub.refit",
         "weights.A", "weights.B", "temperature", "ridge", "privacy.epsilon", "privacy.delta",
         "privacy.clip"},
        true,
        true};
    return about;
}

Result<TransferOutcome> ActivationMode::run(const TransferInput& input, EventSink& events,
                                            const std::stop_token& stop) const {
    return ActivationTransfer(input, events, stop).run();
}

} // namespace tessera::transfer

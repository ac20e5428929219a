#pragma once

#include "core/api/engine.h"
#include "core/remote/wire.h"

#include <type_traits>

// The members of everything that crosses core/api/engine.h, for WireWriter and WireReader alike. A
// structured binding names all members of a struct or does not compile, so none can be forgotten.
namespace tessera {

namespace remote {

template <>
inline constexpr auto kHighest<ErrorCode> = ErrorCode::Diverged;
template <>
inline constexpr auto kHighest<Phase> = Phase::Controls;
template <>
inline constexpr auto kHighest<NoticeLevel> = NoticeLevel::Warning;
template <>
inline constexpr auto kHighest<PositionEncoding> = PositionEncoding::Sinusoidal;
template <>
inline constexpr auto kHighest<Pooling> = Pooling::ClassToken;
template <>
inline constexpr auto kHighest<HeadChoice> = HeadChoice::Replace;
template <>
inline constexpr auto kHighest<ReceiverState> = ReceiverState::Trained;
template <>
inline constexpr auto kHighest<Mismatch> = Mismatch::Classes;
template <>
inline constexpr auto kHighest<Separator> = Separator::Bar;
template <>
inline constexpr auto kHighest<HeaderRow> = HeaderRow::No;
template <>
inline constexpr auto kHighest<DataInput> = DataInput::Tokens;
template <>
inline constexpr auto kHighest<Normalisation> = Normalisation::Standard;
template <>
inline constexpr auto kHighest<HubRefit> = HubRefit::EachEpoch;
template <>
inline constexpr auto kHighest<RateSchedule> = RateSchedule::OneCycle;
template <>
inline constexpr auto kHighest<InputKind> = InputKind::Flat;
template <>
inline constexpr auto kHighest<KnowledgeType> = KnowledgeType::Swarm;
template <>
inline constexpr auto kHighest<NetworkDescription::Kind> = NetworkDescription::Kind::StateDict;
template <>
inline constexpr auto kHighest<FullActivation::Kind> = FullActivation::Kind::Attention;
template <>
inline constexpr auto kHighest<FullActivationRequest::Which> =
    FullActivationRequest::Which::Receiver;

// T or const T, so that one list reads and writes.
template <class T, class Value>
concept Exchanged = std::is_same_v<std::remove_const_t<T>, Value>;

} // namespace remote

// --- Errors and events ---------------------------------------------------------------------------

template <class Wire, remote::Exchanged<Error> T>
void exchange(Wire& wire, T& value) {
    auto& [code, detail, offset] = value;
    wire(code, detail, offset);
}
template <class Wire, remote::Exchanged<Progress> T>
void exchange(Wire& wire, T& value) {
    auto& [phase, done, total, what] = value;
    wire(phase, done, total, what);
}
template <class Wire, remote::Exchanged<MetricSample> T>
void exchange(Wire& wire, T& value) {
    auto& [series, step, number, layer] = value;
    wire(series, step, number, layer);
}
template <class Wire, remote::Exchanged<Notice> T>
void exchange(Wire& wire, T& value) {
    auto& [text, level] = value;
    wire(text, level);
}

// --- Snapshots -----------------------------------------------------------------------------------

template <class Wire, remote::Exchanged<InputSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, length, width, channels, vocabulary] = value;
    wire(kind, length, width, channels, vocabulary);
}
template <class Wire, remote::Exchanged<Matrix> T>
void exchange(Wire& wire, T& value) {
    auto& [rows, columns, values] = value;
    wire(rows, columns, values);
    const auto count = static_cast<std::int64_t>(values.size());
    wire.require(rows >= 0 && columns >= 0 &&
                 (columns == 0 ? count == 0 : count % columns == 0 && count / columns == rows));
}
template <class Wire, remote::Exchanged<SampleSet> T>
void exchange(Wire& wire, T& value) {
    auto& [input, classes, total, inputs, labels] = value;
    wire(input, classes, total, inputs, labels);
}
template <class Wire, remote::Exchanged<LayerRows> T>
void exchange(Wire& wire, T& value) {
    auto& [name, values] = value;
    wire(name, values);
}
template <class Wire, remote::Exchanged<NetworkRows> T>
void exchange(Wire& wire, T& value) {
    auto& [layers, hub, predicted] = value;
    wire(layers, hub, predicted);
}
template <class Wire, remote::Exchanged<Snapshot> T>
void exchange(Wire& wire, T& value) {
    auto& [step, samples, source, receiver, axisShares, drift] = value;
    wire(step);
    wire.shared(samples);
    wire.shared(source);
    wire(receiver, axisShares, drift);
}

// --- The experiment ------------------------------------------------------------------------------

template <class Wire, remote::Exchanged<ArchitectureSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [family, width, depth, classes, positions, encoding, patch, heads, pooling] = value;
    wire(family, width, depth, classes, positions, encoding, patch, heads, pooling);
}
template <class Wire, remote::Exchanged<TrainSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [epochs, rate, batch, optimiser] = value;
    wire(epochs, rate, batch, optimiser);
}
template <class Wire, remote::Exchanged<NetworkSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [architecture, file, head, feature, freeze] = value;
    wire(architecture, file, head, feature, freeze);
}
template <class Wire, remote::Exchanged<SourceSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [network, train] = value;
    wire(network, train);
}
template <class Wire, remote::Exchanged<ReceiverSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [network, state, train] = value;
    wire(network, state, train);
}
template <class Wire, remote::Exchanged<SplitSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [sourceTrain, reference, validation, test] = value;
    wire(sourceTrain, reference, validation, test);
}
template <class Wire, remote::Exchanged<DataReading> T>
void exchange(Wire& wire, T& value) {
    auto& [label, inputs, separator, header, input, height, width, channels, normalise] = value;
    wire(label, inputs, separator, header, input, height, width, channels, normalise);
}
template <class Wire, remote::Exchanged<ShiftSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, strength] = value;
    wire(kind, strength);
}
template <class Wire, remote::Exchanged<TaskSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, strength, data] = value;
    wire(kind, strength, data);
}
template <class Wire, remote::Exchanged<DataSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [name, file, reading, splits, mismatch, shift, task] = value;
    wire(name, file, reading, splits, mismatch, shift, task);
}
template <class Wire, remote::Exchanged<HubSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, dim, whitening, refit] = value;
    wire(kind, dim, whitening, refit);
}
template <class Wire, remote::Exchanged<PrivacySpec> T>
void exchange(Wire& wire, T& value) {
    auto& [epsilon, delta, clip] = value;
    wire(epsilon, delta, clip);
}
template <class Wire, remote::Exchanged<ModalityWeights> T>
void exchange(Wire& wire, T& value) {
    auto& [activation, weight, behaviour] = value;
    wire(activation, weight, behaviour);
}
template <class Wire, remote::Exchanged<TransferSpec> T>
void exchange(Wire& wire, T& value) {
    auto& [mode, hub, epochs, rate, schedule, batch, weights, temperature, ridge, privacy] = value;
    wire(mode, hub, epochs, rate, schedule, batch, weights, temperature, ridge, privacy);
}
template <class Wire, remote::Exchanged<Experiment> T>
void exchange(Wire& wire, T& value) {
    auto& [name, seed, threads, source, receiver, data, transfer, controls] = value;
    wire(name, seed, threads, source, receiver, data, transfer, controls);
}

// --- What a transfer finds -----------------------------------------------------------------------

template <class Wire, remote::Exchanged<Interval> T>
void exchange(Wire& wire, T& value) {
    auto& [lo, hi] = value;
    wire(lo, hi);
}
template <class Wire, remote::Exchanged<DriftFigures> T>
void exchange(Wire& wire, T& value) {
    auto& [output, hubError, hub, layer] = value;
    wire(output, hubError, hub, layer);
}
template <class Wire, remote::Exchanged<ShiftFigures> T>
void exchange(Wire& wire, T& value) {
    auto& [score, threshold, pValue] = value;
    wire(score, threshold, pValue);
}
template <class Wire, remote::Exchanged<ControlFigure> T>
void exchange(Wire& wire, T& value) {
    auto& [id, accuracy, pValue] = value;
    wire(id, accuracy, pValue);
}
template <class Wire, remote::Exchanged<StageSeconds> T>
void exchange(Wire& wire, T& value) {
    auto& [total, fingerprint, collect, hub, transfer, finetune, measure, package, prepare,
           controls] = value;
    wire(total, fingerprint, collect, hub, transfer, finetune, measure, package, prepare, controls);
}
template <class Wire, remote::Exchanged<HubFigures> T>
void exchange(Wire& wire, T& value) {
    auto& [roundTripSource, roundTripReceiver, lostVariance, rank, effectiveRank] = value;
    wire(roundTripSource, roundTripReceiver, lostVariance, rank, effectiveRank);
}
template <class Wire, remote::Exchanged<PrivacyStatement> T>
void exchange(Wire& wire, T& value) {
    auto& [epsilon, delta, clip, sensitivity, sigma, mu, releaseSize, noiseToSignal, unit,
           neighbouring, populationHash, splitHash, notCovered] = value;
    wire(epsilon, delta, clip, sensitivity, sigma, mu, releaseSize, noiseToSignal, unit,
         neighbouring, populationHash, splitHash, notCovered);
}
template <class Wire, remote::Exchanged<RunSummary> T>
void exchange(Wire& wire, T& value) {
    auto& [sourceAccuracy, accuracyBefore, accuracyAfter, interval, agreement, recovery, testSize,
           drift, shift, controls, gradientSteps, labelsUsed, seconds, peakMemoryBytes, tokenBytes,
           hub, privacy, sourceHash, receiverHash, metricsHash] = value;
    wire(sourceAccuracy, accuracyBefore, accuracyAfter, interval, agreement, recovery, testSize,
         drift, shift, controls, gradientSteps, labelsUsed, seconds, peakMemoryBytes, tokenBytes,
         hub, privacy, sourceHash, receiverHash, metricsHash);
}
template <class Wire, remote::Exchanged<Artifact> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, path, sha256, sizeBytes] = value;
    wire(kind, path, sha256, sizeBytes);
}
template <class Wire, remote::Exchanged<ControlAnswers> T>
void exchange(Wire& wire, T& value) {
    auto& [id, answers] = value;
    wire(id, answers);
}
template <class Wire, remote::Exchanged<ItemResults> T>
void exchange(Wire& wire, T& value) {
    auto& [classes, inputsHash, labels, source, before, after, controls] = value;
    wire(classes, inputsHash, labels, source, before, after, controls);
}
template <class Wire, remote::Exchanged<Token> T>
void exchange(Wire& wire, T& value) {
    auto& [knowledgeType, uhsVector, modalityWeights, correlationMap, lineageDag, generation,
           projectionHints, privacyEpsilon, privacyDelta, driftScore, sourceModelId, targetModelId,
           timestamp, version, customMetadata, integerFields] = value;
    wire(knowledgeType, uhsVector, modalityWeights, correlationMap, lineageDag, generation,
         projectionHints, privacyEpsilon, privacyDelta, driftScore, sourceModelId, targetModelId,
         timestamp, version, customMetadata, integerFields);
}
template <class Wire, remote::Exchanged<TransferRequest> T>
void exchange(Wire& wire, T& value) {
    auto& [experiment, cacheDir, artifactDir, snapshotRows] = value;
    wire(experiment, cacheDir, artifactDir, snapshotRows);
}
template <class Wire, remote::Exchanged<TransferResult> T>
void exchange(Wire& wire, T& value) {
    auto& [cancelled, failure, summary, token, artifacts, items] = value;
    wire(cancelled, failure, summary, token, artifacts, items);
}

// --- Networks ------------------------------------------------------------------------------------

template <class Wire, remote::Exchanged<NetworkModule> T>
void exchange(Wire& wire, T& value) {
    auto& [name, type, depth, outputShape, parameters, isTap, tapWidth, calls, note] = value;
    wire(name, type, depth, outputShape, parameters, isTap, tapWidth, calls, note);
}
template <class Wire, remote::Exchanged<NetworkOperator> T>
void exchange(Wire& wire, T& value) {
    auto& [name, uses, allowed, place] = value;
    wire(name, uses, allowed, place);
}
template <class Wire, remote::Exchanged<StateReport> T>
void exchange(Wire& wire, T& value) {
    auto& [strippedPrefix, missing, unexpected, misshapen, guesses, guessedClasses] = value;
    wire(strippedPrefix, missing, unexpected, misshapen, guesses, guessedClasses);
}
template <class Wire, remote::Exchanged<NetworkDescription> T>
void exchange(Wire& wire, T& value) {
    auto& [kind, title, modules, parameters, buffers, feature, hasHead, classes, wants, input,
           operators, attributes, warnings, refusal, state, recordingBytesPerSample,
           fullBytesPerSample] = value;
    wire(kind, title, modules, parameters, buffers, feature, hasHead, classes, wants, input,
         operators, attributes, warnings, refusal, state, recordingBytesPerSample,
         fullBytesPerSample);
}
template <class Wire, remote::Exchanged<FullActivation> T>
void exchange(Wire& wire, T& value) {
    auto& [tap, shape, kind, values] = value;
    wire(tap, shape, kind, values);
}
template <class Wire, remote::Exchanged<FullActivationRequest> T>
void exchange(Wire& wire, T& value) {
    auto& [experiment, cacheDir, which, checkpoint, validationRow, taps, maxBytes] = value;
    wire(experiment, cacheDir, which, checkpoint, validationRow, taps, maxBytes);
}

} // namespace tessera

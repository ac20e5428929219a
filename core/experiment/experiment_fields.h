#pragma once

#include <type_traits>

#include "core/api/experiment.h"
#include "core/experiment/field_types.h"

// The table of an experiment's fields: key, member, allowed values. It serves both directions:
// `Fields` is a JsonObjectReader with a Spec, or a JsonObjectWriter with a const Spec. A new field
// is one line here, a member in core/api/experiment.h and an entry in
// resources/schema/experiment.schema.json; the tests compare the three.
namespace tessera::experiment {

inline constexpr int kSteps = 100000; // most epochs, and most layers
inline constexpr int kWidest = 65536; // largest width of anything: layer, hub, batch
inline constexpr int kMostSamples = 1 << 30;
inline constexpr int kMostThreads = 1024;

inline constexpr Choices<ReceiverState, 2> kReceiverStates{
    {{"untrained", ReceiverState::Untrained}, {"trained", ReceiverState::Trained}}};
inline constexpr Choices<Mismatch, 2> kMismatches{
    {{"none", Mismatch::None}, {"classes", Mismatch::Classes}}};

inline constexpr Choices<PositionEncoding, 2> kEncodings{
    {{"learned", PositionEncoding::Learned}, {"sinusoidal", PositionEncoding::Sinusoidal}}};
inline constexpr Choices<Pooling, 2> kPoolings{
    {{"mean", Pooling::Mean}, {"class", Pooling::ClassToken}}};
inline constexpr Choices<HubRefit, 2> kRefits{
    {{"never", HubRefit::Never}, {"each_epoch", HubRefit::EachEpoch}}};
inline constexpr Choices<RateSchedule, 3> kSchedules{{{"auto", RateSchedule::Auto},
                                                      {"constant", RateSchedule::Constant},
                                                      {"one_cycle", RateSchedule::OneCycle}}};
inline constexpr Choices<HeadChoice, 2> kHeads{
    {{"keep", HeadChoice::Keep}, {"replace", HeadChoice::Replace}}};
inline constexpr Choices<HeaderRow, 3> kHeaderRows{
    {{"find", HeaderRow::Find}, {"yes", HeaderRow::Yes}, {"no", HeaderRow::No}}};
inline constexpr Choices<Separator, 6> kSeparators{{{"find", Separator::Find},
                                                    {"comma", Separator::Comma},
                                                    {"semicolon", Separator::Semicolon},
                                                    {"tab", Separator::Tab},
                                                    {"space", Separator::Space},
                                                    {"bar", Separator::Bar}}};
inline constexpr Choices<DataInput, 5> kDataInputs{{{"find", DataInput::Find},
                                                    {"flat", DataInput::Flat},
                                                    {"image", DataInput::Image},
                                                    {"rows", DataInput::Rows},
                                                    {"tokens", DataInput::Tokens}}};
inline constexpr Choices<Normalisation, 4> kNormalisations{{{"find", Normalisation::Find},
                                                            {"none", Normalisation::None},
                                                            {"unit", Normalisation::Unit},
                                                            {"standard", Normalisation::Standard}}};

// Spec or const Spec, so that one table reads and writes.
template <class T, class Spec>
concept Described = std::is_same_v<std::remove_const_t<T>, Spec>;

template <class Fields, Described<ArchitectureSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("family", spec.family.value, Presence::Required);
    fields.integer("width", spec.width, {1, kWidest});
    fields.integer("depth", spec.depth, {1, kSteps});
    fields.integer("classes", spec.classes, {1, kWidest});
    fields.boolean("positions", spec.positions);
    fields.choice("encoding", spec.encoding, kEncodings);
    fields.integer("patch", spec.patch, {1, kWidest});
    fields.integer("heads", spec.heads, {1, kWidest});
    fields.choice("pooling", spec.pooling, kPoolings);
}

template <class Fields, Described<NetworkSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.object("architecture", spec.architecture);
    fields.path("file", spec.file);
    fields.choice("head", spec.head, kHeads);
    fields.text("feature", spec.feature);
    fields.texts("freeze", spec.freeze);
    fields.require(spec.architecture || !spec.file.empty(), "needs an architecture or a file");
}

template <class Fields, Described<TrainSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.integer("epochs", spec.epochs, {0, kSteps});
    fields.real("rate", spec.rate, kPositive);
    fields.integer("batch", spec.batch, {1, kWidest});
    fields.text("optimiser", spec.optimiser);
}

template <class Fields, Described<SourceSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    describe(fields, spec.network);
    fields.object("train", spec.train);
}

template <class Fields, Described<ReceiverSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    describe(fields, spec.network);
    fields.choice("state", spec.state, kReceiverStates);
    fields.object("train", spec.train);
}

template <class Fields, Described<SplitSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.integer("source_train", spec.sourceTrain, {0, kMostSamples});
    fields.integer("reference", spec.reference, {0, kMostSamples});
    fields.integer("validation", spec.validation, {0, kMostSamples});
    fields.integer("test", spec.test, {0, kMostSamples});
    fields.require(spec.isDefault() || spec.reference > 0,
                   "has zero reference samples; a transfer needs some (all four at 0 stand for the "
                   "data set's own split)");
}

template <class Fields, Described<DataReading> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("label", spec.label);
    fields.text("inputs", spec.inputs);
    fields.choice("separator", spec.separator, kSeparators);
    fields.choice("header", spec.header, kHeaderRows);
    fields.choice("input", spec.input, kDataInputs);
    fields.integer("height", spec.height, {0, kWidest});
    fields.integer("width", spec.width, {0, kWidest});
    fields.integer("channels", spec.channels, {0, kWidest});
    fields.choice("normalise", spec.normalise, kNormalisations);
}

template <class Fields, Described<ShiftSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("kind", spec.kind);
    fields.real("strength", spec.strength, kShare);
}

template <class Fields, Described<TaskSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("kind", spec.kind);
    fields.real("strength", spec.strength, kShare);
    fields.text("data", spec.data);
}

template <class Fields, Described<DataSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("name", spec.name);
    fields.path("file", spec.file);
    fields.object("reading", spec.reading);
    fields.object("splits", spec.splits);
    fields.choice("mismatch", spec.mismatch, kMismatches);
    fields.object("shift", spec.shift);
    fields.object("task", spec.task);
    fields.require(!spec.name.empty() || !spec.file.empty(), "needs a name or a file");
}

template <class Fields, Described<HubSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("kind", spec.kind.value);
    fields.integer("dim", spec.dim, {1, kWidest});
    fields.real("whitening", spec.whitening, kShare);
    fields.choice("refit", spec.refit, kRefits);
}

template <class Fields, Described<ModalityWeights> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.real("A", spec.activation, kNotNegative);
    fields.real("W", spec.weight, kNotNegative);
    fields.real("B", spec.behaviour, kNotNegative);
    fields.require(spec.activation > 0.0 || spec.weight > 0.0 || spec.behaviour > 0.0,
                   "are all 0, so that nothing would be learned; raise one of A, W, B");
}

template <class Fields, Described<PrivacySpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.real("epsilon", spec.epsilon, kPositiveOrInfinite);
    fields.real("delta", spec.delta, kProbability);
    fields.real("clip", spec.clip, kPositive);
}

template <class Fields, Described<TransferSpec> Spec>
void describe(Fields& fields, Spec& spec) {
    fields.text("mode", spec.mode.value);
    fields.object("hub", spec.hub);
    fields.integer("epochs", spec.epochs, {0, kSteps});
    fields.real("rate", spec.rate, kPositive);
    fields.choice("schedule", spec.schedule, kSchedules);
    fields.integer("batch", spec.batch, {1, kWidest});
    fields.object("weights", spec.weights);
    fields.real("temperature", spec.temperature, kTemperature);
    fields.real("ridge", spec.ridge, kNotNegative);
    fields.object("privacy", spec.privacy);
}

template <class Fields, Described<Experiment> Spec>
void describe(Fields& fields, Spec& spec) {
    int schema = Experiment::kSchema; // newer ones have been refused before this
    fields.integer("schema", schema, {Experiment::kSchema, Experiment::kSchema});
    fields.text("name", spec.name);
    fields.natural("seed", spec.seed);
    fields.integer("threads", spec.threads, {0, kMostThreads});
    fields.object("source", spec.source, Presence::Required);
    fields.object("receiver", spec.receiver, Presence::Required);
    fields.object("data", spec.data, Presence::Required);
    fields.object("transfer", spec.transfer);
    fields.list("controls", spec.controls);
}

} // namespace tessera::experiment

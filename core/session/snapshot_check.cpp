#include "core/session/snapshot_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace tessera::session {

namespace {

using Problem = std::optional<std::string>;

constexpr std::int64_t kMaxExtent = 1 << 20; // of one dimension of an input
constexpr double kRounding = 1e-6;           // by which a share may pass 1

// Numbers of one input, or nothing if the extents are out of range.
std::optional<std::int64_t> numbersOf(const InputSpec& input) {
    const auto sensible = [](std::int64_t extent) { return extent >= 1 && extent <= kMaxExtent; };
    switch (input.kind) {
    case InputKind::Tokens:
    case InputKind::Flat:
        return sensible(input.length) ? std::optional(input.length) : std::nullopt;
    case InputKind::Rows:
        return sensible(input.length) && sensible(input.width)
                   ? std::optional(input.length * input.width)
                   : std::nullopt;
    case InputKind::Image:
        return sensible(input.length) && sensible(input.width) && sensible(input.channels)
                   ? std::optional(input.channels * input.length * input.width)
                   : std::nullopt;
    }
    return std::nullopt;
}

// Whether the matrix has `rows` rows of at least one column, and a value for each place.
bool hasRows(const Matrix& matrix, std::int64_t rows) {
    const auto values = static_cast<std::int64_t>(matrix.values.size());
    return matrix.rows == rows && matrix.columns >= 1 && values % rows == 0 &&
           values / rows == matrix.columns;
}

// Whether there are `count` classes, each from `lowest` to below `end`.
bool areClasses(const std::vector<std::int32_t>& classes, std::int64_t count, std::int32_t lowest,
                std::int32_t end) {
    return static_cast<std::int64_t>(classes.size()) == count &&
           std::all_of(classes.begin(), classes.end(),
                       [&](std::int32_t each) { return each >= lowest && each < end; });
}

Problem problemOf(const SampleSet& samples) {
    if (samples.size() < 1) {
        return "there are no samples";
    }
    const auto numbers = numbersOf(samples.input);
    if (!numbers || samples.inputs.columns != *numbers ||
        !hasRows(samples.inputs, samples.size())) {
        return "the inputs do not have the size that is given for them";
    }
    if (samples.total < samples.size()) {
        return "there are more samples than there are said to be";
    }
    if (samples.classes < 1 || samples.classes > kMaxShownClasses) {
        return fmt::format("the number of classes is {}", samples.classes);
    }
    if (!areClasses(samples.labels, samples.size(), -1, samples.classes)) {
        return "the labels do not fit the samples and classes";
    }
    return {};
}

Problem problemOf(const NetworkRows& network, std::int64_t samples) {
    std::unordered_set<std::string> names;
    for (const LayerRows& layer : network.layers) {
        if (layer.name.empty() || !names.insert(layer.name).second) {
            return fmt::format("the name '{}' does not stand for one layer", layer.name);
        }
        if (!hasRows(layer.values, samples)) {
            return fmt::format("the layer '{}' does not fit the samples", layer.name);
        }
    }
    if (!network.hub.empty() && !hasRows(network.hub, samples)) {
        return "the hub coordinates do not fit the samples";
    }
    // A network may have other classes than the data.
    if (!areClasses(network.predicted, samples, 0, kMaxShownClasses)) {
        return "the predictions do not fit the samples";
    }
    return {};
}

// Every coordinate stands for the same axis in both networks and in the shares.
Problem problemOfAxes(const Snapshot& snapshot) {
    const auto& source = snapshot.source->hub;
    const auto& receiver = snapshot.receiver->hub;
    if (!source.empty() && !receiver.empty() && source.columns != receiver.columns) {
        return "source and receiver have different numbers of hub axes";
    }
    const auto axes = std::max(source.columns, receiver.columns);
    const auto& shares = snapshot.axisShares;
    if (axes > 0 && !shares.empty() && static_cast<std::int64_t>(shares.size()) != axes) {
        return "the shares of variance are not as many as the hub axes";
    }
    if (!std::all_of(shares.begin(), shares.end(),
                     [](double share) { return share >= 0.0 && share <= 1.0 + kRounding; })) {
        return "a share of variance is not between 0 and 1";
    }
    return {};
}

Problem problemOfDrift(const Snapshot& snapshot) {
    const auto& drift = snapshot.drift;
    if (!drift.empty() && static_cast<std::int64_t>(drift.size()) != snapshot.samples->size()) {
        return "the drift is not measured on all samples";
    }
    if (std::any_of(drift.begin(), drift.end(), [](float each) { return each < 0.0F; })) {
        return "a drift is negative";
    }
    return {};
}

Problem problemOf(const Snapshot& snapshot) {
    if (!snapshot.samples || !snapshot.source || !snapshot.receiver) {
        return "the samples or a network are missing";
    }
    if (snapshot.step < 0) {
        return fmt::format("the step is {}", snapshot.step);
    }
    if (auto problem = problemOf(*snapshot.samples)) {
        return problem;
    }
    for (const auto* network : {snapshot.source.get(), snapshot.receiver.get()}) {
        if (auto problem = problemOf(*network, snapshot.samples->size())) {
            return problem;
        }
    }
    if (auto problem = problemOfDrift(snapshot)) {
        return problem;
    }
    return problemOfAxes(snapshot);
}

} // namespace

std::optional<std::string> problemOf(const RunSnapshots& snapshots) {
    const auto& [first, last] = snapshots;
    if (!first || !last) {
        return "a snapshot is missing";
    }
    if (auto problem = problemOf(*first)) {
        return problem;
    }
    if (first == last) {
        return {};
    }
    if (auto problem = problemOf(*last)) {
        return problem;
    }
    const auto sameName = [](const LayerRows& one, const LayerRows& other) {
        return one.name == other.name;
    };
    const auto& before = first->receiver->layers;
    const auto& after = last->receiver->layers;
    if (first->samples != last->samples || first->source != last->source ||
        first->step > last->step ||
        !std::equal(before.begin(), before.end(), after.begin(), after.end(), sameName)) {
        return "the snapshots do not follow each other in one run";
    }
    return {};
}

} // namespace tessera::session

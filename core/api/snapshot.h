#pragma once

#include "core/api/input_spec.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What the views show of two networks at one step of a run. Plain values, shared between threads as
// pointers to const. Rows are the first validation inputs, in their order, everywhere.
namespace tessera {

// Row-major; a value that is not finite is shown as missing.
struct Matrix {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<float> values; // rows * columns

    [[nodiscard]] bool empty() const { return values.empty(); }
    [[nodiscard]] float at(std::int64_t row, std::int64_t column) const {
        return values[static_cast<std::size_t>(row * columns + column)];
    }
};

// The inputs that all snapshots of a run speak of.
struct SampleSet {
    InputSpec input;
    int classes = 0;
    std::int64_t total = 0; // validation inputs there are; `inputs` holds the first of them
    Matrix inputs;          // (samples, numbers of one input, as InputSpec orders them)
    std::vector<std::int32_t> labels; // class of each sample
    [[nodiscard]] std::int64_t size() const { return inputs.rows; }
};

// A tap's pooled activations, (samples, width).
struct LayerRows {
    std::string name; // as TapPoint has it; the last one is "feature"
    Matrix values;
};

struct NetworkRows {
    std::vector<LayerRows> layers;       // in order of execution
    Matrix hub;                          // (samples, leading hub axes); empty: cannot be encoded
    std::vector<std::int32_t> predicted; // top-1 class of each sample
};

struct Snapshot {
    std::int64_t step = 0; // as in MetricSample
    std::shared_ptr<const SampleSet> samples;
    std::shared_ptr<const NetworkRows> source; // the same object at every step of a run
    std::shared_ptr<const NetworkRows> receiver;
    std::vector<double> axisShares; // share of the source's variance on each axis of `hub`, 0..1
    // Of each sample: its part of the output drift, KL(source || receiver) in nats. Empty: not
    // measured.
    std::vector<float> drift = {};
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

// What is kept of a run: before the receiver learned, and at the end.
struct RunSnapshots {
    SnapshotPtr first; // null: nothing was recorded
    SnapshotPtr last;
};

} // namespace tessera

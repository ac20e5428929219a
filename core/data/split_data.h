#pragma once

#include "core/api/experiment.h"
#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <torch/types.h>

#include <string>

namespace tessera::data {

// Inputs as InputSpec says, labels int64 (samples).
struct LabelledRows {
    torch::Tensor inputs;
    torch::Tensor labels;
    [[nodiscard]] std::int64_t size() const { return inputs.defined() ? inputs.size(0) : 0; }
};

// A data set cut into four disjoint parts. The labels of the reference set are there for methods
// that learn from labels and report so; nothing else may read them.
struct SplitData {
    std::string name;
    InputSpec input;
    int classes = 0;
    // Content hash of everything that the parts were drawn from: privacy is spent by data set,
    // since the parts of different seeds overlap.
    std::string populationHash;
    LabelledRows sourceTrain;
    torch::Tensor reference; // inputs in a fixed order
    torch::Tensor referenceLabels;
    LabelledRows validation;
    LabelledRows test;
    // Inputs like those of source-train, without a shift, that the source has not learned from: the
    // validation rows before they were shifted. May be undefined or empty.
    torch::Tensor sourceHeldOut;
};

// Of the parts that a private release depends on: source-train, reference and validation.
[[nodiscard]] std::string splitHash(const SplitData& data);

// SHA-256 of dtype, shape and bytes.
[[nodiscard]] std::string contentHash(const torch::Tensor& tensor);

} // namespace tessera::data

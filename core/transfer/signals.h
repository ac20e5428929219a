#pragma once

#include "core/fingerprint/moments.h"
#include "core/tap/row_store.h"
#include "core/zoo/network.h"

#include <ATen/core/Generator.h>
#include <torch/types.h>

#include <stop_token>
#include <string>
#include <vector>

namespace tessera::transfer {

// What one network says about a set of inputs, rows in the order of the inputs.
struct Signals {
    tap::RowStore features;            // (n, width) of the `feature` tap
    tap::RowStore logits;              // (n, classes)
    std::vector<std::string> layers;   // names of the layer taps
    std::vector<tap::RowStore> values; // (rows, width) each, pooled, in the order of `layers`
    // Of all rows of each layer, in the order of `layers`; none unless asked for.
    std::vector<fingerprint::ColumnMoments> moments;
    [[nodiscard]] bool empty() const { return !features.defined(); }
};

// What of the layers is wanted, and where the rows go.
struct SignalPlan {
    bool layers = false;        // false: features and logits only
    std::int64_t layerRows = 0; // inputs, from the first on, of which the layers' rows are kept
    bool layerMoments = false;
    tap::RowSpacePtr space;
};

// In evaluation mode, without gradients. Empty if stopped, or without inputs. Io.
[[nodiscard]] Result<Signals> collectSignals(zoo::Network& network, const torch::Tensor& inputs,
                                             const SignalPlan& plan, const std::stop_token& stop);

// Features, logits and layers with their rows permuted alike, the layers' within those that were
// kept: the control in which the source says true things about the wrong inputs. Io.
[[nodiscard]] Result<Signals> shuffled(const Signals& signals, at::Generator generator);

} // namespace tessera::transfer

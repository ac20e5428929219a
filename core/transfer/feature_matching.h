#pragma once

#include "core/tap/row_store.h"
#include "core/transfer/learning.h"

#include <functional>
#include <optional>

namespace tessera::transfer {

// What the receiver learns from on the reference inputs, rows in their order.
struct Targets {
    tap::RowStore features; // (n, receiver width)
    tap::RowStore logits;   // (n, classes); undefined = outputs are not distilled
    // The features for epoch 2, 3, ...; empty, or none of it (stopped): as before.
    std::function<Result<std::optional<tap::RowStore>>()> renewFeatures{};
};

// Trains the receiver towards the targets as learn() does, with
//   wA MSE(features, targets) / mean target variance + wB T^2 KL(source/T || receiver/T).
// The terms are "activation" and "behaviour". Codes of learn(), Io.
[[nodiscard]] Result<LearningReport> matchFeatures(const TransferInput& input,
                                                   const Targets& targets, EventSink& events,
                                                   const LearningHooks& hooks,
                                                   const std::stop_token& stop);

// Population variance of rows, mean over their columns, as losses are scaled by: float32; NaN
// without rows. Io.
[[nodiscard]] Result<double> meanVariance(const tap::RowStore& rows);

} // namespace tessera::transfer

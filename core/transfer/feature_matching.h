#pragma once

#include "core/tap/row_store.h"
#include "core/transfer/mode.h"

#include <functional>

namespace tessera::transfer {

// What the receiver learns from on the reference inputs, rows in their order.
struct Targets {
    tap::RowStore features; // (n, receiver width)
    tap::RowStore logits;   // (n, classes); undefined = outputs are not distilled
};

struct MatchingReport {
    bool cancelled = false;
    std::int64_t steps = 0;
};

// Trains the receiver towards the targets with Adam (Kingma and Ba 2015), batches drawn anew each
// epoch, a last batch of one dropped. Emits loss.batch per step and, per epoch, loss.total,
// loss.activation and loss.behaviour. `afterEpoch(epoch)` is called with 1, 2, ...
// Diverged if the loss is not finite, Io. Leaves the receiver in evaluation mode.
[[nodiscard]] Result<MatchingReport>
matchFeatures(const TransferInput& input, const Targets& targets, EventSink& events,
              const std::function<void(std::int64_t)>& afterStep,
              const std::function<void(std::int64_t)>& afterEpoch, const std::stop_token& stop);

// Optimiser steps that matchFeatures() will take.
[[nodiscard]] std::int64_t plannedSteps(std::int64_t rows, const TransferSpec& spec);

} // namespace tessera::transfer

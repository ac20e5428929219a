#pragma once

#include "core/api/events.h"
#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/data/split_data.h"
#include "core/zoo/network.h"

#include <stop_token>

namespace tessera::jobs {

// Unsupported for an optimiser other than "adam".
[[nodiscard]] Result<void> checkTraining(const TrainSpec& spec);

// Trains a classifier with labels: cross-entropy, Adam, batches drawn anew each epoch by `seed`, a
// last batch of one dropped. Returns false if stopped (polled once a batch); the network is then
// half trained. Reports Phase::Prepare with `what`. Diverged if the loss is not finite;
// Unsupported for an optimiser other than "adam"; InvalidArgument without samples.
[[nodiscard]] Result<bool> trainClassifier(zoo::Network& network, const data::LabelledRows& rows,
                                           const TrainSpec& spec, std::uint64_t seed,
                                           const std::string& what, EventSink& events,
                                           const std::stop_token& stop);

} // namespace tessera::jobs

#pragma once

#include <vector>

#include "core/api/experiment.h"

namespace tessera::experiment {

// What an experiment is compared with unless it says otherwise: "untrained_source",
// "shuffled_targets", "readout_only".
[[nodiscard]] std::vector<ControlId> defaultControls();

// How the rate goes over the steps in the end, which is never Auto: where nothing is asked for, one
// cycle for mode A and constant for all others. "reference" is published with a constant rate and
// keeps it whatever is asked for.
[[nodiscard]] RateSchedule resolvedSchedule(const TransferSpec& transfer);

// The pairs of the first demonstration, on the digits: two sources teach three receivers of other
// families, for seeds 1..seeds. Ordered by seed, source, receiver; empty for seeds < 1.
[[nodiscard]] std::vector<Experiment> demoExperiments(int seeds);

} // namespace tessera::experiment

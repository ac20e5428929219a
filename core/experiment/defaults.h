#pragma once

#include <vector>

#include "core/api/experiment.h"

namespace tessera::experiment {

// What an experiment is compared with unless it says otherwise: "untrained_source",
// "shuffled_targets", "readout_only".
[[nodiscard]] std::vector<ControlId> defaultControls();

// The pairs of the first demonstration, on the digits: two sources teach three receivers of other
// families, for seeds 1..seeds. Ordered by seed, source, receiver; empty for seeds < 1.
[[nodiscard]] std::vector<Experiment> demoExperiments(int seeds);

} // namespace tessera::experiment

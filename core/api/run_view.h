#pragma once

#include "core/api/events.h"
#include "core/api/run.h"
#include "core/api/snapshot.h"

#include <memory>
#include <vector>

namespace tessera {

// Everything that views and plots show of one run, finished or still running. A value: what is
// running gets a new one now and then.
struct RunView {
    RunRecord record;
    std::vector<MetricSample> samples; // ordered by series, layer, step
    RunSnapshots snapshots;
};

using RunViewPtr = std::shared_ptr<const RunView>;

} // namespace tessera

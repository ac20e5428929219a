#pragma once

#include "core/api/projection.h"
#include "core/api/result.h"

#include <stop_token>

namespace tessera::projection {

// Makes the picture that `request` asks for, on the calling thread with up to request.threads - 1
// more. Equal points lie at one place. Fewer neighbours and a smaller perplexity are used where
// there are few points; a single point, and points that are all equal, lie at 0.
// A stop is looked for at least once a step, and is no error: see Projection::finished.
// InvalidArgument: a setting outside of its range, or nothing to draw: no rows or columns, no
// finite row; OutOfMemory; Diverged: the learning rate is too large.
[[nodiscard]] Result<Projection> project(const ProjectionRequest& request,
                                         ProjectionObserver& observer,
                                         const std::stop_token& stop = {});

} // namespace tessera::projection

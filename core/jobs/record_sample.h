#pragma once

#include "core/api/network_description.h"
#include "core/api/watch.h"
#include "core/data/data_registry.h"

#include <vector>

namespace tessera::jobs {

// Engine::recordSample(). Nothing if stopped.
[[nodiscard]] Result<std::vector<FullActivation>> recordSample(const FullActivationRequest& request,
                                                               data::DataAccess access,
                                                               const Watch& watch);

} // namespace tessera::jobs

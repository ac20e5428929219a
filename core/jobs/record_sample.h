#pragma once

#include "core/api/network_description.h"
#include "core/data/data_registry.h"

#include <stop_token>
#include <vector>

namespace tessera::jobs {

// Engine::recordSample(). Nothing if stopped.
[[nodiscard]] Result<std::vector<FullActivation>> recordSample(const FullActivationRequest& request,
                                                               data::DataAccess access,
                                                               const std::stop_token& stop);

} // namespace tessera::jobs

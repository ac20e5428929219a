#pragma once

#include "core/api/network_description.h"
#include "core/api/watch.h"

#include <memory>

namespace tessera::jobs {

// Engine::describeNetwork().
[[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                const Watch& watch);

} // namespace tessera::jobs

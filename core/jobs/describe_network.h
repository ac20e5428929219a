#pragma once

#include "core/api/network_description.h"

#include <stop_token>

namespace tessera::jobs {

// Engine::describeNetwork().
[[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                const std::stop_token& stop);

} // namespace tessera::jobs

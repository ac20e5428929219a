#pragma once

#include "core/api/data_description.h"
#include "core/data/data_registry.h"

#include <memory>
#include <stop_token>

namespace tessera::jobs {

// Engine::describeData(). A null pointer if stopped.
[[nodiscard]] Result<std::shared_ptr<const DataDescription>>
describeData(const DataSpec& spec, data::DataAccess access, const std::stop_token& stop);

} // namespace tessera::jobs

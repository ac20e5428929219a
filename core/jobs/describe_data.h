#pragma once

#include "core/api/data_description.h"
#include "core/api/watch.h"
#include "core/data/data_registry.h"

#include <memory>

namespace tessera::jobs {

// Engine::describeData(). A null pointer if stopped.
[[nodiscard]] Result<std::shared_ptr<const DataDescription>>
describeData(const DataSpec& spec, data::DataAccess access, const Watch& watch);

} // namespace tessera::jobs

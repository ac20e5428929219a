#pragma once

#include "core/api/analysis.h"

namespace tessera::jobs {

// As Analysis has it.
[[nodiscard]] Result<std::shared_ptr<const AnchorFit>> fitAnchors(const AnchorFitRequest& request,
                                                                  const Watch& watch);

} // namespace tessera::jobs

#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "supervised": cross-entropy with the true classes of the reference set, which no other method
// sees. What labels would have been worth; the source is not asked.
[[nodiscard]] BaselineMethod supervisedMethod();

} // namespace tessera::transfer

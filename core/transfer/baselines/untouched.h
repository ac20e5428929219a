#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "none": the receiver as it is, measured like every other method. The floor.
[[nodiscard]] BaselineMethod untouchedMethod();

} // namespace tessera::transfer

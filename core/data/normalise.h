#pragma once

#include "core/api/experiment.h"
#include "core/data/split_data.h"

namespace tessera::data {

// Scales the inputs of all parts alike: by what is known beforehand (bytes by 255), or by what
// source-train says (the reference set, where there is none), so that nothing is learned from the
// other parts. Tokens stay as they are. `bytes`: whole numbers 0 to 255 that mean a share of 255. A
// feature that is constant becomes 0.
void normalise(SplitData& parts, Normalisation how, bool bytes);

} // namespace tessera::data

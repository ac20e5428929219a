#pragma once

#include "core/data/split_data.h"

namespace tessera::data {

// 16 tokens 0..255 drawn uniformly; the class says whether their mean is at least 128. Source-train
// comes from LibTorch's generator seeded with `seed`, as in the reference's benchmark; the other
// parts from seeds derived from it, so that the parts of neighbouring seeds never meet.
[[nodiscard]] Result<SplitData> makeTokenMean(const SplitSpec& sizes, std::uint64_t seed);

} // namespace tessera::data

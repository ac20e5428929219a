#pragma once

#include "core/data/split_data.h"

namespace tessera::data {

// 16 tokens 0..255 drawn uniformly; the class says whether their mean is at least 128. Source-train
// comes from LibTorch's generator seeded with `seed`, validation from seed + 1 (as in the
// reference's benchmark), the reference set from seed + 2, test from seed + 3.
[[nodiscard]] Result<SplitData> makeTokenMean(const SplitSpec& sizes, std::uint64_t seed);

} // namespace tessera::data

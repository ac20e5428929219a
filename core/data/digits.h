#pragma once

#include "core/data/split_data.h"

#include <filesystem>

namespace tessera::data {

// 1,797 handwritten digits of 8 x 8 pixels (Alpaydin and Kaynak 1998, UCI), scaled to 0..1.
// NotFound if the file is missing; Corrupt if it is damaged; InvalidArgument for too large splits.
[[nodiscard]] Result<SplitData> loadDigits(const SplitSpec& sizes, std::uint64_t seed,
                                           const std::filesystem::path& dataDir);

} // namespace tessera::data

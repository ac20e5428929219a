#pragma once

#include "core/format/named_array.h"

#include <torch/types.h>

namespace tessera::data {

// The array's own numbers as a tensor, which must not outlive the array and must not be written to.
[[nodiscard]] torch::Tensor viewOf(const format::NamedArray& array);

[[nodiscard]] bool holdsWholeNumbers(format::DType dtype);

} // namespace tessera::data

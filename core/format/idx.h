#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tessera::format {

// One array of an IDX file, the format of the MNIST digits (LeCun, Cortes and Burges 1998): two
// zero bytes, a type, the number of axes, their sizes and the numbers, all big-endian. Comes back
// little-endian. Corrupt: not IDX, or of another length than its header says.
[[nodiscard]] Result<NamedArray> parseIdx(std::span<const std::byte> file);

// F64, F32, I32, I16, I8 or U8, at most 255 axes. InvalidArgument: anything else.
[[nodiscard]] Result<std::vector<std::byte>> serializeIdx(const NamedArray& array);

} // namespace tessera::format

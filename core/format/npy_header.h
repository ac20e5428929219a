#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::format {

// Unsigned types that DType does not have, and are read as the next wider signed one.
enum class NpyWiden { No, U16, U32, U64 };

struct NpyHeader {
    DType dtype = DType::F32; // that comes out
    NpyWiden widen = NpyWiden::No;
    std::size_t itemSize = 4; // in the file
    bool bigEndian = false;
    bool columnMajor = false;
    std::vector<std::int64_t> shape;
};

// The Python dictionary {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }, nothing more
// of Python. Corrupt, Unsupported.
[[nodiscard]] Result<NpyHeader> parseNpyHeader(std::string_view text);
[[nodiscard]] std::string npyHeaderText(const NamedArray& array);

} // namespace tessera::format

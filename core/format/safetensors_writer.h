#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tessera::format {

// A NamedArray without its bytes.
struct ArrayHead {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
};

// What stands before the bytes of these arrays in a SafeTensors file. InvalidArgument: a name is
// empty, reserved, not UTF-8 or used twice, or a shape has no size.
[[nodiscard]] Result<std::vector<std::byte>>
safetensorsBeginning(const std::vector<ArrayHead>& arrays,
                     const std::map<std::string, std::string>& metadata);

using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;

// An array whose bytes are made while they are written: it never is in memory as a whole.
struct StreamedArray {
    ArrayHead head;
    std::function<Result<void>(const ByteSink&)> write; // hands over all bytes in order
};

// The file that writeSafetensors() makes of the same arrays. Its codes and those of the arrays'
// write(); an existing file then stays as it was.
[[nodiscard]] Result<void> streamSafetensors(const std::filesystem::path& path,
                                             const std::vector<StreamedArray>& arrays,
                                             const std::map<std::string, std::string>& metadata);

} // namespace tessera::format

#pragma once

#include "core/format/named_array.h"
#include "core/format/safetensors_writer.h"
#include "core/tap/row_store.h"

#include <torch/types.h>

#include <string>

// Tensors as arrays of a file of a hub. Names, hashes and figures stand in its metadata.
namespace tessera::hub {

inline constexpr const char* kMetadataKey = "twb.hub";

// Of float64, or float32 if the tensor is.
[[nodiscard]] format::StreamedArray asArray(const std::string& name, const torch::Tensor& tensor);
// Of float64.
[[nodiscard]] format::StreamedArray asArray(const std::string& name, const tap::RowStore& rows);

// An undefined tensor if the file has no array of that name, rank and type (F64 or F32), or not all
// of its values are finite.
[[nodiscard]] torch::Tensor asTensor(const format::ArrayFile& file, const std::string& name,
                                     std::size_t rank, format::DType type = format::DType::F64);

} // namespace tessera::hub

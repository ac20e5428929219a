#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

// SafeTensors files: the length of the header (8 bytes), a JSON header, and the arrays one after
// another without gaps.
namespace tessera::format {

// Corrupt: not a SafeTensors file, or its header and its data do not agree; Unsupported: a type of
// numbers that DType does not have.
[[nodiscard]] Result<ArrayFile> parseSafetensors(std::span<const std::byte> file);

// Codes of readFile() and parseSafetensors().
[[nodiscard]] Result<ArrayFile> readSafetensors(const std::filesystem::path& path);

// The same arrays in the same order give the same bytes. InvalidArgument: a name is empty,
// reserved, not UTF-8 or used twice, or an array's bytes do not fit its shape.
[[nodiscard]] Result<std::vector<std::byte>> serializeSafetensors(const ArrayFile& file);

// Codes of serializeSafetensors() and writeFileAtomically().
[[nodiscard]] Result<void> writeSafetensors(const std::filesystem::path& path,
                                            const ArrayFile& file);

} // namespace tessera::format

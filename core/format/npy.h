#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

// Arrays of NumPy: one in a .npy file, several with names in a .npz archive (NumPy Enhancement
// Proposal 1, versions 1 to 3).
namespace tessera::format {

// Comes back row-major and little-endian, whatever the file has. u2 becomes I32, u4 and u8 become
// I64. Corrupt: not NumPy's, damaged, or of another length than its header says; Unsupported:
// objects, text, dates, records, complex numbers, or u8 numbers beyond I64.
[[nodiscard]] Result<NamedArray> parseNpy(std::span<const std::byte> file);

// All arrays of an archive, stored or compressed, in the archive's order; names without ".npy".
// Unsupported: together they would take more than `maxBytes` unpacked.
[[nodiscard]] Result<std::vector<NamedArray>> parseNpz(std::span<const std::byte> file,
                                                       std::uint64_t maxBytes);

// The bytes of a .npy file, version 1.0.
[[nodiscard]] std::vector<std::byte> serializeNpy(const NamedArray& array);

} // namespace tessera::format

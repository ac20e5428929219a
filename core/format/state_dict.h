#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <filesystem>
#include <span>

// What PyTorch's torch.save(model.state_dict()) writes since version 1.6: a zip archive of a pickle
// and one uncompressed record per storage. No Python and no code from the file is run.
namespace tessera::format {

// The arrays in the order of the dictionary, each contiguous; a tensor with two names appears
// twice. Corrupt: damaged; Unsupported: something other than a state dict, or one that would call
// a function that is not allowed.
[[nodiscard]] Result<ArrayFile> parseStateDict(std::span<const std::byte> archive);

// Codes of readFile() and parseStateDict().
[[nodiscard]] Result<ArrayFile> readStateDict(const std::filesystem::path& path);

} // namespace tessera::format

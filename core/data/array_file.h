#pragma once

#include "core/data/data_file.h"

#include <cstddef>
#include <optional>
#include <span>

namespace tessera::data {

enum class ArrayKind { Npy, Npz, Idx, Safetensors };

// By the first bytes; nothing if it is none of them.
[[nodiscard]] std::optional<ArrayKind> arrayKind(std::span<const std::byte> bytes);

// Inputs and labels as arrays: two of an archive (by the names of the reading, else by their names
// and shapes), or one file for each (`x.npy` and `y.npy` or `x-labels.npy`,
// `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`: the label's file is found beside, or
// named by `reading.label`). Inputs of 2 axes are flat vectors (tokens, where the reading says so
// and they are whole numbers), of 3 axes images if they are bytes and rows else, of 4 axes images,
// channels first or last. Codes of readDataFile().
[[nodiscard]] Result<DataFile> readArrays(std::span<const std::byte> bytes, ArrayKind kind,
                                          const DataSpec& spec, const ReadLimits& limits);

} // namespace tessera::data

#pragma once

#include "core/data/data_file.h"

namespace tessera::data {

// A folder with a folder per class, whose names are the classes, in the order of their names; those
// without images are left out, with a warning, and hidden ones without. Images are brought to one
// size and number of channels (of the reading, else those of the first one). What does not decode
// is dropped, counted and listed. Codes of readDataFile(); Unsupported: there is no decoder.
[[nodiscard]] Result<DataFile> readImageFolder(const DataSpec& spec, const ReadLimits& limits);

} // namespace tessera::data

#pragma once

#include "core/data/data_file.h"

#include <string_view>

namespace tessera::data {

// Comma-separated values with a label column: all other columns numbers (flat vectors, or images
// where the reading says so, channel after channel, rows or tokens), or one column of text, whose
// bytes become tokens. The separator, the header and the label column are found out where the
// reading does not say them. Beside semicolons, decimals may stand after a comma.
// Rows with another number of fields, cells that are no finite numbers and labels that are empty,
// or not a number among numbers, are dropped and counted. Codes of readDataFile().
[[nodiscard]] Result<DataFile> readCsv(std::string_view text, const DataSpec& spec,
                                       const ReadLimits& limits);

} // namespace tessera::data

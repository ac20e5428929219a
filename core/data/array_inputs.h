#pragma once

#include "core/data/data_file.h"
#include "core/format/named_array.h"

namespace tessera::data {

// Makes samples of two arrays, as file.about.reading wants them. Samples with numbers that are not
// finite, or without a label, are dropped and counted. InvalidArgument: the counts differ, the
// inputs have no axis besides the samples', they are not what the reading says, the labels are no
// classes, or it does not fit the memory.
[[nodiscard]] Result<void> fillFromArrays(const format::NamedArray& inputs,
                                          const format::NamedArray& labels,
                                          const ReadLimits& limits, DataFile& file);

} // namespace tessera::data

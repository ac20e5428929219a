#pragma once

#include "core/data/split_data.h"

namespace tessera::data {

// Cuts labelled samples into the four parts: shuffled by `seed`, disjoint, stratified (every part
// has each class in the proportion of the whole, to within two samples where the classes are about
// equally large). Source-train and then the reference set are cut from the front of the shuffled
// order, test and then validation from its end: reference sets of different sizes are parts of each
// other and leave the other parts alone. Where the parts take up all samples, as by default, they
// follow one another in that order.
// InvalidArgument if there are not enough samples.
[[nodiscard]] Result<SplitData> split(const LabelledRows& all, int classes, const SplitSpec& sizes,
                                      std::uint64_t seed);

} // namespace tessera::data

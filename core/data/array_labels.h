#pragma once

#include "core/data/class_collector.h"
#include "core/format/named_array.h"

#include <optional>
#include <vector>

namespace tessera::data {

struct ArrayLabels {
    ClassIndex classes;             // of the samples that have one
    std::vector<std::int64_t> kept; // which these are, rising
};

// One label for each sample: numbers, or one-hot rows, which name the place of their largest
// number. A sample whose number is not finite, or whose row has no single largest one, has none.
// InvalidArgument: too many different ones.
[[nodiscard]] Result<ArrayLabels> labelsOf(const format::NamedArray& array);

} // namespace tessera::data

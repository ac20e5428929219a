#pragma once

#include "core/api/data_description.h"
#include "core/api/experiment.h"
#include "core/api/result.h"
#include "core/format/csv.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::data {

// What the columns of a CSV are, before its rows are read for good.
struct CsvLayout {
    char separator = ',';
    format::DecimalMark mark = format::DecimalMark::Point;
    bool header = false;
    std::size_t rows = 0; // with as many fields as there are columns, the header not counted
    std::vector<DataColumn> columns;
    std::size_t label = 0;
    std::string labelId;             // finds the label again: its name, or its number from 1
    std::vector<std::size_t> inputs; // columns that are taken for inputs
    bool text = false;               // the one input is text
    std::vector<std::string> warnings;
};

// Looks at all rows once. InvalidArgument: a single column, a label that does not exist, several
// columns of text, or stopped; Corrupt: no rows, or a quote that is never closed.
[[nodiscard]] Result<CsvLayout> findLayout(std::string_view text, const DataReading& reading,
                                           const std::stop_token& stop);

} // namespace tessera::data

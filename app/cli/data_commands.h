#pragma once

#include "app/cli/command.h"
#include "core/api/experiment.h"

#include <string>

namespace tessera::cli {

struct DataInfoOptions {
    std::string data; // a file, a folder of images, or the name of a built-in set
    DataReading reading;
    ShiftSpec shift;
};

// The built-in data sets, and the changes that any data can be given.
int listData(const CommandContext& context);

// What is in a data set, and what was left out.
int describeData(const CommandContext& context, const DataInfoOptions& options);

} // namespace tessera::cli

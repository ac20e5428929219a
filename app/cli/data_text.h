#pragma once

#include "core/api/data_description.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

// What `tessera data info` tells, as text and as JSON. Pure functions.
namespace tessera::cli {

[[nodiscard]] std::string dataText(const std::string& name, const DataSpec& spec,
                                   const DataDescription& about);
[[nodiscard]] nlohmann::ordered_json dataJson(const std::string& name, const DataSpec& spec,
                                              const DataDescription& about);

// {source_train, reference, validation, test}
[[nodiscard]] nlohmann::ordered_json splitsJson(const SplitSpec& splits);

} // namespace tessera::cli

#pragma once

#include "core/api/network_description.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

// What `tessera models info` tells, as text and as JSON. Pure functions.
namespace tessera::cli {

[[nodiscard]] std::string modelText(const NetworkDescription& about);
[[nodiscard]] nlohmann::ordered_json modelJson(const NetworkDescription& about);

} // namespace tessera::cli

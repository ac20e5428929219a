#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "core/api/result.h"

namespace tessera::experiment {

// Parses JSON that people write. Corrupt: not UTF-8, or not JSON (with line and column, and the
// byte in Error::offset); InvalidArgument: a key stands twice in one object, of which readers would
// silently drop one, or an object has more than 1000 keys.
[[nodiscard]] Result<nlohmann::ordered_json> parseJsonText(std::string_view text);

} // namespace tessera::experiment

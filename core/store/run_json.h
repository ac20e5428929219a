#pragma once

#include "core/api/result.h"
#include "core/api/run.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// The JSON form of what a run measured and ran on, in the store. What was not measured is null;
// numbers that are not finite are the strings "Infinity", "-Infinity", "NaN". Key names are frozen.
namespace tessera::store {

[[nodiscard]] nlohmann::ordered_json toJson(const RunSummary& summary);
[[nodiscard]] nlohmann::ordered_json toJson(const Environment& environment);

// Keys that are missing keep their defaults and unknown keys are skipped, so that versions read
// each other's files. Corrupt: not an object, or a value of the wrong kind.
[[nodiscard]] Result<RunSummary> summaryFromJson(const nlohmann::ordered_json& json);
[[nodiscard]] Result<Environment> environmentFromJson(const nlohmann::ordered_json& json);

// One line of text; bytes that are not UTF-8 become U+FFFD instead of an exception.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& json);

// Corrupt: not JSON.
[[nodiscard]] Result<nlohmann::ordered_json> parse(std::string_view text);

} // namespace tessera::store

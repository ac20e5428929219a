#pragma once

#include "core/api/run.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

// The stable JSON of runs on standard output. Not measured = null, non-finite numbers as strings,
// accuracies as fractions, paths relative to `out`.
namespace tessera::cli {

[[nodiscard]] nlohmann::ordered_json runJson(const RunRecord& run);

// {out, runs: [...]}
[[nodiscard]] nlohmann::ordered_json runsJson(const std::filesystem::path& out,
                                              const std::vector<RunRecord>& runs);

[[nodiscard]] nlohmann::ordered_json numberJson(std::optional<double> value);

// Indented text with a line end; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& json);

} // namespace tessera::cli

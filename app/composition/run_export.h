#pragma once

#include "core/api/events.h"
#include "core/api/run.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

// The stable forms in which runs leave the program. Not measured = null, non-finite numbers as
// strings, accuracies as fractions. Pure functions.
namespace tessera::app {

// What a run came to; paths relative to its store's folder, in which the store is the file `store`.
[[nodiscard]] nlohmann::ordered_json runJson(const RunRecord& run, const std::string& store);

// runJson() and the run's experiment, environment, summary and curves, as text.
[[nodiscard]] std::string exportJson(const RunRecord& run, const std::vector<MetricSample>& samples,
                                     const std::string& store);

// The curves: series, layer, step, value.
[[nodiscard]] std::string exportCsv(const std::vector<MetricSample>& samples);

[[nodiscard]] nlohmann::ordered_json numberJson(std::optional<double> value);

// Indented text with a line end; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& json);

} // namespace tessera::app

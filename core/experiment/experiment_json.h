#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/api/experiment.h"
#include "core/api/result.h"

// Experiments as JSON (resources/schema/experiment.schema.json). Names that a registry knows
// (families, data sets, modes, hubs, controls) are checked by the engine, not here. Pure functions,
// safe on any thread.
namespace tessera::experiment {

inline constexpr std::uint64_t kMaxFileBytes = 1 << 20;

// All fields, defaults too, in a fixed order. Left out: what the data decides (classes, positions)
// and whichever of architecture and file is not used.
[[nodiscard]] nlohmann::ordered_json toJson(const Experiment& experiment);

// Fills in what is absent; without a name the experiment gets its default one (labels.h).
// InvalidArgument lists everything that is wrong, with its place: unknown keys, types, ranges,
// missing fields. Unsupported: the schema is newer than this program.
[[nodiscard]] Result<Experiment> fromJson(const nlohmann::ordered_json& json);

// Everything that fromJson() would say about an experiment put together by a program: a sentence a
// problem, each beginning with its place. Empty if it is good.
[[nodiscard]] std::vector<std::string> problemsOf(const Experiment& experiment);

// The text of toJson(), indented, always the same for the same experiment.
[[nodiscard]] std::string experimentText(const Experiment& experiment);

// The reverse of experimentText(). Codes of fromJson(), and Corrupt: not UTF-8 or not JSON.
[[nodiscard]] Result<Experiment> parseExperiment(std::string_view text);

// Reads an experiment file of at most kMaxFileBytes. Relative paths of networks inside it are
// relative to its folder. Codes of parseExperiment(), and NotFound: no such file; Unsupported: the
// file is too large; InvalidArgument: not a regular file; Io: the operating system refused.
[[nodiscard]] Result<Experiment> readExperiment(const std::filesystem::path& path);

} // namespace tessera::experiment

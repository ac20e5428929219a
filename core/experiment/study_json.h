#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/api/result.h"
#include "core/api/study.h"

// Studies as JSON (*.study.json): {schema, name, base: {threads, source: {train}, receiver: {state,
// train}, data, transfer}, sources, receivers, same_pairs: "keep" | "skip", pairs: [[source,
// receiver], ...], methods: [{label, mode, transfer, controls}], seeds, reference_sizes, shifts,
// controls}. Networks are written as in experiments. Without receivers the sources teach each
// other; a method may be the name of a mode alone; what its `transfer` leaves out is the base's. A
// shift of kind "none" is the data as they are. Pure functions, safe on any thread.
namespace tessera::experiment {

inline constexpr const char* kStudyEnding = ".study.json";

// The seeds of a study that names none: 1, 2, 3.
[[nodiscard]] std::vector<std::uint64_t> defaultSeeds();

// Defaults filled in; of a method's `transfer` only what differs from the base's.
[[nodiscard]] nlohmann::ordered_json toJson(const StudySpec& study);

// InvalidArgument lists everything that is wrong, with its place: unknown keys, types, ranges,
// missing fields, and what stands twice. Unsupported: the schema is newer than this program.
[[nodiscard]] Result<StudySpec> studyFromJson(const nlohmann::ordered_json& json);

// The text of toJson(), indented, always the same for the same study.
[[nodiscard]] std::string studyText(const StudySpec& study);

// The reverse of studyText(). Codes of studyFromJson(), and Corrupt: not UTF-8 or not JSON.
[[nodiscard]] Result<StudySpec> parseStudy(std::string_view text);

// Reads a file of at most kMaxFileBytes. Relative paths of networks and data are relative to its
// folder. Codes as of readExperiment().
[[nodiscard]] Result<StudySpec> readStudy(const std::filesystem::path& path);

} // namespace tessera::experiment

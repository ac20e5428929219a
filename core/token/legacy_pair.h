#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"

#include <cstdint>
#include <filesystem>

// The form before TBF: the vector as SafeTensors, all fields as JSON beside it (FORMAT.md).
namespace tessera::token {

struct PairPaths {
    std::filesystem::path tensors; // NAME.safetensors
    std::filesystem::path fields;  // NAME.json
};

// Both files of a pair from either one; of a name with neither ending, the two beside it.
[[nodiscard]] PairPaths pairPaths(const std::filesystem::path& either);

// The vector comes from the tensors; its copy in the JSON is ignored, as the reference does, but a
// copy that differs is mentioned in a note. Sections are counted as if the JSON followed the
// tensors; a refusal's offset counts in the file that it names. Signatures are left empty.
// NotFound: one of the two is missing (says which); Corrupt; Unsupported: numbers that are not
// float32, further tensors, longer than any token; Io; InvalidArgument: a folder.
[[nodiscard]] TokenExamination examinePair(const std::filesystem::path& either);

// What the reference writes for the same values, byte for byte; numbers are float32 and infinite
// ones in the JSON are `Infinity`, as Python has it. The tensors go first, so that an interrupted
// writer leaves no JSON that names numbers which are not there. `unknown` follows the fields; the
// reference does not read a pair that has such keys. Returns the bytes of both. InvalidArgument:
// what JSON cannot hold, NaN, or a JSON of more than 32 MiB; Io.
[[nodiscard]] Result<std::int64_t> writePair(const std::filesystem::path& either,
                                             const Token& token,
                                             const Metadata& unknown = Metadata::object());

} // namespace tessera::token

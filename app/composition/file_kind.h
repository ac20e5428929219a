#pragma once

#include "core/api/result.h"

#include <filesystem>
#include <string>
#include <string_view>

// What a file is, by its first bytes; names say nothing.
namespace tessera::app {

// The first 4 KiB, or all of a shorter file. Codes of format::openRegularFile() and readSome().
[[nodiscard]] Result<std::string> beginningOf(const std::filesystem::path& file);

// SafeTensors: the length of a header, then JSON. Whether it is sound is for its reader.
[[nodiscard]] bool looksLikeTensors(std::string_view beginning);
// JSON as people write it: blanks and the byte order mark of some editors may stand first.
[[nodiscard]] bool looksLikeJsonObject(std::string_view beginning);

[[nodiscard]] bool looksLikeTbf(std::string_view beginning);
// Either file of a legacy pair: tensors that have a "uhs_vector", JSON with a "knowledge_type".
[[nodiscard]] bool looksLikePair(std::string_view beginning);

} // namespace tessera::app

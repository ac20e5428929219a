#pragma once

#include "core/api/result.h"
#include "core/format/named_array.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The JSON header of a SafeTensors file.
namespace tessera::format {

inline constexpr std::size_t kHeaderLengthBytes = 8;         // in front of the header
inline constexpr std::uint64_t kLargestHeader = 100'000'000; // the limit of the published format

struct SafetensorsEntry {
    std::string name;
    std::string dtype; // as written; may be one that DType does not have
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; // in the data that follows the header
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries; // in the order of the text
    std::map<std::string, std::string> metadata;
};

// Reads the header. Checks its form and that no name appears twice; whether shapes, offsets and
// data agree is for the caller. Corrupt: not such a header (the offset counts from its start).
[[nodiscard]] Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json);

// The text for a header, padded with spaces to a multiple of 8. All strings must be UTF-8.
[[nodiscard]] std::string safetensorsHeaderText(const SafetensorsHeader& header);

} // namespace tessera::format

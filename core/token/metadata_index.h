#pragma once

#include "core/api/token.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace tessera::token {

// The entries of a map by their keys. Metadata itself looks through all keys every time, which a
// hostile file with many of them makes slow. The views and pointers are the map's.
using MetadataIndex = std::unordered_map<std::string_view, const Metadata*>;

// Empty for anything but a map.
[[nodiscard]] inline MetadataIndex indexOf(const Metadata& map) {
    MetadataIndex index;
    if (map.is_object()) {
        for (const auto& [key, value] : map.get_ref<const Metadata::object_t&>()) {
            index.emplace(key, &value);
        }
    }
    return index;
}

} // namespace tessera::token

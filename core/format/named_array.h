#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Arrays with names, as checkpoint files hold them. Plain values without any tensor library.
namespace tessera::format {

enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

// One array. `bytes` is contiguous, row-major and little-endian.
struct NamedArray {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape; // empty: a single value
    std::vector<std::byte> bytes;
};

struct ArrayFile {
    std::vector<NamedArray> arrays; // in the order of the file
    std::map<std::string, std::string> metadata;
};

// Name on disk and size in bytes, in the order of DType. The names are those of SafeTensors.
struct DTypeEntry {
    std::string_view name;
    std::size_t itemSize;
};

inline constexpr std::array<DTypeEntry, 10> kDTypes = {{
    {"F64", 8},
    {"F32", 4},
    {"F16", 2},
    {"BF16", 2},
    {"I64", 8},
    {"I32", 4},
    {"I16", 2},
    {"I8", 1},
    {"U8", 1},
    {"BOOL", 1},
}};

[[nodiscard]] inline std::size_t itemSize(DType dtype) {
    return kDTypes[static_cast<std::size_t>(dtype)].itemSize;
}

[[nodiscard]] inline std::string_view dtypeName(DType dtype) {
    return kDTypes[static_cast<std::size_t>(dtype)].name;
}

[[nodiscard]] inline std::optional<DType> dtypeFromName(std::string_view name) {
    for (std::size_t i = 0; i < kDTypes.size(); ++i) {
        if (kDTypes[i].name == name) {
            return static_cast<DType>(i);
        }
    }
    return std::nullopt;
}

// Bytes of an array of this shape. Nothing if a dimension is negative or the product of the
// dimensions that are not 0 times the item size does not fit in 63 bits.
[[nodiscard]] inline std::optional<std::uint64_t> byteCount(DType dtype,
                                                            std::span<const std::int64_t> shape) {
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t count = itemSize(dtype);
    bool empty = false;
    for (const std::int64_t dimension : shape) {
        if (dimension < 0) {
            return std::nullopt;
        }
        if (dimension == 0) {
            empty = true;
            continue;
        }
        if (count > kMax / static_cast<std::uint64_t>(dimension)) {
            return std::nullopt;
        }
        count *= static_cast<std::uint64_t>(dimension);
    }
    return empty ? 0 : count;
}

} // namespace tessera::format

#include "core/format/idx.h"

#include "core/format/byte_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>

namespace tessera::format {

namespace {

struct IdxType {
    std::uint8_t code;
    DType dtype;
};

constexpr std::array<IdxType, 6> kIdxTypes = {{
    {0x08, DType::U8},
    {0x09, DType::I8},
    {0x0B, DType::I16},
    {0x0C, DType::I32},
    {0x0D, DType::F32},
    {0x0E, DType::F64},
}};

tl::unexpected<Error> corruptIdx(std::string detail, std::uint64_t offset) {
    return fail(Error{ErrorCode::Corrupt, std::move(detail), offset});
}

// Turns big-endian items round in place, and back again.
void swapItems(std::vector<std::byte>& bytes, std::size_t size) {
    for (std::size_t i = 0; i + size <= bytes.size(); i += size) {
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                     bytes.begin() + static_cast<std::ptrdiff_t>(i + size));
    }
}

std::uint32_t bigEndian(std::uint32_t value) {
    return (value >> 24U) | ((value >> 8U) & 0xFF00U) | ((value << 8U) & 0xFF0000U) |
           (value << 24U);
}

} // namespace

Result<NamedArray> parseIdx(std::span<const std::byte> file) {
    ByteReader reader(file);
    const auto zeros = reader.u16();
    const auto code = reader.u8();
    const auto axes = reader.u8();
    const auto* type = code ? std::find_if(kIdxTypes.begin(), kIdxTypes.end(),
                                           [&](const IdxType& t) { return t.code == *code; })
                            : kIdxTypes.end();
    if (zeros != 0 || type == kIdxTypes.end() || !axes || *axes == 0) {
        return corruptIdx("This is not an IDX file.", 0);
    }
    NamedArray array;
    array.dtype = type->dtype;
    for (int axis = 0; axis < *axes; ++axis) {
        const auto size = reader.u32();
        if (!size) {
            return corruptIdx("The IDX file ends in its header.", file.size());
        }
        array.shape.push_back(bigEndian(*size));
    }
    const auto bytes = byteCount(array.dtype, array.shape);
    if (!bytes || *bytes != reader.remaining()) {
        return corruptIdx(
            fmt::format("The IDX file is damaged: its header names {} numbers, which does "
                        "not fit the {} bytes that follow.",
                        fmt::join(array.shape, " x "), reader.remaining()),
            reader.offset());
    }
    const auto numbers = *reader.bytes(reader.remaining());
    array.bytes.assign(numbers.begin(), numbers.end());
    swapItems(array.bytes, itemSize(array.dtype));
    return array;
}

Result<std::vector<std::byte>> serializeIdx(const NamedArray& array) {
    const auto* type = std::find_if(kIdxTypes.begin(), kIdxTypes.end(),
                                    [&](const IdxType& t) { return t.dtype == array.dtype; });
    const bool fits = std::all_of(array.shape.begin(), array.shape.end(), [](std::int64_t size) {
        return size >= 0 && size <= std::numeric_limits<std::uint32_t>::max();
    });
    if (type == kIdxTypes.end() || array.shape.empty() || array.shape.size() > 255 || !fits ||
        byteCount(array.dtype, array.shape) != array.bytes.size()) {
        return fail(ErrorCode::InvalidArgument,
                    "An IDX file cannot hold this array: its type or shape has no place there.");
    }
    std::vector<std::byte> file = {std::byte{0}, std::byte{0}, std::byte{type->code},
                                   static_cast<std::byte>(array.shape.size())};
    for (const auto size : array.shape) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.push_back(static_cast<std::byte>(size >> shift));
        }
    }
    auto numbers = array.bytes;
    swapItems(numbers, itemSize(array.dtype));
    file.insert(file.end(), numbers.begin(), numbers.end());
    return file;
}

} // namespace tessera::format

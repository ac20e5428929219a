#include "core/format/npy.h"

#include "core/format/byte_reader.h"
#include "core/format/npy_header.h"
#include "core/format/zip_archive.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <string>

namespace tessera::format {

namespace {

constexpr std::string_view kMagic{"\x93NUMPY", 6};
constexpr std::size_t kMostHeaderBytes = 1 << 20;

tl::unexpected<Error> corruptNpy(std::string detail, std::uint64_t offset) {
    return fail(
        Error{ErrorCode::Corrupt, "The NumPy file is damaged: " + std::move(detail) + ".", offset});
}

// The text between the magic and the numbers.
Result<std::string_view> headerText(ByteReader& reader) {
    const auto magic = reader.text(kMagic.size());
    if (magic != kMagic) {
        return fail(Error{ErrorCode::Corrupt, "This is not a NumPy array.", 0});
    }
    const auto major = reader.u8();
    const auto minor = reader.u8();
    if (!major || !minor) {
        return corruptNpy("it ends in its header", reader.offset());
    }
    if (*major < 1 || *major > 3) {
        return fail(
            Error{ErrorCode::Unsupported,
                  fmt::format("The NumPy file is of format version {}.{}; this program reads "
                              "1 to 3.",
                              *major, *minor),
                  kMagic.size()});
    }
    std::optional<std::uint32_t> length;
    if (*major == 1) {
        const auto narrow = reader.u16();
        length = narrow ? std::optional<std::uint32_t>(*narrow) : std::nullopt;
    } else {
        length = reader.u32();
    }
    const auto text = length && *length <= kMostHeaderBytes ? reader.text(*length) : std::nullopt;
    if (!text) {
        return corruptNpy("it ends in its header", reader.offset());
    }
    return *text;
}

void swapBytes(std::vector<std::byte>& bytes, std::size_t itemSize) {
    for (std::size_t i = 0; i + itemSize <= bytes.size(); i += itemSize) {
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                     bytes.begin() + static_cast<std::ptrdiff_t>(i + itemSize));
    }
}

// Column-major to row-major.
std::vector<std::byte> transposed(const std::vector<std::byte>& bytes,
                                  const std::vector<std::int64_t>& shape, std::size_t itemSize) {
    std::vector<std::byte> result(bytes.size());
    std::vector<std::size_t> strides(shape.size()); // in the file, in items
    std::size_t stride = 1;
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        strides[axis] = stride;
        stride *= static_cast<std::size_t>(shape[axis]);
    }
    std::vector<std::int64_t> index(shape.size(), 0);
    for (std::size_t out = 0; out + itemSize <= result.size(); out += itemSize) {
        std::size_t in = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            in += static_cast<std::size_t>(index[axis]) * strides[axis];
        }
        std::memcpy(&result[out], &bytes[in * itemSize], itemSize);
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            if (++index[axis] < shape[axis]) {
                break;
            }
            index[axis] = 0;
        }
    }
    return result;
}

tl::unexpected<Error> tooLarge(std::uint64_t maxBytes) {
    return fail(ErrorCode::Unsupported,
                fmt::format("The archive's arrays take more than the {} MB that are allowed; save "
                            "fewer samples, or raise the memory limit.",
                            maxBytes >> 20U));
}

// Unsigned numbers that DType does not have, in the next wider signed type.
template <class From, class To>
Result<std::vector<std::byte>> widened(const std::vector<std::byte>& bytes) {
    std::vector<std::byte> result(bytes.size() / sizeof(From) * sizeof(To));
    for (std::size_t i = 0; i < bytes.size() / sizeof(From); ++i) {
        From from = 0;
        std::memcpy(&from, &bytes[i * sizeof(From)], sizeof(From));
        if (from > static_cast<From>(std::numeric_limits<To>::max()) &&
            sizeof(From) >= sizeof(To)) {
            return fail(ErrorCode::Unsupported,
                        "The NumPy file holds whole numbers above 2^63 - 1, which are not read.");
        }
        const To to = static_cast<To>(from);
        std::memcpy(&result[i * sizeof(To)], &to, sizeof(To));
    }
    return result;
}

Result<std::vector<std::byte>> asKnownType(std::vector<std::byte> bytes, const NpyHeader& header) {
    switch (header.widen) {
    case NpyWiden::No:
        return bytes;
    case NpyWiden::U16:
        return widened<std::uint16_t, std::int32_t>(bytes);
    case NpyWiden::U32:
        return widened<std::uint32_t, std::int64_t>(bytes);
    case NpyWiden::U64:
        return widened<std::uint64_t, std::int64_t>(bytes);
    }
    return bytes;
}

} // namespace

Result<NamedArray> parseNpy(std::span<const std::byte> file) {
    ByteReader reader(file);
    const auto text = headerText(reader);
    if (!text) {
        return fail(text.error());
    }
    auto header = parseNpyHeader(*text);
    if (!header) {
        return fail(header.error());
    }
    const auto widest = byteCount(header->dtype, header->shape);
    std::uint64_t items = widest ? *widest / itemSize(header->dtype) : 0;
    if (!widest || items * header->itemSize != reader.remaining()) {
        return corruptNpy(fmt::format("its shape ({}) does not fit its {} bytes of numbers",
                                      fmt::join(header->shape, ", "), reader.remaining()),
                          reader.offset());
    }
    const auto numbers = *reader.bytes(reader.remaining());
    std::vector<std::byte> bytes(numbers.begin(), numbers.end());
    if (header->bigEndian) {
        swapBytes(bytes, header->itemSize);
    }
    if (header->columnMajor && header->shape.size() > 1) {
        bytes = transposed(bytes, header->shape, header->itemSize);
    }
    auto known = asKnownType(std::move(bytes), *header);
    if (!known) {
        return fail(known.error());
    }
    return NamedArray{"", header->dtype, std::move(header->shape), std::move(*known)};
}

Result<std::vector<NamedArray>> parseNpz(std::span<const std::byte> file, std::uint64_t maxBytes) {
    constexpr std::string_view kEnding = ".npy";
    const auto archive = ZipArchive::open(file);
    if (!archive) {
        return fail(ErrorCode::Corrupt,
                    "This is not an archive of NumPy arrays, or it is damaged.");
    }
    std::vector<NamedArray> arrays;
    std::uint64_t left = maxBytes;
    for (const auto& name : archive->names()) {
        if (!name.ends_with(kEnding)) {
            continue;
        }
        if (archive->claimedBytes(name) > left) {
            return tooLarge(maxBytes);
        }
        const auto bytes = archive->read(name, left, ZipArchive::Compressed::Read);
        if (!bytes) {
            return fail(bytes.error());
        }
        auto array = parseNpy(*bytes);
        if (!array) {
            Error error = array.error().within(name);
            error.offset.reset(); // it counts inside the record
            return fail(std::move(error));
        }
        const std::uint64_t taken = std::max(bytes->size(), array->bytes.size()); // u2 is widened
        if (taken > left) {
            return tooLarge(maxBytes);
        }
        left -= taken;
        array->name = name.substr(0, name.size() - kEnding.size());
        arrays.push_back(std::move(*array));
    }
    if (arrays.empty()) {
        return fail(ErrorCode::Corrupt, "The archive holds no NumPy arrays (.npy).");
    }
    return arrays;
}

std::vector<std::byte> serializeNpy(const NamedArray& array) {
    std::string text = npyHeaderText(array);
    constexpr std::size_t kAlignment = 64;
    const std::size_t before = kMagic.size() + 4;
    text.append((kAlignment - (before + text.size() + 1) % kAlignment) % kAlignment, ' ');
    text += '\n';
    std::string file(kMagic);
    file += '\x01';
    file += '\x00';
    file += static_cast<char>(text.size() & 0xFFU);
    file += static_cast<char>(text.size() >> 8U);
    file += text;
    const auto head = std::as_bytes(std::span(file));
    std::vector<std::byte> bytes(head.begin(), head.end());
    bytes.insert(bytes.end(), array.bytes.begin(), array.bytes.end());
    return bytes;
}

} // namespace tessera::format

#include "core/format/safetensors.h"

#include "core/format/byte_reader.h"
#include "core/format/file_io.h"
#include "core/format/safetensors_header.h"
#include "core/format/safetensors_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tessera::format {

namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{16} << 30U;

tl::unexpected<Error> corruptSafetensors(std::string detail, std::uint64_t offset) {
    return fail(Error{ErrorCode::Corrupt, std::move(detail), offset});
}

// Every byte of the data belongs to exactly one array.
Result<void> checkCoverage(const SafetensorsHeader& header, std::uint64_t dataBytes,
                           std::uint64_t dataOffset) {
    std::vector<const SafetensorsEntry*> sorted;
    for (const auto& entry : header.entries) {
        sorted.push_back(&entry);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        return std::pair(a->begin, a->end) < std::pair(b->begin, b->end);
    });
    std::uint64_t next = 0;
    for (const auto* entry : sorted) {
        if (entry->begin != next || entry->end < entry->begin || entry->end > dataBytes) {
            return corruptSafetensors(
                fmt::format("The SafeTensors file is damaged: the bytes of '{}' overlap "
                            "others, leave a gap or lie outside the file.",
                            entry->name),
                dataOffset + std::min(entry->begin, dataBytes));
        }
        next = entry->end;
    }
    if (next != dataBytes) {
        return corruptSafetensors("The SafeTensors file is damaged: bytes follow the last array.",
                                  dataOffset + next);
    }
    return {};
}

Result<NamedArray> extract(SafetensorsEntry& entry, std::span<const std::byte> data) {
    const auto dtype = dtypeFromName(entry.dtype);
    if (!dtype) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("The array '{}' has numbers of type '{}', which cannot be read; "
                                "convert it to F32.",
                                entry.name, entry.dtype));
    }
    const auto size = byteCount(*dtype, entry.shape);
    if (!size || *size != entry.end - entry.begin) {
        return corruptSafetensors(
            fmt::format("The SafeTensors file is damaged: the shape of '{}' does not "
                        "fit the number of its bytes.",
                        entry.name),
            entry.begin);
    }
    const auto bytes =
        data.subspan(static_cast<std::size_t>(entry.begin), static_cast<std::size_t>(*size));
    return NamedArray{std::move(entry.name), *dtype, std::move(entry.shape),
                      std::vector<std::byte>(bytes.begin(), bytes.end())};
}

} // namespace

Result<ArrayFile> parseSafetensors(std::span<const std::byte> file) {
    ByteReader reader(file);
    const auto length = reader.u64();
    if (!length) {
        return corruptSafetensors("The file is too short for a SafeTensors file.", 0);
    }
    if (*length > kLargestHeader || *length > reader.remaining()) {
        return corruptSafetensors(
            "This is not a SafeTensors file, or it is cut short: its header does not "
            "fit.",
            0);
    }
    auto header = parseSafetensorsHeader(*reader.text(*length));
    if (!header) {
        Error error = std::move(header.error());
        error.offset = kHeaderLengthBytes + error.offset.value_or(0);
        return fail(std::move(error));
    }
    const std::uint64_t dataOffset = reader.offset();
    const auto data = file.subspan(reader.offset());
    if (const auto covered = checkCoverage(*header, data.size(), dataOffset); !covered) {
        return fail(covered.error());
    }
    ArrayFile result;
    result.metadata = std::move(header->metadata);
    for (auto& entry : header->entries) {
        auto array = extract(entry, data);
        if (!array) {
            Error error = std::move(array.error());
            if (error.offset) {
                *error.offset += dataOffset;
            }
            return fail(std::move(error));
        }
        result.arrays.push_back(std::move(*array));
    }
    return result;
}

Result<ArrayFile> readSafetensors(const std::filesystem::path& path) {
    const auto bytes = readFile(path, kMaxFileBytes);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto file = parseSafetensors(*bytes);
    if (!file) {
        return fail(file.error().within(path.string()));
    }
    return file;
}

Result<std::vector<std::byte>> serializeSafetensors(const ArrayFile& file) {
    std::vector<ArrayHead> heads;
    for (const auto& array : file.arrays) {
        const auto size = byteCount(array.dtype, array.shape);
        if (!size || *size != array.bytes.size()) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("The array '{}' has {} bytes, which do not fit its shape.",
                                    array.name, array.bytes.size()));
        }
        heads.push_back({array.name, array.dtype, array.shape});
    }
    auto bytes = safetensorsBeginning(heads, file.metadata);
    if (!bytes) {
        return bytes;
    }
    std::size_t size = bytes->size();
    for (const auto& array : file.arrays) {
        size += array.bytes.size();
    }
    bytes->reserve(size);
    for (const auto& array : file.arrays) {
        bytes->insert(bytes->end(), array.bytes.begin(), array.bytes.end());
    }
    return bytes;
}

Result<void> writeSafetensors(const std::filesystem::path& path, const ArrayFile& file) {
    const auto bytes = serializeSafetensors(file);
    if (!bytes) {
        return fail(bytes.error());
    }
    return writeFileAtomically(path, *bytes);
}

} // namespace tessera::format

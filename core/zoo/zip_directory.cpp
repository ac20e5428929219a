#include "core/zoo/zip_directory.h"

#include "core/format/byte_reader.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace tessera::zoo {

namespace {

constexpr std::uint32_t kEndMark = 0x06054b50;
constexpr std::uint32_t kEnd64Mark = 0x06064b50;
constexpr std::uint32_t kLocatorMark = 0x07064b50;
constexpr std::uint32_t kEntryMark = 0x02014b50;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLocatorBytes = 20;
constexpr std::size_t kMaxComment = 65535;
constexpr std::uint64_t kMaxRecords = 500'000;
constexpr std::uint32_t kIn64 = 0xffffffff; // the field stands in the zip64 part
constexpr std::uint16_t kCountIn64 = 0xffff;

struct Directory {
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
    std::uint64_t offset = 0;
};

// Leaves out `count` bytes.
bool skip(format::ByteReader& reader, std::uint64_t count) {
    return reader.bytes(count).has_value();
}

std::optional<std::size_t> findEnd(std::span<const std::byte> file) {
    if (file.size() < kEndBytes) {
        return std::nullopt;
    }
    const auto last = file.size() - kEndBytes;
    const auto first = last > kMaxComment ? last - kMaxComment : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (format::ByteReader(file.subspan(at)).u32() == kEndMark) {
            return at;
        }
    }
    return std::nullopt;
}

std::optional<Directory> readEnd64(std::span<const std::byte> file, std::size_t end) {
    if (end < kLocatorBytes) {
        return std::nullopt;
    }
    format::ByteReader locator(file.subspan(end - kLocatorBytes));
    if (locator.u32() != kLocatorMark || !skip(locator, 4)) {
        return std::nullopt;
    }
    const auto place = locator.u64();
    if (!place || *place > file.size()) {
        return std::nullopt;
    }
    format::ByteReader reader(file.subspan(static_cast<std::size_t>(*place)));
    // size of this record, two versions, two disk numbers, entries on this disk
    if (reader.u32() != kEnd64Mark || !skip(reader, 8 + 2 + 2 + 4 + 4 + 8)) {
        return std::nullopt;
    }
    const auto count = reader.u64();
    const auto bytes = reader.u64();
    const auto offset = reader.u64();
    return offset ? std::optional(Directory{*count, *bytes, *offset}) : std::nullopt;
}

std::optional<Directory> findDirectory(std::span<const std::byte> file) {
    const auto end = findEnd(file);
    if (!end) {
        return std::nullopt;
    }
    format::ByteReader reader(file.subspan(*end));
    if (!skip(reader, 4 + 2 + 2 + 2)) {
        return std::nullopt;
    }
    const auto count = reader.u16();
    const auto bytes = reader.u32();
    const auto offset = reader.u32();
    if (!offset) {
        return std::nullopt;
    }
    if (*count == kCountIn64 || *bytes == kIn64 || *offset == kIn64) {
        return readEnd64(file, *end);
    }
    return Directory{*count, *bytes, *offset};
}

// The unpacked size from the zip64 part of an entry, where it stands first.
std::optional<std::uint64_t> size64(std::span<const std::byte> extra) {
    format::ByteReader reader(extra);
    while (const auto id = reader.u16()) {
        const auto length = reader.u16();
        const auto body = length ? reader.bytes(*length) : std::nullopt;
        if (!body) {
            return std::nullopt;
        }
        if (*id == 1) {
            return format::ByteReader(*body).u64();
        }
    }
    return std::nullopt;
}

std::optional<ZipRecord> readEntry(format::ByteReader& reader) {
    // two versions, flags, method, time, date
    if (reader.u32() != kEntryMark || !skip(reader, 12)) {
        return std::nullopt;
    }
    const auto crc = reader.u32();
    const auto packed = reader.u32();
    const auto size = reader.u32();
    const auto nameBytes = reader.u16();
    const auto extraBytes = reader.u16();
    const auto commentBytes = reader.u16();
    if (!packed || !commentBytes || !skip(reader, 2 + 2 + 4 + 4)) {
        return std::nullopt;
    }
    const auto name = reader.text(*nameBytes);
    const auto extra = name ? reader.bytes(*extraBytes) : std::nullopt;
    if (!extra || !skip(reader, *commentBytes)) {
        return std::nullopt;
    }
    const auto unpacked = *size == kIn64 ? size64(*extra) : std::optional<std::uint64_t>(*size);
    return unpacked ? std::optional(ZipRecord{std::string(*name), *unpacked, *crc}) : std::nullopt;
}

} // namespace

Result<std::vector<ZipRecord>> readZipDirectory(std::span<const std::byte> file) {
    const auto damaged =
        fail(ErrorCode::Corrupt, "the file is not a zip archive as PyTorch writes it, or it is "
                                 "damaged; get the file again");
    const auto directory = findDirectory(file);
    if (!directory || directory->count == 0 || directory->count > kMaxRecords ||
        directory->offset > file.size() || directory->bytes > file.size() - directory->offset) {
        return damaged;
    }
    format::ByteReader reader(file.subspan(static_cast<std::size_t>(directory->offset),
                                           static_cast<std::size_t>(directory->bytes)));
    std::vector<ZipRecord> records;
    std::unordered_set<std::string> names;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        auto record = readEntry(reader);
        if (!record || !names.insert(record->name).second) {
            return damaged;
        }
        records.push_back(std::move(*record));
    }
    return records;
}

} // namespace tessera::zoo

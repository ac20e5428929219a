#include "core/format/zip_archive.h"
#include "tests/fuzz/mutator_parts.h"

#include <zlib.h>

namespace tessera::fuzz {

namespace {

struct Record {
    std::string name;
    Bytes content;
};

std::vector<Record> recordsOf(const Bytes& file) {
    std::vector<Record> records;
    const auto archive = format::ZipArchive::open(file);
    if (archive) {
        for (const std::string& name : archive->names()) {
            auto content = archive->read(name, file.size());
            records.push_back({name, content ? std::move(*content) : Bytes()});
        }
    }
    return records;
}

// What a local header and an entry of the directory have in common (PKWARE APPNOTE 4.3.7, 4.3.12):
// version, flags, method 0, time, date, checksum, both sizes, length of the name, of nothing more.
void appendCommon(Bytes& bytes, const Record& record) {
    append(bytes, 20, 2);
    append(bytes, 0, 8);
    append(bytes,
           crc32(0, reinterpret_cast<const Bytef*>(record.content.data()),
                 static_cast<uInt>(record.content.size())),
           4);
    append(bytes, record.content.size(), 4);
    append(bytes, record.content.size(), 4);
    append(bytes, record.name.size(), 2);
    append(bytes, 0, 2);
}

Bytes archiveOf(const std::vector<Record>& records) {
    constexpr std::uint32_t kLocal = 0x04034B50;
    constexpr std::uint32_t kEntry = 0x02014B50;
    constexpr std::uint32_t kEnd = 0x06054B50;
    Bytes file;
    Bytes directory;
    for (const Record& record : records) {
        const auto name = std::as_bytes(std::span(record.name));
        append(directory, kEntry, 4);
        append(directory, 20, 2);
        appendCommon(directory, record);
        append(directory, 0, 8); // comment, disk, attributes
        append(directory, 0, 2);
        append(directory, file.size(), 4);
        append(directory, name);
        append(file, kLocal, 4);
        appendCommon(file, record);
        append(file, name);
        append(file, record.content);
    }
    const std::size_t start = file.size();
    append(file, directory);
    append(file, kEnd, 4);
    append(file, 0, 4);
    append(file, records.size(), 2);
    append(file, records.size(), 2);
    append(file, directory.size(), 4);
    append(file, start, 4);
    append(file, 0, 2);
    return file;
}

void mutateRecord(std::vector<Record>& records, std::size_t room, Random& random) {
    const auto chosen = below(random, records.size());
    Record& record = records[chosen];
    switch (below(random, 16)) {
    case 0: {
        const auto text = std::as_bytes(std::span(record.name));
        Bytes name(text.begin(), text.end());
        mutateBytes(name, name.size() + std::min<std::size_t>(room, 32));
        record.name.assign(reinterpret_cast<const char*>(name.data()), name.size());
        return;
    }
    case 1:
        records.erase(records.begin() + static_cast<std::ptrdiff_t>(chosen));
        return;
    case 2:
        std::swap(record.name, records[below(random, records.size())].name);
        return;
    case 3:
    case 4:
        return mutateBytes(record.content, record.content.size() + room);
    default: // the first one is the pickle, of which the others are told
        return mutateBytes(records.front().content, records.front().content.size() + room);
    }
}

} // namespace

std::size_t mutateZip(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned seed) {
    Random random = seeded(seed);
    Bytes file = bytesFrom(data, size);
    auto records = recordsOf(file);
    if (records.empty() || oneIn(random, 4)) {
        mutateBytes(file, maxSize);
    } else {
        mutateRecord(records, (maxSize - std::min(maxSize, size)) / 2, random);
        file = archiveOf(records);
    }
    return give(file, data, size, maxSize);
}

} // namespace tessera::fuzz

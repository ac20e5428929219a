#include "core/format/zip_archive.h"

#include "core/format/utf8.h"

#include <zip.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tessera::format {

namespace {

constexpr zip_int64_t kMaxRecords = 1'000'000;
// How a pickle of the older torch.save() begins: protocol 2, then a number of ten bytes.
constexpr std::array<std::byte, 4> kOldTorch = {std::byte{0x80}, std::byte{0x02}, std::byte{0x8A},
                                                std::byte{0x0A}};

struct CloseRecord {
    void operator()(zip_file_t* record) const { zip_fclose(record); }
};

// Names in a zip archive may be any bytes; sentences are UTF-8.
std::string_view readable(std::string_view name) {
    return isUtf8(name) ? name : "an unreadable name";
}

tl::unexpected<Error> damaged(const std::string& name) {
    return fail(ErrorCode::Corrupt,
                fmt::format("The archive is damaged: its record '{}' cannot be read; get the file "
                            "again.",
                            readable(name)));
}

} // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::span<const std::byte> bytes) {
    if (bytes.size() >= kOldTorch.size() &&
        std::equal(kOldTorch.begin(), kOldTorch.end(), bytes.begin())) {
        return fail(ErrorCode::Unsupported,
                    "The file was written by torch.save() before PyTorch 1.6; load it in PyTorch "
                    "and save it again.");
    }
    const auto notZip = fail(ErrorCode::Corrupt,
                             "The file is not a zip archive as torch.save() writes it, or it is "
                             "damaged.");
    if (bytes.empty()) { // an empty archive to libzip
        return notZip;
    }
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) {
        return notZip;
    }
    ZipArchive archive;
    archive.m_bytes = bytes.size();
    archive.m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (archive.m_archive == nullptr) {
        zip_source_free(source);
        return notZip;
    }
    const zip_int64_t count = zip_get_num_entries(archive.m_archive.get(), 0);
    if (count < 0 || count > kMaxRecords) {
        return notZip;
    }
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name =
            zip_get_name(archive.m_archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        if (name == nullptr) {
            return notZip;
        }
        archive.m_names.emplace_back(name);
    }
    return archive;
}

bool ZipArchive::contains(const std::string& name) const {
    return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::uint64_t ZipArchive::claimedBytes(const std::string& name) const {
    zip_stat_t status;
    zip_stat_init(&status);
    const bool known = zip_stat(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW, &status) == 0 &&
                       (status.valid & ZIP_STAT_SIZE) != 0;
    return known ? status.size : 0;
}

Result<std::vector<std::byte>> ZipArchive::read(const std::string& name, std::uint64_t maxBytes,
                                                Compressed compressed) const {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW, &status) != 0) {
        return fail(
            ErrorCode::Corrupt,
            fmt::format("The archive lacks the record '{}'; get the file again.", readable(name)));
    }
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_INDEX;
    if ((status.valid & kNeeded) != kNeeded) {
        return damaged(name);
    }
    if (status.size > maxBytes) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The record '{}' of the archive would take {} bytes, more than it "
                                "may; get the file again or raise the memory limit.",
                                readable(name), status.size));
    }
    const bool encrypted =
        (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    const bool isStored = status.comp_method == ZIP_CM_STORE;
    const bool readsPacked = compressed == Compressed::Read && status.comp_method == ZIP_CM_DEFLATE;
    if ((!isStored && !readsPacked) || encrypted) {
        return fail(
            ErrorCode::Unsupported,
            fmt::format("The record '{}' of the archive is encrypted, or compressed in a way "
                        "that its kind of file does not use.",
                        readable(name)));
    }
    // Whatever it claims, an uncompressed record is not longer than what holds it.
    if (isStored && (status.comp_size != status.size || status.size > m_bytes)) {
        return damaged(name);
    }
    // And deflate makes at most 1,032 bytes of one.
    constexpr zip_uint64_t kMostExpansion = 1032;
    if (readsPacked && status.size / kMostExpansion > std::min(status.comp_size, m_bytes)) {
        return damaged(name);
    }
    const std::unique_ptr<zip_file_t, CloseRecord> record(
        zip_fopen_index(m_archive.get(), status.index, 0));
    if (record == nullptr) {
        return damaged(name);
    }
    std::vector<std::byte> bytes(static_cast<std::size_t>(status.size));
    const auto count = zip_fread(record.get(), bytes.data(), bytes.size());
    // The checksum is compared when the end is reached, so read once more.
    std::byte more{};
    if (count < 0 || static_cast<zip_uint64_t>(count) != status.size ||
        zip_fread(record.get(), &more, 1) != 0) {
        return damaged(name);
    }
    return bytes;
}

} // namespace tessera::format

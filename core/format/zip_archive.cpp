#include "core/format/zip_archive.h"

#include <zip.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tessera::format {

namespace {

constexpr zip_int64_t kMaxRecords = 1'000'000;
// How a pickle of the older torch.save() begins: protocol 2, then a number of ten bytes.
constexpr std::array<std::byte, 4> kOldTorch = {std::byte{0x80}, std::byte{0x02}, std::byte{0x8A},
                                                std::byte{0x0A}};

struct CloseRecord {
    void operator()(zip_file_t* record) const { zip_fclose(record); }
};

tl::unexpected<Error> damaged(const std::string& name) {
    return fail(ErrorCode::Corrupt,
                fmt::format("The archive is damaged: its record '{}' cannot be read; get the file "
                            "again.",
                            name));
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

Result<std::vector<std::byte>> ZipArchive::read(const std::string& name,
                                                std::uint64_t maxBytes) const {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW, &status) != 0) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The archive lacks the record '{}'; get the file again.", name));
    }
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_INDEX;
    if ((status.valid & kNeeded) != kNeeded || status.size > maxBytes) {
        return damaged(name);
    }
    const bool encrypted =
        (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    if (status.comp_method != ZIP_CM_STORE || encrypted) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("The record '{}' of the archive is compressed or encrypted, which "
                                "torch.save() does not do.",
                                name));
    }
    if (status.comp_size != status.size) {
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

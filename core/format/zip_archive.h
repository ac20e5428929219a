#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct zip; // libzip's zip_t

namespace tessera::format {

// A zip archive in memory that it does not own. One thread at a time.
class ZipArchive {
public:
    // Corrupt: not a zip archive, or damaged; Unsupported: the older form of torch.save().
    [[nodiscard]] static Result<ZipArchive> open(std::span<const std::byte> bytes);

    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    [[nodiscard]] bool contains(const std::string& name) const;

    // What a record claims to take unpacked; 0 if there is no such record.
    [[nodiscard]] std::uint64_t claimedBytes(const std::string& name) const;

    enum class Compressed { Refuse, Read };

    // One record, its checksum compared. Corrupt: it is missing, damaged or longer than `maxBytes`;
    // Unsupported: it is encrypted, or compressed where that is refused, as torch.save() does not
    // do it.
    [[nodiscard]] Result<std::vector<std::byte>>
    read(const std::string& name, std::uint64_t maxBytes,
         Compressed compressed = Compressed::Refuse) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    ZipArchive() = default;

    std::unique_ptr<zip, Close> m_archive;
    std::uint64_t m_bytes = 0; // of the whole archive
    std::vector<std::string> m_names;
};

} // namespace tessera::format

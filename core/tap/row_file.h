#pragma once

#include "core/api/result.h"
#include "core/format/file_io.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace tessera::tap {

// A file of a fixed size without a name: no other program sees it, and it is gone when this object
// or the program is. One thread at a time.
class RowFile {
public:
    // Takes the room on the disk at once. Io: there is none, or the folder cannot be used.
    [[nodiscard]] static Result<RowFile> create(const std::filesystem::path& folder,
                                                std::int64_t bytes);

    // Io.
    [[nodiscard]] Result<void> write(std::int64_t offset, std::span<const std::byte> bytes) const;
    [[nodiscard]] Result<void> read(std::int64_t offset, std::span<std::byte> bytes) const;

private:
    RowFile(format::FileDescriptor file, std::filesystem::path folder)
        : m_file(std::move(file)), m_folder(std::move(folder)) {}

    format::FileDescriptor m_file;
    std::filesystem::path m_folder;
};

} // namespace tessera::tap

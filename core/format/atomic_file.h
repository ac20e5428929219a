#pragma once

#include "core/api/result.h"
#include "core/format/file_io.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace tessera::format {

// A new file that takes the place of `path` once it is complete: it is written beside it, flushed
// to the disk and renamed. Without a commit() that succeeds nothing is left behind, and an existing
// file stays as it was. Movable; one thread at a time.
class AtomicFile {
public:
    // Io: the operating system refused, or `path` is something other than a regular file.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile();

    // Io, as commit(): the operating system refused.
    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes);
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(FileDescriptor file, std::filesystem::path temporary, std::filesystem::path target,
               std::filesystem::path path);

    FileDescriptor m_file;
    std::filesystem::path m_temporary; // empty once it was renamed or moved from
    std::filesystem::path m_target;    // `path` without symbolic links
    std::filesystem::path m_path;
};

} // namespace tessera::format

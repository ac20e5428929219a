#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace tessera::format {

// Owns the descriptor of an open file. Movable; one thread at a time.
class FileDescriptor {
public:
    explicit FileDescriptor(int number) : m_number(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept;
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    ~FileDescriptor();

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

// Opens a regular file for reading. NotFound: there is no such file; InvalidArgument: it is a
// folder, device or pipe; Io: the operating system refused.
[[nodiscard]] Result<FileDescriptor> openRegularFile(const std::filesystem::path& path);

// Reads up to `buffer.size()` bytes; 0 at the end of the file. Io: the read failed.
[[nodiscard]] Result<std::size_t> readSome(const FileDescriptor& file, std::span<std::byte> buffer,
                                           const std::filesystem::path& path);

// The whole of a regular file. Counts the bytes as they come instead of believing the size that
// the file system gives. Codes of openRegularFile(), and Unsupported: more than `maxBytes`.
[[nodiscard]] Result<std::vector<std::byte>> readFile(const std::filesystem::path& path,
                                                      std::uint64_t maxBytes);

// Replaces `path` as a whole: writes a temporary file beside it, flushes it to the disk and renames
// it. Io: the operating system refused, or `path` is something other than a regular file; then
// nothing is left behind and an existing file stays as it was.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path,
                                               std::span<const std::byte> bytes);

} // namespace tessera::format

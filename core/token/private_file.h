#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include <sys/types.h>

// Files whose permissions matter: keys, and lists of whom to trust.
namespace tessera::token {

struct FileWithMode {
    std::vector<std::byte> bytes;
    mode_t mode = 0; // permissions of the very file that was read
};

// Codes of format::readFile().
[[nodiscard]] Result<FileWithMode> readWithMode(const std::filesystem::path& path,
                                                std::size_t maxBytes);

// Writes a new file, which has these permissions (less the umask) from its first byte on, and
// flushes it to the disk. InvalidArgument: there is something of that name already; Io: nothing is
// left behind.
[[nodiscard]] Result<void> createFile(const std::filesystem::path& path,
                                      std::span<const std::byte> bytes, mode_t mode);

// Replaces `path` as a whole by a file that only its owner may read and write. Io: an existing file
// stays as it was.
[[nodiscard]] Result<void> replacePrivateFile(const std::filesystem::path& path,
                                              std::span<const std::byte> bytes);

} // namespace tessera::token

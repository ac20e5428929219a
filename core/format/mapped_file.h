#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace tessera::format {

// A regular file in memory without being read: pages come when they are touched. For files that
// nobody shortens meanwhile, since touching a page that is gone ends the program. Movable; any
// thread.
class MappedFile {
public:
    // Codes of openRegularFile(), Unsupported: more than `maxBytes`. An empty file maps to nothing.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path,
                                                 std::uint64_t maxBytes);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

private:
    explicit MappedFile(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::span<const std::byte> m_bytes;
};

} // namespace tessera::format

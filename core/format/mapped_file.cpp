#include "core/format/mapped_file.h"

#include "core/format/file_io.h"

#include <fmt/format.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

namespace tessera::format {

namespace {

tl::unexpected<Error> refused(const std::filesystem::path& path, int error) {
    return fail(ErrorCode::Io, fmt::format("Cannot map '{}': {}.", path.string(),
                                           std::generic_category().message(error)));
}

void unmap(std::span<const std::byte> bytes) {
    if (!bytes.empty()) {
        ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
    }
}

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path, std::uint64_t maxBytes) {
    const auto file = openRegularFile(path);
    if (!file) {
        return fail(file.error());
    }
    struct stat status {};
    if (::fstat(file->number(), &status) != 0) {
        return refused(path, errno);
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > maxBytes) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("'{}' is larger than {} bytes, the limit for this kind of file.",
                                path.string(), maxBytes));
    }
    if (size == 0) {
        return MappedFile({});
    }
    const auto length = static_cast<std::size_t>(size);
    void* const start = ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file->number(), 0);
    if (start == MAP_FAILED) {
        return refused(path, errno);
    }
    return MappedFile(std::span(static_cast<const std::byte*>(start), length));
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, std::span<const std::byte>())) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile() {
    unmap(m_bytes);
}

} // namespace tessera::format

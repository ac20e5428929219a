#include "core/format/file_io.h"

#include "core/format/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tessera::format {

namespace {

constexpr std::size_t kFirstChunk = std::size_t{64} << 10U;
constexpr std::size_t kLargestRead = std::size_t{1} << 30U;
constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 62U;

std::string reason(int error) {
    return std::generic_category().message(error);
}

tl::unexpected<Error> ioError(const char* what, const std::filesystem::path& path, int error) {
    return fail(ErrorCode::Io,
                fmt::format("Cannot {} '{}': {}.", what, path.string(), reason(error)));
}

} // namespace

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : m_number(std::exchange(other.m_number, -1)) {}

FileDescriptor::~FileDescriptor() {
    if (m_number >= 0) {
        ::close(m_number);
    }
}

Result<FileDescriptor> openRegularFile(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a pipe without a writer must not hang.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail(ErrorCode::NotFound, fmt::format("There is no file '{}'.", path.string()));
        }
        return ioError("open", path, errno);
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        return ioError("read", path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' is not a regular file; name a file, not a folder or device.",
                                path.string()));
    }
    return file;
}

Result<std::size_t> readSome(const FileDescriptor& file, std::span<std::byte> buffer,
                             const std::filesystem::path& path) {
    for (;;) {
        const ssize_t count =
            ::read(file.number(), buffer.data(), std::min(buffer.size(), kLargestRead));
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            return ioError("read", path, errno);
        }
    }
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uint64_t maxBytes) {
    auto file = openRegularFile(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    std::vector<std::byte> bytes;
    std::size_t filled = 0;
    maxBytes = std::min(maxBytes, kLargestFile);
    for (;;) {
        if (filled == bytes.size()) {
            const std::uint64_t wanted = std::max<std::uint64_t>(kFirstChunk, filled * 2);
            bytes.resize(static_cast<std::size_t>(std::min(wanted, maxBytes + 1)));
        }
        const auto count = readSome(*file, std::span(bytes).subspan(filled), path);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            break;
        }
        filled += *count;
        if (filled > maxBytes) {
            return fail(ErrorCode::Unsupported,
                        fmt::format("'{}' is larger than {} bytes, the limit for this kind of "
                                    "file.",
                                    path.string(), maxBytes));
        }
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> writeFileAtomically(const std::filesystem::path& path,
                                 std::span<const std::byte> bytes) {
    auto file = AtomicFile::create(path);
    if (!file) {
        return fail(file.error());
    }
    if (auto written = file->write(bytes); !written) {
        return written;
    }
    return file->commit();
}

} // namespace tessera::format
